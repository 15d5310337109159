import type { staff } from "../../words/vi/staff.ts";

/** A span of time as an officer says it: whole minutes that have passed. Negative spans (clocks differ) count as none. */
export function spanInWords(ms: number, words: typeof staff): string {
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 1) return words.underMinute;
	if (minutes < 60) return words.minutes(minutes);
	return words.hours(Math.floor(minutes / 60), minutes % 60);
}

/** From one moment to another; both ISO 8601. */
export function between(from: string, to: string): number {
	return Date.parse(to) - Date.parse(from);
}
