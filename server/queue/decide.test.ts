import { describe, expect, test } from "vitest";
import type { TicketAct } from "./command.ts";
import { communeSettings, hung, lan, queueDay, refusalOf } from "./rehearsal.ts";

describe("taking a number", () => {
	test("numbers run from 001 in each service, without gaps", () => {
		const day = queueDay();
		expect([1, 2, 3].map(() => day.issue("ho-tich"))).toEqual(["A001", "A002", "A003"]);
		expect(day.issue("chung-thuc")).toBe("B001");
		expect(day.issue("ho-tich")).toBe("A004");
	});

	test("number 999 is followed by 1000", () => {
		const day = queueDay();
		for (let ordinal = 1; ordinal < 999; ordinal++) day.issue("ho-tich");
		expect([day.issue("ho-tich"), day.issue("ho-tich")]).toEqual(["A999", "A1000"]);
	});

	test("a service that takes another's letter in the middle of the day goes on counting", () => {
		const day = queueDay();
		day.issue("ho-tich");
		const [civil, ...others] = communeSettings.services;
		day.apply({
			type: "apply-settings",
			settings: {
				...communeSettings,
				digest: "2",
				services: [{ id: "ho-tich-moi", prefix: civil?.prefix ?? "" }, ...others],
				counters: [{ id: "quay-1", label: "1", services: ["ho-tich-moi"] }],
			},
		});
		expect(day.issue("ho-tich-moi")).toBe("A002");
	});

	test("an unknown service, an unknown priority class and a service no counter serves are refused", () => {
		const day = queueDay({
			digest: "1",
			services: [
				{ id: "ho-tich", prefix: "A" },
				{ id: "dat-dai", prefix: "E" },
			],
			counters: [{ id: "quay-1", label: "1", services: ["ho-tich"] }],
			priorityClasses: [],
		});
		expect(day.issue("xay-dung")).toBe("service/unknown");
		expect(day.issue("dat-dai")).toBe("service/not-served");
		expect(day.issue("ho-tich", "nguoi-cao-tuoi")).toBe("priority-class/unknown");
		expect(day.events).toHaveLength(2);
	});
});

describe("calling", () => {
	test("whoever came first is called first, across all services of the counter", () => {
		const day = queueDay();
		day.issue("chung-thuc");
		day.issue("ho-tich");
		day.issue("chung-thuc");
		day.open("quay-1");
		expect([1, 2, 3, 4].map(() => day.callNext("quay-1"))).toEqual(["B001", "A001", "B002", null]);
	});

	test("a counter calls only for its own services", () => {
		const day = queueDay();
		day.issue("chung-thuc");
		day.open("quay-2", hung);
		expect(day.callNext("quay-2", hung)).toBeNull();
	});

	test("two counters never get the same person", () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.open("quay-1");
		day.open("quay-2", hung);
		expect([day.callNext("quay-1"), day.callNext("quay-2", hung)]).toEqual(["A001", null]);
	});

	test("calling the next finishes whoever is at the counter, even when nobody waits", () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.open("quay-1");
		day.callNext("quay-1");
		expect(day.callNext("quay-1")).toBeNull();
		expect(day.state.tickets.get("phieu-1")?.state).toBe("done");
		expect(day.state.counters.get("quay-1")?.currentTicketId).toBeNull();
	});

	test("a stale screen does not send away somebody it has not seen", () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.issue("ho-tich");
		day.open("quay-1");
		expect(day.callNext("quay-1", lan, null)).toBe("A001");
		expect(day.callNext("quay-1", lan, null)).toBe("counter/current-changed");
		expect(day.callNext("quay-1", lan, "phieu-1")).toBe("A002");
	});

	test("a closed, a paused, another's and an unknown counter do not call", () => {
		const day = queueDay();
		day.issue("ho-tich");
		expect(day.callNext("quay-1")).toBe("counter/not-open");
		day.open("quay-1");
		expect(day.callNext("quay-1", hung)).toBe("counter/not-yours");
		day.apply({ type: "pause-counter", counterId: "quay-1", officer: lan });
		expect(day.callNext("quay-1")).toBe("counter/not-open");
		expect(day.callNext("quay-9")).toBe("counter/unknown");
	});
});

describe("the person at the counter", () => {
	const act = (day: ReturnType<typeof queueDay>, type: TicketAct, ticketId?: string) =>
		refusalOf(
			day.apply({
				type,
				counterId: "quay-1",
				officer: lan,
				...(ticketId !== undefined && { ticketId }),
			}),
		);
	const called = () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.issue("ho-tich");
		day.open("quay-1");
		day.callNext("quay-1");
		return day;
	};
	const stateOf = (day: ReturnType<typeof queueDay>) => day.state.tickets.get("phieu-1")?.state;

	test("is called, called again, served and done", () => {
		const day = called();
		expect(stateOf(day)).toBe("called");
		expect(act(day, "recall")).toBe("accepted");
		expect(day.state.tickets.get("phieu-1")?.callCount).toBe(2);
		expect(act(day, "start")).toBe("accepted");
		expect(stateOf(day)).toBe("serving");
		expect(act(day, "finish")).toBe("accepted");
		expect(stateOf(day)).toBe("done");
	});

	test("is missed when nobody comes", () => {
		const day = called();
		expect(act(day, "miss")).toBe("accepted");
		expect(stateOf(day)).toBe("missed");
		expect(day.callNext("quay-1")).toBe("A002");
	});

	test("can be neither called again nor missed once served", () => {
		const day = called();
		act(day, "start");
		expect(["recall", "start", "miss"].map((type) => act(day, type as TicketAct))).toEqual(
			Array(3).fill("ticket/not-called"),
		);
	});

	test("is the only one an act can be for", () => {
		const day = called();
		expect(act(day, "finish", "phieu-2")).toBe("ticket/not-called");
		expect(act(day, "finish", "phieu-7")).toBe("ticket/unknown");
		act(day, "finish");
		expect(act(day, "finish")).toBe("counter/no-current");
	});
});

