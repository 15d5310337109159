import { localDay, partsOf } from "../words/numbers.ts";

/**
 * The first instant at which the clocks of a time zone show a time of a day, or a later one. A time that the clocks leap over is the instant of
 * the leap, and one that comes twice is the first: so a later time is never an earlier instant, in any zone on any day.
 * @param day YYYY-MM-DD
 * @param time HH:MM
 * @returns milliseconds since 1970
 */
export function instantOf(day: string, time: string, timeZone: string): number {
	const shown = Date.parse(`${day}T${time}:00Z`);
	// Clocks are set at most once in two days: the two differ where they are set around this time.
	const candidates = [shown - dayMs, shown + dayMs].map(
		(near) => shown - (shownAt(near, timeZone) - near),
	);
	const [first = shown, last = shown] = candidates.sort((one, other) => one - other);
	for (const at of [first, last]) if (shownAt(at, timeZone) === shown) return at;
	return leapBetween(first, last, shown, timeZone);
}

/** The day that an instant belongs to: from the first midnight of a day to the first of the next, also where a midnight comes twice. */
export function dayAt(at: number, timeZone: string): string {
	const day = localDay(new Date(at).toISOString(), timeZone);
	const next = addDays(day, 1);
	return at >= instantOf(next, "00:00", timeZone) ? next : day;
}

export function addDays(day: string, days: number): string {
	const date = new Date(day);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}

/** Whether there is such a day: 2026-02-30 is none. */
export function isDay(day: string): boolean {
	const at = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** What the clocks of the zone show at an instant, to the minute, read as if they showed UTC. */
function shownAt(at: number, timeZone: string): number {
	const { year, month, day, hour, minute } = partsOf(new Date(at).toISOString(), timeZone);
	return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
}

/** Between the two the clocks leap forward over what is looked for. */
function leapBetween(before: number, after: number, shown: number, timeZone: string): number {
	let low = before;
	let high = after;
	while (high - low > minuteMs) {
		const middle = low + Math.floor((high - low) / 2 / minuteMs) * minuteMs;
		if (shownAt(middle, timeZone) < shown) low = middle;
		else high = middle;
	}
	return high;
}
