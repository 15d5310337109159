import "./choices.css";
import "./priority.css";
import { ListPlus, LoaderCircle, TriangleAlert } from "lucide";
import type { OfficeService } from "../../protocol/office.ts";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import { CutOff } from "../cut-off.tsx";
import { cutOff, office, serviceNames, waitingFor, waitNow } from "../office.ts";
import { NoPaper } from "../printer-news.tsx";
import { ServiceMark } from "../service-mark.tsx";
import { type Screen, visitAfter } from "../state.ts";
import { dispatch, language, parts, words } from "../store.ts";
import { takeTicket } from "../take-ticket.ts";
import { Late } from "./late.tsx";
import { Trouble } from "./trouble.tsx";

/** The last question before the number: each answer takes it, and none is dressed as the one to press. */
export function Priority({ at }: { at: Extract<Screen, { name: "priority" }> }) {
	const order = parts.order.value;
	const { serviceId, procedureCode } = at;
	const busy = order.state === "under-way";
	const disabled = busy || cutOff.value;
	const service = office.value?.services.find(({ id }) => id === serviceId);
	if (office.value !== null && service === undefined) return <Gone />;
	const classes = office.value?.priorityClasses ?? [];
	const take = (priorityClass: string | null) =>
		takeTicket({
			serviceId,
			procedureCode,
			priorityClass,
			visit: visitAfter(parts.visit.value, serviceId),
		});
	return (
		<div class="screen screen-paged">
			<div class="screen-head priority-head">
				{service !== undefined && <ForService service={service} />}
				<h1>{words.value.priorityTitle}</h1>
				<p>{words.value.priorityHint}</p>
				{cutOff.value ? !busy && <CutOff /> : <NoPaper />}
			</div>
			{/* Before the answers, since each of them takes the number. */}
			<Also serviceId={serviceId} busy={busy} />
			<Pager words={words.value} name={words.value.priorityTitle}>
				{service?.servedToday === false && <Late />}
				{order.state === "refused" && !cutOff.value && (
					<div class="notice notice-wrong" role="alert">
						<Icon node={TriangleAlert} />
						<div>
							<strong>{words.value.notTaken}</strong>
							<p>{order.detail ?? words.value.notTakenUnheard}</p>
						</div>
					</div>
				)}
				{busy && (
					<div class="notice" role="status">
						<span class="spinning">
							<Icon node={LoaderCircle} />
						</span>
						<strong>{words.value.taking}</strong>
					</div>
				)}
				<ul class="choices priority-classes">
					{classes.map(({ id, name, hint }) => (
						<li key={id}>
							<button
								type="button"
								class="button button-choice choice"
								disabled={disabled}
								onClick={() => take(id)}
							>
								<span class="choice-words">
									<strong>{inLanguage(name, language.value)}</strong>
									{hint !== undefined && <span>{inLanguage(hint, language.value)}</span>}
								</span>
							</button>
						</li>
					))}
					<li class="priority-none">
						<button
							type="button"
							class="button button-choice choice"
							disabled={disabled}
							onClick={() => take(null)}
						>
							<span class="choice-words">
								<strong>{words.value.noPriority}</strong>
								<span>{words.value.noPriorityHint}</span>
							</span>
						</button>
					</li>
				</ul>
			</Pager>
		</div>
	);
}

/** The office was changed while somebody stood here. */
function Gone() {
	return (
		<Trouble
			title={words.value.serviceGone}
			detail={words.value.serviceGoneHint}
			way={words.value.chooseAgain}
			again={() => dispatch({ type: "home" })}
		/>
	);
}

/** What the number will be for, how many are before it and how long that takes: known before one commits. */
function ForService({ service }: { service: OfficeService }) {
	const { id, name } = service;
	const waiting = waitingFor(id);
	const wait = waitNow(id, null);
	return (
		<div class="for-service">
			<span class="prefix">
				<ServiceMark service={service} />
			</span>
			<div>
				<p>
					{words.value.forService} <strong>{inLanguage(name, language.value)}</strong>
				</p>
				{(waiting !== null || wait !== null) && (
					<p class="for-service-wait">
						{waiting !== null && <span>{words.value.waiting(waiting)}</span>}
						{wait !== null && <span>{words.value.wait(wait.lowMin, wait.highMin)}</span>}
					</p>
				)}
			</div>
		</div>
	);
}

/** The other services of this visit, and the way to choose them. Left out where there is but one service. */
function Also({ serviceId, busy }: { serviceId: string; busy: boolean }) {
	const said = words.value.queue;
	if ((office.value?.services.length ?? 0) < 2) return null;
	const after = serviceNames(visitAfter(parts.visit.value, serviceId), language.value);
	return (
		<div class="also">
			<button
				type="button"
				class="button"
				disabled={busy}
				onClick={() => dispatch({ type: "open", screen: { name: "visit", serviceId } })}
			>
				<Icon node={ListPlus} />
				<span>
					{after.length === 0 ? (
						said.also
					) : (
						<>
							{said.afterwards} <strong>{after.join(" → ")}</strong>
						</>
					)}
				</span>
			</button>
		</div>
	);
}