describe("a counter", () => {
	test("is held by one officer, and an officer holds one", () => {
		const day = queueDay();
		expect(refusalOf(day.open("quay-1"))).toBe("accepted");
		expect(day.open("quay-1", hung)).toEqual({
			ok: false,
			refusal: { code: "counter/taken", detail: { holder: "Nguyễn Thị Lan" } },
		});
		expect(refusalOf(day.open("quay-2"))).toBe("counter/officer-elsewhere");
	});

	test("that the settings no longer hold keeps its officer from no other", () => {
		const day = queueDay();
		day.open("quay-1");
		day.apply({
			type: "apply-settings",
			settings: {
				...communeSettings,
				digest: "2",
				counters: communeSettings.counters.filter(({ id }) => id !== "quay-1"),
			},
		});
		expect(refusalOf(day.open("quay-2"))).toBe("accepted");
	});

	test("opened twice by the same officer is open once", () => {
		const day = queueDay();
		day.open("quay-1");
		expect(day.open("quay-1")).toEqual({ ok: true, value: [] });
	});

	test("taken over keeps the person who is at it", () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.open("quay-1");
		day.callNext("quay-1");
		const takeOver = { officer: hung, holdsMany: false, takeOver: true } as const;
		expect(refusalOf(day.apply({ type: "open-counter", counterId: "quay-1", ...takeOver }))).toBe(
			"accepted",
		);
		expect(day.state.counters.get("quay-1")).toMatchObject({
			officer: hung,
			currentTicketId: "phieu-1",
		});
	});

	test("is not left while somebody is at it", () => {
		const day = queueDay();
		day.issue("ho-tich");
		day.open("quay-1");
		day.callNext("quay-1");
		const close = { type: "close-counter", counterId: "quay-1", officer: lan } as const;
		expect(day.apply(close)).toEqual({
			ok: false,
			refusal: { code: "counter/occupied", detail: { number: "A001" } },
		});
		day.callNext("quay-1");
		expect(refusalOf(day.apply(close))).toBe("accepted");
		expect(day.state.counters.get("quay-1")).toMatchObject({ status: "closed", officer: null });
	});

	test.each([
		["finish", "done"],
		["miss", "missed"],
		["return", "waiting"],
	] as const)("is left with %s said of whoever is called there: %s", (current, state) => {
		const day = queueDay();
		day.issue("ho-tich");
		day.open("quay-1");
		day.callNext("quay-1");
		const close = { type: "close-counter", counterId: "quay-1", officer: lan, current } as const;
		expect(refusalOf(day.apply({ ...close, ifCurrent: "phieu-2" }))).toBe(
			"counter/current-changed",
		);
		expect(refusalOf(day.apply({ ...close, ifCurrent: "phieu-1" }))).toBe("accepted");
		expect(day.state.tickets.get("phieu-1")?.state).toBe(state);
		expect(day.state.counters.get("quay-1")).toMatchObject({
			status: "closed",
			officer: null,
			currentTicketId: null,
		});
	});

	test("puts whoever was being served back at the old place, to be called first elsewhere", () => {
		const day = queueDay();
		for (let person = 0; person < 3; person++) day.issue("ho-tich");
		day.open("quay-1");
		day.open("quay-2", hung);
		expect([day.callNext("quay-1"), day.callNext("quay-2", hung)]).toEqual(["A001", "A002"]);
		const at = { counterId: "quay-1", officer: lan } as const;
		day.apply({ type: "start", ...at });
		const miss = { type: "close-counter", ...at, current: "miss" } as const;
		expect(refusalOf(day.apply(miss))).toBe("ticket/not-called");
		day.apply({ type: "close-counter", ...at, current: "return" });
		expect(day.line("ho-tich")).toEqual(["A001", "A003"]);
		expect(day.state.tickets.get("phieu-1")).toMatchObject({
			state: "waiting",
			counterId: null,
			calledAt: null,
			startedAt: null,
			callCount: 1,
		});
		expect(day.callNext("quay-2", hung)).toBe("A001");
	});
});

test("when the day closes, whoever still waits has expired and every counter is closed", () => {
	const day = queueDay();
	day.issue("ho-tich");
	day.issue("ho-tich");
	day.issue("chung-thuc");
	day.open("quay-1");
	day.callNext("quay-1");
	day.callNext("quay-1");
	day.apply({ type: "close-day" });
	expect([...day.state.tickets.values()].map(({ number, state }) => `${number} ${state}`)).toEqual([
		"A001 done",
		"A002 expired",
		"B001 expired",
	]);
	expect(day.state.counters.get("quay-1")).toMatchObject({
		status: "closed",
		officer: null,
		currentTicketId: null,
	});
});
