import type { Change, PhoneRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import type { NamedService } from "../views/service-rows.ts";
import { phoneRow } from "../views/ticket.ts";
import { changeOf } from "./change-of.ts";
import type { Filed } from "./history.ts";
import { addMerged } from "./merged.ts";

/** A change and the phones' ticket that it is for. */
export interface PhoneChange {
	ticketId: string;
	change: Change;
}

/** The tickets that phones follow now, and what they are told: of their own ticket, and of moving up in the line. */
export interface Phones {
	enter(ticketId: string): void;
	leave(ticketId: string): void;
	row(state: QueueState, ticketId: string): PhoneRow | null;
	/** What an event, already folded in, changed for the phones that are here. */
	changes(state: QueueState, event: StampedEvent): PhoneChange[];
}

export function createPhones(services: readonly NamedService[]): Phones {
	/** How many phones follow each ticket. Found by the ticket's id, so that an event costs nothing for all the others. */
	const following = new Map<string, number>();

	return {
		enter(ticketId) {
			following.set(ticketId, (following.get(ticketId) ?? 0) + 1);
		},
		leave(ticketId) {
			const left = (following.get(ticketId) ?? 0) - 1;
			if (left > 0) following.set(ticketId, left);
			else following.delete(ticketId);
		},
		row(state, ticketId) {
			const ticket = state.tickets.get(ticketId);
			return ticket ? phoneRow(services, state, ticket) : null;
		},
		changes(state, event) {
			if (following.size === 0 || !("ticketId" in event)) return [];
			return [...ownChange(state, event), ...movedUp(state, event)];
		},
	};

	function* ownChange(state: QueueState, event: TicketEvent): Generator<PhoneChange> {
		const { ticketId } = event;
		if (!following.has(ticketId)) return;
		const ticket = state.tickets.get(ticketId);
		const about = changeOf(state, event);
		if (!ticket || !about) return;
		yield { ticketId, change: { ...about, set: { ticket: phoneRow(services, state, ticket) } } };
	}

	/** Looks at the phones that are here and not at the line, which may be much longer. */
	function* movedUp(state: QueueState, event: TicketEvent): Generator<PhoneChange> {
		// Only a ticket that is called leaves the line.
		if (event.type !== "ticket-called") return;
		const serviceId = state.tickets.get(event.ticketId)?.serviceId;
		if (serviceId === undefined) return;
		for (const ticketId of following.keys()) {
			const ticket = state.tickets.get(ticketId);
			if (ticket?.serviceId !== serviceId || ticket.state !== "waiting") continue;
			const row = phoneRow(services, state, ticket);
			yield { ticketId, change: movedUpChange(event, row) };
		}
	}
}

/**
 * What a phone missed, out of the events it was away for. All carry the row as it stood after the last of them: rows
 * are absolute, and a phone shows one.
 * @param row the phone's row after the last of the events
 */
export function missedByPhone(
	filed: readonly Filed[],
	state: QueueState,
	row: PhoneRow,
): readonly Change[] {
	const isOwn = ({ event }: Filed) => "ticketId" in event && event.ticketId === row.id;
	// Whoever was called meanwhile had waited until then.
	let waits =
		row.state === "waiting" ||
		filed.some((one) => isOwn(one) && one.event.type === "ticket-called");
	const missed: Change[] = [];
	for (const one of filed) {
		const { event, about } = one;
		if (isOwn(one)) {
			addMerged(missed, { ...about, set: { ticket: row } });
			waits = event.type === "ticket-issued";
		} else if (waits && event.type === "ticket-called") {
			if (state.tickets.get(event.ticketId)?.serviceId !== row.serviceId) continue;
			addMerged(missed, movedUpChange(event, row));
		}
	}
	return missed;
}

type TicketEvent = Extract<StampedEvent, { ticketId: string }>;

/** Carries nothing of the call that moved it up: a phone chimes at its own alone. */
function movedUpChange({ seq, at }: StampedEvent, row: PhoneRow): Change {
	return { seq, type: "moved-up", at, set: { ticket: row } };
}
