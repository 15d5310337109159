import type { Rows, StaffPlace, StaffRow } from "../../protocol/live.ts";
import type { Language } from "../../protocol/office.ts";
import { consoleWords } from "../../words/console.ts";
import { time } from "../../words/numbers.ts";
import { ruleWords } from "../../words/rules.ts";

/** A place near the head of a line, and whose is before it. */
export interface Standing {
	place: StaffPlace;
	/** The number before it; null at the head. */
	after: string | null;
}

/** Where a number stands in the lines as far as they are shown; null where it does not. */
export function standingOf(rows: Rows<StaffRow>, number: string): Standing | null {
	for (const row of Object.values(rows)) {
		if (row.kind !== "line") continue;
		const index = row.next.findIndex((one) => one.number === number);
		const place = row.next[index];
		if (place) return { place, after: row.next[index - 1]?.number ?? null };
	}
	return null;
}

/** Why somebody stands where they stand, in a sentence; how long they wait is reckoned now, since minutes go by without a change. */
export function standingInWords(
	{ place: { number, rule, facts, issuedAt }, after }: Standing,
	{ nowMs, timeZone, language }: { nowMs: number; timeZone: string; language: Language },
): string {
	if (rule === "first-come") {
		const { first, behind } = consoleWords[language].lines;
		return after === null ? first(number) : behind(number, after);
	}
	const waitedMinutes = Math.max(0, Math.floor((nowMs - Date.parse(issuedAt)) / 60_000));
	const { at, ...lasting } = facts;
	return ruleWords[language][rule](number, {
		...lasting,
		waitedMinutes,
		...(at !== undefined && { at: time(at, timeZone) }),
	});
}
