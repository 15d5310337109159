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
