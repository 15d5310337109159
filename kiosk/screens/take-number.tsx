import { Clock, Ticket } from "lucide";
import type { OfficeService } from "../../protocol/office.ts";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { whyShut } from "../../words/opening.ts";
import { numbersLeft, office, waitingFor } from "../office.ts";
import { dispatch, language, words } from "../store.ts";

/**
 * The one main action of a procedure's page: a number for the service that it belongs to, with how many wait there. Where
 * none can be taken: why not, and when again.
 */
export function TakeNumber({ procedure: { code, serviceId } }: { procedure: Procedure }) {
	const service = office.value?.services.find(({ id }) => id === serviceId);
	if (service === undefined) return null;
	if (!service.open) return <NoNumber service={service} />;
	const waiting = waitingFor(serviceId);
	const left = numbersLeft(service);
	const facts = [
		...(waiting === null ? [] : [words.value.waiting(waiting)]),
		...(left === null ? [] : [words.value.quotaLeft(left)]),
	];
	return (
		<button
			type="button"
			class="button button-primary take-number"
			onClick={() =>
				dispatch({ type: "open", screen: { name: "priority", serviceId, procedureCode: code } })
			}
		>
			<Icon node={Ticket} />
			<span class="take-number-words">
				<strong>{words.value.takeNumberFor}</strong>
				{facts.length > 0 && <span>{facts.join(" · ")}</span>}
			</span>
		</button>
	);
}

function NoNumber({ service }: { service: OfficeService }) {
	const now = new Date().toISOString();
	const why = whyShut(service, now, office.value?.timeZone ?? "UTC", language.value);
	return (
		<p class="notice notice-care take-no-number" role="status">
			<Icon node={Clock} />
			<strong>{why}</strong>
		</p>
	);
}
