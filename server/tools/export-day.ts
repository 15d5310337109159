import { stringify } from "csv-stringify/sync";
import { ledgerWords } from "../../words/ledger.ts";
import type { FoldedEvent } from "../log/folded-events.ts";
import type { ToldOffice } from "../log/told-office.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { counterLabel } from "../views/counter-label.ts";

/**
 * A day's tickets as CSV for spreadsheets, one row a ticket in the order they were issued: UTF-8 with a byte order mark, without which Excel garbles
 * Vietnamese, and with cells that a spreadsheet would run as a formula made harmless. Times are the office's, waits and services whole
 * seconds. A ticket's id is its holder's key and is not in it.
 */
export async function ticketsAsCsv(
	events: AsyncIterable<FoldedEvent>,
	office: ToldOffice,
): Promise<string> {
	const officers = new Map<string, string>();
	let last: QueueState | undefined;
	for await (const { event, by, state } of events) {
		last = state;
		if (!("ticketId" in event && "counterId" in event) || event.counterId === null) continue;
		officers.set(event.ticketId, state.counters.get(event.counterId)?.officer?.name ?? by);
	}
	const rows = [...(last?.tickets.values() ?? [])].map((ticket) => ({
		...rowOf(ticket, office),
		counter: ticket.counterId === null || !last ? "" : counterLabel(last, ticket.counterId),
		officer: officers.get(ticket.id) ?? "",
	}));
	return stringify(rows, {
		bom: true,
		header: true,
		columns: ledgerWords[office.language].columns,
		escape_formulas: true,
		record_delimiter: "windows",
	});
}

/**
 * A day's events for programs, one JSON object a line: `seq`, `at` (ISO 8601, UTC), `by`, `type` and what else the event says. In place of a
 * ticket's id stands its `number`.
 */
export async function* eventsAsJsonLines(
	events: AsyncIterable<FoldedEvent>,
): AsyncGenerator<string> {
	for await (const { event, by, state } of events) {
		const { seq, at, type, ...more } = event;
		const line = { seq, at, by, type, ...("ticketId" in more ? numbered(more, state) : more) };
		yield `${JSON.stringify(line)}\n`;
	}
}

function numbered({ ticketId, ...more }: { ticketId: string }, { tickets }: QueueState): object {
	return { ...more, number: tickets.get(ticketId)?.number ?? null };
}

function rowOf(ticket: Ticket, office: ToldOffice) {
	const when = (at: string | null) => (at === null ? "" : office.dateTime(at));
	const words = ledgerWords[office.language];
	return {
		number: ticket.number,
		service: office.service(ticket.serviceId),
		priorityClass: ticket.priorityClass === null ? "" : office.priorityClass(ticket.priorityClass),
		procedure: ticket.procedureCode ?? "",
		language: ticket.language,
		kiosk: ticket.kioskId ?? "",
		issued: when(ticket.issuedAt),
		called: when(ticket.calledAt),
		started: when(ticket.startedAt),
		ended: when(ticket.endedAt),
		state: words.states[ticket.state],
		calls: ticket.callCount,
		waitedSeconds: secondsBetween(ticket.issuedAt, ticket.calledAt),
		servedSeconds: secondsBetween(ticket.startedAt, ticket.endedAt),
	};
}

function secondsBetween(from: string | null, to: string | null): number | "" {
	return from === null || to === null ? "" : Math.round((Date.parse(to) - Date.parse(from)) / 1000);
}
