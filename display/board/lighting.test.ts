import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Change } from "../../protocol/live.ts";
import type { Player } from "../announcer/player.ts";
import { speakCalls } from "../announcer/speak-calls.ts";
import { lightAsTheyCome } from "./lighting.ts";
import { litMs, sharedLitMs } from "./spotlight.ts";

function called(number: string, callCount = 1): Change {
	return {
		seq: 1,
		type: "called",
		at: "2026-11-21T01:00:00.000Z",
		set: {},
		ticket: { number, serviceId: "ho-tich" },
		counter: { id: "quay-3", label: "3" },
		callCount,
	};
}

describe("the lighting of the board", () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	it("lights a call as it comes and lets it go dark by itself", () => {
		const { lit, take } = lightAsTheyCome(signal(null));
		take(called("A012"));
		expect(lit.value?.call).toEqual({
			number: "A012",
			counterId: "quay-3",
			counterLabel: "3",
			callCount: 1,
			isLast: false,
		});
		vi.advanceTimersByTime(litMs);
		expect(lit.value).toBeNull();
	});

	it("passes from one call to the next without being told", () => {
		const { lit, take } = lightAsTheyCome(signal(null));
		take(called("A012"));
		take(called("B003"));
		expect(lit.value?.call.number).toBe("A012");
		vi.advanceTimersByTime(sharedLitMs);
		expect(lit.value?.call.number).toBe("B003");
	});

	it("leaves everything that is not a call alone", () => {
		const { lit, take } = lightAsTheyCome(signal(null));
		take({ seq: 2, type: "issued", at: "2026-11-21T01:00:00.000Z", set: {} });
		expect(lit.value).toBeNull();
	});
});

describe("beside a voice", () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	/** How long a call takes in two languages. */
	const saidMs = 12_800;
	const betweenMs = 700;

	/** A board and its voice, and what was said, as it goes on. */
	function board({
		languages = ["vi" as const, "en" as const],
		hangs = false,
		lastsMs = saidMs,
	} = {}) {
		const state = signal<"on" | "blocked">("on");
		const player: Player = {
			state,
			load: () => undefined,
			play(_cues, _volume, onEnded) {
				const timer = setTimeout(() => hangs || onEnded(), lastsMs);
				return { durationMs: lastsMs, stop: () => clearTimeout(timer) };
			},
			renew: () => undefined,
		};
		const office = signal({
			timeZone: "Asia/Ho_Chi_Minh",
			voice: { languages, region: "north" as const, volume: 80, quietHours: [] },
		});
		const voice = speakCalls(office, player);
		const lighting = lightAsTheyCome(voice.saying);
		return {
			...lighting,
			voice,
			state,
			call(number: string, callCount = 1) {
				lighting.take(called(number, callCount));
				voice.take(called(number, callCount));
			},
			/** What is heard, and what stands there large. */
			now: () => [voice.saying.value?.number, lighting.lit.value?.call.number],
		};
	}

	it("shows the call that is heard, for as long as it is", () => {
		const { call, now } = board();
		const numbers = ["A001", "C001", "A002", "B001", "A003", "A004"];
		for (const number of numbers) call(number);
		for (const number of numbers) {
			expect(now()).toEqual([number, number]);
			vi.advanceTimersByTime(saidMs);
			expect(now()).toEqual([number, number]);
			vi.advanceTimersByTime(betweenMs);
		}
		vi.advanceTimersByTime(litMs);
		expect(now()).toEqual([undefined, undefined]);
		expect(vi.getTimerCount()).toBe(0);
	});

	it("shows one that is called again while it is heard when it is said again", () => {
		const { call, now } = board();
		call("A001");
		call("A002");
		call("A001", 2);
		vi.advanceTimersByTime(saidMs + betweenMs);
		expect(now()).toEqual(["A002", "A002"]);
		vi.advanceTimersByTime(saidMs + betweenMs);
		expect(now()).toEqual(["A001", "A001"]);
	});

	it("goes on to the next when the person who is called has come, and stays with it while it is said", () => {
		const { call, now, keepOpen } = board();
		call("A001");
		call("A002");
		call("A003");
		vi.advanceTimersByTime(3_000);
		keepOpen((number) => number !== "A001");
		expect(now()).toEqual(["A001", "A002"]);
		vi.advanceTimersByTime(saidMs + betweenMs);
		expect(now()).toEqual(["A002", "A002"]);
	});

	it("goes on though a clip never ends", () => {
		const { call, now } = board({ hangs: true });
		call("A001");
		call("A002");
		vi.advanceTimersByTime(saidMs + 2_500 + betweenMs);
		expect(now()).toEqual(["A002", "A002"]);
		vi.advanceTimersByTime(60_000);
		expect(now()).toEqual([undefined, undefined]);
	});

	it("gives each call its share where there is but a chime", () => {
		const { call, now } = board({ languages: [], lastsMs: 2_000 });
		call("A001");
		call("A002");
		vi.advanceTimersByTime(sharedLitMs - 1);
		expect(now()).toEqual(["A001", "A001"]);
		vi.advanceTimersByTime(1);
		expect(now()).toEqual(["A002", "A002"]);
	});

	it("goes by its own turns where the voice may not sound", () => {
		const { call, now, state } = board();
		state.value = "blocked";
		call("A001");
		call("A002");
		vi.advanceTimersByTime(sharedLitMs);
		expect(now()).toEqual([undefined, "A002"]);
		state.value = "on";
		expect(now()).toEqual(["A001", "A001"]);
	});

	it("shows whom the voice had to leave out once it is silent", () => {
		const numbers = Array.from({ length: 10 }, (_, at) => `A${100 + at}`);
		const { call, now } = board();
		for (const number of numbers) call(number);
		// Eight wait for the voice, so that the second of ten is not said.
		vi.advanceTimersByTime(9 * (saidMs + betweenMs) + litMs);
		expect(now()).toEqual([undefined, "A101"]);
	});
});
