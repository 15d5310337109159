import { join } from "node:path";
import { Type } from "typebox";
import { afterAll, expect, onTestFailed, test } from "vitest";
import { openDocument } from "../../server/documents.ts";
import { removeTemporaryDirectories, temporaryDirectory } from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import {
	dayMs,
	morning,
	numbersInOrder,
	officeOnDisk,
	type Taken,
	ticketsOf,
} from "./office-on-disk.ts";
import { afterPowerCut, type Operation, recordingDisk } from "./recording-disk.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const Names = Type.Object({ names: Type.Array(Type.String()) }, { additionalProperties: false });

/** A day, its midnight and the next morning on a disk that keeps account; people come one by one and in crowds. */
async function twoDays(chance: Chance): Promise<Operation[]> {
	const root = await temporaryDirectory();
	const disk = recordingDisk(root);
	let now = morning;
	const office = await officeOnDisk(root, { disk, now: () => now });
	const document = await openDocument(join(root, "accounts.json"), Names, { names: [] }, disk);
	let people = 0;
	const crowd = async (size: number) => {
		const told = Array.from({ length: size }, async () => {
			const outcome = await office.take(`người-${++people}`);
			if (outcome.ok) disk.tell(outcome.value);
		});
		await Promise.all(told);
	};
	for (const day of [1, 2]) {
		for (let round = 0; round < 25; round++) {
			await crowd(chance.pick([1, 1, 2, 40]));
			const name = `Cán bộ ${day}-${round}`;
			if (round % 5) continue;
			await document.update(({ names }) => void names.push(name));
			disk.tell(name);
		}
		now += dayMs;
	}
	await office.close();
	return disk.operations;
}

test(
	"whatever of the unsynced pages reaches the disk before the power goes, everything that was told is there and the office opens",
	async () => {
		const chance = chanceFor(onTestFailed);
		const operations = await twoDays(chance);
		const cuts = rounds(120);
		let toldOfAll = 0;
		for (let cut = 0; cut < cuts; cut++) {
			const upTo = cut === 0 ? operations.length : chance.below(operations.length);
			const root = await temporaryDirectory();
			await afterPowerCut(operations, upTo, chance, root);
			toldOfAll += await holdToWhatWasTold(root, told(operations.slice(0, upTo)));
		}
		expect(toldOfAll).toBeGreaterThan(cuts);
	},
	within(60_000),
);

test(
	"without the sync before each answer the same cuts do lose what was told: the account is kept rightly",
	async () => {
		const chance = chanceFor(onTestFailed);
		const operations = (await twoDays(chance)).filter(
			({ type }) => type !== "sync" && type !== "sync-directory",
		);
		const lost: unknown[] = [];
		for (let cut = 0; cut < 10; cut++) {
			const upTo = chance.between(operations.length / 2, operations.length);
			const root = await temporaryDirectory();
			await afterPowerCut(operations, Math.floor(upTo), chance, root);
			await holdToWhatWasTold(root, told(operations.slice(0, upTo))).catch((error) =>
				lost.push(error),
			);
		}
		expect(lost.length).toBeGreaterThan(5);
	},
	within(30_000),
);

interface Told {
	taken: Taken[];
	names: string[];
}

function told(operations: readonly Operation[]): Told {
	const all = operations.flatMap((operation) =>
		operation.type === "told" ? [operation.what] : [],
	);
	return {
		taken: all.filter((what): what is Taken => typeof what === "object"),
		names: all.filter((what): what is string => typeof what === "string"),
	};
}

/** Opens the office on what is left and holds it to every word that was given; how many there were. */
async function holdToWhatWasTold(root: string, { taken, names }: Told): Promise<number> {
	const lastDay = taken.at(-1)?.day ?? "2026-11-21";
	const office = await officeOnDisk(root, { now: () => Date.parse(`${lastDay}T01:00:00Z`) });
	for (const day of new Set(taken.map((one) => one.day))) {
		const kept = await ticketsOf(office.ledger, day);
		expect([...kept.values()]).toEqual(numbersInOrder(kept.size));
		for (const { id, number } of taken.filter((one) => one.day === day)) {
			expect(kept.get(id)).toBe(number);
		}
	}
	// A request that was answered is answered alike; one that was not gets one ticket, old or new.
	const last = taken.at(-1);
	if (last) {
		const again = await office.take(last.key);
		expect(again).toEqual({ ok: true, value: last, events: expect.any(Array), repeated: true });
	}
	const next = await office.take("người tiếp theo");
	expect(next.ok).toBe(true);
	const document = await openDocument(join(root, "accounts.json"), Names, { names: [] });
	expect(document.data.names.slice(0, names.length)).toEqual(names);
	await office.close();
	return taken.length + names.length;
}
