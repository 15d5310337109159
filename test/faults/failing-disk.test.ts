import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, onTestFailed, test } from "vitest";
import { probeMs } from "../../server/pipeline.ts";
import { removeTemporaryDirectories, temporaryDirectory } from "../hub-process.ts";
import { chanceFor } from "./chance.ts";
import { numbersInOrder, officeOnDisk, type Taken, ticketsOf } from "./office-on-disk.ts";
import { type Fault, type Operation, recordingDisk } from "./recording-disk.ts";

afterAll(removeTemporaryDirectories);

const day = "2026-11-21";
const unavailable = { ok: false, refusal: { code: "ledger/unavailable" } };

/** An office whose disk fails as it is told. */
async function officeOnFailingDisk() {
	const root = await temporaryDirectory();
	let faultOf: (operation: Operation) => Fault = () => null;
	const disk = recordingDisk(root, (operation) => faultOf(operation));
	const office = await officeOnDisk(root, { disk });
	return {
		root,
		disk,
		office,
		fail: (as: (operation: Operation) => Fault) => {
			faultOf = as;
		},
		mend: () => {
			faultOf = () => null;
		},
		/** A hub that begins on what the file holds now, as one does whose forerunner was killed. */
		async afterKill() {
			const next = await officeOnDisk(root);
			const tickets = await ticketsOf(next.ledger, day);
			await next.close();
			return tickets;
		},
	};
}

const writesOf = (fault: Fault) => (operation: Operation) =>
	operation.type === "write" ? fault : null;
const syncsOf = (fault: Fault) => (operation: Operation) =>
	operation.type === "sync" ? fault : null;

test.each([
	["is full", writesOf({ code: "ENOSPC" })],
	["cannot be written", writesOf({ code: "EIO" })],
	["has become read-only", writesOf({ code: "EROFS" })],
	["cannot sync", syncsOf({ code: "EIO" })],
	["is full in the middle of a write", failAfterAShortWrite()],
])(
	"while the disk %s everybody is refused, nothing of it has happened, and it goes on by itself",
	async (_how, fault) => {
		const { office, fail, mend, afterKill } = await officeOnFailingDisk();
		const first = await office.take("trước");
		fail(fault);
		const crowd = await Promise.all([1, 2, 3].map((one) => office.take(`giữa-${one}`)));
		expect(crowd).toEqual([unavailable, unavailable, unavailable]);
		expect(office.hub.writable).toBe(false);
		expect(await office.hub.read(({ tickets }) => tickets.size)).toBe(1);
		expect([...(await afterKill()).values()]).toEqual(["A001"]);
		mend();
		await expect.poll(() => office.hub.writable, { timeout: 10 * probeMs }).toBe(true);
		expect(await office.take("giữa-1")).toMatchObject({ ok: true, value: { number: "A002" } });
		expect(await office.take("trước")).toEqual({ ...first, repeated: true });
		expect([...(await afterKill()).values()]).toEqual(["A001", "A002"]);
		await office.close();
	},
);

/** Half of what is written goes through, and then there is no room. */
function failAfterAShortWrite(): (operation: Operation) => Fault {
	let writes = 0;
	return (operation) => {
		if (operation.type !== "write") return null;
		return writes++ % 2 === 0 ? { short: true } : { code: "ENOSPC" };
	};
}

test("a disk that takes a little at a time gets all of it in the end", async () => {
	const { office, fail, afterKill } = await officeOnFailingDisk();
	const chance = chanceFor(onTestFailed);
	fail((operation) => (operation.type === "write" && chance.below(3) > 0 ? { short: true } : null));
	for (let round = 0; round < 10; round++) {
		await Promise.all([1, 2, 3].map((one) => office.take(`người-${round}-${one}`)));
	}
	expect([...(await afterKill()).values()]).toEqual(numbersInOrder(30));
	await office.close();
});

test("a disk that fails now and then, in any way, loses nothing that was told and keeps nothing that was refused", async () => {
	const { office, fail, mend, afterKill } = await officeOnFailingDisk();
	const chance = chanceFor(onTestFailed);
	const taken: Taken[] = [];
	const refused: string[] = [];
	for (let round = 0; round < 4; round++) {
		let due = chance.between(1, 12);
		fail((operation) => {
			if (operation.type !== "write" && operation.type !== "sync") return null;
			due--;
			if (due > 0)
				return chance.below(2) === 0 && operation.type === "write" ? { short: true } : null;
			return { code: chance.pick(["ENOSPC", "EIO", "EROFS"]) };
		});
		for (let crowd = 0; crowd < 20 && office.hub.writable; crowd++) {
			const keys = [1, 2, 3, 4].map((one) => `người-${round}-${crowd}-${one}`);
			const outcomes = await Promise.all(keys.map((key) => office.take(key)));
			for (const [index, outcome] of outcomes.entries()) {
				if (outcome.ok) taken.push(outcome.value);
				else refused.push(keys[index] ?? "");
			}
		}
		expect(refused.length).toBeGreaterThan(0);
		const tickets = await afterKill();
		expect([...tickets.entries()]).toEqual(taken.map(({ id, number }) => [id, number]));
		mend();
		await expect.poll(() => office.hub.writable, { timeout: 10 * probeMs }).toBe(true);
	}
	expect(taken.map(({ number }) => number)).toEqual(numbersInOrder(taken.length));
	await office.close();
});

test("one command alone is one sync, and a crowd shares them", async () => {
	const { office, disk } = await officeOnFailingDisk();
	const syncsIn = async (act: () => Promise<unknown>) => {
		const before = disk.operations.length;
		await act();
		return disk.operations.slice(before).filter(({ type }) => type === "sync").length;
	};
	// The first write of a day also opens its file.
	await office.take("người đầu tiên");
	for (let alone = 0; alone < 5; alone++) {
		expect(await syncsIn(() => office.take(`một mình-${alone}`))).toBe(1);
		await pause(1);
	}
	const crowd = Array.from({ length: 200 }, (_, one) => `đám đông-${one}`);
	expect(await syncsIn(() => Promise.all(crowd.map((key) => office.take(key))))).toBeLessThan(20);
	await office.close();
});
