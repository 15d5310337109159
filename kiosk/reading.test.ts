import { describe, expect, test } from "vitest";
import { type Readings, readingOf, readingStep } from "./reading.ts";
import { type Action, step, untouched } from "./state.ts";

const code = "1.001193";
const tick = (paper: number, ticked = true) =>
	({ type: "paper-ticked", code, paper, ticked }) as const;

describe("what a person does on the page of a procedure", () => {
	test("papers are ticked and unticked one by one, each procedure's by themselves", () => {
		const other = { ...tick(1), code: "2.000815" };
		const after = [tick(0), tick(3), other, tick(0, false)].reduce<Readings>(readingStep, {});
		expect(readingOf(after, code).ticked).toEqual([3]);
		expect(readingOf(after, "2.000815").ticked).toEqual([1]);
	});

	test("ticking what is ticked changes nothing", () => {
		const once = readingStep({}, tick(2));
		expect(readingStep(once, tick(2))).toBe(once);
		expect(readingStep({}, tick(2, false))).toEqual({});
	});

	test("parts stay open and counts stay counted beside the ticks", () => {
		const count = { units: 4, wholes: 3 };
		const after = [
			tick(0),
			{ type: "part-opened", code, part: "steps", open: true } as const,
			{ type: "part-opened", code, part: "legal", open: true } as const,
			{ type: "part-opened", code, part: "legal", open: false } as const,
			{ type: "fee-counted", code, rule: 0, count } as const,
		].reduce<Readings>(readingStep, {});
		expect(readingOf(after, code)).toEqual({
			ticked: [0],
			opened: ["steps"],
			counts: { 0: count },
		});
	});
});

describe("how long it is kept", () => {
	const there: Action[] = [
		{ type: "open", screen: { name: "home" } },
		{ type: "open", screen: { name: "find" } },
		{ type: "open", screen: { name: "procedure", code } },
		tick(0),
	];
	const walk = (...more: Action[]) =>
		[...there, ...more].reduce((state, action) => step(state, action, 0), untouched("vi", 0));

	test("it stays while one goes on, back, home and to the other language", () => {
		const state = walk(
			{ type: "open", screen: { name: "priority", serviceId: "ho-tich", procedureCode: code } },
			{ type: "back" },
			{ type: "speak", language: "en" },
			{ type: "home" },
		);
		expect(readingOf(state.readings, code).ticked).toEqual([0]);
	});

	test("whoever comes next finds nothing of it", () => {
		expect(walk({ type: "start-over" }).readings).toEqual({});
		expect(walk({ type: "home" }, { type: "back" }).readings).toEqual({});
	});
});
