import { describe, expect, it } from "vitest";
import { numberAfter, type ReadingOffice, readSlip, type TypedSlip } from "./typed-slip.ts";

const office: ReadingOffice = {
	timeZone: "Asia/Ho_Chi_Minh",
	services: [{ id: "ho-tich", prefix: "A" }],
};
/** 10:20:30 in the office. */
const nowMs = Date.UTC(2026, 10, 21, 3, 20, 30, 400);

const waits: TypedSlip = {
	number: " a901 ",
	priorityClass: "",
	takenAt: "8h05",
	as: "waiting",
	counterId: "",
	startedAt: "",
	endedAt: "",
};
const read = (more: Partial<TypedSlip> = {}) => readSlip({ ...waits, ...more }, office, nowMs);

describe("a number on paper as it is typed", () => {
	it("is of today, by the office's clock, and its letter says the service", () => {
		expect(read()).toEqual({
			ok: true,
			slip: {
				number: "A901",
				serviceId: "ho-tich",
				priorityClass: null,
				takenAt: "2026-11-21T01:05:00.000Z",
				as: "waiting",
			},
		});
	});

	it("says when it was done where it is over, and nothing of that where somebody waits", () => {
		const over = { counterId: "quay-1", startedAt: "0830", endedAt: "8:45" };
		expect(read({ ...over, as: "served" })).toMatchObject({
			slip: {
				as: "served",
				counterId: "quay-1",
				startedAt: "2026-11-21T01:30:00.000Z",
				endedAt: "2026-11-21T01:45:00.000Z",
			},
		});
		expect(read(over)).toEqual(read());
	});

	it.each([
		[{ number: "901" }, { why: "no-number", typed: "901" }],
		[{ number: "A90" }, { why: "no-number", typed: "A90" }],
		[{ number: "K901" }, { why: "no-service", letter: "K" }],
		[{ takenAt: "" }, { why: "missing-time" }],
		[{ as: "left" as const }, { why: "missing-time" }],
		[{ takenAt: "sáng" }, { why: "unread-time", typed: "sáng" }],
		[
			{ as: "served" as const, endedAt: "25:00" },
			{ why: "unread-time", typed: "25:00" },
		],
	])("%o is not sent", (more, fault) => {
		expect(read(more)).toEqual({ ok: false, ...fault });
	});

	it("goes on by one", () => {
		expect([numberAfter("A901"), numberAfter("B999"), numberAfter("")]).toEqual([
			"A902",
			"B1000",
			"",
		]);
	});
});
