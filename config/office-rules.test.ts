import { describe, expect, it } from "vitest";
import { officeFaults } from "./office-rules.ts";

const catalogue = { fields: ["ho-tich", "dat-dai"], codes: ["1.001193", "1.013978"] };
const office = {
	timeZone: "Asia/Ho_Chi_Minh",
	hours: "always",
	services: [
		{ id: "ho-tich", prefix: "A", fields: ["ho-tich"], procedures: ["1.013978"] },
		{ id: "dat-dai", prefix: "E", fields: ["dat-dai"] },
	],
	counters: [{ id: "quay-1", label: "1", services: ["ho-tich", "dat-dai"] }],
	priorityClasses: [{ id: "nguoi-cao-tuoi" }],
	kiosks: [{ id: "kiosk-1", printerId: "may-in-1" }],
	printers: [{ id: "may-in-1", device: "tcp://10.0.0.7:9100" }],
};
const faults = (change: object) => officeFaults({ ...office, ...change }, catalogue);

describe("an office file", () => {
	it("may be right", () => {
		expect(faults({})).toEqual([]);
	});

	it("may not take personal data out of days that it has deleted before", () => {
		expect(faults({ retention: { personalDataDays: 90, daysKept: 30 } })).toMatchObject([
			{
				path: "/retention/daysKept",
				found: "30",
				allowed: "at least personalDataDays, which is 90",
			},
		]);
		expect(faults({ retention: { personalDataDays: 90, daysKept: 90 } })).toEqual([]);
		expect(faults({ retention: { personalDataDays: 90 } })).toEqual([]);
	});

	it.each([
		[{ classes: { rule: "ageing" } }, {}, "/calling/classes/rule", '"headStartMinutes"'],
		[{ classes: { rule: "strict" } }, { level: 0 }, "/calling/classes/rule", '"level"'],
		[
			{ classes: { rule: "ratio", priority: 2, ordinary: 1 } },
			{ level: 0 },
			"/calling/classes/rule",
			'"level"',
		],
		[{ pickupEvery: 3 }, {}, "/calling/pickupEvery", '"pickup": true'],
	])(
		"may not choose by %j where no class %j is one to choose",
		(calling, standing, path, allowed) => {
			const [priorityClass] = office.priorityClasses;
			const priorityClasses = [{ ...priorityClass, ...standing }];
			expect(faults({ calling, priorityClasses })).toMatchObject([
				expect.objectContaining({ path, allowed: expect.stringContaining(allowed) }),
			]);
			const chosen = { ...priorityClass, level: 1, headStartMinutes: 10, pickup: true };
			expect(faults({ calling, priorityClasses: [chosen] })).toEqual([]);
		},
	);

	it("may not have names in a language that it does not speak", () => {
		const name = { vi: "Hộ tịch", en: "Civil status", tyz: "Hộ tịch" };
		const services = office.services.map((service) => ({ ...service, name }));
		expect(faults({ services, languages: ["vi", "tyz"] })).toEqual([]);
		expect(faults({ services: services.slice(0, 1), languages: ["vi", "tys"] })).toContainEqual(
			expect.objectContaining({
				path: "/services/0/name/tyz",
				found: '"tyz"',
				allowed: 'one of "vi", "tys"',
				hint: "tys",
			}),
		);
	});

	it("may not give an id, a prefix or a label twice", () => {
		const [service] = office.services;
		const [counter] = office.counters;
		expect(
			faults({
				services: [...office.services, { ...service, fields: [], procedures: [] }],
				counters: [counter, { ...counter, id: "quay-2" }],
				priorityClasses: [...office.priorityClasses, ...office.priorityClasses],
			}),
		).toMatchObject([
			{
				path: "/services/2/id",
				found: '"ho-tich"',
				allowed: "a different id; /services/0/id has this one",
			},
			expect.objectContaining({ path: "/priorityClasses/1/id" }),
			expect.objectContaining({ path: "/services/2/prefix" }),
			expect.objectContaining({ path: "/counters/1/label" }),
		]);
	});

	it.each(["I", "O"])("may not use %s before a number", (prefix) => {
		const [first, second] = office.services;
		expect(faults({ services: [first, { ...second, prefix }] })).toMatchObject([
			{ path: "/services/1/prefix", found: `"${prefix}"` },
		]);
	});

	it.each(["Asia/Saigon", "UTC", "Europe/Paris"])("may be in %s", (timeZone) => {
		expect(faults({ timeZone })).toEqual([]);
	});

	it.each([
		["Asia/HoChiMinh", "Asia/Ho_Chi_Minh"],
		["Asia/Bankok", "Asia/Bangkok"],
		["Asia/Hanoi", undefined],
		["+07:00", undefined],
		["Việt Nam", undefined],
	])("may not be in %s; the nearest zone is %s", (timeZone, hint) => {
		const [fault, ...rest] = faults({ timeZone });
		expect(fault?.path).toBe("/timeZone");
		expect(fault?.hint).toBe(hint);
		expect(rest).toEqual([]);
	});

	it("may not close before it opens, nor at the same minute", () => {
		const hours = {
			mon: [{ from: "11:30", to: "07:30" }],
			tue: [{ from: "08:00", to: "08:00" }],
		};
		expect(faults({ hours })).toMatchObject([
			{ path: "/hours/mon/0/to", found: '"07:30"', allowed: "a time after 11:30" },
			{ path: "/hours/tue/0/to", found: '"08:00"', allowed: "a time after 08:00" },
		]);
	});

	it("may not have hours that overlap, while one may end as the next begins", () => {
		const overlapping = [
			{ from: "13:00", to: "17:00" },
			{ from: "07:30", to: "13:30" },
		];
		expect(faults({ hours: { fri: overlapping } })).toMatchObject([
			{
				path: "/hours/fri/1",
				found: "07:30 to 13:30",
				allowed: "hours that do not overlap with 13:00 to 17:00",
			},
		]);
		const meeting = [
			{ from: "07:30", to: "11:30" },
			{ from: "11:30", to: "17:00" },
		];
		expect(faults({ hours: { fri: meeting } })).toEqual([]);
	});

	it("may not name a service, a printer, a field or a procedure that is not there", () => {
		const [first, second] = office.services;
		expect(
			faults({
				services: [
					{ ...first, procedures: ["1.001139"] },
					{ ...second, fields: ["dat-dai", "dat-dia"] },
				],
				counters: [{ id: "quay-1", label: "1", services: ["hotich", "dat-dai"] }],
				kiosks: [{ id: "kiosk-1", printerId: "may-in-2" }],
			}).map(({ path, hint }) => [path, hint]),
		).toEqual([
			["/counters/0/services/0", "ho-tich"],
			["/kiosks/0/printerId", "may-in-1"],
			["/services/1/fields/1", "dat-dai"],
			["/services/0/procedures/0", "1.001193"],
		]);
	});

	it("may not have a service that no counter serves", () => {
		const counters = [{ id: "quay-1", label: "1", services: ["ho-tich"] }];
		expect(faults({ counters })).toMatchObject([
			{
				path: "/services/1/id",
				found: '"dat-dai", which no counter serves',
				allowed: "a service that stands in the services of a counter",
			},
		]);
	});

	it("may not give a field or a procedure to two services", () => {
		const [first, second] = office.services;
		const services = [
			first,
			{ ...second, fields: ["dat-dai", "ho-tich"], procedures: ["1.013978"] },
		];
		expect(faults({ services }).map((fault) => fault.path)).toEqual([
			"/services/1/fields/1",
			"/services/1/procedures/0",
		]);
	});

	it("may not have a printer at a port that cannot be", () => {
		const printers = [{ id: "may-in-1", device: "tcp://10.0.0.7:70000" }];
		expect(faults({ printers })).toMatchObject([
			{ path: "/printers/0/device", allowed: "a port from 1 to 65535" },
		]);
	});

	it("has one printer for each print agent", () => {
		const printers = [
			{ id: "may-in-1", device: "agent:cua-chinh" },
			{ id: "may-in-2", device: "agent:cua-phu" },
			{ id: "may-in-3", device: "agent:cua-chinh" },
			{ id: "may-in-4", device: "virtual:" },
			{ id: "may-in-5", device: "virtual:" },
		];
		expect(faults({ printers })).toMatchObject([
			{
				path: "/printers/2/device",
				allowed: "a print agent that no other printer has; /printers/0/device has this one",
			},
		]);
	});

	it("is looked through as far as it goes when it is something else altogether", () => {
		for (const file of [null, 5, [], "văn phòng", { services: 5, hours: [1], counters: [null] }]) {
			expect(officeFaults(file, undefined)).toEqual([]);
		}
	});
});
