import { type Hours, weekdays } from "../protocol/office.ts";
import { partsOf } from "../words/numbers.ts";

/**
 * Whether an office takes people in at an instant: from the beginning of a period up to, but not at, its end.
 * @param at ISO 8601
 * @param timeZone the office's own, by its IANA name
 */
export function isOpen(hours: Hours, at: string, timeZone: string): boolean {
	if (hours === "always") return true;
	const { weekday, hour, minute } = partsOf(at, timeZone);
	const today = weekdays.find((day) => day === weekday.toLowerCase());
	const now = `${hour}:${minute}`;
	return (today ? (hours[today] ?? []) : []).some(({ from, to }) => from <= now && now < to);
}

/**
 * The first day after `day` on which the office takes people in; the next day where it never closes or never opens.
 * @param day YYYY-MM-DD
 */
export function nextOpeningDay(hours: Hours, day: string): string {
	for (let ahead = 1; hours !== "always" && ahead <= 7; ahead++) {
		const date = addDays(day, ahead);
		// Sunday is 0 in JavaScript, and the last in `weekdays`.
		const weekday = weekdays[(new Date(date).getUTCDay() + 6) % 7];
		if (weekday && (hours[weekday] ?? []).length > 0) return date;
	}
	return addDays(day, 1);
}

function addDays(day: string, days: number): string {
	const date = new Date(day);
	date.setUTCDate(date.getUTCDate() + days);
	return date.toISOString().slice(0, 10);
}
