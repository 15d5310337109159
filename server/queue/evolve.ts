import type { StampedEvent } from "./event.ts";
import { never } from "./never.ts";
import { placeByNumber, placeInLine } from "./order.ts";
import { type CounterState, type QueueState, shownCalls } from "./state.ts";
import { isOpen, type Ticket } from "./ticket.ts";

/** Folds one event into the state, in place. Knows nothing but the event; an event that does not fit is a bug and throws. */
export function evolve(state: QueueState, event: StampedEvent): void {
	if (event.seq !== state.seq + 1) {
		throw new Error(`event ${event.seq} cannot follow event ${state.seq}`);
	}
	state.seq = event.seq;
	apply(state, event);
}

function apply(state: QueueState, event: StampedEvent): void {
	switch (event.type) {
		case "day-opened":
			state.day = event.day;
			return;
		case "day-closed":
			closeDay(state, event.at);
			return;
		case "settings-applied":
			applySettings(state, event);
			return;
		case "ticket-issued":
			issue(state, event);
			return;
		case "ticket-called":
		case "ticket-recalled":
			call(state, event);
			return;
		case "ticket-started": {
			const ticket = ticketOf(state, event.ticketId);
			ticket.state = "serving";
			ticket.startedAt = event.at;
			return;
		}
		case "ticket-finished":
			leave(state, event, "done");
			return;
		case "ticket-missed":
			leave(state, event, "missed");
			return;
		case "ticket-returned":
			putBack(state, event);
			return;
		case "counter-opened": {
			const counter = counterOf(state, event.counterId);
			state.dayClosed = false;
			counter.status = "open";
			counter.officer = event.officer;
			return;
		}
		case "counter-paused":
			counterOf(state, event.counterId).status = "paused";
			return;
		case "counter-closed":
			closeCounter(counterOf(state, event.counterId));
			return;
		default:
			never(event);
	}
}

type Of<T extends StampedEvent["type"]> = Extract<StampedEvent, { type: T }>;

function closeDay(state: QueueState, at: string): void {
	state.dayClosed = true;
	for (const ticket of state.tickets.values()) {
		if (!isOpen(ticket)) continue;
		ticket.state = "expired";
		ticket.endedAt = at;
	}
	for (const line of state.lines.values()) line.length = 0;
	for (const counter of state.counters.values()) {
		counter.currentTicketId = null;
		closeCounter(counter);
	}
}

function applySettings(state: QueueState, { settings }: Of<"settings-applied">): void {
	state.settings = settings;
	for (const { id } of settings.services) {
		if (!state.lines.has(id)) state.lines.set(id, []);
	}
	for (const { id } of settings.counters) {
		if (state.counters.has(id)) continue;
		state.counters.set(id, { id, status: "closed", officer: null, currentTicketId: null });
	}
}

function issue(state: QueueState, event: Of<"ticket-issued">): void {
	// Where the clock went back before the next day had begun, the day goes on.
	state.dayClosed = false;
	const { ticketId, serviceId } = event;
	state.tickets.set(ticketId, {
		id: ticketId,
		number: event.number,
		serviceId,
		priorityClass: event.priorityClass,
		procedureCode: event.procedureCode,
		language: event.language,
		kioskId: event.kioskId,
		issuedAt: event.at,
		issuedSeq: event.seq,
		state: "waiting",
		counterId: null,
		calledAt: null,
		startedAt: null,
		endedAt: null,
		callCount: 0,
	});
	lineOf(state, serviceId).push(ticketId);
	const prefix = event.number.charAt(0);
	state.lastNumber.set(prefix, (state.lastNumber.get(prefix) ?? 0) + 1);
}

function call(state: QueueState, event: Of<"ticket-called" | "ticket-recalled">): void {
	const ticket = ticketOf(state, event.ticketId);
	const counter = counterOf(state, event.counterId);
	const place = placeInLine(state, ticket);
	if (place >= 0) lineOf(state, ticket.serviceId).splice(place, 1);
	ticket.state = "called";
	ticket.counterId = counter.id;
	ticket.calledAt ??= event.at;
	ticket.callCount++;
	counter.currentTicketId = ticket.id;
	state.recentCalls = [
		{
			ticketId: ticket.id,
			counterId: counter.id,
			callCount: ticket.callCount,
			seq: event.seq,
			at: event.at,
		},
		...state.recentCalls.filter(({ ticketId }) => ticketId !== ticket.id),
	].slice(0, shownCalls + 1);
}

function leave(
	state: QueueState,
	event: Of<"ticket-finished" | "ticket-missed">,
	as: "done" | "missed",
): void {
	const ticket = ticketOf(state, event.ticketId);
	ticket.state = as;
	ticket.endedAt = event.at;
	counterOf(state, event.counterId).currentTicketId = null;
}

/** Into the line again as if not called; only how often it was stays. */
function putBack(state: QueueState, event: Of<"ticket-returned">): void {
	const ticket = ticketOf(state, event.ticketId);
	lineOf(state, ticket.serviceId).splice(placeByNumber(state, ticket), 0, ticket.id);
	ticket.state = "waiting";
	ticket.counterId = null;
	ticket.calledAt = null;
	ticket.startedAt = null;
	counterOf(state, event.counterId).currentTicketId = null;
}

function closeCounter(counter: CounterState): void {
	counter.status = "closed";
	counter.officer = null;
}

function ticketOf(state: QueueState, ticketId: string): Ticket {
	const ticket = state.tickets.get(ticketId);
	if (!ticket) throw new Error(`an event names ticket ${ticketId}, which was never issued`);
	return ticket;
}

function counterOf(state: QueueState, counterId: string): CounterState {
	const counter = state.counters.get(counterId);
	if (!counter) throw new Error(`an event names counter ${counterId}, which no settings hold`);
	return counter;
}

function lineOf(state: QueueState, serviceId: string): string[] {
	const line = state.lines.get(serviceId);
	if (!line) throw new Error(`an event names service ${serviceId}, which no settings hold`);
	return line;
}
