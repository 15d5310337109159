import { describe, expect, test } from "vitest";
import type { Command } from "./command.ts";
import type { TicketRules } from "./policy.ts";
import { usualPolicy, usualRules } from "./policy.ts";
import { communeSettings, hung, lan, queueDay, refusalOf } from "./rehearsal.ts";

const atOne = { counterId: "quay-1", officer: lan } as const;
const atTwo = { counterId: "quay-2", officer: hung } as const;

const slots = { ...usualPolicy, appointments: { earlyMinutes: 10, lateMinutes: 15 } };

/** Two officers at their counters; both call for civil status, the first for certified copies as well. */
function morning(rules: Partial<TicketRules> = {}, policy = usualPolicy) {
	const day = queueDay({ ...communeSettings, policy, rules: { ...usualRules, ...rules } });
	day.open("quay-1");
	day.open("quay-2", hung);
	return Object.assign(day, {
		take: (count: number) => Array.from({ length: count }, () => day.issue("ho-tich")),
		/** Takes a number with files or the slot of an appointment in so many minutes. */
		come({ files = 1, minute }: { files?: number; minute?: number }) {
			const slot = minute === undefined ? undefined : day.now() + minute * 60_000;
			day.apply({
				type: "issue-ticket",
				serviceId: "ho-tich",
				priorityClass: null,
				procedureCode: null,
				language: "vi",
				kioskId: null,
				files,
				...(slot !== undefined && { appointmentAt: new Date(slot).toISOString() }),
			});
		},
		/** What comes of it: the event of the ticket, or the refusal. */
		act(command: Command): string {
			const done = day.apply(command);
			return done.ok ? done.value.map(({ type }) => type).join() : refusalOf(done);
		},
		ticket: (ordinal: number) => day.state.tickets.get(`phieu-${ordinal}`),
	});
}

describe("somebody who mends a form", () => {
	test("is put aside, and is called next at the same counter without a new number", () => {
		const day = morning();
		day.take(4);
		day.callNext("quay-1");
		day.act({ type: "start", ...atOne });
		expect(day.act({ type: "park", ...atOne })).toBe("ticket-parked");
		expect(day.ticket(1)).toMatchObject({ state: "parked", counterId: "quay-1" });
		expect(day.callNext("quay-1")).toBe("A002");
		day.act({ type: "unpark", ...atOne, ticketId: "phieu-1" });
		expect(day.callNext("quay-2", hung)).toBe("A003");
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.ticket(1)).toMatchObject({ number: "A001", state: "called", callCount: 2 });
	});

	test.each(["pause-counter" as const, "close-counter" as const])(
		"comes back into the line where they stood after %s at that counter, also before they are called",
		(type) => {
			const day = morning();
			day.take(3);
			day.callNext("quay-1");
			day.act({ type: "park", ...atOne });
			day.act({ type: "unpark", ...atTwo, ticketId: "phieu-1" });
			expect(day.ticket(1)).toMatchObject({ reservedFor: "quay-1", returning: true });
			day.act({ type, ...atOne });
			expect(day.ticket(1)).toMatchObject({ reservedFor: null, returning: false });
			expect(day.callNext("quay-2", hung)).toBe("A001");
			day.act({ type: "park", ...atTwo });
			day.act({ type, ...atTwo });
			day.open("quay-1");
			day.act({ type: "unpark", ...atOne, ticketId: "phieu-1" });
			expect(day.line("ho-tich")).toEqual(["A001", "A002", "A003"]);
		},
	);

	test("is not left waiting for a counter that pauses while others are called: the maximum wait holds for them", () => {
		const day = morning({}, { ...usualPolicy, maxWaitMinutes: 20 });
		day.issue("ho-tich");
		day.callNext("quay-1");
		day.act({ type: "park", ...atOne });
		day.act({ type: "unpark", ...atOne, ticketId: "phieu-1" });
		day.act({ type: "pause-counter", ...atOne });
		day.wait(10);
		day.issue("ho-tich", "nguoi-cao-tuoi");
		day.wait(10);
		expect(day.callNext("quay-2", hung)).toBe("A001");
		expect(day.callNext("quay-2", hung)).toBe("A002");
	});
});

