import { describe, expect, test } from "vitest";
import type { Language } from "../protocol/office.ts";
import type { ProcedureTimes } from "../protocol/procedures.ts";
import { procedureWords } from "../words/procedures.ts";
import { timeAtAGlance } from "./time-at-a-glance.ts";

const days = (text: string, more: Partial<ProcedureTimes> = {}): ProcedureTimes => ({
	text,
	workingDays: 5,
	calendarDays: null,
	hours: null,
	sameDay: false,
	cutoff: null,
	...more,
});

/** Lead and notes, each with the language it is in. */
function said(times: ProcedureTimes, language: Language = "vi"): string[] {
	const { lead, notes } = timeAtAGlance(times, language, procedureWords[language]);
	return [lead, ...notes].map((one) => `${one.language}: ${one.text}`);
}

describe("how long it takes, in a phrase", () => {
	test.each([
		["5 ngày làm việc", ["vi: 5 ngày làm việc"]],
		[
			"5 ngày làm việc (dài hơn nếu phải xác minh nơi khác)",
			["vi: 5 ngày làm việc", "vi: Dài hơn nếu phải xác minh nơi khác"],
		],
		[
			"5 ngày làm việc; cần xác minh thì 8 ngày làm việc (tối đa)",
			["vi: 5 ngày làm việc", "vi: Cần xác minh thì 8 ngày làm việc (tối đa)"],
		],
		["2 hoặc 5 ngày làm việc tùy loại", ["vi: 2 hoặc 5 ngày làm việc tùy loại"]],
		[
			"Nguồn để trống thời hạn; theo nghị định không quá 5 ngày làm việc.",
			[
				"vi: 5 ngày làm việc",
				"vi: Nguồn để trống thời hạn; theo nghị định không quá 5 ngày làm việc",
			],
		],
	])("%s", (text, expected) => {
		expect(said(days(text))).toEqual(expected);
	});

	test("only the source's own words where it has no number", () => {
		expect(said(days("Theo đợt rà soát hằng năm", { workingDays: null }), "en")).toEqual([
			"vi: Theo đợt rà soát hằng năm",
		]);
	});

	test("in English with the source's conditions in Vietnamese", () => {
		expect(said(days("5 ngày làm việc (dài hơn nếu phải xác minh)"), "en")).toEqual([
			"en: 5 working days",
			"vi: Dài hơn nếu phải xác minh",
		]);
	});

	test("within the day where it is done at once", () => {
		const times = days("Trả ngay trong ngày", { workingDays: 1, sameDay: true, cutoff: "15:00" });
		expect(said(times)).toEqual(["vi: Trong ngày"]);
	});

	test("what the office has promised, beside what the law asks for", () => {
		const times = days("25 ngày", {
			workingDays: null,
			calendarDays: 25,
			committed: { calendarDays: 20 },
		});
		expect(said(times)).toEqual(["vi: Cam kết tại đây: 20 ngày", "vi: Quy định: 25 ngày"]);
		expect(said(times, "en")).toEqual(["en: Promised here: 20 days", "en: By law: 25 days"]);
	});
});
