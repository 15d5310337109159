import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startHub } from "./hub.ts";
import {
	clocks,
	dayMs,
	done,
	heldLedger,
	log,
	morning,
	numberIssued,
	office,
	officeHub,
	refused,
	take,
} from "./hub-rehearsal.ts";
import { LedgerUnavailable } from "./ledger/ledger.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { HubUnavailable, probeMs, stalledMs } from "./pipeline.ts";
import { communeSettings } from "./queue/rehearsal.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

test("when a write fails, all that waited is refused, nothing of it has happened, and the hub goes on once the disk does", async () => {
	const { hub, ledger } = await officeHub();
	const published: number[] = [];
	let setBack = 0;
	hub.observe({
		seal:
			({ seq }) =>
			() =>
				published.push(seq),
	});
	hub.onSetBack(() => setBack++);
	ledger.hold();
	const waiting = [1, 2, 3].map(() => hub.do(take, "kiosk:1", numberIssued));
	await ledger.written(1);
	for (const { fail } of ledger.held) fail();
	expect(await Promise.all(waiting)).toEqual(
		Array(3).fill({ ok: false, refusal: { code: "ledger/unavailable" } }),
	);
	expect([hub.writable, hub.state.tickets.size, hub.durableSeq, setBack]).toEqual([false, 0, 2, 1]);
	ledger.release();
	// Whoever comes before the disk was tried again is refused at once, and finds nothing out with a ticket of theirs.
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(refused("ledger/unavailable"));
	await vi.advanceTimersByTimeAsync(probeMs);
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A001"));
	expect([hub.writable, published]).toEqual([true, [3]]);
});

test("a disk that stays full is tried again every second, and reads go on", async () => {
	const kept = createMemoryLedger();
	let full = true;
	let probes = 0;
	const { hub, ledger } = await officeHub(undefined, {
		...kept,
		probe: async () => {
			probes++;
			if (full) throw new LedgerUnavailable("the disk is full");
		},
	});
	await hub.do(take, "kiosk:1", numberIssued);
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	await ledger.written(1);
	ledger.held[0]?.fail();
	await taken;
	ledger.release();
	await vi.advanceTimersByTimeAsync(3 * probeMs);
	expect([probes, hub.writable, await hub.read(numberIssued)]).toEqual([3, false, "A001"]);
	full = false;
	await vi.advanceTimersByTimeAsync(probeMs);
	expect(hub.writable).toBe(true);
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A002"));
});

test("a disk that takes longer than five seconds counts as failing until it has answered", async () => {
	let monotonic = 0;
	const ledger = heldLedger(createMemoryLedger());
	const now = () => morning;
	const parts = { office, ledger, log, ...clocks(now, () => monotonic) };
	const hub = await startHub(parts);
	ledger.hold();
	const slow = hub.do(take, "kiosk:1", numberIssued);
	expect(hub.writable).toBe(true);
	monotonic += stalledMs + 1;
	expect(await hub.do(take, "kiosk:2", numberIssued)).toEqual(refused("ledger/unavailable"));
	await ledger.written(1);
	ledger.held[0]?.pass();
	expect(await slow).toEqual(done("A001"));
	expect(hub.writable).toBe(true);
});

test("a disk that is full when the hub starts holds nobody up: what was is shown, and the day begins with the disk", async () => {
	const kept = createMemoryLedger();
	const first = await officeHub(undefined, kept);
	await first.hub.do(take, "lobby", numberIssued);
	let full = true;
	const fails = () => {
		if (full) throw new LedgerUnavailable("the disk is full");
	};
	const { hub } = await officeHub(() => morning + dayMs, {
		...kept,
		append: async (batch) => {
			fails();
			return kept.append(batch);
		},
		probe: async () => fails(),
	});
	expect([hub.writable, hub.state.day, await hub.read(numberIssued)]).toEqual([
		false,
		"2026-11-21",
		"A001",
	]);
	full = false;
	await vi.advanceTimersByTimeAsync(probeMs);
	await expect.poll(() => [hub.writable, hub.state.day]).toEqual([true, "2026-11-22"]);
});

test("a look that saw what then failed looks again", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	const looked = hub.read((state) => state.tickets.size);
	await ledger.written(1);
	ledger.held[0]?.fail();
	await taken;
	expect(await looked).toBe(0);
});

test("a write that fails in a way no ledger should is set back as well", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	await ledger.written(1);
	ledger.held[0]?.fail(new Error("EMFILE"));
	expect(await taken).toEqual({ ok: false, refusal: { code: "ledger/unavailable" } });
	expect([hub.writable, await hub.read((state) => state.tickets.size)]).toEqual([false, 0]);
});

test("while the ledger cannot be read back everybody is refused; then the hub goes on by itself", async () => {
	const kept = createMemoryLedger();
	let readable = true;
	const { hub, ledger } = await officeHub(undefined, {
		...kept,
		days: async (id) => {
			if (!readable) throw new Error("EIO");
			return kept.days(id);
		},
	});
	ledger.hold();
	readable = false;
	const taken = hub.do(take, "kiosk:1", numberIssued);
	await ledger.written(1);
	ledger.held[0]?.fail();
	expect(await taken).toEqual(refused("ledger/unavailable"));
	ledger.release();
	await vi.advanceTimersByTimeAsync(probeMs);
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(refused("ledger/unavailable"));
	await expect(hub.read(numberIssued)).rejects.toBeInstanceOf(HubUnavailable);
	readable = true;
	await vi.advanceTimersByTimeAsync(probeMs);
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A001"));
});

test("settings that could not be taken in at the start are taken in once the disk is back", async () => {
	const kept = createMemoryLedger();
	await officeHub(undefined, kept);
	let full = true;
	const fails = () => {
		if (full) throw new LedgerUnavailable("the disk is full");
	};
	const hub = await startHub({
		office: { ...office, settings: { ...communeSettings, digest: "2", priorityClasses: [] } },
		ledger: {
			...kept,
			append: async (batch) => {
				fails();
				return kept.append(batch);
			},
			probe: async () => fails(),
		},
		log,
		...clocks(() => morning),
	});
	expect(hub.state.settings.digest).toBe("1");
	full = false;
	await vi.advanceTimersByTimeAsync(probeMs);
	await expect.poll(() => hub.state.settings.digest).toBe("2");
});
