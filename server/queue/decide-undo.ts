import type { Command, Context } from "./command.ts";
import { heldCounter } from "./decide-counter.ts";
import type { Event } from "./event.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { QueueState } from "./state.ts";
import { notBefore } from "./waited.ts";

/**
 * Undoes what the officer at the counter did last to a ticket, within the office's seconds. Refuses where nothing was done, where it is longer
 * ago, where something else was meant, and where somebody has done something else to the ticket since.
 */
export function undo(
	state: QueueState,
	command: Extract<Command, { type: "undo" }>,
	{ now }: Context,
): Result<Event[]> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter } = held.value;
	const { lastAct } = counter;
	if (!lastAct) return refused("counter/nothing-to-undo");
	if (command.ifAct !== undefined && command.ifAct !== lastAct.lastSeq) {
		return refused("counter/other-act");
	}
	if (notBefore(state, now) - lastAct.atMs > state.rules.undoSeconds * 1_000) {
		return refused("counter/undo-too-late");
	}
	const tickets = lastAct.before.map(({ ticket }) => state.tickets.get(ticket.id));
	const isOvertaken = tickets.some((ticket) => !ticket || ticket.touchedSeq > lastAct.lastSeq);
	if (isOvertaken) return refused("counter/nothing-to-undo");
	return accepted(
		tickets.reverse().flatMap((ticket) =>
			ticket
				? {
						type: "ticket-set-back" as const,
						ticketId: ticket.id,
						counterId: counter.id,
						fromServiceId: ticket.serviceId,
					}
				: [],
		),
	);
}
