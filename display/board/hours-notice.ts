import type { HallRow } from "../../protocol/live.ts";
import type { Names } from "../../protocol/office.ts";
import { movedHoursInWords } from "../../words/opening.ts";

/** What a board says of today's hours where they are not the usual ones, and why; before all other notices. */
export function hoursNotice(hours: HallRow["hours"]): Names[] {
	if (hours === null) return [];
	return [{ vi: movedHoursInWords(hours, "vi"), en: movedHoursInWords(hours, "en") }];
}
