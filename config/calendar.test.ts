import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { type Hours, type Period, weekdays } from "../protocol/office.ts";
import {
	type Calendar,
	changesAfter,
	dayIn,
	nextOpeningDay,
	openingAt,
	openMsLeft,
} from "./calendar.ts";
import { addDays, instantOf } from "./local-time.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const morning = { from: "07:30", to: "11:30", ticketsFrom: "07:00", ticketsTo: "11:15" };
const afternoon = { from: "13:30", to: "17:00", ticketsTo: "16:30" };
const whole = [morning, afternoon];
const nationalDay = { vi: "Quốc khánh", en: "National Day" };
const newYear = { vi: "Tết Nguyên đán", en: "Lunar New Year" };

/** Saturdays in the morning. 2 September 2026 is a Wednesday; Monday the 31st is off, and made up for on Saturday the 22nd. */
const commune: Calendar = {
	timeZone,
	hours: { mon: whole, tue: whole, wed: whole, thu: whole, fri: whole, sat: [morning] },
	holidays: [
		{ date: "2026-08-31", to: "2026-09-02", name: nationalDay },
		{ date: "2027-02-05", to: "2027-02-11", name: newYear },
	],
	workingDays: [{ date: "2026-08-22", as: "mon" }],
};

/** A time on the office's clock, as the instant of UTC. */
const at = (day: string, time: string) => Date.parse(`${day}T${time}:00+07:00`);
const local = (day: string, time: string) => new Date(at(day, time)).toISOString();

describe("an office", () => {
	it.each([
		// 23 November 2026 is a Monday.
		["before hours", "2026-11-23", "06:59", false, false, "before-hours", "2026-11-23", "07:00"],
		[
			"late in the morning",
			"2026-11-23",
			"11:15",
			true,
			false,
			"no-more-numbers",
			"2026-11-23",
			"13:30",
		],
		["at noon", "2026-11-23", "12:00", false, false, "break", "2026-11-23", "13:30"],
		[
			"late in the afternoon",
			"2026-11-23",
			"16:30",
			true,
			false,
			"no-more-numbers",
			"2026-11-24",
			"07:00",
		],
		["after hours", "2026-11-23", "17:00", false, false, "after-hours", "2026-11-24", "07:00"],
		[
			"on a Saturday afternoon",
			"2026-11-21",
			"14:00",
			false,
			false,
			"after-hours",
			"2026-11-23",
			"07:00",
		],
		["on a Sunday", "2026-11-22", "09:00", false, false, "day-off", "2026-11-23", "07:00"],
		["on a holiday", "2026-09-02", "09:00", false, false, "holiday", "2026-09-03", "07:00"],
		[
			"on the first day of a long one",
			"2027-02-05",
			"09:00",
			false,
			false,
			"holiday",
			"2027-02-12",
			"07:00",
		],
		[
			"on the evening before it",
			"2027-02-04",
			"18:00",
			false,
			false,
			"after-hours",
			"2027-02-12",
			"07:00",
		],
	])(
		"%s, %s %s: counters serve %s, numbers are given %s, %s, again %s %s",
		(_when, day, time, open, tickets, why, nextDay, nextTime) => {
			expect(openingAt(commune, at(day, time))).toMatchObject({
				open,
				tickets,
				until: null,
				why,
				next: local(nextDay, nextTime),
			});
		},
	);

	it.each([
		["before counters serve", "2026-11-23", "07:00", false, "11:15"],
		["in the morning", "2026-11-23", "07:30", true, "11:15"],
		["in the afternoon", "2026-11-23", "13:30", true, "16:30"],
		["on a Saturday that makes up for a Monday", "2026-08-22", "14:00", true, "16:30"],
	])("%s, %s %s, gives numbers: counters serve %s, until %s", (_when, day, time, open, until) => {
		expect(openingAt(commune, at(day, time))).toEqual({
			open,
			tickets: true,
			until: local(day, until),
			next: null,
			why: null,
			reason: null,
		});
	});

	it("names the holiday", () => {
		expect(openingAt(commune, at("2026-09-01", "09:00")).reason).toEqual(nationalDay);
	});

	it("may work on a holiday, with hours of its own", () => {
		const workingDays = [{ date: "2026-09-01", periods: [{ from: "08:00", to: "10:00" }] }];
		const calendar = { ...commune, workingDays };
		expect(openingAt(calendar, at("2026-09-01", "09:00")).until).toBe(local("2026-09-01", "10:00"));
		expect(openingAt(calendar, at("2026-09-01", "10:00"))).toMatchObject({
			why: "after-hours",
			next: local("2026-09-03", "07:00"),
		});
	});

	it("that never closes gives numbers without an end, but for holidays", () => {
		const always: Calendar = { hours: "always", timeZone };
		expect(openingAt(always, at("2026-11-22", "03:00"))).toMatchObject({
			tickets: true,
			until: null,
		});
		expect(openMsLeft(always, at("2026-11-22", "03:00"))).toBeNull();
		const resting = { ...always, holidays: [{ date: "2026-11-25", name: nationalDay }] };
		expect(openingAt(resting, at("2026-11-22", "03:00")).until).toBe(local("2026-11-25", "00:00"));
		expect(openingAt(resting, at("2026-11-25", "03:00"))).toMatchObject({
			why: "holiday",
			next: local("2026-11-26", "00:00"),
		});
	});

	it("that never opens says of no day that it does", () => {
		const never: Calendar = { hours: { mon: [] }, timeZone };
		expect(openingAt(never, at("2026-11-23", "09:00"))).toMatchObject({
			why: "day-off",
			next: null,
		});
	});

	it("follows its own clock", () => {
		const paris = { ...commune, timeZone: "Europe/Paris" };
		expect(openingAt(paris, at("2026-11-23", "07:30")).tickets).toBe(false);
		expect(openingAt(paris, Date.parse("2026-11-23T06:30:00Z")).tickets).toBe(true);
	});

	it.each([
		["at opening", "07:30", 7.5],
		["at eleven", "11:00", 4],
		["at noon", "12:00", 3.5],
		["before hours", "05:00", 7.5],
		["after hours", "17:30", 0],
	])("%s, %s, serves for %d hours more today", (_when, time, hours) => {
		expect(openMsLeft(commune, at("2026-11-23", time))).toBe(hours * 60 * 60_000);
	});
});

