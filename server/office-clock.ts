import { type Calendar, nextOpeningDay } from "../config/calendar.ts";
import type { ClockState } from "../protocol/health.ts";
import { localDay } from "../words/numbers.ts";

/** The office's calendar tells which day it opens next: a clock that is believed does not stand beyond it. */
export interface OfficeClockParts {
	/** Looked at anew each time: an office may change its hours. Its time zone it keeps. */
	calendar: Calendar;
	/** The wall clock, milliseconds since 1970: what people and the network may set. */
	now: () => number;
	/** A clock that nobody sets, in milliseconds since whenever: it goes on while the machine sleeps. */
	monotonic: () => number;
}

/** Where the two clocks part by as much, somebody or something has set the wall clock. */
const partedMs = 5 * 60_000;

/**
 * Whether the wall clock can be believed, since a new business day ends everybody's wait and cannot be taken back. It is not where
 * it has been set by five minutes or more while the hub ran, nor where a hub that starts finds it beyond the next day on which the
 * office opens: a machine with a dead battery and no network begins in any year.
 */
export interface OfficeClock {
	/** The office's own calendar day of an instant (milliseconds since 1970), YYYY-MM-DD. */
	dayOf(at: number): string;
	/**
	 * `right`; `behind`: the wall clock stands before the business day, which never goes back; `held`: it cannot be believed, and a new
	 * day waits until somebody says that it is right.
	 * @param businessDay the day the office is in; empty before the first
	 */
	judge(businessDay: string): ClockState;
	/** Somebody has said that the wall clock is right. */
	believe(): void;
}

export function createOfficeClock({ now, monotonic, calendar }: OfficeClockParts): OfficeClock {
	/** How far the wall clock was ahead of the monotonic one when it was last believed. */
	let believedAhead: number | null = null;
	let minute = Number.NaN;
	let dayOfMinute = "";

	/** Asked for each command, and the same for a whole minute: time zones are whole minutes apart. */
	function dayOf(at: number): string {
		const thisMinute = Math.floor(at / 60_000);
		if (thisMinute !== minute) {
			minute = thisMinute;
			dayOfMinute = localDay(new Date(at).toISOString(), calendar.timeZone);
		}
		return dayOfMinute;
	}

	function believe(): void {
		believedAhead = now() - monotonic();
	}

	return {
		dayOf,
		believe,
		judge(businessDay) {
			const ahead = now() - monotonic();
			const parted = believedAhead !== null && Math.abs(ahead - believedAhead) >= partedMs;
			if (dayOf(now()) < businessDay) return "behind";
			if (parted) return "held";
			if (believedAhead === null) {
				if (businessDay !== "" && dayOf(now()) > nextOpeningDay(calendar, businessDay))
					return "held";
				believe();
			}
			return "right";
		},
	};
}
