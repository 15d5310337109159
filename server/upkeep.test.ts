import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Clock } from "../protocol/health.ts";
import { createLowdbLedger } from "./ledger/lowdb-ledger.ts";
import { beginUpkeep } from "./upkeep.ts";

const office = { id: "xa-tan-phu", retention: { daysKept: 30 } };
let directory: string;
/** What was done, in order. */
let done: string[];
let logged: string[];
let begun: (clock: Clock) => void;

beforeEach(async () => {
	vi.useFakeTimers({ toFake: ["setTimeout"] });
	directory = await mkdtemp(join(tmpdir(), "motcua-upkeep-"));
	done = [];
	logged = [];
});
afterEach(async () => {
	vi.useRealTimers();
	await rm(directory, { recursive: true });
});

const clockOn = (businessDay: string) => ({ businessDay }) as Clock;
const ledgerDirectory = () => join(directory, "ledger");
/** What is left: a hub writes the newest day, and answers out of the one before. */
const inUse = ["2026-11-23.jsonl", "2026-11-24.jsonl"];
const days = async () => (await readdir(join(ledgerDirectory(), office.id))).sort();

async function writeDay(day: string): Promise<void> {
	const ledger = createLowdbLedger(ledgerDirectory(), (line) => logged.push(line));
	const record = { seq: 1, at: `${day}T02:00:00.000Z`, by: "hub", events: [] };
	await ledger.append({ office: office.id, day, expectedSeq: 1, records: [record] });
	await ledger.close();
}

function beginOn(businessDay: string, catchUp = async () => void done.push("days read")) {
	const clock = clockOn(businessDay);
	beginUpkeep({
		office,
		hub: {
			clock,
			onClock(listener) {
				begun = (next) => {
					Object.assign(clock, next);
					listener(next);
				};
			},
		},
		ledgerDirectory: ledgerDirectory(),
		auditDirectory: join(directory, "audit"),
		dayBooks: { catchUp },
		catalogueFiles: { ready: async () => void done.push("catalogue") },
		printing: { makeReady: async () => void done.push("letters") },
		papers: { specimens: () => [] },
		log: pino({ level: "warn" }, { write: (line) => void logged.push(JSON.parse(line).msg) }),
	});
}

test("after the start what people would wait for is made ready, old days go, and days are read last", async () => {
	for (const day of ["2026-10-24", "2026-11-23", "2026-11-24"]) await writeDay(day);
	beginOn("2026-11-24");
	await vi.advanceTimersByTimeAsync(3_000);
	expect(done).toEqual([]);
	await vi.advanceTimersByTimeAsync(2_000);
	expect(done).toEqual(["catalogue"]);
	await vi.waitFor(async () => expect(await days()).toEqual(inUse), { timeout: 20_000 });
	await vi.advanceTimersByTimeAsync(15_000);
	expect(done).toEqual(["catalogue", "letters", "days read"]);
	expect(logged).toEqual([expect.stringContaining("kept no longer: 2026-10-24.jsonl")]);
});

test("a new day lets go of what has become old, then reads the days; the same day again does nothing", async () => {
	for (const day of ["2026-10-25", "2026-11-23", "2026-11-24"]) await writeDay(day);
	beginOn("2026-11-24");
	begun(clockOn("2026-11-24"));
	begun(clockOn("2026-11-25"));
	await vi.waitFor(() => expect(done).toContain("days read"), { timeout: 20_000 });
	expect(done.filter((what) => what === "days read")).toHaveLength(1);
	expect(await days()).toEqual(inUse);
});

test("what cannot be looked through or read is logged, and the rest is done", async () => {
	// A file where the folder of all audits should be.
	await mkdir(join(ledgerDirectory(), office.id), { recursive: true });
	await writeFile(join(directory, "audit"), "");
	beginOn("2026-11-24", () => Promise.reject(new Error("hỏng đĩa")));
	begun(clockOn("2026-11-25"));
	await vi.waitFor(
		() =>
			expect(logged).toEqual(
				expect.arrayContaining([
					"what is to be kept no longer could not be looked through",
					"the days' figures could not be read",
				]),
			),
		{ timeout: 20_000 },
	);
	await vi.advanceTimersByTimeAsync(20_000);
	expect(done).toEqual(["catalogue", "letters"]);
});
