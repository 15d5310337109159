import type { Command, Context, TicketAct } from "./command.ts";
import { heldCounter } from "./decide-counter.ts";
import type { Event } from "./event.ts";
import { never } from "./never.ts";
import { ticketNumber } from "./numbering.ts";
import { chooseNext } from "./order.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { CounterState, QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Gives the next number of the service. Refuses an unknown service or priority class, and a service that no counter serves. */
export function issueTicket(
	state: QueueState,
	command: Of<"issue-ticket">,
	context: Context,
): Result<Event[]> {
	const service = state.settings.services.find(({ id }) => id === command.serviceId);
	if (!service) return refused("service/unknown");
	if (!state.settings.counters.some(({ services }) => services.includes(service.id))) {
		return refused("service/not-served");
	}
	const { priorityClass } = command;
	if (priorityClass !== null && !state.settings.priorityClasses.includes(priorityClass)) {
		return refused("priority-class/unknown");
	}
	return accepted([
		{
			type: "ticket-issued",
			ticketId: context.newTicketId(),
			number: ticketNumber(service.prefix, (state.lastNumber.get(service.prefix) ?? 0) + 1),
			serviceId: service.id,
			priorityClass,
			procedureCode: command.procedureCode,
			language: command.language,
			kioskId: command.kioskId,
		},
	]);
}

/**
 * Finishes whoever is at the counter and calls the next. With nobody waiting the counter is only freed.
 * Refuses a counter that is not open, or whose current ticket is no longer the one the officer saw.
 */
export function callNext(state: QueueState, command: Of<"call-next">): Result<Event[]> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter, settings } = held.value;
	if (counter.status !== "open") return refused("counter/not-open");
	if (command.ifCurrent !== undefined && command.ifCurrent !== counter.currentTicketId) {
		return refused("counter/current-changed");
	}
	const events: Event[] = [];
	if (counter.currentTicketId) {
		events.push({
			type: "ticket-finished",
			ticketId: counter.currentTicketId,
			counterId: counter.id,
		});
	}
	const next = chooseNext(state, settings.services);
	if (next) {
		events.push({
			type: "ticket-called",
			ticketId: next.ticket.id,
			counterId: counter.id,
			rule: next.rule,
		});
	}
	return accepted(events);
}

/** Recalls, starts, finishes or misses the person at the counter. */
export function actOnTicket(state: QueueState, command: Of<TicketAct>): Result<Event[]> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const found = ticketAt(state, held.value.counter, command.ticketId);
	if (!found.ok) return found;
	const ticket = found.value;
	const about = { ticketId: ticket.id, counterId: held.value.counter.id };
	switch (command.type) {
		case "recall":
			return whenCalled(ticket, { type: "ticket-recalled", ...about });
		case "start":
			return whenCalled(ticket, { type: "ticket-started", ...about });
		case "miss":
			return whenCalled(ticket, { type: "ticket-missed", ...about });
		case "finish":
			return accepted([{ type: "ticket-finished", ...about }]);
		default:
			return never(command.type);
	}
}

/** Whoever is already being served can be neither called again nor missed, and is not started twice. */
function whenCalled(ticket: Ticket, event: Event): Result<Event[]> {
	return ticket.state === "called"
		? accepted([event])
		: refused("ticket/not-called", { number: ticket.number });
}

function ticketAt(
	state: QueueState,
	counter: CounterState,
	ticketId: string | undefined,
): Result<Ticket> {
	if (ticketId === undefined && !counter.currentTicketId) return refused("counter/no-current");
	const ticket = state.tickets.get(ticketId ?? counter.currentTicketId ?? "");
	if (!ticket) return refused("ticket/unknown");
	if (ticket.id !== counter.currentTicketId) {
		return refused("ticket/at-other-counter", { number: ticket.number });
	}
	return accepted(ticket);
}
