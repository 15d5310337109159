import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startHub } from "./hub.ts";
import {
	clocks,
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
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { stalledMs } from "./pipeline.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

/** An answer that cannot be made. */
const fault = () => {
	throw new Error("a fault of ours");
};

test("an answer that cannot be made leaves nothing behind, and the hub goes on", async () => {
	const { hub } = await officeHub();
	await expect(hub.do(take, "lobby", fault)).rejects.toThrow("a fault of ours");
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A001"));
	await hub.close();
});

test("an answer that cannot be made takes nothing from those who were there before it", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const first = hub.do(take, "lobby", numberIssued);
	await ledger.written(1);
	const second = hub.do(take, "lobby", numberIssued);
	await expect(hub.do(take, "lobby", fault)).rejects.toThrow("a fault of ours");
	const third = hub.do(take, "lobby", numberIssued);
	expect(ledger.held).toHaveLength(2);
	ledger.release();
	for (const { pass } of ledger.held) pass();
	expect(await Promise.all([first, second, third])).toEqual(["A001", "A002", "A003"].map(done));
});

test("after an answer that cannot be made the screens are told at once that all begins anew", async () => {
	const { hub, ledger } = await officeHub();
	let setBack = 0;
	hub.onSetBack(() => setBack++);
	ledger.hold();
	const first = hub.do(take, "lobby", numberIssued);
	await ledger.written(1);
	await expect(hub.do(take, "lobby", fault)).rejects.toThrow("a fault of ours");
	ledger.release();
	ledger.held[0]?.pass();
	expect(await first).toEqual(done("A001"));
	await expect.poll(() => setBack).toBe(1);
});

test("whoever acts in the moment in which the state is set back is heard by the screens too", async () => {
	for (let turns = 0; turns < 30; turns++) {
		const { hub } = await officeHub();
		const heard: number[] = [];
		let unheard: number[] = [];
		hub.observe({
			saw: (_state, { seq }) => unheard.push(seq),
			seal() {
				const sealed = unheard;
				unheard = [];
				return () => heard.push(...sealed);
			},
		});
		hub.onSetBack(() => {
			unheard = [];
		});
		await expect(hub.do(take, "lobby", fault)).rejects.toThrow("a fault of ours");
		for (let turn = 0; turn < turns; turn++) await Promise.resolve();
		expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A001"));
		expect(heard).toEqual([3]);
		await hub.close();
	}
});

test("a disk that hangs after a fault of ours counts as failing like any other, and a stop waits for it", async () => {
	let monotonic = 0;
	const ledger = heldLedger(createMemoryLedger());
	const now = () => morning;
	const hub = await startHub({ office, ledger, log, ...clocks(now, () => monotonic) });
	ledger.hold();
	const first = hub.do(take, "lobby", numberIssued);
	await ledger.written(1);
	await expect(hub.do(take, "lobby", fault)).rejects.toThrow("a fault of ours");
	monotonic += stalledMs + 1;
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(refused("ledger/unavailable"));
	let closed = false;
	const closing = hub.close().then(() => {
		closed = true;
	});
	await new Promise((turn) => setImmediate(turn));
	expect(closed).toBe(false);
	ledger.held[0]?.pass();
	await closing;
	expect(await first).toEqual(done("A001"));
});

test("what cannot be made ready for the screens is done all the same, and they are told that all begins anew", async () => {
	const { hub } = await officeHub();
	let setBack = 0;
	hub.onSetBack(() => setBack++);
	hub.observe({
		seal() {
			throw new Error("a fault of ours");
		},
	});
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A001"));
	await expect.poll(() => setBack).toBe(1);
	expect([hub.writable, hub.durableSeq, hub.state.seq]).toEqual([true, 3, 3]);
});

test("who publishes wrongly does not make a durable command look failed", async () => {
	const { hub } = await officeHub();
	hub.observe({
		seal: () => () => {
			throw new Error("a fault of ours");
		},
	});
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A001"));
	expect([hub.writable, hub.durableSeq]).toEqual([true, 3]);
});
