import { expect, test } from "vitest";
import { roundedWait } from "./forecaster.ts";
import { rangeOf } from "./oracle.ts";
import { type Judged, scoreAll } from "./score.ts";

const minuteMs = 60_000;

test("cover, width, error and bias are those of the ranges that were said", () => {
	const [score] = scoreAll(
		[
			said(10, [5, 12, 20]),
			said(30, [20, 25, 35]),
			said(60, [10, 20, 30]),
			{ ...said(5, [0, 0, 0]), waits: { mot: null } },
		],
		["mot"],
	);
	expect(score?.pooled).toEqual({
		asked: 4,
		said: 3,
		cover: 0.667,
		shownCover: 0.667,
		medianWidth: 15,
		shownWidth: 15,
		error: 15.667,
		bias: -14.333,
	});
});

test("what people are shown begins and ends at whole five minutes and is never narrower than what was said", () => {
	expect(roundedWait(minutes([7, 9, 12.1]))).toEqual(minutes([5, 9, 15]));
	expect(roundedWait(minutes([10, 10, 10]))).toEqual(minutes([10, 10, 15]));
	expect(roundedWait(minutes([0, 0.2, 0.4]))).toEqual(minutes([0, 0.2, 5]));
});

test("each stratum is scored by itself, and errors are compared over those of whom everybody said something", () => {
	const peak = { ...said(10, [5, 10, 15]), kind: "peak" as const };
	const scores = scoreAll(
		[
			{ ...peak, waits: { ...peak.waits, hai: minutes([0, 14, 20]) } },
			{ ...said(10, [0, 12, 20]), waits: { mot: minutes([0, 12, 20]), hai: null } },
			{ ...peak, waits: { mot: minutes([0, 8, 9]), hai: minutes([0, 14, 20]) } },
		],
		["mot", "hai"],
	);
	expect(scores[0]?.strata.map(({ kind, said, cover }) => [kind, said, cover])).toEqual([
		["typical", 1, 1],
		["peak", 2, 0.5],
	]);
	// 0 and 2 minutes off, where the other was off by 4 and 4.
	expect(scores[0]?.errorAgainst).toEqual({ hai: 0.25 });
	expect(scores[1]?.errorAgainst).toEqual({ mot: 4 });
});

test("a width is held against the oracle's at the cover that the forecaster really has", () => {
	const drawsMs = Array.from({ length: 99 }, (_, place) => (place + 1) * minuteMs);
	const truths = Array.from({ length: 100 }, (_, place) => place + 0.5);
	const judged = truths.map((trueMinutes) => ({
		...said(trueMinutes, [0, 0, 0]),
		waits: { rong: minutes([10, 50, 90]), oracle: { ...rangeOf(drawsMs, 0.5), drawsMs } },
	}));
	const [wide] = scoreAll(judged, ["rong", "oracle"]);
	expect(wide?.pooled.cover).toBe(0.8);
	// The oracle needs 80 minutes for four in five as well.
	expect(wide?.widthAgainstOracle).toBeGreaterThan(0.97);
	expect(wide?.widthAgainstOracle).toBeLessThan(1.03);
});

test("of drawn outcomes a range takes the middle, so that it holds what it says", () => {
	const drawsMs = Array.from({ length: 9 }, (_, place) => place + 1);
	expect(rangeOf(drawsMs, 0.8)).toMatchObject({ lowMs: 1, middleMs: 5, highMs: 9 });
	expect(rangeOf([7], 0.8)).toMatchObject({ lowMs: 7, middleMs: 7, highMs: 7 });
});

function said(trueMinutes: number, wait: [number, number, number]): Judged {
	return {
		kind: "typical",
		group: "ordinary",
		load: "light",
		trueMs: trueMinutes * minuteMs,
		waits: { mot: minutes(wait) },
	};
}

function minutes([low, middle, high]: [number, number, number]) {
	return { lowMs: low * minuteMs, middleMs: middle * minuteMs, highMs: high * minuteMs };
}
