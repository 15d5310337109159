import { stoppedMs } from "./hall.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/**
 * How long a ticket has waited, in milliseconds, as far as it counts: not while the hall was stopped. Whoever stands before another has waited at least as long, so that
 * halving finds where a line passes any bound.
 * @param nowMs milliseconds since 1970
 */
export function waitedMs({ hall }: QueueState, { place }: Ticket, nowMs: number): number {
	return nowMs - place - stoppedMs(hall, place, nowMs);
}

/** The wall clock may be set back; for the line time never goes back. */
export function notBefore(state: QueueState, nowMs: number): number {
	return Math.max(nowMs, state.clockMs);
}
