import "./number.css";
import { Armchair } from "lucide";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { Icon } from "../../ui/icon.tsx";
import { Pager } from "../../ui/pager.tsx";
import { inLanguage } from "../../words/language.ts";
import {
	mustPhotograph,
	type NumberScreen,
	type PaperStands,
	paperStands,
} from "../number-screen.ts";
import { office, seatsFor, serviceNames } from "../office.ts";
import { Qr } from "../qr.tsx";
import { secondsLeft } from "../state.ts";
import { clockMs, dispatch, language, parts, state, words } from "../store.ts";
import { Late } from "./late.tsx";
import { Paper } from "./paper.tsx";

/** The number, as large as the screen lets it, and what becomes of the paper. */
export function NumberShown({ at }: { at: NumberScreen }) {
	const { ticket, ahead, wait, followUrl, servedToday } = at.answer;
	const paper = paperStands(at, parts.printers.value);
	const photograph = mustPhotograph(paper);
	return (
		<div class="screen screen-paged screen-number">
			<Pager words={words.value} name={words.value.yourNumber} action={<End paper={paper} />}>
				<div class={photograph ? "number is-kept" : "number"}>
					<div class="number-card">
						<h1 aria-label={`${words.value.yourNumber}: ${ticket.number}`}>
							{words.value.yourNumber}
						</h1>
						<p class="number-figure" style={{ "--letters": ticket.number.length }}>
							{ticket.number}
						</p>
						<p class="number-service">{inLanguage(ticket.serviceName, language.value)}</p>
						<PriorityNamed ticket={ticket} />
						{ahead !== null && <p class="number-ahead">{words.value.ahead(ahead)}</p>}
						{wait !== null && <p>{words.value.wait(wait.lowMin, wait.highMin)}</p>}
						<WhereNext ticket={ticket} />
					</div>
					{servedToday === false && <Late />}
					<Paper paper={paper} reprint={at.reprint} />
					<div class="number-follow">
						<Qr text={followUrl} />
						<div class="number-follow-words">
							{photograph && <strong>{words.value.paper.photograph}</strong>}
							{photograph && <p>{words.value.paper.photographHint}</p>}
							<p>{words.value.follow}</p>
						</div>
					</div>
				</div>
			</Pager>
		</div>
	);
}

/** Whoever has priority sees it said; whoever pressed the wrong line, too. */
export function PriorityNamed({ ticket: { priorityClass } }: Pick<TicketAnswer, "ticket">) {
	const named = office.value?.priorityClasses.find(({ id }) => id === priorityClass);
	if (named === undefined) return null;
	return (
		<p>
			{words.value.priority} <strong>{inLanguage(named.name, language.value)}</strong>
		</p>
	);
}

/** How long the number stays, and the way to let the next person on. */
function End({ paper }: { paper: PaperStands }) {
	return (
		<div class="number-end">
			<p class="number-seconds">
				{words.value.secondsLeft(secondsLeft(state.value, clockMs.value) ?? 0)}
			</p>
			<button
				type="button"
				// One main action a screen: to print again, where that is offered.
				class={"mayAgain" in paper && paper.mayAgain ? "button" : "button button-primary"}
				onClick={() => dispatch({ type: "start-over" })}
			>
				{words.value.done}
			</button>
		</div>
	);
}

/** Where to sit, and what comes after this service; what the office does not say of it is told by its counters. */
export function WhereNext({ ticket: { serviceId, visit } }: Pick<TicketAnswer, "ticket">) {
	const said = words.value.queue;
	const { seats, counters } = seatsFor(serviceId);
	const after = serviceNames(visit, language.value);
	return (
		<>
			{seats !== null ? (
				<p class="number-seats">
					<Icon node={Armchair} />
					{said.sit(inLanguage(seats, language.value))}
				</p>
			) : (
				counters.length > 0 && (
					<p class="number-seats">
						<Icon node={Armchair} />
						{said.sitByCounters(counters)}
					</p>
				)
			)}
			{after.length > 0 && (
				<p>
					{said.afterwards} <strong>{after.join(" → ")}</strong>
				</p>
			)}
		</>
	);
}
