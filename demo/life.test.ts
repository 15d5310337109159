import { expect, test } from "vitest";
import { loadSettings } from "../config/load.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { minuteMs } from "../simulate/laws/draws.ts";
import type { Hall } from "./hall.ts";
import { demoOffice, freeCounters } from "./laws.ts";
import { beginLife, live } from "./life.ts";
import { type RehearsalHall, rehearsalHall } from "./rehearsal.ts";
import type { World } from "./world.ts";

const sample = loadSettings(defaultOfficeFile());
if (!sample.ok) throw new Error("the sample office has faults");
const office = demoOffice(sample.office);
const fromMs = Date.parse("2027-01-04T00:00:00Z");

/** Lets so many minutes happen and looks at the hall each of them. */
async function rehearse(
	seed: string,
	minutes: number,
	onMinute: (hall: RehearsalHall, minute: number, world: World) => void,
	through: (hall: Hall) => Hall = (hall) => hall,
): Promise<RehearsalHall> {
	const over = new AbortController();
	const span = { fromMs, toMs: fromMs + minutes * minuteMs, everyMs: minuteMs };
	const rehearsed = rehearsalHall(
		office,
		span,
		(hall, nowMs) => onMinute(hall, (nowMs - fromMs) / minuteMs, world),
		over,
	);
	const { clock } = rehearsed;
	const world = beginLife({
		office,
		hall: through(rehearsed.hall),
		seed,
		wish: () => ({}),
		clock,
	});
	await live(world, clock, over.signal);
	return rehearsed;
}

const waitingIn = ({ state }: RehearsalHall) =>
	[...state.tickets.values()].filter((ticket) => ticket.state === "waiting").length;

test("a whole day through the hall neither fills up nor empties, and all that can become of a number becomes of some", {
	timeout: 120_000,
}, async () => {
	for (const seed of ["sen", "cau", "tre"]) {
		const waiting: number[] = [];
		let people = 0;
		let doneBefore = 0;
		const served: number[] = [];
		const { counts, state } = await rehearse(seed, 24 * 60, (hall, minute, world) => {
			waiting.push(waitingIn(hall));
			people = Math.max(people, world.people.size);
			if (minute % 60 !== 0) return;
			const done = [...hall.state.tickets.values()].filter((one) => one.state === "done").length;
			served.push(done - doneBefore);
			doneBefore = done;
		});
		expect(waiting).toHaveLength(24 * 60);
		expect(Math.max(...waiting)).toBeLessThan(45);
		const mean = waiting.reduce((sum, one) => sum + one, 0) / waiting.length;
		expect(mean).toBeGreaterThan(8);
		expect(mean).toBeLessThan(24);
		expect(waiting.filter((one) => one < 3).length).toBeLessThan(0.02 * waiting.length);
		// A call every minute at the least, in every hour of the day.
		expect(Math.min(...served)).toBeGreaterThan(45);
		// Those who are missed or put aside and never come back are forgotten; the rest is who is here.
		expect(people).toBeLessThan(120);
		for (const type of [
			"ticket-recalled",
			"ticket-parked",
			"ticket-unparked",
			"ticket-transferred",
			"ticket-missed",
			"ticket-restored",
			"ticket-cancelled",
			"counter-paused",
		] as const) {
			expect([seed, type, (counts.get(type) ?? 0) > 3]).toEqual([seed, type, true]);
		}
		const classes = [...state.tickets.values()].map((ticket) => ticket.priorityClass);
		const priority = classes.filter((one) => one !== null).length / classes.length;
		expect(priority).toBeGreaterThan(0.04);
		expect(priority).toBeLessThan(0.5);
	}
});

test("within a minute people wait, some are called, some were served, and a counter is left free", async () => {
	for (let seed = 1; seed <= 40; seed++) {
		const { state } = await rehearse(`lan-${seed}`, 1, () => {});
		const states = [...state.tickets.values()].map((ticket) => ticket.state);
		expect(states).toContain("waiting");
		expect(states.some((one) => one === "called" || one === "serving")).toBe(true);
		expect(states).toContain("done");
		const open = [...state.counters.values()].filter(({ status }) => status === "open");
		expect(open.length).toBe(office.counters.length - 1);
		expect(open.map(({ id }) => id)).not.toContain("quay-2");
	}
	expect(freeCounters(office)).toEqual(["quay-2"]);
});

