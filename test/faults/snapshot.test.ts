import { cp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { removeTemporaryDirectories, temporaryDirectory } from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { type DayOnDisk, dayOnDisk } from "./day-on-disk.ts";
import { commune, openHubOnDisk } from "./hub-on-disk.ts";
import { inLanes } from "./lanes.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const morning = Date.parse("2026-11-21T01:00:00Z");
/** A stop takes a snapshot of as many. */
const inSnapshot = 520;
const afterSnapshot = 5;
const office = commune.id;

let dataDir: string;
let day: DayOnDisk;
let original: Buffer;
let snapshot: Buffer;
/** Bytes of the day's file that the snapshot stands for. */
let covered: number;

beforeAll(async () => {
	dataDir = await temporaryDirectory();
	const first = await openHubOnDisk(dataDir, () => morning);
	for (let taken = 0; taken < inSnapshot; taken += 40) {
		await Promise.all(Array.from({ length: 40 }, first.take));
	}
	await first.close();
	const before = await dayOnDisk(dataDir, { office });
	covered = (await readFile(before.file)).length;
	const second = await openHubOnDisk(dataDir, () => morning);
	for (let taken = 0; taken < afterSnapshot; taken++) await second.take();
	await second.close();
	day = await dayOnDisk(dataDir, { office });
	original = await readFile(day.file);
	snapshot = await readFile(snapshotOf(day.file));
});

function snapshotOf(file: string): string {
	return file.replace(/jsonl$/, "snapshot");
}

async function copyTo(copy: string): Promise<string> {
	await rm(copy, { recursive: true, force: true });
	await cp(dataDir, copy, { recursive: true });
	return join(copy, day.file.slice(dataDir.length));
}

function changed(bytes: Buffer, at: number, chance: Chance): Buffer {
	const copy = Buffer.from(bytes);
	copy[at] = (copy[at] ?? 0) ^ chance.between(1, 255);
	return copy;
}

/** The hub has every ticket of the day, in the state in which they are, and gives the next number. */
async function expectWhole(copy: string): Promise<string> {
	const { hub, notes, take, close } = await openHubOnDisk(copy, () => morning);
	const numbers = [...hub.state.tickets.values()].map(({ number }) => number);
	expect(numbers).toEqual([...day.tickets.values()].map(({ number }) => number));
	expect(await take()).toBe(`A${day.tickets.size + 1}`);
	await close();
	await dayOnDisk(copy, { office });
	return notes.join("\n");
}

test("a start from a snapshot has what a start from the day's file has", async () => {
	const [fromSnapshot, fromFile] = [await temporaryDirectory(), await temporaryDirectory()];
	await copyTo(fromSnapshot);
	await rm(snapshotOf(await copyTo(fromFile)));
	const one = await openHubOnDisk(fromSnapshot, () => morning);
	const other = await openHubOnDisk(fromFile, () => morning);
	expect(one.hub.state).toEqual(other.hub.state);
	expect([one.notes, other.notes]).toEqual([[], []]);
	await Promise.all([one.close(), other.close()]);
});

test("one changed byte in what a snapshot stands for keeps the hub from starting and is named", {
	timeout: within(60_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const places = Array.from({ length: rounds(60) }, () => chance.below(covered));
	await inLanes(places, async (at, copy) => {
		const file = await copyTo(copy);
		const damaged = changed(original, at, chance);
		await writeFile(file, damaged);
		const line = original.subarray(0, at).toString().split("\n").length;
		await expect(openHubOnDisk(copy, () => morning)).rejects.toThrow(`${file}, line ${line}: `);
		expect((await readFile(file)).equals(damaged)).toBe(true);
	});
});

test("a snapshot with one changed byte or a missing end is passed over and said, and nothing is missing", {
	timeout: within(60_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const places = Array.from({ length: rounds(60) }, () => chance.below(snapshot.length));
	await inLanes(places, async (at, copy) => {
		const file = snapshotOf(await copyTo(copy));
		if (chance.below(2) === 0) await truncate(file, at);
		else await writeFile(file, changed(snapshot, at, chance));
		expect(await expectWhole(copy)).toContain(`${file}: `);
	});
});

test("the snapshot of another day's events is passed over and said, and nothing is missing", async () => {
	const other = await temporaryDirectory();
	const hub = await openHubOnDisk(other, () => morning);
	for (let taken = 0; taken < inSnapshot; taken += 40) {
		await Promise.all(Array.from({ length: 40 }, hub.take));
	}
	await hub.close();
	const copy = await temporaryDirectory();
	const file = snapshotOf(await copyTo(copy));
	await cp(snapshotOf((await dayOnDisk(other, { office })).file), file);
	expect(await expectWhole(copy)).toContain(`${file}: `);
});
