import { describe, expect, it } from "vitest";
import { openingFaults } from "./opening-rules.ts";

const hours = {
	mon: [
		{ from: "07:30", to: "11:30" },
		{ from: "13:30", to: "17:00" },
	],
	sat: [{ from: "07:30", to: "11:30" }],
};
const name = { vi: "Quốc khánh", en: "National Day" };
const faults = (more: object) => openingFaults({ hours, ...more });
const onMonday = (...mon: object[]) => faults({ hours: { mon } });

describe("the hours of an office file", () => {
	it("may be right: breaks, numbers that begin early and end before the counters, holidays, days that are worked", () => {
		const office = {
			hours: {
				...hours,
				tue: [{ from: "07:30", to: "11:30", ticketsFrom: "06:15", ticketsTo: "11:15" }],
			},
			holidays: [
				{ date: "2026-09-01", to: "2026-09-02", name },
				{ date: "2027-01-01", name },
			],
			workingDays: [
				{ date: "2026-08-22", as: "mon" },
				{ date: "2026-08-29", periods: [{ from: "08:00", to: "10:00" }] },
			],
			services: [{ id: "dat-dai", hours: { mon: [{ from: "08:00", to: "11:00" }] } }],
		};
		expect(openingFaults(office)).toEqual([]);
	});

	it("may not end before they begin, nor overlap", () => {
		expect(onMonday({ from: "11:30", to: "07:30" })).toMatchObject([
			{ path: "/hours/mon/0/to", found: '"07:30"', allowed: "a time after 11:30" },
		]);
		expect(onMonday({ from: "07:30", to: "11:30" }, { from: "11:00", to: "17:00" })).toMatchObject([
			{
				path: "/hours/mon/1",
				found: "11:00 to 17:00",
				allowed: "hours that do not overlap with 07:30 to 11:30",
			},
		]);
	});

	it.each([
		[
			"after the counters",
			{ ticketsTo: "11:45" },
			"ticketsTo",
			"a time after 07:30 and not after 11:30",
		],
		[
			"only before the counters",
			{ ticketsTo: "07:30" },
			"ticketsTo",
			"a time after 07:30 and not after 11:30",
		],
		["from after the counters", { ticketsFrom: "11:30" }, "ticketsFrom", "a time before 11:30"],
		[
			"to before they begin",
			{ ticketsFrom: "09:00", ticketsTo: "08:00" },
			"ticketsTo",
			"a time after 09:00 and not after 11:30",
		],
	])("may not give numbers %s", (_when, tickets, key, allowed) => {
		expect(onMonday({ from: "07:30", to: "11:30", ...tickets })).toMatchObject([
			{ path: `/hours/mon/0/${key}`, allowed },
		]);
	});

	it("may not give the numbers of two periods at the same time", () => {
		const afternoon = { from: "13:30", to: "17:00", ticketsFrom: "11:00" };
		expect(onMonday({ from: "07:30", to: "11:30" }, afternoon)).toMatchObject([
			{
				path: "/hours/mon/1",
				found: "numbers from 11:00 to 17:00",
				allowed: "numbers at other times than from 07:30 to 11:30",
			},
		]);
	});

	it("of a service lie within those of the office", () => {
		const own = { mon: [{ from: "11:00", to: "12:00" }], sun: [{ from: "08:00", to: "09:00" }] };
		expect(faults({ services: [{ id: "dat-dai", hours: own }] })).toMatchObject([
			{
				path: "/services/0/hours/mon/0",
				found: "11:00 to 12:00",
				allowed: "hours within the office's: 07:30 to 11:30 or 13:30 to 17:00",
			},
			{
				path: "/services/0/hours/sun/0",
				found: "08:00 to 09:00",
				allowed: "no hours: the office has none on sun",
			},
		]);
		expect(openingFaults({ hours: "always", services: [{ hours: own }] })).toEqual([]);
	});
});

describe("the holidays of an office file", () => {
	it("may not be there twice, also as part of a longer one", () => {
		const long = { date: "2026-08-31", to: "2026-09-02", name };
		expect(faults({ holidays: [long, { date: "2026-09-02", name }] })).toMatchObject([
			{ path: "/holidays/1", found: "2026-09-02", allowed: "days that /holidays/0 does not have" },
		]);
	});

	it("may not end before they begin, nor be on a day that there is not", () => {
		expect(faults({ holidays: [{ date: "2026-09-02", to: "2026-09-01", name }] })).toMatchObject([
			{ path: "/holidays/0/to", found: '"2026-09-01"', allowed: "2026-09-02 or a day after it" },
		]);
		expect(faults({ holidays: [{ date: "2026-02-30", name }] })).toMatchObject([
			{ path: "/holidays/0/date", found: '"2026-02-30"', allowed: "a day that there is" },
		]);
	});
});

describe("a day that is worked", () => {
	it.each([
		[
			"twice",
			[
				{ date: "2026-08-22", as: "mon" },
				{ date: "2026-08-22", as: "sat" },
			],
			"/workingDays/1/date",
		],
		["like a weekday without hours", [{ date: "2026-08-22", as: "sun" }], "/workingDays/0/as"],
		["without hours", [{ date: "2026-08-22" }], "/workingDays/0"],
		["with two kinds of hours", [{ date: "2026-08-22", as: "mon", periods: [] }], "/workingDays/0"],
		[
			"with hours that end before they begin",
			[{ date: "2026-08-22", periods: [{ from: "09:00", to: "08:00" }] }],
			"/workingDays/0/periods/0/to",
		],
	])("may not be there %s", (_what, workingDays, path) => {
		expect(faults({ workingDays }).map((fault) => fault.path)).toEqual([path]);
	});
});

describe("an office that asks who is still served", () => {
	it("says how long each service takes", () => {
		const services = [{ id: "ho-tich", minutes: 10 }, { id: "dat-dai" }];
		expect(faults({ lastTicket: "warn", services })).toMatchObject([
			{
				path: "/services/1/minutes",
				found: "nothing",
				allowed: 'how many minutes serving one person takes: lastTicket is "warn"',
			},
		]);
		expect(faults({ lastTicket: "always", services })).toEqual([]);
	});
});
