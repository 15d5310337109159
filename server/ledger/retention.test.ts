import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Retention } from "../../config/office.ts";
import type { Event } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { hung, lan, queueDay } from "../queue/rehearsal.ts";
import { emptyState, type QueueState } from "../queue/state.ts";
import { createLowdbLedger } from "./lowdb-ledger.ts";
import { applyRetention } from "./retention.ts";

const office = "xa-tan-phu";
const today = "2026-11-21";
let directory: string;
let notes: string[];
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-retention-"));
	notes = [];
});
afterEach(() => rm(directory, { recursive: true }));

const pathOf = (name: string) => join(directory, office, name);
const names = async () => (await readdir(join(directory, office))).sort();
const apply = (retention: Retention, businessDay = today) =>
	applyRetention(directory, office, businessDay, retention, (line) => notes.push(line));

/** A day on which Lan and Hùng open counters, call, serve and miss, and one number is left over. */
function events(): Event[] {
	const day = queueDay();
	for (const service of ["ho-tich", "ho-tich", "chung-thuc"]) day.issue(service);
	day.open("quay-2", hung);
	day.open("quay-1", lan);
	day.callNext("quay-1", lan);
	day.apply({ type: "start", counterId: "quay-1", officer: lan });
	day.apply({ type: "finish", counterId: "quay-1", officer: lan });
	day.callNext("quay-2", hung);
	day.apply({ type: "miss", counterId: "quay-2", officer: hung });
	day.apply({ type: "close-day" });
	return day.events.map(({ seq: _, at: __, ...event }) =>
		"ticketId" in event ? { ...event, ticketId: `bi-mat-${event.ticketId}` } : event,
	);
}

async function writeDay(day: string): Promise<void> {
	const ledger = createLowdbLedger(directory, (line) => notes.push(line));
	for (const [index, event] of events().entries()) {
		const by = event.type === "ticket-issued" ? "kiosk:kiosk-1" : "lan";
		const record = { seq: index + 1, at: `${day}T02:00:00.000Z`, by, events: [event] };
		await ledger.append({ office, day, expectedSeq: index + 1, records: [record] });
	}
	await ledger.close();
}

async function fold(day: string): Promise<QueueState> {
	const ledger = createLowdbLedger(directory, (line) => notes.push(line));
	const state = emptyState();
	for await (const record of ledger.read({ office, day })) {
		for (const [index, event] of record.events.entries()) {
			evolve(state, { ...event, seq: record.seq + index, at: record.at });
		}
	}
	await ledger.close();
	return state;
}

/** What a day's figures are made of. */
const figures = ({ tickets }: QueueState) =>
	[...tickets.values()].map(({ id: _, ...ticket }) => ticket);

test("a day older than its personal data may be keeps its figures and loses names, user names and the keys of tickets", async () => {
	for (const day of ["2026-11-10", "2026-11-20", today]) await writeDay(day);
	const before = figures(await fold("2026-11-10"));
	expect(before.map(({ state }) => state)).toEqual(["done", "expired", "expired"]);
	await apply({ personalDataDays: 10 });
	expect(figures(await fold("2026-11-10"))).toEqual(before);
	const text = await readFile(pathOf("2026-11-10.jsonl"), "utf8");
	for (const personal of ["Nguyễn Thị Lan", '"lan"', "Trần Văn Hùng", '"hung"', "bi-mat"]) {
		expect(text).not.toContain(personal);
	}
	expect(text).toContain('"ticketId":"phieu-3"');
	expect(text).toContain('"name":"can-bo-2"');
	expect(text).toContain('"by":"kiosk:kiosk-1"');
	expect(await readFile(pathOf(`${today}.jsonl`), "utf8")).toContain("Nguyễn Thị Lan");
});

test("a day is rewritten once, and again when it came back from a backup", async () => {
	for (const day of ["2026-11-10", "2026-11-20", today]) await writeDay(day);
	await cp(pathOf("2026-11-10.jsonl"), join(directory, "sao-luu"));
	await apply({ personalDataDays: 10 });
	expect(notes).toEqual([
		expect.stringMatching(/2026-11-10\.jsonl: rewritten without personal data/),
	]);
	const reduced = await readFile(pathOf("2026-11-10.jsonl"));
	await apply({ personalDataDays: 10 });
	expect(notes).toHaveLength(1);
	await cp(join(directory, "sao-luu"), pathOf("2026-11-10.jsonl"));
	await apply({ personalDataDays: 10 });
	expect(await readFile(pathOf("2026-11-10.jsonl"))).toEqual(reduced);
	await rm(pathOf("2026-11-10.reduced"));
	await apply({ personalDataDays: 10 });
	expect(await readFile(pathOf("2026-11-10.jsonl"))).toEqual(reduced);
});

