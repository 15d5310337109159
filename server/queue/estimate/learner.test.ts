import { expect, test } from "vitest";
import { lan, queueDay } from "../rehearsal.ts";
import { createLearner } from "./learner.ts";
import { meanOf } from "./quantiles.ts";
import { createRandom } from "./random.ts";

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

test("over the break nobody loses patience: only the hours of the office count", () => {
	const begin = Date.UTC(2026, 10, 21, 1);
	const spans = [
		{ from: begin, to: begin + 60 * minuteMs },
		{ from: begin + 180 * minuteMs, to: begin + 300 * minuteMs },
	];
	// All stay who waited ten minutes and a break of two hours.
	const learner = createLearner({
		minutesOf: () => 8,
		hours: () => ({ counters: spans, tickets: spans }),
	});
	for (let days = 0; days < 10; days++) {
		const { issue, callNext, wait, open } = queueDay(undefined, learner.saw);
		open(counterId);
		wait(50);
		for (let at = 0; at < 8; at++) issue("ho-tich");
		wait(130);
		for (let at = 0; at < 8; at++) callNext(counterId);
	}
	const { patience } = learner.losses.belief();
	expect(patience.missedAfter(10 * minuteMs)).toBeLessThan(0.02);
	// Of those who wait for hours nothing was seen.
	expect(patience.missedAfter(130 * minuteMs)).toBeGreaterThan(patience.missedAfter(10 * minuteMs));
});

test("how long officers go on into the break with people waiting is learned from when they stop", () => {
	const begin = Date.UTC(2026, 10, 21, 1);
	const spans = [
		{ from: begin, to: begin + 60 * minuteMs },
		{ from: begin + 120 * minuteMs, to: begin + 240 * minuteMs },
	];
	const stopsAfter = (minutes: number, isClosed: boolean) => {
		const learner = createLearner({
			minutesOf: () => 8,
			hours: () => ({ counters: spans, tickets: spans }),
		});
		for (let days = 0; days < 12; days++) {
			const { issue, callNext, wait, open, apply } = queueDay(undefined, learner.saw);
			open(counterId);
			for (let at = 0; at < 40; at++) issue("ho-tich");
			for (let minute = 0; minute < 60 + minutes; minute += 4) {
				callNext(counterId);
				wait(4);
				apply({ type: "finish", counterId, officer });
			}
			if (isClosed) apply({ type: "close-counter", counterId, officer });
			wait(60 - minutes);
			if (isClosed) open(counterId);
			callNext(counterId);
		}
		queueDay(undefined, learner.saw);
		const random = createRandom(5);
		const { leaving } = learner.presence.belief();
		const leaves = () => leaving.drawMs("break", -30 * minuteMs, random);
		return meanOf(Array.from({ length: 400 }, leaves)) / minuteMs;
	};
	for (const isClosed of [true, false]) {
		expect(stopsAfter(4, isClosed)).toBeLessThan(10);
		expect(stopsAfter(24, isClosed)).toBeGreaterThan(15);
	}
});

test("a counter that is left before the break and back before it has made a pause, and has not stopped early", () => {
	const begin = Date.UTC(2026, 10, 21, 1);
	const spans = [
		{ from: begin, to: begin + 60 * minuteMs },
		{ from: begin + 120 * minuteMs, to: begin + 240 * minuteMs },
	];
	const learner = createLearner({
		minutesOf: () => 8,
		hours: () => ({ counters: spans, tickets: spans }),
	});
	for (let days = 0; days < 12; days++) {
		const { wait, open, apply } = queueDay(undefined, learner.saw);
		open(counterId);
		wait(45);
		apply({ type: "pause-counter", counterId, officer });
		wait(8);
		open(counterId);
	}
	queueDay(undefined, learner.saw);
	const { leaving, pauses } = learner.presence.belief();
	const random = createRandom(5);
	const early = Array.from({ length: 400 }, () => leaving.drawMs("break", -30 * minuteMs, random));
	expect(early.filter((ms) => ms < 0).length).toBeLessThan(40);
	expect(pauses.pausedLengths.filter((ms) => Math.abs(ms - 8 * minuteMs) < minuteMs)).toHaveLength(
		12,
	);
});
