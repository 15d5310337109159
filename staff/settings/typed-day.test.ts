import { expect, test } from "vitest";
import { dayInWords, readDay } from "./typed-day.ts";

test.each([
	["2/9/2026", "2026-09-02"],
	["02-09-2026", "2026-09-02"],
	["30.04.2026", "2026-04-30"],
	["2026-1-5", "2026-01-05"],
])("%s is %s", (typed, kept) => {
	expect(readDay(typed)).toBe(kept);
	expect(readDay(dayInWords(kept))).toBe(kept);
});

test.each(["", "Tết", "2/9", "2/9/26", "2026"])("%s is no date", (typed) => {
	expect(readDay(typed)).toBeNull();
	expect(dayInWords(typed)).toBe(typed);
});
