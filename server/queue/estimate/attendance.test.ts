import { expect, test } from "vitest";
import { createAttendance } from "./attendance.ts";
import type { PresenceBelief } from "./presence.ts";
import { createRandom } from "./random.ts";

const minuteMs = 60_000;
const at = (minutes: number) => minutes * minuteMs;
const spans = [
	{ from: at(0), to: at(240) },
	{ from: at(360), to: at(600) },
];
const never = Number.POSITIVE_INFINITY;

/** Pauses ten minutes at one moment, leaves so many minutes after the end, and is back two minutes after the break. */
function attendance(pauseMs: number, leavesAfterMs: number) {
	const belief: PresenceBelief = {
		pauses: {
			drawNextMs: (fromMs) => (fromMs <= pauseMs ? pauseMs : never),
			lengths: [at(10)],
			pausedLengths: [],
			closedLengths: [],
		},
		leaving: { drawMs: () => leavesAfterMs },
		afterBreaks: [at(2)],
		reopenShare: 1,
		openingOf: () => null,
	};
	return createAttendance(belief, spans, createRandom(1));
}

test("a counter is there until its pause, and after it", () => {
	const its = attendance(at(60), 0);
	its.begin(at(10), null);
	expect(its.awayUntil(at(50), false)).toBeNull();
	expect(its.awayUntil(at(61), false)).toBe(at(71));
	expect(its.awayUntil(at(71), false)).toBeNull();
});

test("it goes on into the break as long as its officer does, and comes back after it", () => {
	const its = attendance(never, at(12));
	its.begin(at(10), null);
	expect(its.awayUntil(at(251), false)).toBeNull();
	expect(its.awayUntil(at(253), false)).toBe(at(362));
	expect(its.awayUntil(at(362), false)).toBeNull();
	expect(its.awayUntil(at(611), false)).toBeNull();
	expect(its.awayUntil(at(613), false)).toBe(never);
});

test("one that has left before the break is not there until the next hours", () => {
	const its = attendance(never, at(-10));
	its.begin(at(10), null);
	expect(its.awayUntil(at(231), false)).toBe(at(362));
});

test("one that stands free in the break calls nobody in it", () => {
	const its = attendance(never, at(90));
	its.begin(at(245), null);
	expect(its.awayUntil(at(245), true)).toBe(at(362));
});

test("before the doors open nobody is called", () => {
	const its = attendance(never, 0);
	its.begin(at(-20), null);
	expect(its.awayUntil(at(-20), true)).toBe(at(0));
	expect(its.awayUntil(at(0), true)).toBeNull();
});
