import type { HallRow } from "../protocol/live.ts";
import type { Names } from "../protocol/office.ts";
import type { ServiceOpening, ServiceShut } from "../protocol/opening.ts";
import { addedWords } from "./added.ts";
import { opening as en } from "./en/opening.ts";
import { inLanguage } from "./language.ts";
import { localDay, partsOf } from "./numbers.ts";
import { opening as vi } from "./vi/opening.ts";

/** Why no number can be taken: `Hôm nay nghỉ lễ: Quốc khánh`. */
export function shutInWords(shut: ServiceShut, reason: Names | null, language: string): string {
	const words = openingWords(language);
	const what = words.shut[shut];
	return reason ? words.because(what, inLanguage(reason, language)) : what;
}

/**
 * When numbers are given again: `Cấp số lại lúc 7:30 thứ Hai, 23/11`; on the same day `13:30 hôm nay`.
 * @param next ISO 8601, as `now`
 */
export function againInWords(
	next: string,
	now: string,
	timeZone: string,
	language: string,
): string {
	const words = openingWords(language);
	const time = shortTime(next, timeZone);
	if (localDay(next, timeZone) === localDay(now, timeZone)) return words.again(words.today(time));
	const { weekday, day, month } = partsOf(next, timeZone);
	const name = Object.entries(words.weekdays).find(([short]) => short === weekday)?.[1] ?? "";
	return words.again(words.onDay(time, name, Number(day), Number(month)));
}

/** All that is to be said of a service or an office that gives no numbers, in sentences; null where it does. */
export function whyShut(
	{ shut, reason, next }: Pick<ServiceOpening, "shut" | "reason" | "next">,
	now: string,
	timeZone: string,
	language: string,
): string | null {
	if (shut === null) return null;
	const again = next === null ? [] : [againInWords(next, now, timeZone, language)];
	return [shutInWords(shut, reason, language), ...again].map((one) => `${one}.`).join(" ");
}

/** Today's hours where a supervisor has moved them, and why: `Hôm nay làm việc 08:30–11:30. Họp đầu giờ.` */
export function movedHoursInWords(
	{ periods, reason }: NonNullable<HallRow["hours"]>,
	language: string,
): string {
	const { hoursToday, noHoursToday } = openingWords(language);
	const said = periods.map(({ from, to }) => `${from}–${to}`).join(", ");
	const what = said === "" ? noHoursToday : hoursToday(said);
	return reason === null ? what : `${what} ${inLanguage(reason, language)}`;
}

/** A time of day as people say it, `7:30`, in the office's own time zone. */
export function shortTime(at: string, timeZone: string): string {
	const { hour, minute } = partsOf(at, timeZone);
	return `${Number(hour)}:${minute}`;
}

function openingWords(language: string): typeof vi {
	return language === "en" ? en : (addedWords(language)?.opening ?? vi);
}
