import type { Seat } from "./seat.ts";

/** For tests: counter 1, open, with nobody at it. */
export const freeSeat: Seat = {
	counter: {
		kind: "counter",
		id: "quay-1",
		label: "1",
		services: [],
		serving: [],
		status: "open",
		pausedFor: null,
		officer: null,
		current: null,
		since: null,
	},
	stopped: false,
	away: false,
	undoable: null,
};
