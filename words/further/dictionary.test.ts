import { describe, expect, it, test } from "vitest";
import type { Sentences } from "../../protocol/languages.ts";
import type { FeeBrief, ProcedureTimes } from "../../protocol/procedures.ts";
import { kiosk } from "../vi/kiosk.ts";
import { procedures } from "../vi/procedures.ts";
import { furtherWords, sayable } from "./dictionary.ts";
import { modelOf } from "./models.ts";
import { count, type PlacesOf, text } from "./places.ts";

/** A language that says what the models say, so that it must say what Vietnamese does. */
const models: Sentences = Object.fromEntries(
	sayable().map((sentence) => [sentence.path, modelOf(sentence)]),
);

describe("a language that says everything as its models do", () => {
	const said = furtherWords(models);

	it.each(
		sayable().flatMap((sentence) =>
			typeof sentence.vi === "function" ? [[sentence.path, sentence] as const] : [],
		),
	)("says %s as Vietnamese does, for none, one and many", (path, { vi, places }) => {
		for (const number of [0, 1, 2, 12, 345]) {
			const values = places.map(({ is, name }, at) => (is === "text" ? name : number + at));
			if (typeof vi !== "function") throw new Error(`${path} takes no values`);
			expect(sayingOf(said, path)(...values)).toBe(vi(...values));
		}
	});

	const brief: FeeBrief = { kind: "free", minVnd: null, maxVnd: null, unit: null, extras: [] };
	const copy = { label: "Bản sao", amountVnd: 8000, unit: "bản" };
	it.each<Partial<FeeBrief>>([
		{},
		{ extras: [copy] },
		{ extras: [copy, copy] },
		{ kind: "fixed", minVnd: 8000, maxVnd: 8000 },
		{ kind: "fixed", minVnd: 8000, maxVnd: 8000, unit: "bản" },
		{ kind: "fixed", minVnd: 7000, maxVnd: 10_000 },
		{ kind: "fixed", minVnd: 7000, maxVnd: 10_000, unit: "bản" },
		{ kind: "fixed" },
		{ kind: "provincial" },
		{ kind: "provincial", minVnd: 50_000, maxVnd: 150_000, unit: "lần" },
		{ kind: "provincial", minVnd: 50_000 },
		{ kind: "none_listed" },
		{ kind: "per_circular" },
	])("says a fee %j as Vietnamese does", (fee) => {
		const whole = { ...brief, ...fee };
		expect(said.procedures.fee(whole)).toBe(procedures.fee(whole));
		expect(said.procedures.feeInAWord(whole)).toBe(procedures.feeInAWord(whole));
	});

	const noTime = {
		workingDays: null,
		calendarDays: null,
		hours: null,
		sameDay: false,
		cutoff: null,
	};
	it.each<Partial<ProcedureTimes>>([
		{ sameDay: true },
		{ workingDays: 3, text: "3 ngày làm việc" },
		{ workingDays: 24, text: "Không quá 24 ngày làm việc" },
		{ calendarDays: 5, text: "5 ngày, có trường hợp lâu hơn" },
		{ hours: 8, text: "8 giờ làm việc" },
		{ hours: 2, text: "2 giờ" },
		{ workingDays: 0, text: "Ngay khi nhận hồ sơ" },
		{},
	])("says a time in a word %j as Vietnamese does", (times) => {
		const whole = { text: "", ...noTime, ...times };
		expect(said.procedures.timeInAWord(whole)).toBe(procedures.timeInAWord(whole));
	});

	it.each([[["3"]], [["3", "4"]]])(
		"says where to sit, by counters %j, as Vietnamese does",
		(counters) => {
			const { sitByCounters } = said.kiosk.queue;
			expect(sitByCounters(counters)).toBe(kiosk.queue.sitByCounters(counters));
		},
	);

	it.each([
		[3, "working-day"],
		[1, "day"],
		[2, "hour"],
		[1.5, "hour"],
		[1, null],
	] as const)("says a time of %d %s as Vietnamese does", (value, unit) => {
		expect(said.procedures.time(value, unit)).toBe(procedures.time(value, unit));
	});
});

describe("a language that says little", () => {
	const said = furtherWords({
		"kiosk.back": "[Quay lại]",
		"kiosk.waiting": { zero: "[Chưa có ai]", one: "[Một người]", other: "[{people} người]" },
		"kiosk.wait": "[{highMinutes} phút là nhiều nhất, {lowMinutes} là ít nhất]",
		"kiosk.printer.reasons.cutter": "[Dao kẹt]",
		"procedures.fee.free": "[Không mất tiền]",
		"kiosk.not-there": "[Không có]",
	});

	it("says its own sentences, and the Vietnamese ones for the rest", () => {
		expect(said.kiosk.back).toBe("[Quay lại]");
		expect(said.kiosk.home).toBe(kiosk.home);
		expect(said.kiosk.ahead(3)).toBe(kiosk.ahead(3));
		expect(said.kiosk.printer.reasons).toEqual({
			...kiosk.printer.reasons,
			cutter: "[Dao kẹt]",
		});
		const free: FeeBrief = { kind: "free", minVnd: null, maxVnd: null, unit: null, extras: [] };
		expect(said.procedures.fee(free)).toBe("[Không mất tiền]");
		expect(said.procedures.fee({ ...free, kind: "provincial" })).toBe("Mức thu do tỉnh quy định");
	});

	it("has a form for none and for one, and groups large numbers", () => {
		expect([0, 1, 2, 1234].map(said.kiosk.waiting)).toEqual([
			"[Chưa có ai]",
			"[Một người]",
			"[2 người]",
			"[1.234 người]",
		]);
	});

	it("puts values where their places are, in whatever order", () => {
		expect(said.kiosk.wait(15, 20)).toBe("[20 phút là nhiều nhất, 15 là ít nhất]");
	});

	it("leaves the Vietnamese dictionary as it was", () => {
		expect(kiosk.back).toBe("Quay lại");
	});
});

test("what a value holds is no place itself", () => {
	const said = furtherWords({ "opening.because": "[{what}: {why}]" });
	expect(said.opening.because("{why}", "Lễ")).toBe("[{why}: Lễ]");
});

test("every sentence that takes values must have its places, and such as fit them", () => {
	const words = {
		back: "Quay lại",
		ahead: (people: number) => `Trước bạn: ${people}`,
		paper: { at: (printer: string) => `Ở ${printer}` },
	};
	const all: PlacesOf<typeof words> = {
		ahead: [count("people")],
		paper: { at: [text("printer")] },
	};
	// @ts-expect-error: the sentence in `paper` is missing
	const missing: PlacesOf<typeof words> = { ahead: [count("people")] };
	const unfit: PlacesOf<typeof words> = {
		// @ts-expect-error: how many people there are is no text
		ahead: [text("people")],
		paper: { at: [text("printer")] },
	};
	expect([all, missing, unfit]).toHaveLength(3);
});

/** The sentence at a path, to be called with its values. */
function sayingOf(words: object, path: string): (...values: (string | number)[]) => unknown {
	let at: unknown = words;
	for (const key of path.split(".")) {
		at = typeof at === "object" && at !== null ? Reflect.get(at, key) : undefined;
	}
	if (typeof at !== "function") throw new Error(`${path} takes no values`);
	const say = at;
	return (...values) => say(...values);
}
