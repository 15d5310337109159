import { existsSync } from "node:fs";
import {
	appendFile,
	copyFile,
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	readlink,
	rm,
	truncate,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Ledger, LedgerConflict, type LedgerRecord, LedgerUnavailable } from "./ledger.ts";
import { createLowdbLedger } from "./lowdb-ledger.ts";
import { createMemoryLedger } from "./memory-ledger.ts";

const office = "xa-tan-phu";
const day = "2026-11-21";

let directory: string;
let notes: string[];
beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-ledger-"));
	notes = [];
});
afterEach(() => rm(directory, { recursive: true }));

const openOnDisk = () => createLowdbLedger(join(directory, "ledger"), (line) => notes.push(line));
const dayFile = () => join(directory, "ledger", office, `${day}.jsonl`);

function record(seq: number, name = "Nguyễn Thị Lan"): LedgerRecord {
	return {
		seq,
		at: "2026-11-21T01:00:00.000Z",
		by: "lan",
		events: [{ type: "counter-opened", counterId: "quay-1", officer: { username: "lan", name } }],
	};
}

async function allOf(ledger: Ledger, seq?: number): Promise<LedgerRecord[]> {
	const records: LedgerRecord[] = [];
	for await (const one of ledger.read({ office, day, ...(seq !== undefined && { seq }) })) {
		records.push(one);
	}
	return records;
}

async function append(ledger: Ledger, ...seqs: number[]): Promise<void> {
	for (const seq of seqs) {
		await ledger.append({ office, day, expectedSeq: seq, records: [record(seq)] });
	}
}

describe.each([
	["in memory", createMemoryLedger],
	["on disk", openOnDisk],
])("a ledger %s", (_name, open) => {
	let ledger: Ledger;
	beforeEach(() => {
		ledger = open();
	});
	afterEach(() => ledger.close());

	test("gives back what was appended, in order and to the letter", async () => {
		await append(ledger, 1, 2, 3);
		expect(await allOf(ledger)).toEqual([record(1), record(2), record(3)]);
		expect(await allOf(ledger, 3)).toEqual([record(3)]);
	});

	test("counts a record by its events", async () => {
		const pair: LedgerRecord = { ...record(1), events: [...record(1).events, ...record(1).events] };
		await ledger.append({ office, day, expectedSeq: 1, records: [pair] });
		await append(ledger, 3);
		expect((await allOf(ledger)).map(({ seq }) => seq)).toEqual([1, 3]);
	});

	test("refuses a number that is no longer the next, and keeps nothing of it", async () => {
		await append(ledger, 1);
		await expect(append(ledger, 1)).rejects.toBeInstanceOf(LedgerConflict);
		await expect(append(ledger, 3)).rejects.toBeInstanceOf(LedgerConflict);
		expect(await allOf(ledger)).toEqual([record(1)]);
	});

	test("tells followers of each office each record once, in order, before the append answers", async () => {
		const heard: string[] = [];
		const end = ledger.follow(office, ({ seq }, ofDay) => heard.push(`${ofDay} ${seq}`));
		ledger.follow("phuong-khac", () => heard.push("somebody else's"));
		await Promise.all([1, 2, 3].map((seq) => append(ledger, seq)));
		expect(heard).toEqual([`${day} 1`, `${day} 2`, `${day} 3`]);
		end();
		await append(ledger, 4);
		expect(heard).toHaveLength(3);
	});

	test("keeps each office and each day by itself", async () => {
		await append(ledger, 1);
		await ledger.append({ office, day: "2026-11-20", expectedSeq: 1, records: [record(1)] });
		await ledger.append({ office: "phuong-khac", day, expectedSeq: 1, records: [record(1)] });
		expect(await ledger.days(office)).toEqual(["2026-11-20", day]);
		expect(await ledger.days("xa-chua-co")).toEqual([]);
		expect(await allOf(ledger)).toEqual([record(1)]);
	});

	test("keeps a snapshot of what stands up to a marked append, or up to the end", async () => {
		const of = { office, day };
		const linesOf = async () => {
			const kept = await ledger.readSnapshot(of);
			const lines: string[] = [];
			for await (const line of kept?.lines ?? []) lines.push(line);
			return kept && { seq: kept.seq, lines };
		};
		expect(await linesOf()).toBeNull();
		await append(ledger, 1);
		await ledger.append({ ...of, expectedSeq: 2, records: [record(2)], snapshotAfter: true });
		await append(ledger, 3, 4);
		await ledger.keepSnapshot({ ...of, seq: 3, lines: ["Sổ sau hai việc", "…"] });
		expect(await linesOf()).toEqual({ seq: 3, lines: ["Sổ sau hai việc", "…"] });
		await ledger.keepSnapshot({ ...of, seq: 5, lines: ["Sổ sau bốn việc"] });
		expect(await linesOf()).toEqual({ seq: 5, lines: ["Sổ sau bốn việc"] });
		expect((await allOf(ledger, 4)).map(({ seq }) => seq)).toEqual([4]);
	});

	test("a day that never was has no records, and reading it leaves no trace", async () => {
		expect(await allOf(ledger)).toEqual([]);
		expect(await ledger.days(office)).toEqual([]);
	});
});

