import type { Clock } from "../protocol/health.ts";
import type { OfficeClock } from "./office-clock.ts";
import type { Log } from "./pipeline.ts";

/** The business day as the clock has it: whether another is due, and whether the clock that says so can be believed. */
export interface BusinessDay {
	/** Whether another day is to begin. It never goes back: where the clock does, the day goes on. */
	isDue(at?: number): boolean;
	/** Looks at the clock anew, and tells listeners what has changed. */
	look(): Clock;
	onChange(listener: (clock: Clock) => void): void;
	/** A supervisor says that the wall clock is right. */
	confirm(day: string, by: string): "confirmed" | "clock/other-day" | "clock/behind";
}

export interface BusinessDayParts {
	clock: OfficeClock;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
	log: Log;
	/** The day that numbers are given for, YYYY-MM-DD. */
	day(): string;
}

export function watchBusinessDay({ clock, now, log, day }: BusinessDayParts): BusinessDay {
	const listeners: ((clock: Clock) => void)[] = [];
	let before: Clock = { state: "right", businessDay: "", wallDay: "" };

	function look(): Clock {
		const businessDay = day();
		const seen: Clock = {
			state: clock.judge(businessDay),
			businessDay,
			wallDay: clock.dayOf(now()),
		};
		const last = before;
		before = seen;
		if (seen.state === last.state && seen.businessDay === last.businessDay) return seen;
		if (seen.state !== last.state) {
			if (seen.state === "right") log.warn(seen, "the clock is believed again");
			else log.error(seen, alarm[seen.state]);
		}
		for (const listener of listeners) listener(seen);
		return seen;
	}

	return {
		isDue: (at = now()) => clock.dayOf(at) > day() && look().state === "right",
		look,
		onChange: (listener) => listeners.push(listener),
		confirm(confirmed, by) {
			if (confirmed !== clock.dayOf(now())) return "clock/other-day";
			if (confirmed < day()) return "clock/behind";
			clock.believe();
			log.warn({ day: confirmed, by }, "the clock was said to be right");
			look();
			return "confirmed";
		},
	};
}

const alarm = {
	held: "the clock was set, or stands beyond the next opening: no new day begins until a supervisor says that it is right",
	behind: "the clock stands before the business day, which never goes back: set the clock right",
};
