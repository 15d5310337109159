import { Clock, type IconNode, Ticket, WifiOff } from "lucide";
import type { OfficeService } from "../../protocol/office.ts";
import type { Procedure } from "../../protocol/procedures.ts";
import { Icon } from "../../ui/icon.tsx";
import { whyShut } from "../../words/opening.ts";
import { cutOff, numbersLeft, office, waitingFor } from "../office.ts";
import { dispatch, language, words } from "../store.ts";

/**
 * The one main action of a procedure's page: a number for the service that it belongs to, with how many wait there. Where
 * none can be taken: why not, and when again.
 */
export function TakeNumber({ procedure: { code, serviceId } }: { procedure: Procedure }) {
	const service = office.value?.services.find(({ id }) => id === serviceId);
	if (service === undefined) return null;
	if (cutOff.value) return <NoNumber icon={WifiOff} why={words.value.cutOff.title} />;
	if (!service.open) return <NoNumber icon={Clock} why={whyNone(service)} />;
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

function whyNone(service: OfficeService): string | null {
	const now = new Date().toISOString();
	return whyShut(service, now, office.value?.timeZone ?? "UTC", language.value);
}

function NoNumber({ icon, why }: { icon: IconNode; why: string | null }) {
	return (
		<p class="notice notice-care take-no-number" role="status">
			<Icon node={icon} />
			<strong>{why}</strong>
		</p>
	);
}
