import type { HallRow } from "../../protocol/live.ts";
import type { Names } from "../../protocol/office.ts";
import { displayWords } from "../../words/display.ts";

/** What a board says of today's hours where they are not the usual ones, and why; before all other notices. */
export function hoursNotice(hours: HallRow["hours"]): Names[] {
	if (hours === null) return [];
	const said = (language: "vi" | "en") => {
		const { hoursToday, closedToday } = displayWords[language].board;
		const periods = hours.periods.map(({ from, to }) => `${from}–${to}`);
		const what = periods.length === 0 ? closedToday : hoursToday(periods.join(", "));
		return hours.reason === null ? what : `${what} ${hours.reason[language]}`;
	};
	return [{ vi: said("vi"), en: said("en") }];
}
