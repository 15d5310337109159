import type { QuietHours } from "../../protocol/office.ts";

/** Whether a time of the office's day is one of its quiet hours: from `from` up to, but not at, `to`. @param time HH:MM */
export function isQuiet(hours: readonly QuietHours[], time: string): boolean {
	return hours.some(({ from, to }) =>
		from < to ? from <= time && time < to : from <= time || time < to,
	);
}
