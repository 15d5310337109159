import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mostWaiting, startHub } from "./hub.ts";
import { type Ledger, LedgerUnavailable } from "./ledger/ledger.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { createOfficeClock } from "./office-clock.ts";
import { HubUnavailable, probeMs, stalledMs } from "./pipeline.ts";
import type { Command } from "./queue/command.ts";
import { waitingFor } from "./queue/lanes.ts";
import { communeSettings, lan } from "./queue/rehearsal.ts";
import type { QueueState } from "./queue/state.ts";

const office = { id: "xa-tan-phu", settings: communeSettings };
const timeZone = "Asia/Ho_Chi_Minh";
const hours = "always";
const log = { error() {}, warn() {} };
const morning = Date.parse("2026-11-21T01:00:00Z");

const take: Command = {
	type: "issue-ticket",
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: null,
};

/** A ledger whose appends wait until they are let through or made to fail. */
function heldLedger(inner: Ledger) {
	const held: { pass: () => void; fail: (error?: Error) => void }[] = [];
	let holding = false;
	return {
		...inner,
		append(batch: Parameters<Ledger["append"]>[0]) {
			if (!holding) return inner.append(batch);
			return new Promise<void>((resolve, reject) => {
				held.push({
					pass: () => inner.append(batch).then(resolve, reject),
					fail: (error = new LedgerUnavailable("the disk is full")) => reject(error),
				});
			});
		},
		hold: () => {
			holding = true;
		},
		release: () => {
			holding = false;
		},
		held,
		/** Comes back when so many appends are under way or have been. */
		written: (count: number) => expect.poll(() => held.length).toBe(count),
	};
}

const done = (value: string) => ({ ok: true, value, events: expect.any(Array) });
const refused = (code: string) => ({ ok: false, refusal: { code } });
const dayMs = 24 * 60 * 60 * 1000;

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

const numberIssued = (state: { tickets: Map<string, { number: string }> }) =>
	[...state.tickets.values()].at(-1)?.number;

/** A machine whose two clocks go together, as they do while nobody sets one. */
function clocks(now: () => number, monotonic: () => number = now) {
	return { now, monotonic, clock: createOfficeClock({ hours, timeZone, now, monotonic }) };
}

async function officeHub(now: () => number = () => morning, inner = createMemoryLedger()) {
	const ledger = heldLedger(inner);
	return { hub: await startHub({ office, ledger, log, ...clocks(now) }), ledger };
}

test("a first start opens the office's own day with the settings", async () => {
	const { hub } = await officeHub(() => Date.parse("2026-11-20T18:00:00Z"));
	expect(hub.epoch).toBe("xa-tan-phu/2026-11-21");
	expect(hub.durableSeq).toBe(2);
	expect(hub.state.settings).toEqual(communeSettings);
});

test("a command is answered only when its events are durable", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	let answered = false;
	const taken = hub.do(take, "kiosk:1", numberIssued).then((outcome) => {
		answered = true;
		return outcome;
	});
	await Promise.resolve();
	expect([answered, hub.durableSeq, hub.state.seq]).toEqual([false, 2, 3]);
	await ledger.written(1);
	ledger.held[0]?.pass();
	expect(await taken).toEqual(done("A001"));
	expect(hub.durableSeq).toBe(3);
});

test("a look at the state is answered only when what it saw is durable", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	let seen: string | undefined;
	const looking = hub.read(numberIssued).then((number) => {
		seen = number;
	});
	await Promise.resolve();
	expect(seen).toBeUndefined();
	await ledger.written(1);
	ledger.held[0]?.pass();
	await Promise.all([taken, looking]);
	expect(seen).toBe("A001");
});

test("observers see each event in the state it left, make ready once for all that is written together, and publish when it is durable", async () => {
	const { hub, ledger } = await officeHub();
	const published: string[] = [];
	const seen: string[] = [];
	const waiting = (state: QueueState) => waitingFor(state, "ho-tich");
	hub.observe({
		saw: (state, event) => seen.push(`${event.seq}: ${waiting(state)}`),
		seal(state) {
			const sealed = `${state.seq}: ${waiting(state)}`;
			return () => published.push(sealed);
		},
	});
	ledger.hold();
	const both = Promise.all([hub.do(take, "a", numberIssued), hub.do(take, "b", numberIssued)]);
	await ledger.written(1);
	const later = hub.do(take, "c", numberIssued);
	expect([seen, published]).toEqual([["3: 1", "4: 2", "5: 3"], []]);
	ledger.held[0]?.pass();
	await both;
	expect(published).toEqual(["4: 2"]);
	await ledger.written(2);
	ledger.held[1]?.pass();
	await later;
	expect(published).toEqual(["4: 2", "5: 3"]);
});

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

test("no more than a thousand commands wait at a time; the next is told to come again", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const waiting = Array.from({ length: mostWaiting }, () => hub.do(take, "lobby", numberIssued));
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(refused("hub/busy"));
	await ledger.written(1);
	ledger.release();
	for (const { pass } of ledger.held) pass();
	const numbers = (await Promise.all(waiting)).map((outcome) => outcome.ok && outcome.value);
	expect(new Set(numbers).size).toBe(mostWaiting);
	expect((await hub.do(take, "lobby", numberIssued)).ok).toBe(true);
});

test("a hub that is being closed takes nothing more and lets what it took become durable", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "lobby", numberIssued);
	const closed = hub.close();
	expect(await hub.do(take, "lobby", numberIssued)).toEqual(refused("hub/stopping"));
	await ledger.written(1);
	ledger.held[0]?.pass();
	await closed;
	expect(await taken).toEqual(done("A001"));
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
		const clock = createOfficeClock({
			hours,
			timeZone: zone,
			now: () => now,
			monotonic: () => now,
		});
		const parts = { office, ledger: createMemoryLedger(), log, ...clocks(() => now), clock };
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
	expect(hub.state.hall).toEqual({ stopped: null, stops: [], hours: null });
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

test("an answer that cannot be made leaves nothing behind, and the hub goes on", async () => {
	const { hub } = await officeHub();
	const fault = () => {
		throw new Error("a fault of ours");
	};
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
	const fault = () => {
		throw new Error("a fault of ours");
	};
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
	const fault = () => {
		throw new Error("a fault of ours");
	};
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
		const fault = () => {
			throw new Error("a fault of ours");
		};
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
	const fault = () => {
		throw new Error("a fault of ours");
	};
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
