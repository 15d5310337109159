import type { Rows, StaffPlace, StaffRow } from "../../protocol/live.ts";
import type { Language } from "../../protocol/office.ts";
import { consoleWords } from "../../words/console.ts";
import { time } from "../../words/numbers.ts";
import { ruleWords } from "../../words/rules.ts";

/** Of somebody in a line, by what they stand where they stand, and since when they are here. */
interface Came {
	number: string;
	issuedAt: string;
	rule: StaffPlace["rule"];
}

/** A place near the head of a line, and whose is before it. */
export interface Standing {
	place: StaffPlace;
	/** Who stands before it; null at the head. */
	after: Came | null;
}

/** Where a number stands in the lines as far as they are shown; null where it does not. */
export function standingOf(rows: Rows<StaffRow>, number: string): Standing | null {
	for (const row of Object.values(rows)) {
		if (row.kind !== "line") continue;
		const index = row.next.findIndex((one) => one.number === number);
		const place = row.next[index];
		if (place) return { place, after: row.next[index - 1] ?? null };
	}
	return null;
}

/** Why somebody stands where they stand, in a sentence; how long they wait is reckoned now, since minutes go by without a change. */
export function standingInWords(
	{ place: { number, rule, facts, issuedAt }, after }: Standing,
	{ nowMs, timeZone, language }: { nowMs: number; timeZone: string; language: Language },
): string {
	if (rule === "first-come") {
		if (after === null) return consoleWords[language].lines.first(number);
		return behindInWords({ number, issuedAt, rule }, after, language);
	}
	const waitedMinutes = Math.max(0, Math.floor((nowMs - Date.parse(issuedAt)) / 60_000));
	const { at, ...lasting } = facts;
	return ruleWords[language][rule](number, {
		...lasting,
		waitedMinutes,
		...(at !== undefined && { at: time(at, timeZone) }),
	});
}

/** Said of somebody who stands by the order of coming, but not first. Who came before the one they stand behind has been away from the line. */
export function behindInWords({ number, issuedAt }: Came, after: Came, language: Language): string {
	const { behind, cameBack } = consoleWords[language].lines;
	// Who stands before by another rule may well have come later.
	const isBack = after.rule === "first-come" && issuedAt < after.issuedAt;
	return (isBack ? cameBack : behind)(number, after.number);
}
