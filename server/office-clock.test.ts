import { expect, test } from "vitest";
import type { Calendar } from "../config/calendar.ts";
import type { Hours } from "../protocol/office.ts";
import { createOfficeClock } from "./office-clock.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const workingWeek: Hours = Object.fromEntries(
	["mon", "tue", "wed", "thu", "fri"].map((day) => [day, [{ from: "07:30", to: "17:00" }]]),
);

/** A machine on a Friday morning, 08:00 in the office. */
function machine(hours: Hours = workingWeek, holidays: Calendar["holidays"] = []) {
	let wall = Date.parse("2026-11-20T01:00:00Z");
	let monotonic = 1_000;
	const parts = {
		calendar: { hours, holidays, timeZone: "Asia/Ho_Chi_Minh" },
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

test("a hub that starts after a long holiday is believed on the day it opens, and not on the day after", () => {
	const name = { vi: "Tết Nguyên đán", en: "Lunar New Year" };
	const tet = [{ date: "2026-11-21", to: "2026-11-29", name }];
	const { restart, setTo } = machine(workingWeek, tet);
	setTo("2026-11-30T01:00:00Z");
	expect(restart().judge(friday)).toBe("right");
	setTo("2026-12-01T01:00:00Z");
	expect(restart().judge(friday)).toBe("held");
});

test("days begin at the office's own midnight, also on those on which its clocks are set", () => {
	const dayIn = (timeZone: string, at: string) =>
		createOfficeClock({
			calendar: { hours: "always", timeZone },
			now: () => Date.parse(at),
			monotonic: () => 0,
		}).dayOf(Date.parse(at));
	for (const [timeZone, lastMinute, firstMinute, day] of [
		["Europe/Berlin", "2026-03-29T21:59:00Z", "2026-03-29T22:00:00Z", "2026-03-30"],
		["Europe/Berlin", "2026-10-25T22:59:00Z", "2026-10-25T23:00:00Z", "2026-10-26"],
		["America/New_York", "2026-11-02T04:59:00Z", "2026-11-02T05:00:00Z", "2026-11-02"],
		["Australia/Lord_Howe", "2026-10-04T12:59:00Z", "2026-10-04T13:00:00Z", "2026-10-05"],
		["Asia/Ho_Chi_Minh", "2026-11-21T16:59:00Z", "2026-11-21T17:00:00Z", "2026-11-22"],
	] as const) {
		expect([timeZone, dayIn(timeZone, lastMinute) < day]).toEqual([timeZone, true]);
		expect([timeZone, dayIn(timeZone, firstMinute)]).toEqual([timeZone, day]);
	}
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
