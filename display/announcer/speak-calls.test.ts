import { signal } from "@preact/signals";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { BoardCounterRow, Change, ChangeType } from "../../protocol/live.ts";
import type { Player } from "./player.ts";
import { speakCalls } from "./speak-calls.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

/** A board whose announcements last a second each, and how many signs each had. */
function board() {
	const said: string[] = [];
	const player: Player = {
		state: signal("on" as const),
		load: () => undefined,
		play(cues, _volume, onEnded) {
			said.push(cues.flatMap(({ clip }) => /^(letter|number)-(.)$/.exec(clip)?.[2] ?? []).join(""));
			setTimeout(onEnded, 1_000);
			return { durationMs: 1_000, stop: () => undefined };
		},
		renew: () => undefined,
	};
	const office = signal({
		timeZone: "Asia/Ho_Chi_Minh",
		voice: { languages: ["vi" as const], region: "north" as const, volume: 80, quietHours: [] },
	});
	return { voice: speakCalls(office, player), said };
}

function change(type: ChangeType, number: string): Change {
	return {
		seq: 1,
		type,
		at: "2026-11-23T02:00:00Z",
		set: {},
		ticket: { number, serviceId: "ho-tich" },
		counter: { id: "quay-2", label: "2" },
		callCount: 1,
	};
}

function counter(number: string, state: "called" | "serving"): BoardCounterRow {
	return { kind: "counter", id: number, label: "2", status: "open", current: { number, state } };
}

test("a call is said, and nothing else that happens", () => {
	const { voice, said } = board();
	voice.take(change("started", "A001"));
	voice.take(change("called", "A002"));
	const { ticket: _, ...without } = change("called", "A003");
	voice.take(without);
	vi.advanceTimersByTime(10_000);
	expect(said).toEqual(["a0022"]);
});

test("whoever has come to the counter, or is called no more, is not said", () => {
	const { voice, said } = board();
	for (const number of ["A001", "A002", "A003", "A004"]) voice.take(change("called", number));
	voice.keepCalled([counter("A002", "serving"), counter("A004", "called")], true);
	vi.advanceTimersByTime(10_000);
	expect(said).toEqual(["a0012", "a0042"]);
});

test("nobody is called by a board that may be wrong, or while the hall is stopped", () => {
	const { voice, said } = board();
	voice.take(change("called", "A001"));
	voice.take(change("called", "A002"));
	voice.keepCalled([counter("A002", "called")], false);
	vi.advanceTimersByTime(10_000);
	expect(said).toEqual(["a0012"]);
});
