import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asker } from "../ask.ts";
import {
	failedStart,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { commune, openHubOnDisk } from "./hub-on-disk.ts";
import { inLanes } from "./lanes.ts";
import { noonOffice } from "./noon-office.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const morning = Date.parse("2026-11-21T01:00:00Z");
const alone = 20;
const atOnce = 5;

let dataDir: string;
let file: string;
let original: Buffer;
/** Where each line ends, its line feed included. */
let ends: number[];
/** The line, from 1, with which the last batch begins. */
let lastBatchLine: number;

beforeAll(async () => {
	dataDir = await temporaryDirectory();
	const { take, close } = await openHubOnDisk(dataDir, () => morning);
	for (let taken = 0; taken < alone; taken++) await take();
	await Promise.all(Array.from({ length: atOnce }, take));
	await close();
	({ file } = await dayOnDisk(dataDir, { office: commune.id }));
	original = await readFile(file);
	ends = [...original.keys()].filter((index) => original[index] === 10).map((index) => index + 1);
	const batches = original
		.toString()
		.trimEnd()
		.split("\n")
		.map((line): number => JSON.parse(line).batch);
	lastBatchLine = batches.indexOf(batches.at(-1) ?? 0) + 1;
	expect(lastBatchLine).toBeLessThan(ends.length);
});

interface Flip {
	at: number;
	/** Never zero: something changes. */
	mask: number;
}

const maskOf = (chance: Chance) => chance.between(1, 255);
const lineOf = ({ at }: Flip) => ends.findIndex((end) => at < end) + 1;
const startOf = (line: number) => ends[line - 2] ?? 0;

function flipped({ at, mask }: Flip): Buffer {
	const bytes = Buffer.from(original);
	bytes[at] = (bytes[at] ?? 0) ^ mask;
	return bytes;
}

async function flippedCopy(flip: Flip, copy: string): Promise<string> {
	await rm(copy, { recursive: true, force: true });
	await cp(dataDir, copy, { recursive: true });
	const copied = join(copy, file.slice(dataDir.length));
	await writeFile(copied, flipped(flip));
	return copied;
}

async function expectNoStart(flip: Flip, copy: string): Promise<void> {
	const copied = await flippedCopy(flip, copy);
	await expect(openHubOnDisk(copy, () => morning)).rejects.toThrow(damageAt(copied, lineOf(flip)));
	expect((await readFile(copied)).equals(flipped(flip))).toBe(true);
}

function damageAt(damaged: string, line: number): RegExp {
	const name = damaged.replaceAll(/[/.]/g, "\\$&");
	return new RegExp(`${name}, line ${line}: .*restore this file from a backup`, "i");
}

describe("one changed byte of what was acknowledged", () => {
	test("anywhere in a line of the middle, keeps the hub from starting and is named; the file is left as it is", {
		timeout: within(60_000),
	}, async ({ onTestFailed }) => {
		const chance = chanceFor(onTestFailed);
		const line = Math.floor(ends.length / 2);
		const flips: Flip[] = [];
		for (let at = startOf(line); at < startOf(line + 1); at++)
			flips.push({ at, mask: maskOf(chance) });
		expect(flips.length).toBeGreaterThan(100);
		await inLanes(flips, expectNoStart);
	});

	test("anywhere before the last batch, keeps the hub from starting and is named; the file is left as it is", {
		timeout: within(60_000),
	}, async ({ onTestFailed }) => {
		const chance = chanceFor(onTestFailed);
		const flips = Array.from({ length: rounds(300) }, () => ({
			at: chance.below(startOf(lastBatchLine)),
			mask: maskOf(chance),
		}));
		await inLanes(flips, expectNoStart);
	});
});

test("one changed byte in the last batch, which may be a write that was cut short, is cut off with what follows and kept aside", {
	timeout: within(60_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const first = startOf(lastBatchLine);
	const flips = Array.from({ length: rounds(100) }, () => ({
		at: chance.between(first, original.length - 1),
		mask: maskOf(chance),
	}));
	await inLanes(flips, async (flip, copy) => {
		const copied = await flippedCopy(flip, copy);
		const line = lineOf(flip);
		const start = startOf(line);
		const { hub, notes, take, close } = await openHubOnDisk(copy, () => morning);
		const left = alone + atOnce - (ends.length - line + 1);
		expect(hub.state.tickets.size).toBe(left);
		expect(notes.join("\n")).toContain(`${copied}, line ${line}: `);
		const aside = await readFile(`${copied}.cut-${start}`);
		expect(aside.equals(flipped(flip).subarray(start))).toBe(true);
		expect(await take()).toBe(`A${String(left + 1).padStart(3, "0")}`);
		await close();
		await dayOnDisk(copy, { office: commune.id });
	});
});

test("a hub that finds acknowledged events damaged ends with 1 and says on standard error where and what to do", async ({
	onTestFailed,
}) => {
	const chance = chanceFor(onTestFailed);
	const OFFICE_FILE = await noonOffice();
	const hub = await startHubProcess({ OFFICE_FILE });
	for (let ticket = 0; ticket < 5; ticket++) {
		await asker(hub.url)("POST", "/api/tickets", { serviceId: "ho-tich" });
	}
	expect(await hub.stop()).toBe(0);
	const day = await dayOnDisk(hub.dataDir);
	const damaged = await readFile(day.file);
	const line = 4;
	const starts = [...damaged.keys()].filter((index) => damaged[index - 1] === 10);
	const [from = 0, to = 0] = starts.slice(line - 2);
	const at = chance.between(from, to - 2);
	damaged[at] = (damaged[at] ?? 0) ^ maskOf(chance);
	await writeFile(day.file, damaged);
	const { code, stderr } = await failedStart({ DATA_DIR: hub.dataDir, OFFICE_FILE });
	expect(code).toBe(1);
	expect(stderr).toMatch(/^motcua cannot start: /);
	expect(stderr).toMatch(damageAt(day.file, line));
	expect(stderr).not.toMatch(/\n\s+at /);
	expect((await readFile(day.file)).equals(damaged)).toBe(true);
});
