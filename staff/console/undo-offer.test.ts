import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepUndoOffer } from "./undo-offer.ts";

const undoMs = 15_000;

beforeEach(() => {
	vi.useFakeTimers({ now: Date.parse("2026-11-23T02:00:00Z") });
});
afterEach(() => {
	vi.useRealTimers();
});

test("what was done is offered until its seconds are over, from the press on", async () => {
	const { page } = aTab();
	const { undoable, offer } = page();
	const pressedAtMs = performance.now();
	await vi.advanceTimersByTimeAsync(400);
	offer("gọi A012", 7, pressedAtMs);
	expect(undoable.value?.what).toBe("gọi A012");
	await vi.advanceTimersByTimeAsync(undoMs - 401);
	expect(undoable.value?.what).toBe("gọi A012");
	await vi.advanceTimersByTimeAsync(1);
	expect(undoable.value).toBe(null);
});

test("a page that is loaded anew goes on with what is left of it, and with nothing that is over or undone", async () => {
	const { page } = aTab();
	const before = page();
	before.offer("hoàn thành A012", 8, performance.now());
	await vi.advanceTimersByTimeAsync(6_000);
	before.stop();
	const after = page();
	expect(after.undoable.value).toEqual({
		what: "hoàn thành A012",
		act: 8,
		endsAtMs: performance.now() + 9_000,
	});
	await vi.advanceTimersByTimeAsync(9_000);
	expect([after.undoable.value, page().undoable.value]).toEqual([null, null]);

	after.offer("gọi A013", null, performance.now());
	after.forget();
	expect(page().undoable.value).toBe(null);
});

test.each([
	["that is no JSON", "gọi A012"],
	["of another shape", '["gọi A012", 1795000000000]'],
	[
		"of a clock that has gone back since",
		JSON.stringify({ what: "gọi A012", act: 7, endsAt: Date.parse("2027-01-01") }),
	],
])("offers nothing of a kept text %s", (_, text) => {
	const { page } = aTab(text);
	expect(page().undoable.value).toBe(null);
});

/** A browser's tab, in which the page is loaded as often as one likes. */
function aTab(text: string | null = null) {
	let store = text;
	const kept = {
		read: () => store,
		keep: (next: string | null) => {
			store = next;
		},
	};
	const nowMs = () => performance.now();
	return { page: () => keepUndoOffer({ undoMs: () => undoMs, nowMs, kept }) };
}
