import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import type { Ledger, LedgerRecord } from "../ledger/ledger.ts";
import { createLowdbLedger } from "../ledger/lowdb-ledger.ts";
import { queueDay } from "../queue/rehearsal.ts";
import { createDayBooks } from "./day-books.ts";
import { createDayEvents } from "./day-events.ts";
import { createKeptTotals } from "./kept-totals.ts";

const id = "xa-mau";
const timeZone = "Asia/Ho_Chi_Minh";
const day = "2026-11-21";
const nextDay = "2026-11-23";

const directories: string[] = [];
const ledgers: Ledger[] = [];
afterEach(async () => {
	for (const ledger of ledgers.splice(0)) await ledger.close();
	for (const directory of directories.splice(0)) await rm(directory, { recursive: true });
});

/** An office's days on disk, and its books; `people` numbers are taken and written at each `write`. */
async function anOffice() {
	const directory = await mkdtemp(join(tmpdir(), "motcua-figures-"));
	directories.push(directory);
	const days = new Map<string, { rehearsal: ReturnType<typeof queueDay>; written: number }>();
	const warnings: string[] = [];
	const reads: string[] = [];

	/** The parts of a hub that runs. */
	function begin() {
		const ledger = createLowdbLedger(directory, (line) => warnings.push(line));
		ledgers.push(ledger);
		const events = createDayEvents(ledger, id);
		const books = createDayBooks({
			ledger,
			events: {
				days: events.days,
				of(asked, rest) {
					reads.push(asked);
					return events.of(asked, rest);
				},
			},
			kept: createKeptTotals(join(directory, id), timeZone),
			office: { id, timeZone },
			log: { warn: (_about, message) => warnings.push(message) },
		});
		return {
			books,
			async write(people: number, of = day): Promise<void> {
				const known = days.get(of) ?? { rehearsal: queueDay(), written: 0 };
				days.set(of, known);
				const { rehearsal, written } = known;
				for (let person = 0; person < people; person++) rehearsal.issue("ho-tich");
				const fresh = rehearsal.events.slice(written);
				const records = fresh.map(
					({ seq, at, ...event }): LedgerRecord => ({ seq, at, by: "hub", events: [event] }),
				);
				await ledger.append({ office: id, day: of, expectedSeq: written + 1, records });
				known.written += fresh.length;
			},
			issued: async (of = day) => (await books.of(of))?.total.issued ?? null,
			async stop() {
				await ledger.close();
				await books.close();
			},
		};
	}
	const keptFile = (of: string) => join(directory, id, `${of}.figures`);
	const dayFile = (of: string) => join(directory, id, `${of}.jsonl`);
	const kept = async () =>
		(await readdir(join(directory, id))).filter((name) => name.endsWith(".figures"));
	return { begin, reads, warnings, kept, keptFile, dayFile };
}

test("a day that goes on is read once, and told as far as it has come", async () => {
	const { begin, reads } = await anOffice();
	const before = begin();
	await before.write(3);
	const { write, issued } = begin();
	expect(await issued()).toBe(3);
	await write(2);
	expect(await issued()).toBe(5);
	expect(reads).toEqual([day]);
});

test("what is written while the day is read counts once", async () => {
	const { begin } = await anOffice();
	await begin().write(400);
	const { write, issued } = begin();
	const [asked] = await Promise.all([issued(), write(7)]);
	expect(asked).toBeGreaterThanOrEqual(400);
	expect(await issued()).toBe(407);
});

test("a day that begins while the books are open is in them unread", async () => {
	const { begin, reads } = await anOffice();
	const { write, issued } = begin();
	await write(4);
	expect(await issued()).toBe(4);
	expect(reads).toEqual([]);
});

test("a day that never was is none, and closed books learn nothing more", async () => {
	const { begin } = await anOffice();
	const { books, write, issued } = begin();
	expect(await issued("2001-01-01")).toBeNull();
	await write(1);
	expect(await issued()).toBe(1);
	await books.close();
	await write(1);
	expect(await issued()).toBe(1);
	expect(await begin().issued()).toBe(2);
});

test("a day that is over is kept when the next begins, and no later start reads it", async () => {
	const { begin, reads, kept } = await anOffice();
	const { write, issued, stop } = begin();
	await write(5);
	await write(2, nextDay);
	expect(await issued()).toBe(5);
	await expect.poll(kept).toEqual([`${day}.figures`]);
	await stop();
	const later = begin();
	expect([await later.issued(), await later.issued(nextDay)]).toEqual([5, 2]);
	expect(reads).toEqual([]);
});

test("the newest day is kept as it is at a stop, and read once somebody has written in it since", async () => {
	const { begin, reads } = await anOffice();
	const first = begin();
	await first.write(5);
	await first.stop();
	const second = begin();
	expect(await second.issued()).toBe(5);
	expect(reads).toEqual([]);
	await second.write(1);
	expect(await second.issued()).toBe(6);
	expect(reads).toEqual([day]);
	expect(await second.issued()).toBe(6);
	expect(reads).toEqual([day]);
});

test("days of which nothing is kept are read at leisure after a start, once, whoever asks meanwhile", async () => {
	const { begin, reads, kept, keptFile } = await anOffice();
	const first = begin();
	for (const of of ["2026-11-19", "2026-11-20", day]) await first.write(3, of);
	await first.stop();
	await rm(keptFile("2026-11-19"), { force: true });
	await rm(keptFile("2026-11-20"), { force: true });
	const second = begin();
	const [, asked] = await Promise.all([second.books.catchUp(), second.issued("2026-11-20")]);
	expect(asked).toBe(3);
	expect(reads.toSorted()).toEqual(["2026-11-19", "2026-11-20", day]);
	expect((await kept()).toSorted()).toEqual(
		["2026-11-19", "2026-11-20", day].map((of) => `${of}.figures`),
	);
	await begin().books.catchUp();
	expect(reads.slice(3)).toEqual([day]);
});

test.each([
	["cut short", async (file: string) => writeFile(file, (await readFile(file)).subarray(0, 100))],
	["of another form", (file: string) => change(file, { form: 0 })],
	["of another clock", (file: string) => change(file, { timeZone: "UTC" })],
	["of other bytes", (file: string) => change(file, { crc: 1 })],
	["without a part", (file: string) => change(file, { total: { issued: 9 } })],
])("what is kept but %s is passed over, and written anew", async (_, spoil) => {
	const { begin, reads, keptFile } = await anOffice();
	const first = begin();
	await first.write(5);
	await first.write(2, nextDay);
	await first.issued();
	await first.stop();
	const whole = await readFile(keptFile(day), "utf8");
	await spoil(keptFile(day));
	expect(await begin().issued()).toBe(5);
	expect(reads).toEqual([day]);
	expect(await readFile(keptFile(day), "utf8")).toBe(whole);
});

test("nothing is kept of a day whose file says more than the books have seen", async () => {
	const { begin, kept, dayFile, warnings } = await anOffice();
	const first = begin();
	await first.write(5);
	const text = await readFile(dayFile(day), "utf8");
	await writeFile(dayFile(day), text.trimEnd());
	await first.stop();
	expect(await kept()).toEqual([]);
	await writeFile(dayFile(day), text);
	const other = begin();
	await other.write(1);
	await first.books.close();
	expect(await kept()).toEqual([]);
	expect(warnings).toEqual([]);
});

async function change(file: string, part: object): Promise<void> {
	await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), ...part }));
}
