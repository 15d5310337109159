import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { StaffCounterRow, StaffTicket } from "../protocol/live.ts";
import type { OfficeView } from "../protocol/office.ts";
import { language } from "../ui/language.ts";
import { inLanguage, nameOf } from "../words/language.ts";
import { staffWords } from "../words/staff.ts";
import { procedureOf } from "./procedure-names.ts";
import { between, spanInWords } from "./spans.ts";
import type { Line } from "./view.ts";

export interface PersonProps {
	counter: StaffCounterRow;
	lines: readonly Line[];
	office: OfficeView | null;
	/** How many wait for this counter. */
	waiting: number;
}

/** Who is at the counter now. */
export function Person({ counter, lines, office, waiting }: PersonProps) {
	const words = staffWords[language.value];
	const { current, status } = counter;
	if (!current) {
		return (
			<section class="person is-empty" aria-live="polite">
				<p class="person-none">{words.nobodyHere}</p>
				<p class="soft">{status === "paused" ? words.pausedHint : words.nobodyHereHint(waiting)}</p>
			</section>
		);
	}
	return (
		<section class={`person is-${current.state}`} data-ticket={current.number}>
			<div class="person-who" aria-live="polite">
				<p class="person-number">{current.number}</p>
				<p class="person-state">
					{current.state === "serving" ? words.ticketState.serving : words.ticketState.called}
				</p>
			</div>
			<Facts ticket={current} lines={lines} office={office} />
		</section>
	);
}

function Facts({
	ticket,
	lines,
	office,
}: {
	ticket: StaffTicket;
	lines: readonly Line[];
	office: OfficeView | null;
}) {
	const words = staffWords[language.value];
	const now = useMinute();
	const service = lines.find(({ id }) => id === ticket.serviceId);
	const named = office?.services.find(({ id }) => id === ticket.serviceId) ?? service;
	const priority = office?.priorityClasses.find(({ id }) => id === ticket.priorityClass);
	const procedure = ticket.procedureCode ? procedureOf(ticket.procedureCode).value : null;
	return (
		<dl class="person-facts">
			{ticket.priorityClass !== null && (
				<div class="is-priority">
					<dt>{words.priority}</dt>
					<dd>{priority ? inLanguage(priority.name, language.value) : ticket.priorityClass}</dd>
				</div>
			)}
			<div>
				<dt>{words.service}</dt>
				<dd>{named ? inLanguage(named.name, language.value) : ticket.serviceId}</dd>
			</div>
			{ticket.procedureCode !== null && (
				<div>
					<dt>{words.procedure}</dt>
					<dd>{procedure ? nameOf(procedure, language.value) : ticket.procedureCode}</dd>
				</div>
			)}
			<div class="is-short">
				<dt>{words.waited}</dt>
				<dd>{spanInWords(between(ticket.issuedAt, ticket.calledAt ?? now), words)}</dd>
			</div>
			<div class="is-short">
				<dt>{words.calls}</dt>
				<dd>{words.times(ticket.callCount)}</dd>
			</div>
			{ticket.startedAt !== null && (
				<div class="is-short">
					<dt>{words.served}</dt>
					<dd>{spanInWords(between(ticket.startedAt, now), words)}</dd>
				</div>
			)}
		</dl>
	);
}

/** The moment, ISO 8601, close enough for spans in minutes. */
function useMinute(): string {
	const now = useSignal(new Date().toISOString());
	useEffect(() => {
		const timer = setInterval(() => {
			now.value = new Date().toISOString();
		}, 5_000);
		return () => clearInterval(timer);
	}, [now]);
	return now.value;
}
