import type { Command, TicketAct } from "./command.ts";
import { heldCounter } from "./decide-counter.ts";
import type { Event } from "./event.ts";
import { goOn } from "./go-on.ts";
import { isLastCall } from "./last-call.ts";
import { never } from "./never.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { CounterState, QueueState } from "./state.ts";
import { isAtCounter, isOpen, type Ticket } from "./ticket.ts";
import { written } from "./written.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Recalls, starts, finishes, misses or parks the person at the counter. */
export function actOnTicket(state: QueueState, command: Of<TicketAct>): Result<Event[]> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const found = currentTicket(state, held.value.counter, command.ticketId);
	if (!found.ok) return found;
	const ticket = found.value;
	const counterId = held.value.counter.id;
	const about = { ticketId: ticket.id, counterId };
	switch (command.type) {
		case "recall":
			return whenCalled(ticket, recall(state, ticket, counterId));
		case "start":
			return whenCalled(ticket, { type: "ticket-started", ...about });
		case "miss":
			return whenCalled(ticket, { type: "ticket-missed", ...about });
		case "park":
			return accepted([{ type: "ticket-parked", ...about, ...written("reason", command.reason) }]);
		case "finish":
			return accepted([goOn(ticket, counterId)]);
		default:
			return never(command);
	}
}

/** The ticket at the counter. Refuses where there is none, another than that, and one that is over. */
export function currentTicket(
	state: QueueState,
	counter: CounterState,
	ticketId: string | undefined,
): Result<Ticket> {
	if (ticketId === undefined && !counter.currentTicketId) return refused("counter/no-current");
	const ticket = state.tickets.get(ticketId ?? counter.currentTicketId ?? "");
	if (!ticket) return refused("ticket/unknown");
	if (ticket.id === counter.currentTicketId) return accepted(ticket);
	const { number } = ticket;
	if (!isOpen(ticket)) return refused("ticket/over", { number });
	return refused(isAtCounter(ticket) ? "ticket/at-other-counter" : "ticket/not-called", { number });
}

/** Once more, unless that was often enough: then nobody came. */
function recall(state: QueueState, ticket: Ticket, counterId: string): Event {
	const type = isLastCall(state, ticket) ? "ticket-missed" : "ticket-recalled";
	return { type, ticketId: ticket.id, counterId };
}

/** Whoever is already being served can be neither called again nor missed, and is not started twice. */
function whenCalled(ticket: Ticket, event: Event): Result<Event[]> {
	return ticket.state === "called"
		? accepted([event])
		: refused("ticket/not-called", { number: ticket.number });
}
