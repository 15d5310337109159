import { expect, test } from "vitest";
import type { Hours } from "../protocol/office.ts";
import { createOfficeClock } from "./office-clock.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const workingWeek: Hours = Object.fromEntries(
	["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ from: "07:30", to: "17:00" }]]),
);

/** A machine on a Friday morning, 08:00 in the office. */
function machine(hours: Hours = workingWeek) {
	let wall = Date.parse("2026-11-20T01:00:00Z");
	let monotonic = 1_000;
	const parts = {
		hours,
		timeZone: "Asia/Ho_Chi_Minh",
		now: () => wall,
		monotonic: () => monotonic,
	};
	return {
		wall: () => wall,
		clock: createOfficeClock(parts),
		/** Starts the hub anew on the same machine. */
		restart: () => createOfficeClock(parts),
		/** Time goes by, also while the machine sleeps. */
		pass: (ms: number) => {
			wall += ms;
			monotonic += ms;
		},
		/** Somebody sets the wall clock. */
		set: (ms: number) => {
			wall += ms;
		},
		setTo: (at: string) => {
			wall = Date.parse(at);
		},
	};
}

const friday = "2026-11-20";

test("days that pass are believed, a weekend and a night asleep among them", () => {
	const { clock, pass, wall } = machine();
	expect(clock.judge(friday)).toBe("right");
	pass(3 * dayMs);
	expect([clock.dayOf(wall()), clock.judge("2026-11-22")]).toEqual(["2026-11-23", "right"]);
});

test("a clock that is set by less than five minutes is believed, by five minutes it is not, in either direction", () => {
	for (const [ms, state] of [
		[4 * minuteMs, "right"],
		[-4 * minuteMs, "right"],
		[5 * minuteMs, "held"],
		[-5 * minuteMs, "held"],
	] as const) {
		const { clock, set } = machine();
		clock.judge(friday);
		set(ms);
		expect(clock.judge(friday)).toBe(state);
		set(-ms);
		expect(clock.judge(friday)).toBe("right");
	}
});

test("a clock that was set forward begins no new day until it is said to be right", () => {
	const { clock, set, pass, wall } = machine();
	clock.judge(friday);
	set(2 * dayMs);
	expect([clock.dayOf(wall()), clock.judge(friday)]).toEqual(["2026-11-22", "held"]);
	pass(10 * minuteMs);
	expect(clock.judge(friday)).toBe("held");
	clock.believe();
	expect(clock.judge(friday)).toBe("right");
});

test("a hub that starts on the next opening day is believed, and one day later it is not", () => {
	const { restart, pass, wall } = machine();
	// From Friday over the weekend to Monday, whatever the hour.
	pass(3 * dayMs + 15 * hourMs);
	expect([restart().dayOf(wall()), restart().judge(friday)]).toEqual(["2026-11-23", "right"]);
	pass(dayMs);
	expect([restart().dayOf(wall()), restart().judge(friday)]).toEqual(["2026-11-24", "held"]);
});

test("an office that never closes opens again the next day", () => {
	const { restart, pass } = machine("always");
	pass(dayMs);
	expect(restart().judge(friday)).toBe("right");
	pass(dayMs);
	expect(restart().judge(friday)).toBe("held");
});

test("a machine that begins in the year 2000 is behind, and is believed once its clock is right again", () => {
	const { restart, setTo, pass } = machine();
	setTo("2000-01-01T00:00:00Z");
	const clock = restart();
	expect(clock.judge(friday)).toBe("behind");
	pass(hourMs);
	setTo("2026-11-20T04:00:00Z");
	expect(clock.judge(friday)).toBe("right");
});

test("a first start believes the clock, there being nothing else", () => {
	const { clock, setTo, wall } = machine();
	setTo("2000-01-01T00:00:00Z");
	expect([clock.judge(""), clock.dayOf(wall())]).toEqual(["right", "2000-01-01"]);
	setTo("2026-11-20T01:00:00Z");
	expect(clock.judge("2000-01-01")).toBe("held");
});
