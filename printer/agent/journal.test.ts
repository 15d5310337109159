import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Outcome } from "../device.ts";
import { jobsRemembered, openJournal } from "./journal.ts";

const confirmed: Outcome = { state: "confirmed" };
let folder: string;
let warnings: unknown[];
const open = () => openJournal(folder, (error) => warnings.push(error));

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-journal-"));
	warnings = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("what was begun and what ended is known to the next run", () => {
	const journal = open();
	journal.begin("viec-1");
	journal.end("viec-1", confirmed);
	journal.begin("viec-2");
	for (const one of [journal, open()]) {
		expect(["viec-1", "viec-2", "viec-3"].map(one.of)).toEqual([confirmed, "begun", null]);
	}
	expect(warnings).toEqual([]);
});

test("a line that was cut short spoils none of the others, also not the next", () => {
	open().begin("viec-1");
	appendFileSync(join(folder, "jobs.jsonl"), '{"jobId":"viec-2","outco');
	const journal = open();
	expect([journal.of("viec-1"), journal.of("viec-2")]).toEqual(["begun", null]);
	journal.begin("viec-3");
	expect(open().of("viec-3")).toBe("begun");
});

test("the newest are remembered, and the file does not grow for ever", () => {
	const journal = open();
	for (let job = 0; job < 10 * jobsRemembered; job++) {
		journal.begin(`viec-${job}`);
		journal.end(`viec-${job}`, confirmed);
	}
	expect(journal.of("viec-0")).toBeNull();
	expect(open().of(`viec-${10 * jobsRemembered - 1}`)).toEqual(confirmed);
	const lines = readFileSync(join(folder, "jobs.jsonl"), "utf8").split("\n").length;
	expect(lines).toBeLessThan(5 * jobsRemembered);
});

test("a folder that cannot be written is said, and the jobs of this run are known all the same", () => {
	const journal = open();
	rmSync(folder, { recursive: true });
	journal.begin("viec-1");
	expect(warnings).toHaveLength(1);
	expect(journal.of("viec-1")).toBe("begun");
});