describe("somebody who did not come", () => {
	test("is missed by the call after so many recalls", () => {
		const day = morning({ recallsUntilMissed: 2 });
		day.take(1);
		day.callNext("quay-1");
		const recall = { type: "recall", ...atOne } as const;
		expect([1, 2, 3].map(() => day.act(recall))).toEqual([
			"ticket-recalled",
			"ticket-recalled",
			"ticket-missed",
		]);
		expect(day.ticket(1)).toMatchObject({ state: "missed", callCount: 3 });
	});

	test.each([
		["keep" as const, ["A001", "A002", "A003", "A004"]],
		["end" as const, ["A002", "A003", "A004", "A001"]],
		[{ behind: 2 }, ["A002", "A003", "A001", "A004"]],
		[{ behind: 9 }, ["A002", "A003", "A004", "A001"]],
	])("is restored by the rule %j", (restorePlace, line) => {
		const day = morning({ restorePlace });
		day.take(4);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		expect(day.act({ type: "restore", ...atTwo, ticketId: "phieu-1" })).toBe("ticket-restored");
		expect(day.line("ho-tich")).toEqual(line);
	});

	test("has as long to come back where the hall was stopped meanwhile, or a clock had been set back", () => {
		const day = morning({ restoreWithinMinutes: 30 });
		day.take(2);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		day.act({ type: "stop-hall", reason: "evacuation", note: null });
		day.wait(60);
		day.act({ type: "resume-hall" });
		expect(day.act({ type: "restore", ...atOne, ticketId: "phieu-1" })).toBe("ticket-restored");
		day.wait(-50);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		expect(day.act({ type: "restore", ...atOne, ticketId: "phieu-1" })).toBe("ticket-restored");
	});

	test("is not sent elsewhere without being restored", () => {
		const day = morning({ restoreWithinMinutes: 10 });
		day.take(1);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		expect(
			day.act({ type: "transfer", ...atOne, ticketId: "phieu-1", toCounterId: "quay-2" }),
		).toBe("ticket/missed");
	});

	test("has no appointment any more when restored after its late window", () => {
		const day = queueDay({
			...communeSettings,
			policy: { ...usualPolicy, appointments: { earlyMinutes: 10, lateMinutes: 15 } },
		});
		day.open("quay-1");
		day.apply({
			type: "issue-ticket",
			serviceId: "ho-tich",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
			appointmentAt: new Date(day.now()).toISOString(),
		});
		day.callNext("quay-1");
		day.apply({ type: "miss", ...atOne });
		day.wait(20);
		day.issue("ho-tich");
		day.apply({ type: "restore", ...atOne, ticketId: "phieu-1" });
		expect(day.state.tickets.get("phieu-1")?.appointmentAt).toBeNull();
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.events.at(-1)).toMatchObject({ rule: "first-come" });
	});

	test("is restored within the window and no later", () => {
		const day = morning({ restoreWithinMinutes: 30 });
		day.take(1);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		day.wait(31);
		expect(day.act({ type: "restore", ...atOne, ticketId: "phieu-1" })).toBe(
			"ticket/restore-too-late",
		);
	});
});

describe("the end of the line", () => {
	test.each<[string, (day: ReturnType<typeof morning>) => unknown]>([
		["who is sent there", (day) => day.act({ type: "transfer", ...atTwo, toCounterId: "quay-1" })],
		[
			"who was missed",
			(day) => {
				day.act({ type: "miss", ...atTwo });
				day.act({ type: "restore", ...atTwo, ticketId: "phieu-1" });
			},
		],
	])("is no nearer with many files, nor before the slot of an appointment, for %s", (_who, act) => {
		for (const more of [{ files: 5 }, { minute: 60 }]) {
			const day = morning({ minutesEachFile: 3, restorePlace: "end", transferPlace: "end" }, slots);
			day.come(more);
			const { place = 0 } = day.ticket(1) ?? {};
			day.callNext("quay-2", hung);
			day.take(2);
			act(day);
			expect(day.ticket(1)?.state).toBe("waiting");
			expect(day.ticket(1)?.place).toBeGreaterThanOrEqual(place);
			expect(day.callNext("quay-1")).toBe("A002");
		}
	});
});