describe("on disk", () => {
	test("what was appended is there after a restart", async () => {
		const first = openOnDisk();
		await append(first, 1, 2);
		await first.close();
		const second = openOnDisk();
		await append(second, 3);
		expect(await allOf(second)).toEqual([record(1), record(2), record(3)]);
		await second.close();
	});

	test("appends that come while one is being written share the next batch, and each record keeps its own line", async () => {
		const ledger = openOnDisk();
		await append(ledger, 1);
		await Promise.all([2, 3, 4].map((seq) => append(ledger, seq)));
		await ledger.close();
		const lines = (await readFile(dayFile(), "utf8")).trim().split("\n");
		expect(lines.map((line) => JSON.parse(line).batch)).toEqual([1, 2, 3, 3]);
	});

	test("a last line that was cut short is cut off, kept aside and said, wherever it was cut", async () => {
		const whole = openOnDisk();
		await append(whole, 1, 2);
		await whole.close();
		const text = await readFile(dayFile());
		const firstEnd = text.indexOf(10) + 1;
		for (let bytes = firstEnd + 1; bytes < text.length; bytes += 7) {
			await writeFile(dayFile(), text.subarray(0, bytes));
			notes.length = 0;
			const ledger = openOnDisk();
			expect(await allOf(ledger)).toEqual([record(1)]);
			await append(ledger, 2);
			await ledger.close();
			expect(await readFile(`${dayFile()}.cut-${firstEnd}`)).toEqual(
				text.subarray(firstEnd, bytes),
			);
			expect(notes).toHaveLength(1);
			expect(await readFile(dayFile())).toEqual(text);
			await rm(`${dayFile()}.cut-${firstEnd}`);
		}
	});

	test("a changed byte in the last batch is cut off with what follows in that batch", async () => {
		const ledger = openOnDisk();
		await Promise.all([1, 2, 3].map((seq) => append(ledger, seq)));
		await ledger.close();
		await replaceInFile('"seq":2', '"seq":7');
		const again = openOnDisk();
		expect(await allOf(again)).toEqual([record(1)]);
		await again.close();
	});

	test("damage before a batch that was written later stops everything and names file and line", async () => {
		const ledger = openOnDisk();
		await append(ledger, 1, 2, 3, 4);
		await ledger.close();
		await replaceInFile('"seq":2', '"seq":7');
		const before = await readFile(dayFile());
		await expect(allOf(openOnDisk())).rejects.toThrow(/2026-11-21\.jsonl, line 2: .*checksum/);
		expect(await readFile(dayFile())).toEqual(before);
	});

	test("a day written in form 1 is read, and goes on in today's form", async () => {
		await mkdir(join(directory, "ledger", office), { recursive: true });
		const formOne = new URL("fixtures/form-1.jsonl", import.meta.url);
		await copyFile(formOne, dayFile());
		const ledger = openOnDisk();
		const records = await allOf(ledger);
		expect(records.map(({ seq }) => seq)).toEqual([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]);
		await append(ledger, 15);
		await ledger.close();
		const again = openOnDisk();
		expect(await allOf(again)).toEqual([...records, record(15)]);
		await again.close();
	});

	test("a snapshot that is damaged, or of a part of the file that changed, is passed over and said", async () => {
		const first = openOnDisk();
		await append(first, 1, 2, 3);
		await first.keepSnapshot({ office, day, seq: 4, lines: ["Sổ sau ba việc"] });
		await first.close();
		const file = join(directory, "ledger", office, `${day}.snapshot`);
		const whole = await readFile(file);
		for (const [what, change] of [
			["it is not whole", () => writeFile(file, whole.subarray(0, whole.length - 3))],
			["it is not whole", () => writeFile(file, whole.toString().replace("ba", "bốn"))],
			["no longer those", () => replaceInFile("Lan", "Mai")],
			["no longer those", () => truncate(dayFile(), 10)],
		] as const) {
			await writeFile(file, whole);
			await change();
			notes.length = 0;
			expect(await openOnDisk().readSnapshot({ office, day })).toBeNull();
			expect(notes.join()).toContain(what);
		}
	});

	test("a start from a snapshot reads only what came after it, and finds earlier records all the same", async () => {
		const first = openOnDisk();
		await append(first, 1, 2, 3);
		await first.keepSnapshot({ office, day, seq: 4, lines: ["Sổ sau ba việc"] });
		await append(first, 4, 5);
		await first.close();
		const again = openOnDisk();
		expect((await again.readSnapshot({ office, day }))?.seq).toBe(4);
		expect((await allOf(again, 4)).map(({ seq }) => seq)).toEqual([4, 5]);
		expect((await allOf(again, 2)).map(({ seq }) => seq)).toEqual([2, 3, 4, 5]);
		await append(again, 6);
		expect(await allOf(again)).toHaveLength(6);
		await again.close();
	});

	test("whoever stops reading early keeps no file open", async () => {
		const ledger = openOnDisk();
		const long = "Nguyễn Thị Lan ".repeat(2_000);
		for (let seq = 1; seq <= 30; seq++) {
			await ledger.append({ office, day, expectedSeq: seq, records: [record(seq, long)] });
		}
		const before = existsSync("/proc/self/fd") ? await openFiles() : 0;
		for (let round = 0; round < 20; round++) {
			for await (const { seq } of ledger.read({ office, day, seq: 2 })) {
				expect(seq).toBe(2);
				break;
			}
		}
		if (existsSync("/proc/self/fd")) await expect.poll(openFiles).toBe(before);
		await ledger.close();
	});

	test("the answer of a request is read by who asks for it, and spared to a fold", async () => {
		const answer = { ticket: { number: "A001", serviceName: { vi: "Hộ tịch – “khai sinh”" } } };
		const key = { scope: "lobby POST /api/tickets", key: "một", body: "…", answer };
		const ledger = openOnDisk();
		await ledger.append({ office, day, expectedSeq: 1, records: [{ ...record(1), key }] });
		await ledger.close();
		const again = openOnDisk();
		expect(await allOf(again)).toEqual([{ ...record(1), key }]);
		const runs: LedgerRecord[] = [];
		for await (const run of again.readRuns({ office, day })) runs.push(...run);
		expect(runs[0]).toMatchObject({
			...record(1),
			key: { scope: key.scope, key: "một", body: "…" },
		});
		expect(runs[0]?.key?.answer).toBeUndefined();
		await again.close();
	});

	test("a probe writes, and leaves nothing behind", async () => {
		const ledger = openOnDisk();
		await append(ledger, 1);
		await ledger.probe(office);
		expect(await readdir(join(directory, "ledger", office))).toEqual([`${day}.jsonl`]);
		await ledger.close();
		await rm(join(directory, "ledger"), { recursive: true });
		await writeFile(join(directory, "ledger"), "a file where the directory belongs");
		await expect(openOnDisk().probe(office)).rejects.toBeInstanceOf(LedgerUnavailable);
	});

	test("a line of a later form is not taken for damage at the end", async () => {
		const ledger = openOnDisk();
		await append(ledger, 1);
		await ledger.close();
		const { encodeLine } = await import("./line.ts");
		const { crc32 } = await import("node:zlib");
		const line = encodeLine(record(2), 2).replace('"v":2', '"v":9');
		const body = line.slice(0, line.lastIndexOf(',"sum"'));
		const sum = crc32(body).toString(16).padStart(8, "0");
		await appendFile(dayFile(), `${body},"sum":"${sum}"}\n`);
		await expect(allOf(openOnDisk())).rejects.toThrow(/form 9, this hub reads forms 1 to 2/);
	});

	test("where the directory cannot be made every append is refused, and the next goes on once it can", async () => {
		await writeFile(join(directory, "ledger"), "a file where the directory belongs");
		const ledger = openOnDisk();
		const both = await Promise.allSettled([append(ledger, 1), append(ledger, 2)]);
		expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
		await rm(join(directory, "ledger"));
		await append(ledger, 1);
		expect(await allOf(ledger)).toEqual([record(1)]);
		await ledger.close();
	});

	test("a day that is over does not keep its file open", async () => {
		const ledger = openOnDisk();
		for (const ofMonth of ["18", "19", "20", "21"]) {
			await ledger.append({
				office,
				day: `2026-11-${ofMonth}`,
				expectedSeq: 1,
				records: [record(1)],
			});
		}
		if (existsSync("/proc/self/fd")) await expect.poll(openFiles).toBe(1);
		await ledger.close();
	});

	test("what a failed write left behind is not read, and the next write goes over it", async () => {
		const ledger = openOnDisk();
		await append(ledger, 1);
		const { size } = await import("node:fs/promises").then(({ stat }) => stat(dayFile()));
		await ledger.close();
		await appendFile(dayFile(), '{"v":1,"batch":2,"seq":2');
		const again = openOnDisk();
		expect(await allOf(again)).toEqual([record(1)]);
		await append(again, 2);
		expect(await allOf(again)).toEqual([record(1), record(2)]);
		await again.close();
		await truncate(dayFile(), size);
		expect((await readdir(join(directory, "ledger", office))).length).toBe(2);
	});
});

/** How many files of this test are open in this process. */
async function openFiles(): Promise<number> {
	const links = (await readdir("/proc/self/fd")).map((fd) =>
		readlink(`/proc/self/fd/${fd}`).catch(() => ""),
	);
	return (await Promise.all(links)).filter((file) => file.startsWith(directory)).length;
}

async function replaceInFile(from: string, to: string): Promise<void> {
	const text = await readFile(dayFile(), "utf8");
	expect(text).toContain(from);
	await writeFile(dayFile(), text.replace(from, to));
}
