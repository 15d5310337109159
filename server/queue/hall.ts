import type { Event } from "./event.ts";
import type { HallState } from "./state.ts";

/** Why everything stands still. */
export type StopReason = Extract<Event, { type: "hall-stopped" }>["reason"];

/**
 * For how long of the time from `since` to `until` the hall was stopped: nobody could be called then, so it is no wait of theirs.
 * @param since milliseconds since 1970, as `until`
 */
export function stoppedMs({ stopped, stops }: HallState, since: number, until: number): number {
	if (!stopped && stops.length === 0) return 0;
	const under = stopped ? [{ from: stopped.at, to: null }] : [];
	let sum = 0;
	for (const { from, to } of [...stops, ...under]) {
		const begin = Math.max(since, Date.parse(from));
		const end = to === null ? until : Math.min(until, Date.parse(to));
		sum += Math.max(0, end - begin);
	}
	return sum;
}
