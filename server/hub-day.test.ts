import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startHub } from "./hub.ts";
import {
	clocks,
	dayMs,
	done,
	log,
	morning,
	numberIssued,
	office,
	officeHub,
	take,
} from "./hub-rehearsal.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import type { Command } from "./queue/command.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

test("today begins only when yesterday's end is durable, and what is asked meanwhile waits for it", async () => {
	let now = morning;
	const { hub, ledger } = await officeHub(() => now);
	const published: number[] = [];
	hub.observe({
		seal:
			({ seq }) =>
			() =>
				published.push(seq),
	});
	await hub.do(take, "kiosk:1", numberIssued);
	now += dayMs;
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	await ledger.written(1);
	const looked = hub.read((state) => state.day);
	ledger.release();
	ledger.held[0]?.pass();
	expect(await taken).toEqual(done("A001"));
	expect([await looked, hub.durableSeq]).toEqual(["2026-11-22", 3]);
	expect(published).toEqual([3, 4, 2, 3]);
});

test("at the office's midnight numbers begin anew and whoever still waited has expired", async () => {
	let now = Date.parse("2026-11-21T16:59:00Z");
	const kept = createMemoryLedger();
	const { hub } = await officeHub(() => now, kept);
	await hub.do(take, "kiosk:1", numberIssued);
	await hub.do(take, "kiosk:1", numberIssued);
	now = Date.parse("2026-11-21T17:00:00Z");
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A001"));
	expect(hub.epoch).toBe("xa-tan-phu/2026-11-22");
	expect(await kept.days(office.id)).toEqual(["2026-11-21", "2026-11-22"]);
	const yesterday = [];
	for await (const { events } of kept.read({ office: office.id, day: "2026-11-21" })) {
		yesterday.push(...events.map(({ type }) => type));
	}
	expect(yesterday.at(-1)).toBe("day-closed");
});

test.each([
	["Europe/Berlin", "2026-10-25T22:59:00Z", "2026-10-25T23:00:00Z", "2026-10-26"],
	["Europe/Berlin", "2026-03-29T21:59:00Z", "2026-03-29T22:00:00Z", "2026-03-30"],
	["America/New_York", "2026-11-02T04:59:00Z", "2026-11-02T05:00:00Z", "2026-11-02"],
	["Australia/Lord_Howe", "2026-04-05T13:29:00Z", "2026-04-05T13:30:00Z", "2026-04-06"],
])(
	"in %s the day on which clocks are set ends at its own midnight, and not before %s",
	async (zone, before, midnight, day) => {
		let now = Date.parse(before);
		const time = clocks(() => now, undefined, zone);
		const parts = { office, ledger: createMemoryLedger(), log, ...time };
		const hub = await startHub(parts);
		await hub.do(take, "kiosk:1", numberIssued);
		expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A002"));
		now = Date.parse(midnight);
		expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A001"));
		expect(hub.state.day).toBe(day);
	},
);

test("a hub that was off at midnight ends yesterday and begins today when it starts, with nothing left of what was decided for a day", async () => {
	let now = Date.parse("2026-11-21T16:00:00Z");
	const kept = createMemoryLedger();
	const first = await officeHub(() => now, kept);
	await first.hub.do(take, "kiosk:1", numberIssued);
	const decisions: Command[] = [
		{ type: "stop-hall", reason: "power", note: null },
		{ type: "set-quota", serviceId: "ho-tich", quota: 0 },
		{ type: "set-hours", periods: [], reason: null },
	];
	for (const one of decisions) await first.hub.do(one, "lan", () => null);
	await first.hub.close();
	now = Date.parse("2026-11-21T18:00:00Z");
	const { hub } = await officeHub(() => now, kept);
	expect(hub.state.hall).toEqual({ stopped: null, stops: [], hours: null, policy: null });
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A001"));
	const yesterday = [];
	for await (const { events } of kept.read({ office: office.id, day: "2026-11-21" })) {
		yesterday.push(...events.map(({ type }) => type));
	}
	expect(yesterday.at(-1)).toBe("day-closed");
});

test("a clock that goes back does not take the day back", async () => {
	let now = morning;
	const { hub } = await officeHub(() => now);
	await hub.do(take, "kiosk:1", numberIssued);
	now = Date.parse("2000-01-01T00:00:00Z");
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(done("A002"));
	expect(hub.epoch).toBe("xa-tan-phu/2026-11-21");
});

test("where the power went before the new day had begun, and the clock went back with it, the old day goes on and is closed again", async () => {
	const kept = createMemoryLedger();
	const first = await officeHub(undefined, kept);
	await first.hub.do(take, "lobby", numberIssued);
	await kept.append({
		office: office.id,
		day: "2026-11-21",
		expectedSeq: 4,
		records: [
			{ seq: 4, at: "2026-11-21T17:00:00.000Z", by: "hub", events: [{ type: "day-closed" }] },
		],
	});
	let now = morning;
	const { hub } = await officeHub(() => now, {
		...kept,
		days: async (id) => [...(await kept.days(id)), "2026-11-22"],
	});
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A002"));
	now += dayMs;
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(done("A001"));
	const yesterday = [];
	for await (const { events } of kept.read({ office: office.id, day: "2026-11-21" })) {
		yesterday.push(...events.map(({ type }) => type));
	}
	expect(yesterday.slice(-3)).toEqual(["day-closed", "ticket-issued", "day-closed"]);
});

test("a clock that is set back while yesterday's end is written does not begin an earlier day", async () => {
	let now = morning;
	const { hub, ledger } = await officeHub(() => now);
	now += dayMs;
	ledger.hold();
	const taken = hub.do(take, "lobby", numberIssued);
	await ledger.written(1);
	now -= 3 * dayMs;
	ledger.release();
	ledger.held[0]?.pass();
	expect(await taken).toEqual(done("A001"));
	expect(await ledger.days(office.id)).toEqual(["2026-11-21", "2026-11-22"]);
});

test("a damaged yesterday keeps no hub from starting", async () => {
	let now = Date.parse("2026-11-21T16:59:00Z");
	const kept = createMemoryLedger();
	const { hub } = await officeHub(() => now, kept);
	now += 2 * 60_000;
	await hub.do(take, "lobby", numberIssued);
	const again = await officeHub(() => now, {
		...kept,
		readRuns: (from) => {
			if (from.day === "2026-11-21") throw new Error("damaged");
			return kept.readRuns(from);
		},
	});
	expect(await again.hub.do(take, "lobby", numberIssued)).toEqual(done("A002"));
});
