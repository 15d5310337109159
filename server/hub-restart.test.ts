import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startHub } from "./hub.ts";
import {
	clocks,
	done,
	log,
	morning,
	numberIssued,
	office,
	officeHub,
	take,
} from "./hub-rehearsal.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { communeSettings, lan } from "./queue/rehearsal.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

test("a restart folds the day again, and the numbers go on", async () => {
	const kept = createMemoryLedger();
	const first = await officeHub(undefined, kept);
	await first.hub.do(take, "kiosk:1", numberIssued);
	await first.hub.do(
		{ type: "open-counter", counterId: "quay-1", officer: lan, holdsMany: false, takeOver: false },
		"lan",
		() => null,
	);
	const { hub } = await officeHub(undefined, kept);
	expect(hub.state).toEqual(first.hub.state);
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A002"));
});

test("changed settings are taken in at the next start, the same ones are not taken in twice", async () => {
	const kept = createMemoryLedger();
	await officeHub(undefined, kept);
	expect((await officeHub(undefined, kept)).hub.durableSeq).toBe(2);
	const settings = { ...communeSettings, digest: "2", priorityClasses: [] };
	const hub = await startHub({
		office: { ...office, settings },
		ledger: kept,
		log,
		...clocks(() => morning),
	});
	expect([hub.durableSeq, hub.state.settings.priorityClasses]).toEqual([3, []]);
});

test("a restart takes the fold up where a snapshot left it, and comes to the same", async () => {
	const kept = createMemoryLedger();
	const first = await officeHub(undefined, kept);
	for (let ticket = 0; ticket < 600; ticket++) await first.hub.do(take, "lobby", numberIssued);
	await first.hub.close();
	const of = { office: office.id, day: "2026-11-21" };
	expect((await kept.readSnapshot(of))?.seq).toBe(603);
	await kept.append({
		...of,
		expectedSeq: 603,
		records: [
			{
				seq: 603,
				at: "2026-11-21T01:00:00.000Z",
				by: "lan",
				events: [{ type: "counter-opened", counterId: "quay-1", officer: lan }],
			},
		],
	});
	const read: number[] = [];
	const { hub } = await officeHub(undefined, {
		...kept,
		readRuns: (from) => {
			read.push(from.seq ?? 1);
			return kept.readRuns(from);
		},
	});
	const without = await officeHub(undefined, { ...kept, readSnapshot: async () => null });
	expect(read).toEqual([603]);
	expect(hub.state).toEqual(without.hub.state);
	expect(hub.state.counters.get("quay-1")?.status).toBe("open");
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A601"));
});

test("a growing day gets snapshots on the way, so that a start after a power cut is quick too", async () => {
	const kept = createMemoryLedger();
	const { hub } = await officeHub(undefined, kept);
	for (let hundred = 0; hundred < 202; hundred++) {
		await Promise.all(Array.from({ length: 100 }, () => hub.do(take, "lobby", numberIssued)));
	}
	const of = { office: office.id, day: "2026-11-21" };
	await expect.poll(async () => (await kept.readSnapshot(of))?.seq).toBeGreaterThan(20_000);
	const again = await officeHub(undefined, kept);
	expect(again.hub.state).toEqual(hub.state);
});

test("an observer that is there from the start sees the last thousand records again, in the states they left", async () => {
	const kept = createMemoryLedger();
	const { hub } = await officeHub(undefined, kept);
	for (let ticket = 0; ticket < 1_200; ticket++) await hub.do(take, "lobby", numberIssued);
	const seen: number[] = [];
	await startHub({
		office,
		ledger: kept,
		log,
		...clocks(() => morning),
		saw: (state) => seen.push(state.tickets.size),
	});
	expect([seen.length, seen[0], seen.at(-1)]).toEqual([1_000, 201, 1_200]);
});
