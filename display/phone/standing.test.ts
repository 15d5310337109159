import { describe, expect, it } from "vitest";
import type { PhoneRow } from "../../protocol/live.ts";
import { TicketState } from "../../protocol/tickets.ts";
import { rowOfAnswer } from "./row-of-answer.ts";
import { isOver, mayGiveUp, spokenCall, standingOf, tabTitle } from "./standing.ts";

const waiting: PhoneRow = {
	kind: "ticket",
	id: "0123456789abcdefghijkl",
	number: "A012",
	serviceId: "ho-tich",
	serviceName: { vi: "Tư pháp – Hộ tịch", en: "Civil status" },
	visit: ["chung-thuc"],
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
	it("tells who is nearly there to come back, and who is next to stay near", () => {
		expect(standingOf(waiting, "vi").title).toBe("Đang chờ");
		for (const ahead of [3, 2, 1]) {
			expect(standingOf({ ...waiting, ahead }, "vi")).toMatchObject({
				tone: "soon",
				title: "Sắp đến lượt bạn",
			});
		}
		expect(standingOf({ ...waiting, ahead: 0 }, "vi")).toMatchObject({
			tone: "soon",
			title: "Bạn là người tiếp theo",
		});
	});

	it("tells who was sent on to another service that the number stays", () => {
		expect(standingOf(waiting, "vi", { moved: true })).toMatchObject({
			tone: "waiting",
			title: "Đã chuyển sang lĩnh vực khác",
		});
		expect(standingOf({ ...waiting, ahead: 1 }, "vi", { moved: true }).title).toBe(
			"Sắp đến lượt bạn",
		);
	});

	it("names the counter that calls, also in the browser's tab", () => {
		expect(standingOf({ ...atThree, state: "called" }, "vi").tone).toBe("called");
		expect(tabTitle({ ...atThree, state: "called" }, "vi")).toBe("A012 → quầy số 3");
		expect(tabTitle({ ...atThree, state: "called" }, "en")).toBe("A012 → counter 3");
		expect(tabTitle(waiting, "vi")).toBe("A012 – Đang chờ");
	});

	it("tells who was missed, or put aside, where to go", () => {
		expect(standingOf({ ...atThree, state: "missed" }, "vi").hint).toBe(
			"Mời bạn đến ngay quầy số\u00a03 và báo cán bộ để được gọi lại.",
		);
		expect(standingOf({ ...atThree, state: "missed", counter: null }, "en").hint).toContain(
			"go to a counter now",
		);
		expect(standingOf({ ...atThree, state: "parked" }, "vi").hint).toContain("quầy số\u00a03");
	});

	it("says a call aloud with number, counter and how often", () => {
		const called: PhoneRow = { ...atThree, state: "called" };
		expect(spokenCall(waiting, "vi")).toBeNull();
		expect(spokenCall(called, "vi")).toBe("Đến lượt bạn. A012. Mời đến quầy số 3");
		expect(spokenCall({ ...called, callCount: 2 }, "en")).toBe(
			"It is your turn. A012. Please go to counter 3. Called 2 times",
		);
		expect(spokenCall({ ...called, callCount: 3, isLastCall: true }, "vi")).toBe(
			"Đến lượt bạn. A012. Mời đến quầy số 3. Gọi lần cuối",
		);
	});

	it("lets a number be given up only where the hub lets it", () => {
		const states = TicketState.enum;
		expect(states.filter(mayGiveUp)).toEqual(["waiting", "called", "parked", "missed"]);
		expect(states.filter(isOver)).toEqual(["done", "cancelled", "expired"]);
	});

	it("names the counter of who is being served", () => {
		expect(standingOf({ ...atThree, state: "serving" }, "vi").title).toBe(
			"Đang phục vụ tại quầy số\u00a03",
		);
	});

	it("invites nobody anywhere while the hall stands still, and says why", () => {
		const power = { at: "2026-11-21T02:00:00.000Z", reason: "power", note: null } as const;
		const called = { ...atThree, state: "called" } as const;
		expect(standingOf(called, "vi", { stopped: power })).toEqual({
			tone: "care",
			title: "Tạm dừng phục vụ do mất điện",
			hint: "Mời bạn ngồi chờ. Việc gọi số sẽ tiếp tục khi có điện trở lại. Số đã lấy vẫn giữ nguyên thứ tự.",
		});
		expect(tabTitle(called, "vi", power)).toBe("A012 – Tạm dừng phục vụ do mất điện");
		expect(spokenCall(called, "vi", power)).toBeNull();
		const evacuation = { ...power, reason: "evacuation" } as const;
		expect(standingOf(waiting, "vi", { stopped: evacuation })).toMatchObject({
			tone: "danger",
			title: "Mời mọi người rời khỏi tòa nhà",
		});
		expect(standingOf({ ...waiting, state: "done" }, "vi", { stopped: evacuation }).tone).toBe(
			"good",
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
				appointmentAt: null,
			},
			ahead,
			wait: null,
			followUrl: "http://192.168.1.10:8080/t/0123456789abcdefghijkl",
			print: null,
		}),
	).toEqual({ ...atThree, state: "called" });
});
