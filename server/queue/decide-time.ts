import { isDue, isOverdue } from "./choose.ts";
import type { Context } from "./command.ts";
import type { Event } from "./event.ts";
import { countWhile, ticketAt } from "./lanes.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";
import { notBefore } from "./waited.ts";

/** Says that time has changed the order of a line since the last event; nothing where it has not. */
export function passTime(state: QueueState, { now }: Context): { ok: true; value: Event[] } {
	const { maxWaitMinutes, appointments } = state.policy;
	if (maxWaitMinutes === null && !appointments) return { ok: true, value: [] };
	const nowMs = notBefore(state, now);
	if (nowMs === state.clockMs) return { ok: true, value: [] };
	const holds = [
		(ticket: Ticket, at: number) => isOverdue(state, ticket, at),
		(ticket: Ticket, at: number) => isDue(state, ticket, at),
	];
	const hasChanged = [...state.lines.values()].some((lanes) =>
		lanes.some((lane) =>
			holds.some((of) => {
				const before = countWhile(state, lane, (ticket) => of(ticket, state.clockMs));
				const next = ticketAt(state, lane, before);
				return next !== undefined && of(next, nowMs);
			}),
		),
	);
	return { ok: true, value: hasChanged ? [{ type: "time-passed" }] : [] };
}
