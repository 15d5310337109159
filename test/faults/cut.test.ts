import { cp, readFile, rm, truncate } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker } from "../ask.ts";
import { removeTemporaryDirectories, startHubProcess, temporaryDirectory } from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { type DayOnDisk, dayOnDisk } from "./day-on-disk.ts";
import { commune, openHubOnDisk } from "./hub-on-disk.ts";
import { inLanes } from "./lanes.ts";
import { noonOffice } from "./noon-office.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const morning = Date.parse("2026-11-21T01:00:00Z");

interface Cut {
	/** Bytes of the file that are left. */
	at: number;
	/** Where the last whole line that is left ends. */
	wholeBytes: number;
	/** Tickets in the lines that are whole. */
	tickets: number;
}

/** Every place from the end of the fourth line from the end to the end of the file: the last three events at every byte. */
async function cutsOf({ file, tickets }: DayOnDisk): Promise<Cut[]> {
	const bytes = await readFile(file);
	const ends = [...bytes.keys()].filter((index) => bytes[index] === 10).map((index) => index + 1);
	const first = ends.at(-4) ?? 0;
	return Array.from({ length: bytes.length - first + 1 }, (_, index) => {
		const at = first + index;
		const whole = ends.filter((end) => end <= at);
		// Each of the last lines is one ticket.
		const lost = ends.length - whole.length;
		return { at, wholeBytes: whole.at(-1) ?? 0, tickets: tickets.size - lost };
	});
}

/** Makes a copy of a data directory whose day ends at the cut. */
async function cutCopy(dataDir: string, { file }: DayOnDisk, { at }: Cut, copy: string) {
	await rm(copy, { recursive: true, force: true });
	await cp(dataDir, copy, { recursive: true });
	const cutFile = join(copy, file.slice(dataDir.length));
	await truncate(cutFile, at);
	return cutFile;
}

/** What is not whole is kept beside the file to the letter, and said; where all is whole there is nothing to say. */
async function expectKeptAside(
	original: Buffer,
	cutFile: string,
	{ at, wholeBytes }: Cut,
	said: string,
): Promise<void> {
	if (at === wholeBytes) {
		expect(said).not.toContain("cut");
		return;
	}
	const aside = `${cutFile}.cut-${wholeBytes}`;
	expect((await readFile(aside)).equals(original.subarray(wholeBytes, at))).toBe(true);
	expect(said).toContain(aside);
	expect(said).toMatch(/line \d+: .*cut short/);
}

function number(ordinal: number): string {
	return `A${String(ordinal).padStart(3, "0")}`;
}

describe.each([
	["one after the other", 1],
	["all at once", 7],
])("a day whose last numbers were taken %s", (_, atOnce) => {
	let dataDir: string;
	let day: DayOnDisk;

	beforeAll(async () => {
		dataDir = await temporaryDirectory();
		const { take, close } = await openHubOnDisk(dataDir, () => morning);
		for (let taken = 0; taken < 7; taken += atOnce) {
			await Promise.all(Array.from({ length: atOnce }, take));
		}
		await close();
		day = await dayOnDisk(dataDir, { office: commune.id });
		expect(day.tickets.size).toBe(7);
	});

	test("cut at any byte of its last three events, goes on with all that stands before the cut and with the next number", {
		timeout: within(120_000),
	}, async () => {
		const original = await readFile(day.file);
		await inLanes(await cutsOf(day), (cut, copy) => expectGoesOn(original, cut, copy));
	});

	async function expectGoesOn(original: Buffer, cut: Cut, copy: string): Promise<void> {
		const cutFile = await cutCopy(dataDir, day, cut, copy);
		const { hub, notes, take, close } = await openHubOnDisk(copy, () => morning);
		expect(hub.state.tickets.size).toBe(cut.tickets);
		await expectKeptAside(original, cutFile, cut, notes.join("\n"));
		expect(await take()).toBe(number(cut.tickets + 1));
		await close();
		const after = await dayOnDisk(copy, { office: commune.id });
		const kept = [...day.tickets.values()].slice(0, cut.tickets);
		expect([...after.tickets.values()].slice(0, cut.tickets)).toEqual(kept);
	}
});

test("a hub that starts on a day cut at some byte of its last three events answers with all that stands before the cut", {
	timeout: within(60_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	const OFFICE_FILE = await noonOffice();
	const first = await startHubProcess({ OFFICE_FILE });
	const take = (url: string) =>
		asker(url)<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	const taken: TicketAnswer[] = [];
	for (let ticket = 0; ticket < 5; ticket++) taken.push((await take(first.url)).body);
	await first.kill();
	const day = await dayOnDisk(first.dataDir);
	const original = await readFile(day.file);
	for (const cut of some(await cutsOf(day), rounds(12), chance)) {
		const copy = await temporaryDirectory();
		const cutFile = await cutCopy(first.dataDir, day, cut, copy);
		const hub = await startHubProcess({ OFFICE_FILE, DATA_DIR: copy });
		for (const [index, { ticket }] of taken.entries()) {
			const there = await asker(hub.url)<TicketAnswer>("GET", `/api/tickets/${ticket.id}`);
			expect(there.status).toBe(index < cut.tickets ? 200 : 404);
			if (index < cut.tickets) expect(there.body.ticket).toEqual(ticket);
		}
		const next = await take(hub.url);
		expect(next.body.ticket.number).toBe(number(cut.tickets + 1));
		expect(await hub.stop()).toBe(0);
		await expectKeptAside(original, cutFile, cut, hub.output());
		expect((await dayOnDisk(copy)).tickets.size).toBe(cut.tickets + 1);
	}
});

function some<T>(list: T[], count: number, chance: Chance): T[] {
	return Array.from({ length: Math.min(count, list.length) }, () => {
		const [one] = list.splice(chance.below(list.length), 1);
		return one;
	}).filter((one) => one !== undefined);
}
