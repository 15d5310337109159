import type { Audience } from "../../protocol/live.ts";

/** What the live views come to: for `GET /metrics`. */
export interface LiveFigures {
	/** How many are open, by view. */
	views: Readonly<Record<Audience, number>>;
	/** First words: everything as it stands, or just what was missed. */
	snapshots: number;
	resumes: number;
	/** Changes that were told, once for all who hear one together, and how late after their event, seconds in all. */
	changes: number;
	lagSeconds: number;
	/** Messages that were not as protocol/live.ts has them. */
	wrong: number;
}

export interface Counting {
	entered(view: Audience): void;
	left(view: Audience): void;
	greeted(how: "snapshots" | "resumes"): void;
	/** @param at the event's instant, ISO 8601 */
	told(at: string): void;
	figures(): Omit<LiveFigures, "wrong">;
}

export function createCounting(now: () => number): Counting {
	const views: Record<Audience, number> = { board: 0, counter: 0, ticket: 0, kiosk: 0, staff: 0 };
	const first = { snapshots: 0, resumes: 0 };
	let changes = 0;
	let lagMs = 0;
	return {
		entered: (view) => {
			views[view]++;
		},
		left: (view) => {
			views[view]--;
		},
		greeted: (how) => {
			first[how]++;
		},
		told(at) {
			changes++;
			// A clock that is set back makes nothing early.
			lagMs += Math.max(0, now() - Date.parse(at));
		},
		figures: () => ({ views: { ...views }, ...first, changes, lagSeconds: lagMs / 1_000 }),
	};
}
