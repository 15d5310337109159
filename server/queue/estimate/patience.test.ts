import { expect, test } from "vitest";
import { createPatience } from "./patience.ts";

const minute = 60_000;

test("before anything was seen a few do not come, and a few give up in an hour", () => {
	const { missedAfter, gaveUpBetween } = createPatience().belief();
	expect(missedAfter(0)).toBeCloseTo(1 / 30, 3);
	expect(missedAfter(300 * minute)).toBeCloseTo(1 / 30, 3);
	expect(gaveUpBetween(0, 60 * minute)).toBeGreaterThan(0.01);
	expect(gaveUpBetween(0, 60 * minute)).toBeLessThan(0.04);
	expect(gaveUpBetween(60 * minute, 60 * minute)).toBe(0);
});

test("whoever has waited long is believed to be gone more often where that was seen", () => {
	const patience = createPatience();
	for (let at = 0; at < 200; at++) {
		patience.called(5 * minute);
		patience.called(100 * minute);
		if (at % 4 === 0) patience.missed(100 * minute);
	}
	const { missedAfter } = patience.belief();
	expect(missedAfter(5 * minute)).toBeLessThan(0.04);
	expect(missedAfter(100 * minute)).toBeGreaterThan(0.2);
	expect(missedAfter(100 * minute)).toBeLessThan(0.28);
});

test("how many give up between two lengths of wait is told by those who waited as long", () => {
	const patience = createPatience();
	for (let at = 0; at < 300; at++) {
		patience.called(15 * minute);
		if (at % 3 === 0) patience.gaveUp(60 * minute);
	}
	const { gaveUpBetween } = patience.belief();
	expect(gaveUpBetween(0, 15 * minute)).toBeLessThan(0.01);
	expect(gaveUpBetween(45 * minute, 60 * minute)).toBeGreaterThan(0.4);
	// Whoever has waited that long already is not asked twice.
	expect(gaveUpBetween(59 * minute, 60 * minute)).toBeLessThan(
		gaveUpBetween(45 * minute, 60 * minute),
	);
});

test("an office that changes is followed", () => {
	const patience = createPatience();
	for (let at = 0; at < 2_000; at++) {
		patience.called(5 * minute);
		patience.missed(5 * minute);
	}
	for (let at = 0; at < 8_000; at++) patience.called(5 * minute);
	expect(patience.belief().missedAfter(5 * minute)).toBeLessThan(0.15);
});
