import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { calmed } from "./calm.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

test("many changes are told a few times, the first at once and the last for certain", () => {
	const source = signal(0);
	const calm = calmed(source, 250);
	const told: number[] = [];
	calm.now.subscribe((value) => told.push(value));
	vi.advanceTimersByTime(1_000);
	for (let change = 1; change <= 20; change++) {
		source.value = change;
		vi.advanceTimersByTime(50);
	}
	vi.advanceTimersByTime(1_000);
	expect(told.at(-1)).toBe(20);
	expect(told[1]).toBe(1);
	expect(told.length).toBeLessThanOrEqual(7);
	calm.stop();
	source.value = 99;
	vi.advanceTimersByTime(1_000);
	expect(told.at(-1)).toBe(20);
});