describe("somebody who is sent elsewhere", () => {
	test.each([
		["keep" as const, ["A001", "B001", "B002"]],
		["end" as const, ["B001", "B002", "A001"]],
	])("stands in the other line by the rule %s", (transferPlace, line) => {
		const day = morning({ transferPlace });
		day.take(1);
		day.issue("chung-thuc");
		day.issue("chung-thuc");
		day.callNext("quay-2", hung);
		expect(day.act({ type: "transfer", ...atTwo, toServiceId: "chung-thuc" })).toBe(
			"ticket-transferred",
		);
		expect(day.line("chung-thuc")).toEqual(line);
		expect(day.state.counters.get("quay-2")?.currentTicketId).toBeNull();
	});

	test("is called by that counter alone where one is named", () => {
		const day = morning();
		day.take(2);
		day.act({ type: "transfer", ...atOne, ticketId: "phieu-1", toCounterId: "quay-2" });
		expect(day.callNext("quay-1")).toBe("A002");
		expect(day.callNext("quay-1")).toBeNull();
		expect(day.callNext("quay-2", hung)).toBe("A001");
	});

	test("is called by that counter also for a service that it does not have otherwise", () => {
		const day = morning();
		day.issue("chung-thuc");
		const sent = { ticketId: "phieu-1", toCounterId: "quay-2" };
		expect(day.act({ type: "transfer", ...atOne, ...sent })).toBe("ticket-transferred");
		expect(day.callNext("quay-1")).toBeNull();
		expect(day.callNext("quay-2", hung)).toBe("B001");
		day.act({ type: "park", ...atTwo });
		day.act({ type: "unpark", ...atTwo, ticketId: "phieu-1" });
		expect(day.callNext("quay-2", hung)).toBe("B001");
	});

	test("is sent nowhere that nobody is, and not to where they are", () => {
		const day = morning();
		day.take(1);
		const transfer = { type: "transfer", ...atOne, ticketId: "phieu-1" } as const;
		expect(day.act({ ...transfer, toServiceId: "xay-dung" })).toBe("service/unknown");
		expect(day.act({ ...transfer, toCounterId: "quay-9" })).toBe("counter/unknown");
		expect(day.act({ ...transfer, toServiceId: "ho-tich" })).toBe("ticket/already-there");
		expect(day.act(transfer)).toBe("ticket/already-there");
		day.act({ type: "pause-counter", ...atTwo });
		expect(day.act({ ...transfer, toCounterId: "quay-2" })).toBe("counter/not-open");
		day.act({ type: "close-counter", ...atTwo });
		expect(day.act({ ...transfer, toCounterId: "quay-2" })).toBe("counter/not-open");
	});
});

describe("a visit to several services", () => {
	test("goes on by itself when one has been served, with the same number and place", () => {
		const day = morning();
		day.visit("ho-tich", ["chung-thuc"]);
		day.issue("chung-thuc");
		day.callNext("quay-2", hung);
		expect(day.act({ type: "finish", ...atTwo })).toBe("ticket-transferred");
		expect(day.ticket(1)).toMatchObject({ number: "A001", serviceId: "chung-thuc", visit: [] });
		expect(day.line("chung-thuc")).toEqual(["A001", "B001"]);
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.act({ type: "finish", ...atOne })).toBe("ticket-finished");
		expect(day.ticket(1)?.state).toBe("done");
	});

	test("is called again at once by a counter that has the next service too, and undone as one act", () => {
		const day = morning();
		day.visit("ho-tich", ["chung-thuc"]);
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.ticket(1)).toMatchObject({ serviceId: "chung-thuc", state: "called" });
		expect(day.act({ type: "undo", ...atOne })).toBe("ticket-set-back,ticket-set-back");
		expect(day.ticket(1)).toMatchObject({
			serviceId: "ho-tich",
			state: "called",
			visit: ["chung-thuc"],
		});
		expect(day.state.counters.get("quay-1")?.currentTicketId).toBe("phieu-1");
	});

	test("goes on also where the counter closes with it", () => {
		const day = morning();
		day.visit("ho-tich", ["chung-thuc"]);
		day.callNext("quay-2", hung);
		day.act({ type: "close-counter", ...atTwo, current: "finish" });
		expect(day.ticket(1)).toMatchObject({ state: "waiting", serviceId: "chung-thuc", visit: [] });
	});

	test("comes to no service twice, also where an officer sends it there before its turn", () => {
		const day = morning();
		day.visit("ho-tich", ["chung-thuc"]);
		day.act({ type: "transfer", ...atOne, ticketId: "phieu-1", toServiceId: "chung-thuc" });
		expect(day.callNext("quay-1")).toBe("A001");
		expect(day.act({ type: "finish", ...atOne })).toBe("ticket-finished");
		expect(day.visit("ho-tich", ["chung-thuc", "ho-tich"])).toBe("visit/service-twice");
	});
});