test("what was cut off, the snapshot and the figures go with the personal data of their day", async () => {
	for (const day of ["2026-11-10", "2026-11-20", today]) await writeDay(day);
	for (const beside of [
		"2026-11-10.jsonl.cut-900",
		"2026-11-10.snapshot",
		"2026-11-10.figures",
		`${today}.snapshot`,
	]) {
		await writeFile(pathOf(beside), "Nguyễn Thị Lan");
	}
	await apply({ personalDataDays: 10 });
	expect(await names()).toEqual([
		"2026-11-10.jsonl",
		"2026-11-10.reduced",
		"2026-11-20.jsonl",
		`${today}.jsonl`,
		`${today}.snapshot`,
	]);
});

test("a day at the limit stays and one a day older is removed with all that lies beside it", async () => {
	for (const day of ["2026-11-10", "2026-11-11", "2026-11-20", today]) await writeDay(day);
	await writeFile(pathOf("2026-11-10.jsonl.cut-900"), "");
	await writeFile(pathOf("2026-11-10.reduced"), "1");
	await apply({ daysKept: 10 });
	expect(await names()).toEqual(["2026-11-11.jsonl", "2026-11-20.jsonl", `${today}.jsonl`]);
});

test("the two newest days are never touched, however old they are: a running hub reads them", async () => {
	for (const day of ["2026-10-30", "2026-10-31", "2026-11-01"]) await writeDay(day);
	const before = await readFile(pathOf("2026-10-31.jsonl"));
	await apply({ personalDataDays: 1, daysKept: 1 });
	expect(await names()).toEqual(["2026-10-31.jsonl", "2026-11-01.jsonl"]);
	expect(await readFile(pathOf("2026-10-31.jsonl"))).toEqual(before);
});

test("a day that was set aside goes by when that was, not by the date it bore", async () => {
	await writeDay(today);
	await writeFile(pathOf("2000-01-01.jsonl.set-aside-20261120T010000Z"), "");
	await writeFile(pathOf("2031-01-01.jsonl.set-aside-20261101T010000Z"), "");
	await apply({ personalDataDays: 10, daysKept: 30 });
	expect(await names()).toEqual(["2000-01-01.jsonl.set-aside-20261120T010000Z", `${today}.jsonl`]);
});

test("a clock that jumps years ahead takes nothing away on that day", async () => {
	for (const day of ["2026-11-19", "2026-11-20", "2034-01-01"]) await writeDay(day);
	await apply({ personalDataDays: 1, daysKept: 30 }, "2034-01-01");
	expect(await names()).toEqual(["2026-11-19.jsonl", "2026-11-20.jsonl", "2034-01-01.jsonl"]);
	expect(notes).toEqual([expect.stringMatching(/2599 days lie between 2026-11-20 and 2034-01-01/)]);
});

test("a damaged day is left alone and noted, and the others are rewritten", async () => {
	for (const day of ["2026-11-08", "2026-11-09", "2026-11-20", today]) await writeDay(day);
	const file = pathOf("2026-11-08.jsonl");
	const damaged = (await readFile(file, "utf8")).replace('"A002"', '"A009"');
	await writeFile(file, damaged);
	await apply({ personalDataDays: 10 });
	expect(await readFile(file, "utf8")).toBe(damaged);
	expect(notes[0]).toMatch(/2026-11-08\.jsonl, line \d+: the checksum.*could not be taken out/);
	expect(await names()).toContain("2026-11-09.reduced");
});

test("an office without settings for it keeps everything, and one without a ledger has nothing to lose", async () => {
	await apply({ personalDataDays: 1, daysKept: 1 });
	for (const day of ["2026-11-10", "2026-11-20", today]) await writeDay(day);
	await apply({});
	expect(await names()).toEqual(["2026-11-10.jsonl", "2026-11-20.jsonl", `${today}.jsonl`]);
	expect(notes).toEqual([]);
});
