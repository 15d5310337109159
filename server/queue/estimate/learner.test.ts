import { expect, test } from "vitest";
import { lan, queueDay } from "../rehearsal.ts";
import { createLearner } from "./learner.ts";
import { meanOf } from "./quantiles.ts";

const minuteMs = 60_000;
const officer = lan;
const counterId = "quay-1";

/** A day at one counter, watched. Until then it has eight minutes for everything by the office file. */
function watchedDay(spans: { from: number; to: number }[] | null = null) {
	const learner = createLearner({
		minutesOf: () => 8,
		hours: () => spans && { counters: spans, tickets: spans },
	});
	const day = queueDay(undefined, learner.saw);
	day.open(counterId);
	return {
		...day,
		learner,
		/** What is believed of one service, minutes. */
		believed: () => meanOf(learner.times.holdsOf("ho-tich") ?? []) / minuteMs,
		act: (type: "finish" | "miss" | "park") => day.apply({ type, counterId, officer }),
	};
}

test("from a call to its finish is what a service takes", () => {
	const { issue, callNext, wait, act, believed } = watchedDay();
	for (let at = 0; at < 30; at++) {
		issue("ho-tich");
		callNext(counterId);
		wait(4);
		act("finish");
		wait(15);
	}
	expect(believed()).toBeGreaterThan(3.5);
	expect(believed()).toBeLessThan(5.5);
});

test("where the next call alone says that somebody is done, an empty hall is not taken for a slow service", () => {
	const { issue, callNext, wait, believed, learner } = watchedDay();
	for (let at = 0; at < 30; at++) {
		issue("ho-tich");
		callNext(counterId);
		// Four minutes of work, and nobody comes for half an hour.
		wait(34);
	}
	expect(believed()).toBeLessThan(10);
	expect(learner.losses.belief().silentShare).toBeGreaterThan(0.9);
});

test("where people wait, the next call says how long the one before took", () => {
	const { issue, callNext, wait, believed, learner } = watchedDay();
	for (let at = 0; at < 31; at++) issue("ho-tich");
	for (let at = 0; at < 31; at++) {
		callNext(counterId);
		wait(4);
	}
	expect(believed()).toBeLessThan(5.5);
	expect(learner.losses.belief().silentShare).toBeLessThan(0.6);
});

test("a finish that is pressed after the break counts without the break", () => {
	const begin = Date.UTC(2026, 10, 21, 1);
	const spans = [
		{ from: begin, to: begin + 60 * minuteMs },
		{ from: begin + 120 * minuteMs, to: begin + 240 * minuteMs },
	];
	// Eight minutes, or eight with an hour of break between them.
	const [overNoon, plain] = [68, 8].map((minutes) => {
		const { issue, callNext, wait, act, believed } = watchedDay(spans);
		wait(minutes === 68 ? 55 : 5);
		issue("ho-tich");
		callNext(counterId);
		wait(minutes);
		act("finish");
		issue("ho-tich");
		return believed();
	});
	expect(overNoon).toBeCloseTo(plain ?? 0, 1);
});

test("those who do not come when they are called are counted, and how long one waits for them", () => {
	const { issue, callNext, wait, act, learner } = watchedDay();
	for (let at = 0; at < 60; at++) {
		issue("ho-tich");
		callNext(counterId);
		wait(2);
		act(at % 4 === 0 ? "miss" : "finish");
	}
	const { patience, missedHolds } = learner.losses.belief();
	expect(patience.missedAfter(0)).toBeGreaterThan(0.12);
	expect(patience.missedAfter(0)).toBeLessThan(0.25);
	expect(meanOf(missedHolds) / minuteMs).toBeCloseTo(2, 0);
});

test("how counters opened on days before tells when they open today", () => {
	const begin = Date.UTC(2026, 10, 21, 1);
	const spans = [{ from: begin, to: begin + 480 * minuteMs }];
	const learner = createLearner({
		minutesOf: () => 8,
		hours: () => ({ counters: spans, tickets: spans }),
	});
	for (let days = 0; days < 3; days++) {
		const day = queueDay(undefined, learner.saw);
		day.wait(10);
		day.open(counterId);
	}
	queueDay(undefined, learner.saw);
	const { openingOf } = learner.presence.belief();
	const usual = openingOf(counterId);
	expect(usual?.share).toBeGreaterThan(0.9);
	expect(meanOf(usual?.offsets ?? []) / minuteMs).toBeCloseTo(10, 0);
	expect(openingOf("quay-2")?.share).toBeLessThan(0.1);
});

test("an act that was undone teaches nothing", () => {
	const [undone, plain] = [true, false].map((isUndone) => {
		const { issue, callNext, wait, act, apply, believed } = watchedDay();
		issue("ho-tich");
		callNext(counterId);
		wait(0.05);
		if (isUndone) {
			act("finish");
			apply({ type: "undo", counterId, officer });
		}
		wait(6);
		act("finish");
		issue("ho-tich");
		return believed();
	});
	expect(undone).toBeCloseTo(plain ?? 0, 1);
	expect(plain).toBeLessThan(8);
});
