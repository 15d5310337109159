import { useSignal } from "@preact/signals";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Rows, StaffRow, StaffTicket } from "../../protocol/live.ts";
import type { OfficeView } from "../../protocol/office.ts";
import type { FoundTicket } from "../../protocol/staff.ts";
import { api } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { consoleWords } from "../../words/console.ts";
import { nameOf } from "../../words/language.ts";
import { staffWords } from "../../words/staff.ts";
import { Question } from "../question.tsx";
import { refusalIn } from "../refusal.ts";
import { useNow } from "./clock.ts";
import { ofKey } from "./keys.ts";
import { counterLabel, priorityName, serviceName } from "./names.ts";
import { Notes } from "./notes.tsx";
import { procedureOf } from "./procedure-names.ts";
import type { Held, Seat } from "./seat.ts";
import { standingInWords, standingOf } from "./standing.ts";
import { storyOf } from "./story.ts";
import { isShown, labelOf, ticketActs } from "./ticket-acts.ts";
import { Told } from "./told.tsx";
import type { Work } from "./work.ts";

export interface TicketSheetProps {
	number: string;
	rows: Rows<StaffRow>;
	seat: Seat;
	office: OfficeView | null;
	work: Work;
	onCancel: () => void;
}

/** One ticket of today: where it is and why, how it came there, and what can be done with it. */
export function TicketSheet({ number, rows, seat, office, work, onCancel }: TicketSheetProps) {
	const words = consoleWords[language.value];
	const now = useNow(10_000);
	const found = useSignal<FoundTicket | null>(null);
	const refusal = useSignal<string | null>(null);
	const inRows = ticketIn(rows, number);
	// Asked for anew whenever something happens to it.
	const minute = Math.floor(now / 60_000);
	const stamp = JSON.stringify([inRows, seat.away, minute, lineOf(rows, found.value)]);
	useEffect(() => {
		let isOver = false;
		void api<FoundTicket>("GET", `/api/queue/${encodeURIComponent(number)}`).then((got) => {
			if (isOver) return;
			if (got.ok) found.value = got.value;
			refusal.value = got.ok
				? null
				: got.problem?.code === "ticket/unknown"
					? words.ticket.gone(number)
					: refusalIn(got, staffWords[language.value]);
		});
		return () => {
			isOver = true;
		};
	}, [number, stamp]);
	const held: Held | null = inRows ?? found.value?.ticket ?? null;
	const acts = held ? ticketActs.filter((act) => isShown(act, seat, held)) : [];
	// Before it is painted: a key counts from the moment its button is seen.
	useLayoutEffect(() => {
		function onKeyDown(event: KeyboardEvent) {
			const act = ofKey(acts, event);
			if (!act || !held) return;
			event.preventDefault();
			void work.pressOn(act, held);
		}
		addEventListener("keydown", onKeyDown);
		return () => removeEventListener("keydown", onKeyDown);
	});
	const standing = standingOf(rows, number);
	const timeZone = office?.timeZone ?? "UTC";
	const known = found.value;
	const state = inRows?.state ?? known?.ticket.state;
	const notes = inRows?.notes ?? known?.notes ?? [];

	return (
		<Question title={words.ticket.title(number)} onCancel={onCancel} readFirst>
			{held === null && <p role="status">{refusal.value ?? words.ticket.loading}</p>}
			{held && (
				<>
					<p class="sheet-state">
						<strong>{state && words.ticket.states[state]}</strong> {known && whereOf(known, office)}
					</p>
					<Facts ticket={inRows ?? known?.ticket ?? null} office={office} />
					{known && <p>{storyOf(known, words.ticket.story, timeZone)}</p>}
					{standing && (
						<p class="sheet-why">
							{standingInWords(standing, { nowMs: now, timeZone, language: language.value })}
						</p>
					)}
					<Notes notes={notes} office={office} />
					<div class="choices">
						{acts.map((act) => {
							const off = act.off(seat, held);
							const label = labelOf(act, words, seat, held);
							return (
								<button
									key={act.name}
									type="button"
									class="button act"
									data-act={act.name}
									aria-label={label}
									aria-keyshortcuts={act.key}
									disabled={work.busy.value || off !== null}
									onClick={() => void work.pressOn(act, held)}
								>
									<span>{label}</span>
									<kbd>{act.key}</kbd>
								</button>
							);
						})}
					</div>
				</>
			)}
			<Told work={work} gone={null} />
			<button type="button" class="button button-quiet" onClick={onCancel}>
				{words.ticket.close}
			</button>
		</Question>
	);
}

type Named = Pick<StaffTicket, "serviceId" | "priorityClass" | "procedureCode">;

function Facts({ ticket, office }: { ticket: Named | null; office: OfficeView | null }) {
	if (!ticket) return null;
	const { serviceId, priorityClass, procedureCode } = ticket;
	const procedure = procedureCode === null ? null : procedureOf(procedureCode).value;
	const said = [
		serviceName(serviceId, office),
		priorityClass !== null && priorityName(priorityClass, office),
		procedure ? nameOf(procedure, language.value) : procedureCode,
	].filter((one) => one !== false && one !== null);
	return <p>{said.join(" · ")}</p>;
}

/** At which counter, kept for which, or behind how many. */
function whereOf({ ticket, ahead, reservedFor }: FoundTicket, office: OfficeView | null): string {
	const words = consoleWords[language.value].ticket;
	const said = [
		ticket.counter && words.at(ticket.counter.label),
		ahead !== null && words.ahead(ahead),
		reservedFor !== null && words.keptFor(counterLabel(reservedFor, office)),
	].filter((one) => one !== false && one !== null);
	return said.map((one) => `· ${one}`).join(" ");
}

/** What moves somebody who waits further back than the live view shows: how many wait, and who is first. */
function lineOf(rows: Rows<StaffRow>, found: FoundTicket | null) {
	if (found?.ticket.state !== "waiting") return null;
	const { serviceId } = found.ticket;
	const [service, line] = [rows[`service:${serviceId}`], rows[`line:${serviceId}`]];
	return [
		service?.kind === "service" ? service.waiting : 0,
		line?.kind === "line" ? line.next.map(({ id }) => id) : [],
	];
}

/** The ticket as the live view has it: at a counter, near the head of a line, or aside. */
function ticketIn(rows: Rows<StaffRow>, number: string): StaffTicket | null {
	for (const row of Object.values(rows)) {
		if (row.kind === "counter" && row.current?.number === number) return row.current;
		if (row.kind === "aside" && row.ticket.number === number) return row.ticket;
	}
	return standingOf(rows, number)?.place ?? null;
}
