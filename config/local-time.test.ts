import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { partsOf } from "../words/numbers.ts";
import { addDays, dayAt, instantOf, isDay } from "./local-time.ts";

const zones = [
	"Asia/Ho_Chi_Minh",
	"Europe/Berlin",
	"America/New_York",
	// Half an hour, not a whole one.
	"Australia/Lord_Howe",
	// Midnight itself is leapt over, or comes twice.
	"America/Santiago",
	"Africa/Cairo",
	// A whole day was left out: 30 December 2011.
	"Pacific/Apia",
];

describe("the instant of a time of day", () => {
	it.each([
		[
			"is seven hours before UTC's here",
			"2026-11-23",
			"07:30",
			"Asia/Ho_Chi_Minh",
			"2026-11-23T00:30Z",
		],
		["before the clocks go back", "2026-10-25", "01:30", "Europe/Berlin", "2026-10-24T23:30Z"],
		["the first where it comes twice", "2026-10-25", "02:30", "Europe/Berlin", "2026-10-25T00:30Z"],
		["after the clocks went back", "2026-10-25", "03:00", "Europe/Berlin", "2026-10-25T02:00Z"],
		[
			"the leap where it is leapt over",
			"2026-03-29",
			"02:30",
			"Europe/Berlin",
			"2026-03-29T01:00Z",
		],
		["after the leap", "2026-03-29", "03:00", "Europe/Berlin", "2026-03-29T01:00Z"],
		["the leap, on the other side", "2026-03-08", "02:15", "America/New_York", "2026-03-08T07:00Z"],
		["the leap of half an hour", "2026-10-04", "02:10", "Australia/Lord_Howe", "2026-10-03T15:30Z"],
		[
			"the first of half an hour twice",
			"2026-04-05",
			"01:45",
			"Australia/Lord_Howe",
			"2026-04-04T14:45Z",
		],
		[
			"a midnight that is leapt over",
			"2026-09-06",
			"00:00",
			"America/Santiago",
			"2026-09-06T04:00Z",
		],
		["on a day that never was", "2011-12-30", "12:00", "Pacific/Apia", "2011-12-30T10:00Z"],
	])("%s: %s %s in %s", (_what, day, time, zone, at) => {
		expect(new Date(instantOf(day, time, zone)).toISOString()).toBe(new Date(at).toISOString());
	});
});

const zone = fc.constantFrom(...zones);
/** Around the days on which clocks are set, and any others. */
const day = fc.oneof(
	fc.constantFrom(
		"2026-03-29",
		"2026-10-25",
		"2026-03-08",
		"2026-11-01",
		"2026-04-05",
		"2026-10-04",
	),
	fc.constantFrom(
		"2026-09-06",
		"2026-04-04",
		"2026-04-24",
		"2026-10-30",
		"2011-12-30",
		"2011-12-29",
	),
	fc.integer({ min: 0, max: 3_000 }).map((days) => addDays("2022-01-01", days)),
);
const time = fc
	.record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
	.map(({ hour, minute }) => `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`);

const shown = (at: number, timeZone: string) => {
	const { year, month, day: date, hour, minute } = partsOf(new Date(at).toISOString(), timeZone);
	return `${year}-${month}-${date} ${hour}:${minute}`;
};

test("at the instant of a time the clocks show it or a later one, and a minute before an earlier one", () => {
	fc.assert(
		fc.property(zone, day, time, (timeZone, date, clock) => {
			const at = instantOf(date, clock, timeZone);
			expect(shown(at, timeZone) >= `${date} ${clock}`).toBe(true);
			expect(shown(at - 60_000, timeZone) < `${date} ${clock}`).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test("a later time is never an earlier instant, and days follow one another without a gap", () => {
	fc.assert(
		fc.property(zone, day, time, time, (timeZone, date, one, other) => {
			const [earlier, later] = [one, other].sort();
			const at = (clock = "") => instantOf(date, clock, timeZone);
			expect(at(earlier)).toBeLessThanOrEqual(at(later));
			expect(at(later)).toBeLessThanOrEqual(instantOf(addDays(date, 1), "00:00", timeZone));
		}),
		{ numRuns: 500 },
	);
});

test("every instant belongs to one day, and the days never go back", () => {
	const instant = fc.integer({ min: Date.UTC(2025, 0, 1), max: Date.UTC(2028, 0, 1) });
	fc.assert(
		fc.property(zone, instant, fc.integer({ min: 0, max: 180 }), (timeZone, at, minutes) => {
			const date = dayAt(at, timeZone);
			expect(instantOf(date, "00:00", timeZone)).toBeLessThanOrEqual(at);
			expect(instantOf(addDays(date, 1), "00:00", timeZone)).toBeGreaterThan(at);
			expect(dayAt(at + minutes * 60_000, timeZone) >= date).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test.each([
	["2026-02-28", true],
	["2026-02-30", false],
	["2028-02-29", true],
	["2026-13-01", false],
	["0000-00-00", false],
])("%s is a day: %s", (text, is) => {
	expect(isDay(text)).toBe(is);
});
