import { describe, expect, it } from "vitest";
import type { PhoneRow } from "../../protocol/live.ts";
import { rowOfAnswer } from "./row-of-answer.ts";
import { standingOf, tabTitle } from "./standing.ts";

const waiting: PhoneRow = {
	kind: "ticket",
	id: "0123456789abcdefghijkl",
	number: "A012",
	serviceId: "ho-tich",
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Civil status" },
	state: "waiting",
	ahead: 4,
	counter: null,
	callCount: 0,
	issuedAt: "2026-11-21T01:00:00.000Z",
	calledAt: null,
};
const atThree: PhoneRow = {
	...waiting,
	ahead: null,
	counter: { id: "quay-3", label: "3" },
	callCount: 1,
	calledAt: "2026-11-21T01:20:00.000Z",
};

describe("how a ticket stands", () => {
	it("tells who is next to stay near", () => {
		expect(standingOf(waiting, "vi").tone).toBe("waiting");
		expect(standingOf({ ...waiting, ahead: 0 }, "vi")).toEqual({
			tone: "soon",
			title: "Đang chờ",
			hint: "Sắp đến lượt bạn. Vui lòng có mặt gần quầy.",
		});
	});

	it("names the counter that calls, also in the browser's tab", () => {
		expect(standingOf({ ...atThree, state: "called" }, "vi").tone).toBe("called");
		expect(tabTitle({ ...atThree, state: "called" }, "vi")).toBe("A012 → quầy số 3");
		expect(tabTitle({ ...atThree, state: "called" }, "en")).toBe("A012 → counter 3");
		expect(tabTitle(waiting, "vi")).toBe("A012 – Đang chờ");
	});

	it("tells who was missed what to do", () => {
		expect(standingOf({ ...atThree, state: "missed" }, "vi").hint).toContain("báo cán bộ");
		expect(standingOf({ ...atThree, state: "missed" }, "en").hint).toContain("tell an officer");
	});

	it("names the counter of who is being served", () => {
		expect(standingOf({ ...atThree, state: "serving" }, "vi").title).toBe(
			"Đang phục vụ tại quầy số\u00a03",
		);
	});
});

it("the first answer makes the very row that the live view sends", () => {
	const { kind: _, ahead, ...ticket } = atThree;
	expect(
		rowOfAnswer({
			ticket: {
				...ticket,
				state: "called",
				priorityClass: null,
				procedureCode: null,
				language: "vi",
				files: 1,
				visit: [],
				appointmentAt: null,
			},
			ahead,
			wait: null,
			followUrl: "http://192.168.1.10:8080/t/0123456789abcdefghijkl",
			print: null,
		}),
	).toEqual({ ...atThree, state: "called" });
});