describe("calling one ticket out of turn", () => {
	const call = { type: "call-ticket", ...atOne, ticketId: "phieu-3" } as const;

	test("needs a reason, which stands in the ledger with who was passed over", () => {
		const day = morning();
		day.take(3);
		expect(day.act(call)).toBe("ticket/reason-needed");
		expect(day.act({ ...call, reason: "  " })).toBe("ticket/reason-needed");
		expect(day.act({ ...call, reason: "Cụ bà đang mệt" })).toBe("ticket-called");
		expect(day.events.at(-1)).toMatchObject({
			rule: "out-of-turn",
			facts: { reason: "Cụ bà đang mệt", insteadOf: "A001" },
		});
		expect(day.callNext("quay-2", hung)).toBe("A001");
	});

	test("of somebody who was missed counts from now on, and not from the call that was missed", () => {
		const day = morning();
		day.take(1);
		day.callNext("quay-2", hung);
		day.act({ type: "miss", ...atTwo });
		day.wait(30);
		const calledAt = new Date(day.now()).toISOString();
		day.act({ ...call, ticketId: "phieu-1", reason: "Vừa quay lại" });
		expect(day.ticket(1)).toMatchObject({ counterId: "quay-1", calledAt });
	});

	test("needs none for whoever is next", () => {
		const day = morning();
		day.take(3);
		day.callNext("quay-2", hung);
		day.callNext("quay-2", hung);
		expect(day.act(call)).toBe("ticket-called");
		expect(day.events.at(-1)).toMatchObject({ rule: "first-come" });
	});

	test("needs one also where who goes on to another service here is passed over", () => {
		const day = morning();
		day.visit("ho-tich", ["chung-thuc"]);
		day.issue("chung-thuc");
		day.callNext("quay-1");
		const other = { ...call, ticketId: "phieu-2" };
		expect(day.act(other)).toBe("ticket/reason-needed");
		day.act({ ...other, reason: "Cụ bà đang mệt" });
		expect(day.events.at(-1)).toMatchObject({ facts: { insteadOf: "A001" } });
	});

	test("leaves alone who is at a counter, and who is done", () => {
		const day = morning();
		day.take(3);
		day.act({ ...call, reason: "Cụ bà đang mệt" });
		const elsewhere = { ...call, ...atTwo, reason: "Cụ bà đang mệt" };
		expect(day.act(elsewhere)).toBe("ticket/not-waiting");
		day.act({ type: "finish", ...atOne });
		expect(day.act(elsewhere)).toBe("ticket/over");
	});
});

