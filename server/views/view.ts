import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";

/**
 * What one audience may see, as keyed rows. Folding the touched rows of every event into the rows of an earlier state gives the
 * rows of the state: that is all that a live client relies on.
 */
export interface View<Row> {
	/** The keys of all rows there are now. */
	keys(state: QueueState): Iterable<string>;
	/** The row as it stands now; null where there is none (any more). */
	row(state: QueueState, key: string): Row | null;
	/** The keys whose rows the event, which is already folded in, may have changed. */
	touched(state: QueueState, event: StampedEvent): readonly string[];
}

/** All rows of a view as they stand now. */
export function allRows<Row>(view: View<Row>, state: QueueState): { [key: string]: Row } {
	const rows: { [key: string]: Row } = {};
	for (const key of view.keys(state)) {
		const row = view.row(state, key);
		if (row !== null) rows[key] = row;
	}
	return rows;
}

/** The ticket an event is about. */
export function ticketOf(state: QueueState, event: StampedEvent) {
	return "ticketId" in event ? state.tickets.get(event.ticketId) : undefined;
}

/** The services in whose line the event, which is already folded in, may have changed who waits or in what order. */
export function linesTouched(state: QueueState, event: StampedEvent): readonly string[] {
	switch (event.type) {
		case "ticket-issued":
		case "ticket-called":
		case "ticket-returned":
		case "ticket-unparked":
		case "ticket-restored":
		case "ticket-cancelled":
		case "slip-settled": {
			const ticket = state.tickets.get(event.ticketId);
			return ticket ? [ticket.serviceId] : [];
		}
		case "ticket-transferred":
		case "ticket-set-back": {
			const ticket = state.tickets.get(event.ticketId);
			return ticket ? [...new Set([event.fromServiceId, ticket.serviceId])] : [];
		}
		case "slip-withdrawn":
			return [event.serviceId];
		// Whoever was kept for that counter stands among the others again.
		case "counter-paused":
		case "counter-closed":
		case "time-passed":
			return [...state.lines.keys()];
		default:
			return [];
	}
}

/** The services for which another number may wait now. Time, and a counter that pauses or closes, change only in what order. */
export function countsTouched(state: QueueState, event: StampedEvent): readonly string[] {
	switch (event.type) {
		case "time-passed":
		case "counter-paused":
		case "counter-closed":
			return [];
		default:
			return linesTouched(state, event);
	}
}

/** The counter whose row the event may have changed. */
export function countersTouched(event: StampedEvent): string[] {
	return "counterId" in event && event.counterId !== null ? [counterKey(event.counterId)] : [];
}

export const serviceKey = keysOf("service");
export const lineKey = keysOf("line");
export const counterKey = keysOf("counter");

/** Not remembered: a ticket has it once or twice a day. */
export function asideKey(ticketId: string): string {
	return `aside:${ticketId}`;
}

/** Keys of rows of one kind. Each is made once: the same few are asked for at every event, and looked up quickly where they are the same string. */
function keysOf(kind: string): (id: string) => string {
	const keys = new Map<string, string>();
	return (id) => {
		const known = keys.get(id);
		if (known !== undefined) return known;
		const key = `${kind}:${id}`;
		keys.set(id, key);
		return key;
	};
}

/** Splits `kind:id`; the id may itself hold colons. */
export function splitKey(key: string): { kind: string; id: string } {
	const colon = key.indexOf(":");
	return { kind: key.slice(0, colon), id: key.slice(colon + 1) };
}
