import type { Audience } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import { boardView } from "../views/board.ts";
import { kioskView, type NamedService } from "../views/service-rows.ts";
import { staffView } from "../views/staff.ts";
import { phoneRow } from "../views/ticket.ts";
import { allRows, changedRows, type View } from "../views/view.ts";

export type Rows = { [key: string]: unknown };

/** Clients that see the same thing: all boards, all staff, or the phones that hold one ticket. */
export interface Room {
	readonly name: string;
	rows(state: QueueState): Rows;
	/** The rows that an event may have changed; null where this room sees nothing of it. */
	changes(state: QueueState, event: StampedEvent): Rows | null;
}

/** The room of an audience; `id` is the phone's ticket, or the kiosk. */
export function roomOf(services: readonly NamedService[], audience: Audience, id: string): Room {
	switch (audience) {
		case "board":
			return sharedRoom("board", boardView(services));
		case "kiosk":
			return sharedRoom(`kiosk:${id}`, kioskView(services));
		case "staff":
			return sharedRoom("staff", staffView(services));
		case "ticket":
			return phoneRoom(services, id);
	}
}

function sharedRoom<Row>(name: string, view: View<Row>): Room {
	return {
		name,
		rows: (state) => allRows(view, state),
		changes(state, event) {
			const set = changedRows(view, state, event);
			return Object.keys(set).length > 0 ? set : null;
		},
	};
}

/** A phone hears of its own ticket, and of everyone who leaves the line before it. */
function phoneRoom(services: readonly NamedService[], ticketId: string): Room {
	const row = (state: QueueState) => {
		const ticket = state.tickets.get(ticketId);
		return ticket ? phoneRow(services, state, ticket) : null;
	};
	return {
		name: `ticket:${ticketId}`,
		rows(state) {
			const ticket = row(state);
			return ticket ? { ticket } : {};
		},
		changes(state, event) {
			if (!("ticketId" in event)) return null;
			const own = state.tickets.get(ticketId);
			if (!own) return null;
			if (event.ticketId !== ticketId) {
				// Only a ticket that is called leaves the line, and only one that came before moves this one up.
				if (event.type !== "ticket-called" || own.state !== "waiting") return null;
				const other = state.tickets.get(event.ticketId);
				if (other?.serviceId !== own.serviceId) return null;
			}
			return { ticket: row(state) };
		},
	};
}
