import type { Command, Context } from "./command.ts";
import type { Event } from "./event.ts";
import { ordinalOf } from "./numbering.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";
import { notBefore } from "./waited.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Takes in a number that was given on paper while the hub was away: who still waits stands in the line where they would, and who was served or
 * left is counted. Refuses an unknown service, class or counter, a number that is not of the service's letter or was given already, and times that
 * are out of order or still to come.
 */
export function enterSlip(
	state: QueueState,
	command: Of<"enter-slip">,
	context: Context,
): Result<Event[]> {
	const { number, serviceId, priorityClass, takenAt, outcome } = command;
	const { services, counters, priorityClasses } = state.settings;
	const service = services.find(({ id }) => id === serviceId);
	if (!service) return refused("service/unknown");
	if (priorityClass !== null && !priorityClasses.includes(priorityClass)) {
		return refused("priority-class/unknown");
	}
	const ordinal = number.startsWith(service.prefix) ? ordinalOf(number) : null;
	if (ordinal === null) return refused("slip/number-wrong", { number });
	if (state.slips.includes(number) || ordinal <= (state.lastNumber.get(service.prefix) ?? 0)) {
		return refused("slip/number-given", { number });
	}
	const nowMs = notBefore(state, context.now);
	const { counterId = null } = outcome;
	if (counterId !== null && !counters.some(({ id }) => id === counterId)) {
		return refused("counter/unknown");
	}
	if (!areInOrder([takenAt, outcome.startedAt, outcome.endedAt], nowMs)) {
		return refused("slip/times-wrong", { number });
	}
	const ticketId = context.newTicketId();
	const issued: Event = {
		type: "ticket-issued",
		ticketId,
		number,
		serviceId,
		priorityClass,
		procedureCode: null,
		language: "vi",
		kioskId: null,
		place: Date.parse(takenAt),
		slip: { takenAt },
	};
	if (outcome.as === "waiting") return accepted([issued]);
	const { as, startedAt, endedAt } = outcome;
	return accepted([
		issued,
		{
			type: "slip-settled",
			ticketId,
			counterId,
			as,
			...(startedAt !== undefined && { startedAt }),
			endedAt,
		},
	]);
}

/** Takes back what was entered amiss, as if it never had been. Refuses what nobody entered, and what was dealt with since. */
export function withdrawSlip(state: QueueState, command: Of<"withdraw-slip">): Result<Event[]> {
	const ticket = state.tickets.get(command.ticketId);
	if (!ticket?.slip) return refused("slip/unknown");
	if (!isUntouched(ticket)) return refused("slip/in-use", { number: ticket.number });
	const { id: ticketId, number, serviceId } = ticket;
	return accepted([{ type: "slip-withdrawn", ticketId, number, serviceId }]);
}

/** Whether nothing became of it but what was entered; that is at most two events, one after the other. */
export function isUntouched({ slip, state, issuedSeq, touchedSeq }: Ticket): boolean {
	if (!slip) return false;
	return touchedSeq === (slip.isSettled ? issuedSeq + 1 : issuedSeq) && state !== "expired";
}

function areInOrder(times: readonly (string | undefined)[], nowMs: number): boolean {
	let before = Number.NEGATIVE_INFINITY;
	for (const time of times) {
		if (time === undefined) continue;
		const at = Date.parse(time);
		// Of an instant that is none nothing is true.
		if (!(at >= before && at <= nowMs)) return false;
		before = at;
	}
	return true;
}
