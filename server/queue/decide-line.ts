import { minuteMs } from "./choose.ts";
import type { Command, Context } from "./command.ts";
import { heldCounter } from "./decide-counter.ts";
import type { Event } from "./event.ts";
import { stoppedMs } from "./hall.ts";
import { isLaneOf, lanesOf, ticketAt } from "./lanes.ts";
import { isTooLate, placeAtEnd } from "./place.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { CounterState, QueueState } from "./state.ts";
import { isAtCounter, isOpen, type Ticket } from "./ticket.ts";
import { notBefore } from "./waited.ts";
import { written } from "./written.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Sends the person at the counter, or somebody who waits or is parked, to another service, to one counter alone, or both.
 * Refuses somebody who was missed and not restored, where they are already, a counter that is not open, and a service that no counter serves.
 */
export function transferTicket(state: QueueState, command: Of<"transfer">): Result<Event[]> {
	const found = ticketInReach(state, command);
	if (!found.ok) return found;
	const { ticket, counter } = found.value;
	if (ticket.state === "missed") return refused("ticket/missed", { number: ticket.number });
	const { toServiceId = ticket.serviceId, toCounterId } = command;
	const { services, counters } = state.settings;
	if (!services.some(({ id }) => id === toServiceId)) return refused("service/unknown");
	if (toCounterId !== undefined) {
		if (!counters.some(({ id }) => id === toCounterId)) return refused("counter/unknown");
		if (state.counters.get(toCounterId)?.status !== "open") return refused("counter/not-open");
	} else if (!counters.some((one) => one.services.includes(toServiceId))) {
		return refused("service/not-served");
	}
	const reservedFor = toCounterId ?? null;
	const waitsThere =
		ticket.state === "waiting" &&
		ticket.serviceId === toServiceId &&
		ticket.reservedFor === reservedFor;
	const saysNothing = command.toServiceId === undefined && toCounterId === undefined;
	if (waitsThere || saysNothing) return refused("ticket/already-there", { number: ticket.number });
	return accepted([
		{
			type: "ticket-transferred",
			ticketId: ticket.id,
			counterId: counter.id,
			fromServiceId: ticket.serviceId,
			serviceId: toServiceId,
			reservedFor,
			atEnd: state.rules.transferPlace === "end",
			by: "officer",
			...written("note", command.note),
		},
	]);
}

/** Lets somebody who was parked come back: next at the same counter where it is open, else into the line where they stood. */
export function unparkTicket(state: QueueState, command: Of<"unpark">): Result<Event[]> {
	const found = ticketInReach(state, command);
	if (!found.ok) return found;
	const { ticket, counter } = found.value;
	if (ticket.state !== "parked") return refused("ticket/not-parked", { number: ticket.number });
	const from = state.counters.get(ticket.counterId ?? "");
	const reservedFor = from?.status === "open" ? from.id : null;
	return accepted([
		{ type: "ticket-unparked", ticketId: ticket.id, counterId: counter.id, reservedFor },
	]);
}

/** Puts somebody who was missed back into the line. Refuses where that is longer ago than the office allows. */
export function restoreTicket(
	state: QueueState,
	command: Of<"restore">,
	{ now }: Context,
): Result<Event[]> {
	const found = ticketInReach(state, command);
	if (!found.ok) return found;
	const { ticket, counter } = found.value;
	const { number } = ticket;
	if (ticket.state !== "missed") return refused("ticket/not-missed", { number });
	const { restoreWithinMinutes } = state.rules;
	const nowMs = notBefore(state, now);
	// By the clock that said when: it may have been set back before. Nobody could come back while the hall was stopped.
	const missedAt = Date.parse(ticket.endedAt ?? "");
	const missedMs = now - missedAt - stoppedMs(state.hall, missedAt, nowMs);
	if (restoreWithinMinutes !== null && missedMs > restoreWithinMinutes * minuteMs) {
		return refused("ticket/restore-too-late", { number });
	}
	const { appointmentAt } = ticket;
	const isLate = appointmentAt !== null && isTooLate(state, appointmentAt, nowMs);
	const back = isLate ? { ...ticket, appointmentAt: null } : ticket;
	const place = placeBack(state, back, nowMs);
	return accepted([
		{
			type: "ticket-restored",
			ticketId: ticket.id,
			counterId: counter.id,
			...(place !== null && { place }),
			...(isLate && { lostAppointment: true as const }),
		},
	]);
}

/** An officer gives somebody's place up. Whoever is being served is finished instead. */
export function cancelTicket(state: QueueState, command: Of<"cancel">): Result<Event[]> {
	const found = ticketInReach(state, command);
	if (!found.ok) return found;
	const { ticket, counter } = found.value;
	return cancel(ticket, counter.id, "officer");
}

/** The holder gives the place up: while waiting, called, parked or missed. */
export function giveUp(state: QueueState, command: Of<"give-up">): Result<Event[]> {
	const ticket = state.tickets.get(command.ticketId);
	if (!ticket) return refused("ticket/unknown");
	return cancel(ticket, ticket.state === "called" ? ticket.counterId : null, "holder");
}

function cancel(
	ticket: Ticket,
	counterId: string | null,
	by: "officer" | "holder",
): Result<Event[]> {
	const { number } = ticket;
	if (ticket.state === "cancelled") return accepted([]);
	if (!isOpen(ticket)) return refused("ticket/over", { number });
	if (ticket.state === "serving") return refused("ticket/being-served", { number });
	return accepted([{ type: "ticket-cancelled", ticketId: ticket.id, counterId, by }]);
}

/** The ticket that an officer means: the current one, or one that is at no counter. Refuses one at another counter, and one that is over. */
function ticketInReach(
	state: QueueState,
	command: Of<"transfer" | "unpark" | "restore" | "cancel">,
): Result<{ ticket: Ticket; counter: CounterState }> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter } = held.value;
	const ticketId = command.ticketId ?? counter.currentTicketId;
	if (!ticketId) return refused("counter/no-current");
	const ticket = state.tickets.get(ticketId);
	if (!ticket) return refused("ticket/unknown");
	const { number } = ticket;
	if (isAtCounter(ticket) && ticket.id !== counter.currentTicketId) {
		return refused("ticket/at-other-counter", { number });
	}
	if (!isOpen(ticket) && ticket.state !== "cancelled") return refused("ticket/over", { number });
	if (ticket.state === "cancelled" && command.type !== "cancel") {
		return refused("ticket/over", { number });
	}
	return accepted({ ticket, counter });
}

/** Where a missed ticket stands again by the office's rule; null: at its old place. */
function placeBack(state: QueueState, ticket: Ticket, nowMs: number): number | null {
	const { restorePlace } = state.rules;
	if (restorePlace === "keep") return null;
	const atEnd = placeAtEnd(state, ticket, nowMs);
	if (restorePlace === "end") return atEnd;
	const asWaiting = { ...ticket, reservedFor: null, returning: false };
	const lane = lanesOf(state, ticket.serviceId).find((one) => isLaneOf(one, asWaiting));
	const ahead = lane && ticketAt(state, lane, restorePlace.behind - 1);
	// Nobody gains by having been missed.
	return ahead ? Math.max(ahead.place, ticket.place) : atEnd;
}
