import { describe, expect, it } from "vitest";
import type { Rows, StaffCounterRow, StaffPlace, StaffRow } from "../protocol/live.ts";
import { staffWords } from "../words/staff.ts";
import { placeOf, searchOf } from "./address.ts";
import { between, spanInWords } from "./console/spans.ts";
import { countersOf, isHeldBy, linesOf, offeredFirst, takenFrom, waitingIn } from "./view.ts";

const hanh = { username: "hanh", name: "Nguyễn Thị Hạnh" };

function counter(label: string, more: Partial<StaffCounterRow> = {}): StaffCounterRow {
	return {
		kind: "counter",
		id: `quay-${label}`,
		label,
		services: ["ho-tich", "chung-thuc"],
		serving: ["ho-tich", "chung-thuc"],
		pausedFor: null,
		status: "closed",
		officer: null,
		current: null,
		since: null,
		...more,
	};
}

function service(id: string, prefix: string, waiting: number): StaffRow {
	const name = { vi: id, en: id };
	return { kind: "service", id, prefix, name, waiting, closed: null, quotaLeft: null };
}

const hanhNext: StaffPlace = {
	id: "phieu-1",
	number: "A007",
	serviceId: "ho-tich",
	state: "waiting",
	priorityClass: null,
	procedureCode: null,
	issuedAt: "2026-11-21T01:00:00.000Z",
	calledAt: null,
	startedAt: null,
	callCount: 0,
	visit: [],
	notes: [],
	rule: "first-come",
	facts: {},
};

const rows: Rows<StaffRow> = {
	"counter:quay-10": counter("10"),
	"counter:quay-2": counter("2", { status: "open", officer: hanh }),
	"service:chung-thuc": service("chung-thuc", "B", 3),
	"service:ho-tich": service("ho-tich", "A", 2),
	"service:dat-dai": service("dat-dai", "C", 9),
	"line:ho-tich": { kind: "line", id: "ho-tich", next: [hanhNext], oldest: hanhNext.issuedAt },
};

describe("what an officer sees", () => {
	it("is every counter as people count, and the lines of one's own counter", () => {
		const counters = countersOf(rows);
		expect(counters.map(({ label }) => label)).toEqual(["2", "10"]);
		const lines = linesOf(rows, counter("2"));
		expect(lines.map(({ prefix }) => prefix)).toEqual(["A", "B"]);
		expect(waitingIn(lines)).toBe(5);
		expect(lines.map(({ next }) => next.map(({ number }) => number))).toEqual([["A007"], []]);
	});

	it("holds a counter in a pause too, and not once it is closed", () => {
		expect(isHeldBy(counter("2", { status: "paused", officer: hanh }), "hanh")).toBe(true);
		expect(isHeldBy(counter("2", { status: "open", officer: hanh }), "lan")).toBe(false);
		expect(isHeldBy(counter("2"), "hanh")).toBe(false);
	});
});

describe("the counter offered first", () => {
	const counters = countersOf(rows);
	it("is the one of the address, else one's own, else a free one", () => {
		expect(offeredFirst(counters, "hanh", "quay-10")?.label).toBe("10");
		expect(offeredFirst(counters, "hanh", "khong-co")?.label).toBe("2");
		expect(offeredFirst(counters, "lan", null)?.label).toBe("10");
		expect(offeredFirst([], "lan", null)).toBeNull();
	});
});

it.each([
	[-5_000, "dưới 1 phút", "under 1 min"],
	[59_999, "dưới 1 phút", "under 1 min"],
	[12 * 60_000, "12 phút", "12 min"],
	[60 * 60_000, "1 giờ", "1 h"],
	[135 * 60_000, "2 giờ 15 phút", "2 h 15 min"],
])("a span of %i ms is %s, %s", (ms, vi, en) => {
	expect(spanInWords(ms, staffWords.vi)).toBe(vi);
	expect(spanInWords(ms, staffWords.en)).toBe(en);
});

it("a span runs from one moment to the other", () => {
	expect(between("2026-11-21T01:00:00.000Z", "2026-11-21T01:12:00.000Z")).toBe(720_000);
});

it.each([
	["", { page: "", counterId: null, language: "vi" }],
	["?counter=quay-3", { page: "", counterId: "quay-3", language: "vi" }],
	["?counter=quay-3&lang=en", { page: "", counterId: "quay-3", language: "en" }],
	["?page=accounts&counter=quay-3", { page: "accounts", counterId: "quay-3", language: "vi" }],
] as const)("the address %s is read and written alike", (search, place) => {
	expect(placeOf(search)).toEqual(place);
	expect(searchOf(place)).toBe(search);
});

it("a counter is taken over when somebody else holds what was this officer's, and not when it was merely closed", () => {
	const hung = { username: "hung", name: "Trần Văn Hùng" };
	const mine = counter("1", { status: "open", officer: hanh });
	const his = counter("1", { status: "paused", officer: hung });
	expect(takenFrom("hanh", [mine], [his])).toEqual([
		{ id: "quay-1", label: "1", name: "Trần Văn Hùng" },
	]);
	expect(takenFrom("hanh", [mine], [counter("1")])).toEqual([]);
	expect(takenFrom("hanh", [his], [his])).toEqual([]);
	expect(takenFrom("hanh", [mine], [mine])).toEqual([]);
});
