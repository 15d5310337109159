import type { StaffCounterRow, StaffTicket } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { inLanguage } from "../../words/language.ts";
import { staffWords } from "../../words/staff.ts";
import { runningClock, useNow } from "./clock.ts";
import { priorityName, serviceName } from "./names.ts";
import { Notes } from "./notes.tsx";
import { between, spanInWords } from "./spans.ts";
import type { Why } from "./work.ts";

export interface PersonProps {
	counter: StaffCounterRow;
	office: OfficeView | null;
	/** How many wait for this counter. */
	waiting: number;
	/** The number that is called next here; null where that is nobody, or not known. */
	next: string | null;
	why: Why | null;
	onLook: (number: string) => void;
}

/** Who is at the counter now. */
export function Person({ counter, office, waiting, next, why, onLook }: PersonProps) {
	const words = staffWords[language.value];
	const { person } = consoleWords[language.value];
	const { current, status } = counter;
	if (!current) {
		return (
			<section class="person is-empty" aria-live="polite">
				<p class="person-none">{words.nobodyHere}</p>
				<p class="soft">
					{status === "paused" ? words.pausedHint : words.nobodyHereHint(waiting)}{" "}
					{next !== null && person.next(next)}
				</p>
			</section>
		);
	}
	return (
		<section class={`person is-${current.state}`} data-ticket={current.number}>
			<div class="person-who">
				<div aria-live="polite">
					<button
						type="button"
						class="person-number"
						title={person.open(current.number)}
						onClick={() => onLook(current.number)}
					>
						{current.number}
					</button>
					<p class="person-state">
						{current.state === "serving" ? words.ticketState.serving : words.ticketState.called}
					</p>
				</div>
				<Clock ticket={current} />
			</div>
			<div class="person-rest">
				<Facts ticket={current} office={office} />
				<Notes notes={current.notes} office={office} />
				{why?.ticketId === current.id && (
					<p class="person-why soft">{inLanguage(why.detail, language.value)}</p>
				)}
			</div>
		</section>
	);
}

/** How long it is since they were called, or since they came. */
function Clock({ ticket: { state, calledAt, startedAt } }: { ticket: StaffTicket }) {
	const now = useNow(1_000);
	const { since } = consoleWords[language.value].person;
	const from = startedAt ?? calledAt;
	if (from === null) return null;
	return (
		<p class="person-clock">
			<span class="soft">{state === "serving" ? since.serving : since.called}</span>{" "}
			<strong>{runningClock(now - Date.parse(from))}</strong>
		</p>
	);
}

function Facts({ ticket, office }: { ticket: StaffTicket; office: OfficeView | null }) {
	const words = staffWords[language.value];
	const { person } = consoleWords[language.value];
	const { priorityClass, visit, issuedAt, calledAt } = ticket;
	return (
		<dl class="person-facts">
			{priorityClass !== null && (
				<div class="is-priority">
					<dt>{words.priority}</dt>
					<dd>{priorityName(priorityClass, office)}</dd>
				</div>
			)}
			<div class="is-service">
				<dt>{words.service}</dt>
				<dd>{serviceName(ticket.serviceId, office)}</dd>
			</div>
			{visit.length > 0 && (
				<div>
					<dt>{person.onTo}</dt>
					<dd>{visit.map((id) => serviceName(id, office)).join(" → ")}</dd>
				</div>
			)}
			<div class="is-short">
				<dt>{words.waited}</dt>
				<dd>{calledAt === null ? "–" : spanInWords(between(issuedAt, calledAt), words)}</dd>
			</div>
			<div class="is-short">
				<dt>{words.calls}</dt>
				<dd>{words.times(ticket.callCount)}</dd>
			</div>
		</dl>
	);
}
