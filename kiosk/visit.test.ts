import { describe, expect, test } from "vitest";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { type Action, type KioskState, shown, step, untouched, visitAfter } from "./state.ts";

const ticketId = "K".repeat(22);
const toPriority: Action[] = [
	{ type: "open", screen: { name: "home" } },
	{ type: "open", screen: { name: "priority", serviceId: "ho-tich", procedureCode: null } },
];
const also = (serviceId: string): Action => ({ type: "visit-toggled", serviceId });
const read = (id: string): Action => ({ type: "scanned", scan: { is: "ticket", ticketId: id } });

describe("several services in one visit", () => {
	test("are done in the order in which they were chosen, and can be taken back", () => {
		const chosen = walk(...toPriority, also("chung-thuc"), also("dat-dai"), also("cu-tru"));
		expect(visitAfter(chosen.visit, "ho-tich")).toEqual(["chung-thuc", "dat-dai", "cu-tru"]);
		expect(visitAfter(step(chosen, also("dat-dai"), 9).visit, "ho-tich")).toEqual([
			"chung-thuc",
			"cu-tru",
		]);
	});

	test("stay while one goes to choose another first service, which is not done twice", () => {
		const back = walk(...toPriority, also("chung-thuc"), also("dat-dai"), { type: "back" });
		expect(visitAfter(back.visit, "chung-thuc")).toEqual(["dat-dai"]);
	});

	test.each<Action>([{ type: "home" }, { type: "start-over" }])(
		"are forgotten by $type",
		(action) => {
			expect(walk(...toPriority, also("dat-dai"), action).visit).toEqual([]);
		},
	);

	test("are forgotten with the way back to the start, and when the number is there", () => {
		const back = walk(...toPriority, also("dat-dai"), { type: "back" }, { type: "back" });
		expect(back.visit).toEqual([]);
		const sent = {
			wish: { serviceId: "ho-tich", priorityClass: null, procedureCode: null, visit: ["dat-dai"] },
			key: "khóa",
			body: { serviceId: "ho-tich", visit: ["dat-dai"] },
		};
		const got = walk(
			...toPriority,
			also("dat-dai"),
			{ type: "order-sent", sent },
			{ type: "order-answered", answer: answerOf(ticketId) },
		);
		expect(got.visit).toEqual([]);
	});

	test("do not change while the number is being asked for", () => {
		const wish = { serviceId: "ho-tich", priorityClass: null, procedureCode: null, visit: [] };
		const asked = walk(...toPriority, {
			type: "order-sent",
			sent: { wish, key: "khóa", body: { serviceId: "ho-tich" } },
		});
		expect(step(asked, also("dat-dai"), 9)).toBe(asked);
	});
});

describe("a code under the reader", () => {
	test("of a ticket shows the ticket, from wherever one is, and Quay lại leads back there", () => {
		const there = walk(...toPriority, read(ticketId));
		expect(shown(there)).toEqual({ name: "held", ticketId });
		expect(there.held).toEqual({ ticketId, state: "asking" });
		const back = step(there, { type: "back" }, 9);
		expect(shown(back).name).toBe("priority");
		expect(back.held).toBeNull();
	});

	test("on the start screen begins; the way back is home", () => {
		const there = walk(read(ticketId));
		expect(there.path.map(({ name }) => name)).toEqual(["start", "home", "held"]);
	});

	test("of one ticket after the other shows the last, with one way back", () => {
		const other = "L".repeat(22);
		const there = walk(
			...toPriority,
			{ type: "scanned", scan: { is: "unread" } },
			read(ticketId),
			read(other),
		);
		expect(there.path.map(({ name }) => name)).toEqual(["start", "home", "priority", "held"]);
		expect(shown(there)).toEqual({ name: "held", ticketId: other });
	});

	test("of a procedure shows the procedure; one that means nothing here is said to", () => {
		const code = "1.001193";
		expect(shown(walk({ type: "scanned", scan: { is: "procedure", code } }))).toEqual({
			name: "procedure",
			code,
		});
		expect(shown(walk({ type: "scanned", scan: { is: "unread" } }))).toEqual({
			name: "scan",
			unread: true,
		});
	});

	test("does not take the number away that is being asked for", () => {
		const wish = { serviceId: "ho-tich", priorityClass: null, procedureCode: null, visit: [] };
		const sent = { wish, key: "khóa", body: { serviceId: "ho-tich" } };
		const asked = walk(...toPriority, { type: "order-sent", sent });
		expect(step(asked, read(ticketId), 9)).toBe(asked);
	});

	test("over the number of the one before leaves nothing of it behind", () => {
		const wish = { serviceId: "ho-tich", priorityClass: null, procedureCode: null, visit: [] };
		const sent = { wish, key: "khóa", body: { serviceId: "ho-tich" } };
		const got = walk(
			...toPriority,
			{ type: "order-sent", sent },
			{ type: "order-answered", answer: answerOf(ticketId) },
		);
		const there = step(got, read("M".repeat(22)), 9);
		expect(there.path.map(({ name }) => name)).toEqual(["start", "home", "held"]);
	});

	test("is forgotten when the screen is left alone", () => {
		const there = walk(read(ticketId));
		const asking = step(there, { type: "tick" }, 60_000);
		expect(step(asking, { type: "tick" }, 90_000).held).toBeNull();
	});
});

describe("a ticket that one holds", () => {
	const here = walk(read(ticketId), { type: "held-told", answer: answerOf(ticketId) });

	test("is shown as the hub tells it, and an answer about another one is let go", () => {
		expect(here.held).toMatchObject({ state: "here", answer: { ticket: { number: "A012" } } });
		expect(step(here, { type: "held-told", answer: answerOf("X".repeat(22)) }, 9).held).toBe(
			here.held,
		);
	});

	test("that the hub does not know is refused with its sentence", () => {
		const refused = walk(read(ticketId), {
			type: "held-refused",
			ticketId,
			detail: "Không có số này.",
		});
		expect(refused.held).toEqual({ ticketId, state: "refused", detail: "Không có số này." });
	});

	test("has its slip's way told by what is heard of the job, though that comes before the hub's answer", () => {
		const early = step(here, { type: "job", job: { jobId: "in-1", state: "confirmed" } }, 9);
		const print = { jobId: "in-1", state: "queued" } as const;
		const printed = step(early, { type: "held-act", ticketId, act: { is: "printed", print } }, 10);
		expect(printed.held).toMatchObject({ act: { print: { state: "confirmed" } } });
		const later = step(printed, { type: "job", job: { jobId: "in-1", state: "failed" } }, 11);
		expect(later.held).toMatchObject({ act: { print: { state: "failed" } } });
		const others = step(printed, { type: "job", job: { jobId: "in-2", state: "failed" } }, 11);
		expect(others.held).toBe(printed.held);
	});
});

function walk(...actions: Action[]): KioskState {
	return actions.reduce((state, action, at) => step(state, action, at), untouched("vi", 0));
}

function answerOf(id: string): TicketAnswer {
	return {
		ticket: {
			id,
			number: "A012",
			serviceId: "ho-tich",
			serviceName: { vi: "Hộ tịch", en: "Civil status" },
			state: "waiting",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			files: 1,
			visit: [],
			appointmentAt: null,
			issuedAt: "2026-11-23T01:00:00.000Z",
			calledAt: null,
			counter: null,
			callCount: 0,
		},
		ahead: 3,
		wait: null,
		followUrl: `http://127.0.0.1/t/${id}`,
		print: null,
	};
}
