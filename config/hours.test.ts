import { describe, expect, it } from "vitest";
import { isOpen, nextOpeningDay } from "./hours.ts";

const zone = "Asia/Ho_Chi_Minh";
const hours = {
	mon: [
		{ from: "07:30", to: "11:30" },
		{ from: "13:30", to: "17:00" },
	],
	sat: [{ from: "07:30", to: "11:30" }],
};

describe("an office's hours", () => {
	// 23 November 2026 is a Monday; the office is seven hours ahead of UTC.
	it.each([
		["at the first minute", "2026-11-23T00:30:00Z", true],
		["a second before it", "2026-11-23T00:29:59Z", false],
		["in the last minute of the morning", "2026-11-23T04:29:59Z", true],
		["at noon", "2026-11-23T04:30:00Z", false],
		["in the afternoon", "2026-11-23T08:00:00Z", true],
		["at the end of the day", "2026-11-23T10:00:00Z", false],
		["on a day that is left out", "2026-11-24T01:00:00Z", false],
		["on a Saturday morning that is still Friday in UTC", "2026-11-21T00:30:00Z", true],
	])("%s: %s is %s", (_when, at, open) => {
		expect(isOpen(hours, at, zone)).toBe(open);
	});

	it("follow the office's own time zone", () => {
		expect(isOpen(hours, "2026-11-23T00:30:00Z", "Europe/Paris")).toBe(false);
		expect(isOpen(hours, "2026-11-23T06:30:00Z", "Europe/Paris")).toBe(true);
	});

	it("never end where they are always", () => {
		expect(isOpen("always", "2026-11-22T20:00:00Z", zone)).toBe(true);
	});

	it("never begin where there are none", () => {
		expect(isOpen({ mon: [] }, "2026-11-23T03:00:00Z", zone)).toBe(false);
	});
});

describe("the next day on which an office opens", () => {
	const week = {
		fri: [{ from: "07:30", to: "11:30" }],
		mon: [{ from: "07:30", to: "17:00" }],
		tue: [],
	};
	it.each([
		["over the weekend", "2026-11-20", "2026-11-23"],
		["over days without hours", "2026-11-23", "2026-11-27"],
		["over the turn of the year", "2026-12-28", "2027-01-01"],
	])("%s", (_what, day, next) => {
		expect(nextOpeningDay(week, day)).toBe(next);
	});
	it("is tomorrow where it never closes", () => {
		expect(nextOpeningDay("always", "2028-02-28")).toBe("2028-02-29");
	});
});
