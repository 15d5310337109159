import type { Change, PhoneRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { isFirstComeFirstCalled } from "../queue/policy.ts";
import type { QueueState } from "../queue/state.ts";
import { hallKey, hallRow, touchesHall } from "../views/hall-row.ts";
import type { ShownOffice } from "../views/service-rows.ts";
import { phoneRow } from "../views/ticket.ts";
import { linesTouched } from "../views/view.ts";
import { type About, changesOf, type Happened } from "./changes.ts";
import type { Noted } from "./history.ts";

/** The tickets that phones follow now, and what they are told: of their own ticket, of moving up in the line, and of a hall that stands still. */
export interface Phones {
	enter(ticketId: string): void;
	leave(ticketId: string): void;
	/** Whether the event is about a ticket whose phone is here, or about everybody. */
	isOwn(event: StampedEvent): boolean;
	/** The tickets whose phones are here. */
	followed(): string[];
	row(state: QueueState, ticketId: string): PhoneRow | null;
	/** All that a phone is shown at first; no ticket where there is none such. */
	rows(state: QueueState, ticketId: string): { [key: string]: unknown };
	/** What events, all folded in, changed for each ticket whose phone is here. */
	changes(
		state: QueueState,
		noted: readonly Noted[],
	): Iterable<[ticketId: string, changes: readonly Change[]]>;
}

const ticketKey = "ticket";
const ownKeys = [ticketKey];
/** With the ticket, which may have moved up just before. */
const hallKeys = [hallKey, ticketKey];

export function createPhones(office: ShownOffice): Phones {
	/** How many phones follow each ticket. Found by the ticket's id, so that an event costs nothing for all the others. */
	const following = new Map<string, number>();

	function row(state: QueueState, ticketId: string): PhoneRow | null {
		const ticket = state.tickets.get(ticketId);
		return ticket ? phoneRow(office.services, state, ticket) : null;
	}

	return {
		enter(ticketId) {
			following.set(ticketId, (following.get(ticketId) ?? 0) + 1);
		},
		leave(ticketId) {
			const left = (following.get(ticketId) ?? 0) - 1;
			if (left > 0) following.set(ticketId, left);
			else following.delete(ticketId);
		},
		followed: () => [...following.keys()],
		isOwn: (event) =>
			"ticketId" in event
				? following.has(event.ticketId)
				: following.size > 0 && touchesHall(event),
		row,
		rows(state, ticketId) {
			const own = row(state, ticketId);
			return { [hallKey]: hallRow(state), ...(own && { [ticketKey]: own }) };
		},
		changes(state, noted) {
			if (following.size === 0) return [];
			const happened = happenedTo(following, state, noted);
			return [...happened].map(([ticketId, events]) => [
				ticketId,
				changesOf(events, "calls", (key) =>
					key === hallKey ? hallRow(state) : row(state, ticketId),
				),
			]);
		},
	};
}

/** Looks once at the phones that are here for all events, and never at the line, which may be much longer. */
function happenedTo(
	following: ReadonlyMap<string, number>,
	state: QueueState,
	noted: readonly Noted[],
): Map<string, Happened[]> {
	const happened = new Map<string, Happened[]>();
	const happenedOf = (ticketId: string) => {
		const own = happened.get(ticketId) ?? [];
		happened.set(ticketId, own);
		return own;
	};
	/** The last event that let those behind it move up, by service. */
	const movedUp = new Map<string, StampedEvent>();
	for (const { event, about } of noted) {
		const ticketId = "ticketId" in event ? event.ticketId : null;
		if (ticketId !== null && following.has(ticketId)) {
			happenedOf(ticketId).push({ about, keys: ownKeys });
		}
		if (touchesHall(event)) {
			for (const id of following.keys()) happenedOf(id).push({ about, keys: hallKeys });
		}
		for (const serviceId of linesMovedBy(state, event)) movedUp.set(serviceId, event);
	}
	if (movedUp.size === 0) return happened;
	for (const ticketId of following.keys()) {
		const ticket = state.tickets.get(ticketId);
		const by = ticket?.state === "waiting" && movedUp.get(ticket.serviceId);
		if (!by) continue;
		const own = happenedOf(ticketId);
		if ((own.at(-1)?.about.seq ?? 0) < by.seq) own.push({ about: movedUpBy(by), keys: ownKeys });
	}
	return happened;
}

/**
 * What a phone missed, out of the events it was away for.
 * @param row the phone's row after the last of the events
 */
export function missedByPhone(
	noted: readonly Noted[],
	state: QueueState,
	row: PhoneRow,
): readonly Change[] {
	const isOwn = ({ event }: Noted) => "ticketId" in event && event.ticketId === row.id;
	// Whoever was called meanwhile had waited until then.
	let waits =
		row.state === "waiting" ||
		noted.some((one) => isOwn(one) && one.event.type === "ticket-called");
	const missed: Happened[] = [];
	for (const one of noted) {
		const { event, about } = one;
		if (isOwn(one)) {
			missed.push({ about, keys: ownKeys });
			waits = mayWaitAfter(event);
		} else if (touchesHall(event)) {
			missed.push({ about, keys: hallKeys });
		} else if (waits && linesMovedBy(state, event).includes(row.serviceId)) {
			missed.push({ about: movedUpBy(event), keys: ownKeys });
		}
	}
	return changesOf(missed, "calls", (key) => (key === hallKey ? hallRow(state) : row));
}

function mayWaitAfter({ type }: StampedEvent): boolean {
	switch (type) {
		case "ticket-issued":
		case "ticket-returned":
		case "ticket-unparked":
		case "ticket-restored":
		case "ticket-transferred":
		case "ticket-set-back":
			return true;
		default:
			return false;
	}
}

/** The services in whose line others may have another place than before. Who comes last moves nobody: so is everyone where all are called as they came. */
function linesMovedBy(state: QueueState, event: StampedEvent): readonly string[] {
	const comesLast = event.type === "ticket-issued" && !event.slip;
	if (comesLast && isFirstComeFirstCalled(state)) return [];
	return linesTouched(state, event);
}

/** Carries nothing of the call that moved it up: a phone chimes at its own alone. */
function movedUpBy({ seq, at }: StampedEvent): About {
	return { seq, type: "moved-up", at };
}