describe("a service with hours of its own", () => {
	const own: Hours = {
		tue: [{ from: "08:00", to: "10:00" }],
		mon: [{ from: "13:30", to: "17:00" }],
	};
	it.each([
		["on another day", "2026-11-23", "09:00", "before-hours", "2026-11-23", "13:30"],
		["before its hours", "2026-11-24", "07:40", "before-hours", "2026-11-24", "08:00"],
		["after them", "2026-11-24", "10:00", "no-more-numbers", "2026-11-30", "13:30"],
		["on a day without", "2026-11-25", "09:00", "day-off", "2026-11-30", "13:30"],
		["on a Sunday", "2026-11-22", "09:00", "day-off", "2026-11-23", "13:30"],
		["on a holiday", "2026-09-01", "09:00", "holiday", "2026-09-07", "13:30"],
	])("%s, %s %s: %s, again %s %s", (_when, day, time, why, nextDay, nextTime) => {
		const opening = openingAt(commune, at(day, time), { own });
		expect([opening.tickets, opening.next]).toEqual([false, local(nextDay, nextTime)]);
		if (why !== "no-more-numbers") expect(opening.why).toBe(why);
	});

	it("ends with the office's numbers", () => {
		expect(openingAt(commune, at("2026-11-23", "14:00"), { own }).until).toBe(
			local("2026-11-23", "16:30"),
		);
	});

	it("has those of the Monday that a Saturday makes up for", () => {
		expect(openingAt(commune, at("2026-08-22", "14:00"), { own }).tickets).toBe(true);
	});
});

describe("hours that are moved for a day", () => {
	const day = "2026-11-23";
	const reason = { vi: "Mất điện", en: "Power cut" };
	const late = { day, periods: [{ from: "09:00", to: "11:30" }], reason };

	it("hold on that day alone", () => {
		expect(openingAt(commune, at(day, "08:00"), { moved: late })).toMatchObject({
			why: "before-hours",
			next: local(day, "09:00"),
		});
		expect(openingAt(commune, at(day, "14:00"), { moved: late })).toMatchObject({
			why: "after-hours",
			next: local("2026-11-24", "07:00"),
		});
		expect(openingAt(commune, at("2026-11-24", "08:00"), { moved: late }).tickets).toBe(true);
	});

	it("may be none, with a reason", () => {
		const closed = { day, periods: [], reason };
		expect(openingAt(commune, at(day, "09:00"), { moved: closed })).toMatchObject({
			why: "closed-today",
			reason,
			next: local("2026-11-24", "07:00"),
		});
	});

	it("open an office on its holiday", () => {
		const opened = { ...late, day: "2026-09-02" };
		expect(openingAt(commune, at("2026-09-02", "10:00"), { moved: opened }).tickets).toBe(true);
	});
});

