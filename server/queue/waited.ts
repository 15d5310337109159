import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/**
 * How long a ticket has waited, in milliseconds, as far as it counts. Whoever stands before another has waited at least as long, so that
 * halving finds where a line passes any bound.
 * @param nowMs milliseconds since 1970
 */
export function waitedMs(_state: QueueState, ticket: Ticket, nowMs: number): number {
	return nowMs - ticket.place;
}

/** The wall clock may be set back; for the line time never goes back. */
export function notBefore(state: QueueState, nowMs: number): number {
	return Math.max(nowMs, state.clockMs);
}