test("a number that somebody real takes is called and served by simulated officers like any other, and never given up for them", async () => {
	const yours: string[] = [];
	const { state } = await rehearse("khach", 300, (hall, minute) => {
		if (minute % 2 !== 0 || minute > 240) return;
		const taken = hall.put({
			type: "issue-ticket",
			serviceId: minute % 4 === 0 ? "cu-tru" : "dat-dai",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
		});
		const issued = taken?.find((event) => event.type === "ticket-issued");
		if (issued) yours.push(issued.ticketId);
	});
	const tickets = yours.map((id) => state.tickets.get(id));
	expect(tickets).toHaveLength(120);
	expect(tickets.map((ticket) => ticket?.state)).toEqual(tickets.map(() => "done"));
	expect(new Set(tickets.map((ticket) => ticket?.counterId)).size).toBeGreaterThan(1);
});

test("somebody real may work at the free counter, take another one over and leave it again", async () => {
	const you = { username: "officer", name: "Cán bộ (dùng thử)" };
	let calledByYou = 0;
	const { state } = await rehearse("ban", 120, (hall, minute) => {
		const at = (counterId: string) => ({ counterId, officer: you, holdsMany: true });
		if (minute === 2) hall.put({ type: "open-counter", ...at("quay-2"), takeOver: false });
		if (minute === 20) hall.put({ type: "open-counter", ...at("quay-3"), takeOver: true });
		if (minute === 60) hall.put({ type: "close-counter", ...at("quay-3"), current: "return" });
		if (minute < 2 || minute > 60 || minute % 2 !== 0) return;
		const called = hall.put({ type: "call-next", counterId: "quay-2", officer: you });
		if (called?.some((event) => event.type === "ticket-called")) calledByYou++;
		if (minute < 25 || minute > 55) return;
		expect(hall.state.counters.get("quay-3")?.officer?.username).toBe("officer");
	});
	// Somebody nearly always waits for whoever tries it out.
	expect(calledByYou).toBeGreaterThan(20);
	expect(state.counters.get("quay-3")?.officer?.username).toBe("sim-quay-3");
});

test("a day ends and the next begins: the counters open again and people come", async () => {
	const { state } = await rehearse("nua-dem", 120, (hall, minute) => {
		if (minute !== 60) return;
		expect(hall.put({ type: "close-day" })).not.toBe(null);
		const { settings } = hall.state;
		expect(hall.put({ type: "open-day", day: "2027-01-05", settings })).not.toBe(null);
	});
	expect(state.day).toBe("2027-01-05");
	const open = [...state.counters.values()].filter(({ status }) => status !== "closed");
	expect(open).toHaveLength(office.counters.length - 1);
	const states = [...state.tickets.values()].map((ticket) => ticket.state);
	expect(states.filter((one) => one === "done").length).toBeGreaterThan(20);
});

test("where everything is refused for a while, people go on afterwards", async () => {
	let isRefusing = false;
	let served = 0;
	const refusing = (hall: Hall): Hall => {
		const guard =
			<Args extends unknown[], Answer>(does: (...args: Args) => Promise<Answer>) =>
			async (...args: Args): Promise<Answer | { ok: false; code: string }> =>
				isRefusing ? { ok: false, code: "ledger/unavailable" } : does(...args);
		return {
			take: guard(hall.take),
			giveUp: guard(hall.giveUp),
			lines: guard(hall.lines),
			enterSlip: guard(hall.enterSlip),
			open: guard(hall.open),
			pause: guard(hall.pause),
			callNext: guard(hall.callNext),
			act: guard(hall.act),
			park: guard(hall.park),
			transfer: guard(hall.transfer),
			comeBack: guard(hall.comeBack),
		};
	};
	const { state } = await rehearse(
		"loi",
		90,
		({ counts }, minute) => {
			isRefusing = minute >= 20 && minute < 35;
			if (minute === 40) served = counts.get("ticket-called") ?? 0;
		},
		refusing,
	);
	const called = [...state.tickets.values()].filter((ticket) => ticket.calledAt !== null).length;
	expect(called).toBeGreaterThan(served + 20);
	expect(
		[...state.counters.values()].filter(({ status }) => status === "open").length,
	).toBeGreaterThan(3);
});
