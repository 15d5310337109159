import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createLowdbLedger } from "../ledger/lowdb-ledger.ts";
import type { StampedEvent } from "../queue/event.ts";
import { lan, queueDay } from "../queue/rehearsal.ts";
import { createDayTail } from "./day-tail.ts";
import { createThinking } from "./thinking.ts";

let directory: string;
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-cho-"));
});
afterEach(() => rm(directory, { recursive: true }));

const office = "xa-mau";
const today = "2026-11-21";

/** A day whose events go to the disk as a hub writes them. */
function dayOnDisk(day = today) {
	const ledger = createLowdbLedger(directory, (line) => {
		throw new Error(line);
	});
	const rehearsal = queueDay();
	let written = 0;
	return {
		...rehearsal,
		async write(): Promise<void> {
			const records = rehearsal.events
				.slice(written)
				.map(({ seq, at, ...event }: StampedEvent) => ({
					seq,
					at,
					by: "lobby",
					events: [event],
				}));
			written = rehearsal.events.length;
			const [first] = records;
			if (first) await ledger.append({ office, day, expectedSeq: first.seq, records });
		},
		close: () => ledger.close(),
	};
}

const about = {
	hours: "always",
	timeZone: "Asia/Ho_Chi_Minh",
	services: [{ id: "ho-tich" }, { id: "chung-thuc", minutes: 6 }],
	priorityClasses: [{ id: "nguoi-cao-tuoi" }],
} as const;

function think(services: readonly { id: string; minutes?: number }[] = about.services) {
	const thinking = createThinking({
		directory: join(directory, office),
		office: {
			...about,
			services: [...services],
			priorityClasses: [...about.priorityClasses],
		},
	});
	return (nowMs: number, followed: string[] = [], generation = 0) =>
		thinking.answer({ day: today, generation, nowMs, followed });
}

/** Serves people at the first counter, each for so many minutes. */
function serve(day: ReturnType<typeof queueDay>, people: number, minutes: number): void {
	for (let person = 0; person < people; person++) day.issue("ho-tich");
	for (let person = 0; person <= people; person++) {
		day.callNext("quay-1");
		if (person < people) day.wait(minutes);
	}
}

test("the day on disk is read on as it grows, and is the state of the hub", async () => {
	const day = dayOnDisk();
	const seen: number[] = [];
	const tail = createDayTail(join(directory, office), (_state, { seq }) => seen.push(seq));
	await tail.readOn(today, 0);
	expect(tail.state.seq).toBe(0);
	day.open("quay-1");
	day.issue("ho-tich");
	await day.write();
	await tail.readOn(today, 0);
	expect(tail.state).toEqual(day.state);
	day.issue("chung-thuc");
	day.callNext("quay-1");
	await day.write();
	await tail.readOn(today, 0);
	expect(tail.state).toEqual(day.state);
	expect(seen).toEqual(day.events.map(({ seq }) => seq));
	await day.close();
});

test("after the hub took back what it had written the day is read from its beginning", async () => {
	const day = dayOnDisk();
	day.issue("ho-tich");
	await day.write();
	const seen: number[] = [];
	const tail = createDayTail(join(directory, office), (_state, { seq }) => seen.push(seq));
	await tail.readOn(today, 0);
	await tail.readOn(today, 1);
	expect(tail.state).toEqual(day.state);
	expect(seen).toEqual([...day.events, ...day.events].map(({ seq }) => seq));
	await day.close();
});

test("of a long day those who are done are let go once nobody can undo it, and the others stay", async () => {
	const day = dayOnDisk();
	day.open("quay-1");
	for (let people = 0; people < 3; people++) day.issue("ho-tich");
	const [first = "", second = "", third = ""] = day.state.tickets.keys();
	day.callNext("quay-1");
	day.apply({ type: "finish", counterId: "quay-1", officer: lan });
	await day.write();
	const tail = createDayTail(join(directory, office), () => {});
	await tail.readOn(today, 0);
	expect([...tail.state.tickets.keys()]).toEqual([first, second, third]);
	// The finish can still be undone, and is; then it is done for good.
	day.apply({ type: "undo", counterId: "quay-1", officer: lan });
	day.apply({ type: "finish", counterId: "quay-1", officer: lan });
	day.wait(1);
	day.callNext("quay-1");
	await day.write();
	await tail.readOn(today, 0);
	expect([...tail.state.tickets.keys()]).toEqual([second, third]);
	expect(tail.state.lines).toEqual(day.state.lines);
	expect(tail.state.counters).toEqual(day.state.counters);
	await day.close();
});

test("a day is read to its end before the next one begins", async () => {
	const first = dayOnDisk("2026-11-20");
	first.issue("ho-tich");
	await first.write();
	const seen: string[] = [];
	const tail = createDayTail(join(directory, office), (_state, { type }) => seen.push(type));
	await tail.readOn("2026-11-20", 0);
	first.apply({ type: "close-day" });
	await first.write();
	await first.close();
	const second = dayOnDisk();
	await second.write();
	await tail.readOn(today, 0);
	expect(seen.slice(-3)).toEqual(["day-closed", "day-opened", "settings-applied"]);
	expect(tail.state).toEqual(second.state);
	await second.close();
});

test("where the office says how long a service takes something is said at once, and where it does not, nothing", async () => {
	const day = dayOnDisk();
	day.open("quay-1");
	for (let person = 0; person < 3; person++) day.issue("chung-thuc");
	await day.write();
	const { newcomers, tickets } = await think()(day.now());
	const said = newcomers["chung-thuc"]?.[""];
	expect(said?.highMin).toBeGreaterThan(said?.lowMin ?? 0);
	// Three before, six minutes each.
	expect(said?.lowMin).toBeLessThanOrEqual(18);
	expect(said?.highMin).toBeGreaterThanOrEqual(18);
	expect(Object.keys(tickets)).toHaveLength(3);
	const unsaid = await think([{ id: "ho-tich" }, { id: "chung-thuc" }])(day.now());
	expect(unsaid.newcomers["chung-thuc"]).toEqual({ "": null, "nguoi-cao-tuoi": null });
	expect(Object.values(unsaid.tickets)).toEqual([null, null, null]);
	await day.close();
});

test("what earlier days taught counts today", async () => {
	const before = dayOnDisk("2026-11-20");
	before.open("quay-1");
	serve(before, 40, 9);
	before.apply({ type: "close-day" });
	await before.write();
	await before.close();
	const day = dayOnDisk();
	day.open("quay-1");
	for (let person = 0; person < 4; person++) day.issue("ho-tich");
	await day.write();
	const { newcomers } = await think()(day.now());
	const said = newcomers["ho-tich"]?.[""];
	expect(said?.lowMin).toBeGreaterThan(0);
	expect(said?.lowMin).toBeLessThanOrEqual(36);
	expect(said?.highMin).toBeGreaterThanOrEqual(36);
	await day.close();
});

test("whoever is followed is told, however far back in an overrun hall; the others are not", async () => {
	const day = dayOnDisk();
	day.open("quay-1");
	for (let person = 0; person < 400; person++) day.issue("chung-thuc");
	await day.write();
	const last = [...day.state.tickets.keys()].at(-1) ?? "";
	const ask = think();
	const alone = await ask(day.now());
	expect(Object.keys(alone.tickets)).toHaveLength(300);
	const withLast = await ask(day.now(), [last, "khong-co"]);
	expect(Object.keys(withLast.tickets)).toHaveLength(301);
	expect(Object.keys(withLast.tickets)).toContain(last);
	await day.close();
});
