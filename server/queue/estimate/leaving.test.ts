import { expect, test } from "vitest";
import { createLeaving } from "./leaving.ts";
import { quantile } from "./quantiles.ts";
import { createRandom } from "./random.ts";

const minuteMs = 60_000;

/** How many minutes after the end one in so many leaves. */
function leavesAt(leaving: ReturnType<typeof createLeaving>, share: number, there = -30): number {
	const random = createRandom(3);
	const belief = leaving.belief();
	const all = Array.from({ length: 500 }, () =>
		belief.drawMs("break", there * minuteMs, random),
	).sort((one, other) => one - other);
	return quantile(all, share) / minuteMs;
}

function seen(minutes: number, times = 40) {
	const leaving = createLeaving();
	for (let at = 0; at < times; at++) {
		leaving.stayed("break", -30 * minuteMs, minutes * minuteMs);
		leaving.left("break", minutes * minuteMs);
	}
	return leaving;
}

test("officers of whom nothing was seen stop some minutes into the break", () => {
	const leaving = createLeaving();
	expect(leavesAt(leaving, 0.5)).toBeGreaterThan(0);
	expect(leavesAt(leaving, 0.5)).toBeLessThan(10);
});

test("where officers have gone on for a quarter of an hour they will again, and not for two", () => {
	expect(leavesAt(seen(14), 0.1)).toBeGreaterThan(9);
	expect(leavesAt(seen(14), 0.9)).toBeLessThan(25);
});

test("where officers leave before the break they are not expected until it", () => {
	expect(leavesAt(seen(-8), 0.5)).toBeLessThan(0);
});

test("whoever is still there leaves later, not at once", () => {
	const leaving = seen(14);
	expect(leavesAt(leaving, 0, 12)).toBeGreaterThanOrEqual(12);
	expect(leavesAt(leaving, 0, 200)).toBe(200);
});

test("who had nobody left to call has not stopped before the others", () => {
	const leaving = seen(14, 20);
	for (let at = 0; at < 60; at++) leaving.stayed("break", -30 * minuteMs, 2 * minuteMs);
	expect(leavesAt(leaving, 0.25)).toBeGreaterThan(9);
});

test("how the day ends tells nothing of breaks", () => {
	const leaving = createLeaving();
	for (let at = 0; at < 40; at++) leaving.stayed("after", 0, 60 * minuteMs);
	expect(leavesAt(leaving, 0.5)).toBeLessThan(10);
});