describe("undoing", () => {
	test("takes the last call back: who was called waits where they stood, who was finished is at the counter again", () => {
		const day = morning();
		day.take(2);
		day.callNext("quay-1");
		day.act({ type: "start", ...atOne });
		day.callNext("quay-1");
		expect(day.act({ type: "undo", ...atOne })).toBe("ticket-set-back,ticket-set-back");
		expect(day.ticket(1)).toMatchObject({ state: "serving", counterId: "quay-1" });
		expect(day.ticket(2)).toMatchObject({ state: "waiting", callCount: 0, calledAt: null });
		expect(day.state.recentCalls.map(({ ticketId }) => ticketId)).toEqual(["phieu-1"]);
		expect(day.act({ type: "undo", ...atOne })).toBe("counter/nothing-to-undo");
	});

	test("is possible for fifteen seconds, and by the officer who did it", () => {
		const day = morning();
		day.take(1);
		day.callNext("quay-1");
		expect(day.act({ type: "undo", counterId: "quay-1", officer: hung })).toBe("counter/not-yours");
		day.wait(0.25);
		expect(day.act({ type: "undo", ...atOne })).toBe("counter/undo-too-late");
		day.act({ type: "recall", ...atOne });
		day.act({
			type: "open-counter",
			counterId: "quay-1",
			officer: { username: "mai", name: "Lê Thị Mai" },
			holdsMany: false,
			takeOver: true,
		});
		expect(
			day.act({
				type: "undo",
				counterId: "quay-1",
				officer: { username: "mai", name: "Lê Thị Mai" },
			}),
		).toBe("counter/nothing-to-undo");
	});

	test.each(["pause-counter" as const, "close-counter" as const])(
		"keeps nobody for a counter after %s there since",
		(type) => {
			const day = morning();
			day.take(1);
			const ticketId = "phieu-1";
			day.act({ type: "transfer", ...atTwo, ticketId, toCounterId: "quay-1" });
			day.act({ type: "call-ticket", ...atTwo, ticketId, reason: "Quầy 1 sắp nghỉ" });
			day.act({ type, ...atOne });
			expect(day.act({ type: "undo", ...atTwo })).toBe("ticket-set-back");
			expect(day.callNext("quay-2", hung)).toBe("A001");
		},
	);

	test("undoes what is named and nothing that was done since", () => {
		const day = morning();
		day.take(1);
		day.callNext("quay-1");
		const ifAct = day.state.counters.get("quay-1")?.lastAct?.lastSeq ?? 0;
		day.act({ type: "start", ...atOne });
		expect(day.act({ type: "undo", ...atOne, ifAct })).toBe("counter/other-act");
		expect(day.ticket(1)?.state).toBe("serving");
		expect(day.act({ type: "undo", ...atOne, ifAct: ifAct + 1 })).toBe("ticket-set-back");
		expect(day.ticket(1)?.state).toBe("called");
	});

	test("is not done to a ticket that somebody has dealt with since", () => {
		const day = morning();
		day.take(1);
		day.callNext("quay-1");
		day.act({ type: "miss", ...atOne });
		day.act({ type: "restore", ...atTwo, ticketId: "phieu-1" });
		expect(day.act({ type: "undo", ...atOne })).toBe("counter/nothing-to-undo");
		expect(day.act({ type: "undo", ...atTwo })).toBe("ticket-set-back");
		expect(day.ticket(1)?.state).toBe("missed");
	});
});

describe("giving the place up", () => {
	test("frees the counter to which one had been called, and cannot be undone there", () => {
		const day = morning();
		day.take(1);
		day.callNext("quay-1");
		expect(day.act({ type: "give-up", ticketId: "phieu-1" })).toBe("ticket-cancelled");
		expect(day.state.counters.get("quay-1")?.currentTicketId).toBeNull();
		expect(day.act({ type: "undo", ...atOne })).toBe("counter/nothing-to-undo");
		expect(day.act({ type: "give-up", ticketId: "phieu-1" })).toBe("");
	});
});

describe("an appointment", () => {
	test("is kept by who could not come in time because the hall was stopped", () => {
		const day = morning({}, slots);
		day.act({ type: "stop-hall", reason: "power", note: null });
		day.wait(40);
		day.act({ type: "resume-hall" });
		day.come({ minute: -30 });
		expect(day.ticket(1)?.appointmentAt).not.toBeNull();
		day.come({ minute: -60 });
		expect(day.ticket(2)?.appointmentAt).toBeNull();
	});
});

describe("many files with one number", () => {
	test("stand as much further back as the office says, and no more than it takes", () => {
		const day = morning({ minutesEachFile: 3, maxFiles: 10 });
		expect(day.files("ho-tich", 5)).toBe("A001");
		day.wait(10);
		day.issue("ho-tich");
		day.wait(5);
		day.issue("ho-tich");
		expect(day.line("ho-tich")).toEqual(["A002", "A001", "A003"]);
		expect(day.files("ho-tich", 11)).toBe("ticket/too-many-files");
	});
});

test("a counter that new settings drop keeps nobody", () => {
	const day = morning();
	day.take(2);
	day.callNext("quay-2", hung);
	day.act({ type: "transfer", ...atOne, ticketId: "phieu-2", toCounterId: "quay-2" });
	const [first] = communeSettings.counters;
	if (!first) throw new Error("the commune has no counter");
	day.act({
		type: "apply-settings",
		settings: { ...communeSettings, digest: "2", counters: [first] },
	});
	expect(day.line("ho-tich")).toEqual(["A001", "A002"]);
	expect([day.callNext("quay-1"), day.callNext("quay-1")]).toEqual(["A001", "A002"]);
});
