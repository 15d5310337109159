import { describe, expect, it } from "vitest";
import type { Rows, StaffPlace, StaffRow } from "../../protocol/live.ts";
import type { FoundTicket } from "../../protocol/staff.ts";
import { consoleWords } from "../../words/console.ts";
import { calledTicket } from "./a-seat.ts";
import { runningClock } from "./clock.ts";
import { standingInWords, standingOf } from "./standing.ts";
import { storyOf } from "./story.ts";

it.each([
	[-3_000, "0:00"],
	[187_999, "3:07"],
	[3_600_000, "1:00:00"],
	[3_765_000, "1:02:45"],
])("%i ms run as %s", (ms, said) => {
	expect(runningClock(ms)).toBe(said);
});

describe("why somebody stands where they stand", () => {
	const place = (number: string, more: Partial<StaffPlace> = {}): StaffPlace => ({
		...calledTicket,
		id: number,
		number,
		state: "waiting",
		rule: "first-come",
		facts: {},
		...more,
	});
	const rows: Rows<StaffRow> = {
		"line:ho-tich": {
			kind: "line",
			id: "ho-tich",
			oldest: null,
			next: [
				place("A001"),
				place("A002"),
				place("A003", { rule: "maximum-wait", facts: { insteadOf: "A002" } }),
				place("A000", { rule: "strict", facts: { insteadOf: "A005" } }),
				place("A005", { issuedAt: "2026-11-21T00:30:00.000Z" }),
				place("A006", { issuedAt: "2026-11-21T01:10:00.000Z" }),
				place("A007", { issuedAt: "2026-11-21T01:05:00.000Z" }),
				place("A004", { rule: "appointment", facts: { at: "2026-11-21T02:30:00.000Z" } }),
			],
		},
	};
	const said = (number: string) => {
		const standing = standingOf(rows, number);
		const nowMs = Date.parse("2026-11-21T02:05:30.000Z");
		return (
			standing && standingInWords(standing, { nowMs, timeZone: "Asia/Ho_Chi_Minh", language: "vi" })
		);
	};

	it("is the order of coming, by whoever is before them", () => {
		expect(said("A001")).toBe("A001 đến sớm nhất trong hàng của lĩnh vực này.");
		expect(said("A002")).toBe("A002 đứng theo thứ tự đến, sau A001.");
	});

	it("is that they were away, where they came before the one they stand behind", () => {
		expect(said("A005")).toBe("A005 đứng theo thứ tự đến, sau A000.");
		expect(said("A006")).toBe("A006 đứng theo thứ tự đến, sau A005.");
		expect(said("A007")).toBe("A007 đã rời hàng chờ và trở lại, đứng sau A006.");
	});

	it("is the rule, with the minutes up to now and times as the office writes them", () => {
		expect(said("A003")).toContain("đã chờ 65 phút");
		expect(said("A004")).toContain("có lịch hẹn lúc 09:30");
	});

	it("is nothing for who stands in no line that is shown", () => {
		expect(said("A009")).toBeNull();
	});
});

describe("the story of a ticket in a line", () => {
	const found: FoundTicket = {
		ticket: {
			...calledTicket,
			serviceName: { vi: "Hộ tịch", en: "Civil status" },
			language: "vi",
			files: 1,
			appointmentAt: null,
			counter: { id: "quay-3", label: "3" },
		},
		startedAt: null,
		since: null,
		ahead: null,
		reservedFor: null,
		notes: [],
	};
	const story = (more: Partial<FoundTicket>) =>
		storyOf({ ...found, ...more }, consoleWords.vi.ticket.story, "Asia/Ho_Chi_Minh");

	it("tells what has been", () => {
		expect(story({})).toBe("Lấy số 08:00 · gọi 08:20");
		expect(
			story({
				ticket: { ...found.ticket, state: "done", callCount: 2 },
				startedAt: "2026-11-21T01:22:00.000Z",
				since: "2026-11-21T01:40:00.000Z",
			}),
		).toBe("Lấy số 08:00 · gọi 08:20 (2 lần) · phục vụ 08:22 · xong 08:40");
	});
});
