import { expect, test } from "vitest";
import { toRange } from "./range.ts";

const minute = 60_000;
const wait = (low: number, high: number) => ({
	lowMs: low * minute,
	middleMs: ((low + high) / 2) * minute,
	highMs: high * minute,
});

test("a range is told in steps of five minutes, the low end down and the high end up", () => {
	expect(toRange(wait(11, 18))).toEqual({ lowMin: 10, highMin: 20 });
	expect(toRange(wait(15, 20))).toEqual({ lowMin: 15, highMin: 20 });
	expect(toRange(wait(15.01, 20.01))).toEqual({ lowMin: 15, highMin: 25 });
});

test("whoever is next is told up to five minutes, never none", () => {
	expect(toRange(wait(0, 0))).toEqual({ lowMin: 0, highMin: 5 });
	expect(toRange(wait(10, 10))).toEqual({ lowMin: 10, highMin: 15 });
});

test("where there is nothing to say nothing is said", () => {
	expect(toRange(null)).toBeNull();
});
