import { describe, expect, test } from "vitest";
import type { Command } from "./command.ts";
import { decide } from "./decide.ts";
import { hung, lan, queueDay, refusalOf } from "./rehearsal.ts";

type Enter = Extract<Command, { type: "enter-slip" }>;

const nine = Date.UTC(2026, 10, 21, 2);
const at = (minute: number) => new Date(nine + minute * 60_000).toISOString();

/** The hub is back at ten past nine. */
function afterwards() {
	const day = queueDay();
	day.until(nine + 10 * 60_000);
	day.open("quay-1");
	day.open("quay-2", hung);
	return Object.assign(day, {
		/** The events, or the refusal. */
		enter(number: string, more: Partial<Enter> = {}): string {
			const command: Enter = {
				type: "enter-slip",
				number,
				serviceId: "ho-tich",
				priorityClass: null,
				takenAt: at(0),
				outcome: { as: "waiting" },
				...more,
			};
			const done = day.apply(command);
			return done.ok ? done.value.map(({ type }) => type).join() : refusalOf(done);
		},
		of: (number: string) => [...day.state.tickets.values()].find((one) => one.number === number),
	});
}

describe("a number on paper whose holder still waits", () => {
	test("stands before those who came after it, with the time on the paper, and is called as every other", () => {
		const day = afterwards();
		day.issue("ho-tich");
		expect(day.enter("A901", { takenAt: at(3) })).toBe("ticket-issued");
		day.enter("A902", { takenAt: at(1) });
		expect(day.line("ho-tich")).toEqual(["A902", "A901", "A001"]);
		expect(day.of("A901")).toMatchObject({ issuedAt: at(3), state: "waiting" });
		expect(day.callNext("quay-1")).toBe("A902");
		expect(day.state.services.get("ho-tich")?.issued).toBe(3);
	});

	test("is no number that is given a second time, before or afterwards", () => {
		const day = afterwards();
		expect(day.enter("A002")).toBe("ticket-issued");
		expect([day.issue("ho-tich"), day.issue("ho-tich")]).toEqual(["A001", "A003"]);
		expect(day.enter("A002")).toBe("slip/number-given");
		expect(day.enter("A001")).toBe("slip/number-given");
		expect(day.issue("ho-tich")).toBe("A004");
	});
});

describe("a number on paper that is over", () => {
	test("is counted with its times and can neither be called nor undone", () => {
		const day = afterwards();
		const outcome = {
			as: "served",
			counterId: "quay-1",
			startedAt: at(4),
			endedAt: at(8),
		} as const;
		expect(day.enter("A901", { outcome })).toBe("ticket-issued,slip-settled");
		expect(day.of("A901")).toMatchObject({
			state: "done",
			counterId: "quay-1",
			issuedAt: at(0),
			startedAt: at(4),
			endedAt: at(8),
		});
		expect(day.callNext("quay-1")).toBeNull();
		const undo = { type: "undo", counterId: "quay-1", officer: lan } as const;
		expect(refusalOf(day.apply(undo))).toBe("counter/nothing-to-undo");
	});

	test("may have left without being served", () => {
		const day = afterwards();
		day.enter("A901", { outcome: { as: "left", endedAt: at(5) } });
		expect(day.of("A901")?.state).toBe("cancelled");
		expect(day.line("ho-tich")).toEqual([]);
	});
});

describe("what is entered amiss", () => {
	test.each([
		["another letter", "B901", {}, "slip/number-wrong"],
		["no number", "A000", {}, "slip/number-wrong"],
		["two digits", "A90", {}, "slip/number-wrong"],
		["no service", "A901", { serviceId: "dat-dai" }, "service/unknown"],
		["no class", "A901", { priorityClass: "tre-em" }, "priority-class/unknown"],
		["a time to come", "A901", { takenAt: at(60) }, "slip/times-wrong"],
		["no time at all", "A901", { takenAt: "sáng nay" }, "slip/times-wrong"],
		[
			"served before it began",
			"A901",
			{ outcome: { as: "served", startedAt: at(5), endedAt: at(4) } },
			"slip/times-wrong",
		],
		[
			"a counter that is none",
			"A901",
			{ outcome: { as: "served", counterId: "quay-9", endedAt: at(4) } },
			"counter/unknown",
		],
	] as const)("is refused: %s", (_what, number, more, code) => {
		const day = afterwards();
		expect(day.enter(number, more)).toBe(code);
		expect(day.state.tickets.size).toBe(0);
	});

	test("is taken back as if it never had been, and its number can be entered again", () => {
		const day = afterwards();
		day.enter("A901", { outcome: { as: "served", endedAt: at(5) } });
		const withdraw = { type: "withdraw-slip", ticketId: "phieu-1" } as const;
		expect(day.apply(withdraw).ok).toBe(true);
		expect(day.of("A901")).toBeUndefined();
		expect(day.state.services.get("ho-tich")?.issued).toBe(0);
		expect(refusalOf(day.apply(withdraw))).toBe("slip/unknown");
		expect(day.enter("A901")).toBe("ticket-issued");
	});

	test("is not taken back once somebody has dealt with it, and no other ticket ever is", () => {
		const day = afterwards();
		day.enter("A901");
		day.issue("ho-tich");
		day.callNext("quay-1");
		const withdraw = (ticketId: string) =>
			refusalOf(day.apply({ type: "withdraw-slip", ticketId }));
		expect(withdraw("phieu-1")).toBe("slip/in-use");
		expect(withdraw("phieu-2")).toBe("slip/unknown");
	});
});

test("what was done on paper is entered also while the hall is stopped", () => {
	const day = afterwards();
	day.apply({ type: "stop-hall", reason: "system", note: null });
	expect(day.enter("A901")).toBe("ticket-issued");
	const context = { newTicketId: () => "", now: day.now() };
	expect(decide(day.state, { type: "pass-time" }, context).ok).toBe(true);
});
