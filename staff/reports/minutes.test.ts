import { describe, expect, it } from "vitest";
import { minutesOf, scaleTo } from "./minutes.ts";

describe("minutes", () => {
	it.each([
		[30_000, "vi", "0,5"],
		[9.94 * 60_000, "vi", "9,9"],
		[9.94 * 60_000, "en", "9.9"],
		[12.4 * 60_000, "vi", "12"],
		[1_090 * 60_000, "vi", "1.090"],
	] as const)("of %i ms in %s are %s", (p50Ms, language, said) => {
		expect(minutesOf({ count: 1, meanMs: 0, p50Ms, p90Ms: 0, maxMs: 0 }, "p50", language)).toBe(
			said,
		);
	});

	it("are nothing where nothing was measured", () => {
		expect(minutesOf(null, "p50", "vi")).toBeNull();
	});
});

describe("a scale", () => {
	it.each([
		[0, { step: 1, end: 1 }],
		[3, { step: 1, end: 3 }],
		[7, { step: 2, end: 8 }],
		[64, { step: 20, end: 80 }],
		[412, { step: 100, end: 500 }],
	])("to %i has round steps, five at most", (max, scale) => {
		expect(scaleTo(max, 5)).toEqual(scale);
	});
});