describe("the next day on which an office opens", () => {
	it.each([
		["tomorrow", "2026-11-23", "2026-11-24"],
		["over the Sunday", "2026-11-21", "2026-11-23"],
		["over a long holiday", "2027-02-04", "2027-02-12"],
		["a Saturday that is worked", "2026-08-21", "2026-08-22"],
	])("%s: after %s comes %s", (_what, day, next) => {
		expect(nextOpeningDay(commune, day)).toBe(next);
	});

	it("is tomorrow where it never closes, or never opens", () => {
		expect(nextOpeningDay({ hours: "always", timeZone }, "2028-02-28")).toBe("2028-02-29");
		expect(nextOpeningDay({ hours: {}, timeZone }, "2028-02-28")).toBe("2028-02-29");
	});
});

/** Offices of any hours in zones that set their clocks, around the days on which they do. */
const clock = fc
	.integer({ min: 0, max: 24 * 60 - 1 })
	.map(
		(minute) =>
			`${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`,
	);
const periods: fc.Arbitrary<Period[]> = fc
	.uniqueArray(clock, { minLength: 0, maxLength: 6 })
	.map((times) => {
		const sorted = times.sort();
		return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
			from: sorted[2 * index] ?? "",
			to: sorted[2 * index + 1] ?? "",
		}));
	});
const anyOffice: fc.Arbitrary<Calendar> = fc.record({
	timeZone: fc.constantFrom(
		"Asia/Ho_Chi_Minh",
		"Europe/Berlin",
		"America/New_York",
		"Australia/Lord_Howe",
		"America/Santiago",
	),
	hours: fc
		.array(periods, { minLength: 7, maxLength: 7 })
		.map((days) => Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? []]))),
});
const settingDay = fc
	.tuple(
		fc.constantFrom(
			"2026-03-29",
			"2026-10-25",
			"2026-03-08",
			"2026-11-01",
			"2026-04-05",
			"2026-10-04",
			"2026-09-06",
			"2026-04-04",
		),
		fc.integer({ min: -2, max: 2 }),
	)
	.map(([day, days]) => addDays(day, days));

test("in any zone and week: spans are in order and apart, within their day, and none is empty", () => {
	fc.assert(
		fc.property(anyOffice, settingDay, (office, day) => {
			const { counters } = dayIn(office, day);
			const edges = counters.flatMap(({ from, to }) => [from, to]);
			expect([...edges].sort((one, other) => one - other)).toEqual(edges);
			expect(counters.every(({ from, to }) => from < to)).toBe(true);
			const { timeZone } = office;
			for (const edge of edges) {
				expect(edge).toBeGreaterThanOrEqual(instantOf(day, "00:00", timeZone));
				expect(edge).toBeLessThanOrEqual(instantOf(addDays(day, 1), "00:00", timeZone));
			}
		}),
		{ numRuns: 300 },
	);
});

test("in any zone and week: what is said of an instant holds until it changes, and `until` and `next` come true", () => {
	fc.assert(
		fc.property(
			anyOffice,
			settingDay,
			fc.integer({ min: 0, max: 1500 }),
			(office, day, minutes) => {
				const at = instantOf(day, "00:00", office.timeZone) + minutes * 60_000;
				const opening = openingAt(office, at);
				const { until, next } = opening;
				if (until !== null) {
					expect(openingAt(office, Date.parse(until) - 1).tickets).toBe(true);
					expect(openingAt(office, Date.parse(until)).tickets).toBe(false);
				}
				if (next !== null) {
					expect(openingAt(office, Date.parse(next) - 1).tickets).toBe(false);
					expect(openingAt(office, Date.parse(next)).tickets).toBe(true);
				}
				expect([until === null, next === null]).toContain(true);
				const changes = changesAfter(office, at);
				expect(openingAt(office, changes - 1)).toEqual(opening);
				expect(changes).toBeGreaterThan(at);
			},
		),
		{ numRuns: 300 },
	);
});

test("a period over the hour that comes twice is an hour longer, and one over the hour that is leapt over an hour shorter", () => {
	const hours = Object.fromEntries(weekdays.map((day) => [day, [{ from: "01:00", to: "05:00" }]]));
	const berlin = { hours, timeZone: "Europe/Berlin" };
	const lengths = ["2026-10-24", "2026-10-25", "2026-03-29"].map((day) =>
		dayIn(berlin, day).counters.map(({ from, to }) => (to - from) / 3_600_000),
	);
	expect(lengths).toEqual([[4], [5], [3]]);
	const gone = { hours: { sun: [{ from: "02:10", to: "02:50" }] }, timeZone: "Europe/Berlin" };
	expect(dayIn(gone, "2026-03-29").counters).toEqual([]);
	expect(dayIn(gone, "2026-03-22").counters).toHaveLength(1);
});
