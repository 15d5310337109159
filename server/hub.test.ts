import { expect, test } from "vitest";
import { HubUnavailable, startHub } from "./hub.ts";
import { type Ledger, LedgerUnavailable } from "./ledger/ledger.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import type { Command } from "./queue/command.ts";
import { communeSettings, lan } from "./queue/rehearsal.ts";

const office = { id: "xa-tan-phu", timeZone: "Asia/Ho_Chi_Minh", settings: communeSettings };
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
	};
}

const numberIssued = (state: { tickets: Map<string, { number: string }> }) =>
	[...state.tickets.values()].at(-1)?.number;

async function officeHub(now: () => number = () => morning, inner = createMemoryLedger()) {
	const ledger = heldLedger(inner);
	const hub = await startHub({ office, ledger, now, log });
	return { hub, ledger };
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
	ledger.held[0]?.pass();
	expect(await taken).toEqual({ ok: true, value: "A001" });
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
	ledger.held[0]?.pass();
	await Promise.all([taken, looking]);
	expect(seen).toBe("A001");
});

test("observers see an event in the state it left, and publish when it is durable", async () => {
	const { hub, ledger } = await officeHub();
	const published: string[] = [];
	hub.observe((state, event) => {
		const waiting = state.lines.get("ho-tich")?.size;
		return () => published.push(`${event.seq}: ${waiting}`);
	});
	ledger.hold();
	const both = Promise.all([hub.do(take, "a", numberIssued), hub.do(take, "b", numberIssued)]);
	expect(published).toEqual([]);
	ledger.held[0]?.pass();
	ledger.held[1]?.pass();
	await both;
	expect(published).toEqual(["3: 1", "4: 2"]);
});

test("when a write fails, all that waited is refused, nothing of it has happened, and the next command goes on", async () => {
	const { hub, ledger } = await officeHub();
	const published: number[] = [];
	let setBack = 0;
	hub.observe((_state, event) => () => published.push(event.seq));
	hub.onSetBack(() => setBack++);
	ledger.hold();
	const waiting = [1, 2, 3].map(() => hub.do(take, "kiosk:1", numberIssued));
	for (const { fail } of ledger.held) fail();
	expect(await Promise.all(waiting)).toEqual(
		Array(3).fill({ ok: false, refusal: { code: "ledger/unavailable" } }),
	);
	expect([hub.writable, hub.state.tickets.size, hub.durableSeq, setBack]).toEqual([false, 0, 2, 1]);
	ledger.release();
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual({ ok: true, value: "A001" });
	expect([hub.writable, published]).toEqual([true, [3]]);
});

test("a look that saw what then failed looks again", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	const looked = hub.read((state) => state.tickets.size);
	ledger.held[0]?.fail();
	await taken;
	expect(await looked).toBe(0);
});

test("a write that fails in a way no ledger should is set back as well", async () => {
	const { hub, ledger } = await officeHub();
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
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
	ledger.held[0]?.fail();
	const refused = { ok: false, refusal: { code: "ledger/unavailable" } };
	expect(await taken).toEqual(refused);
	ledger.release();
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual(refused);
	await expect(hub.read(numberIssued)).rejects.toBeInstanceOf(HubUnavailable);
	readable = true;
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual({ ok: true, value: "A001" });
});

test("today begins only when yesterday's end is durable, and what is asked meanwhile waits for it", async () => {
	let now = morning;
	const { hub, ledger } = await officeHub(() => now);
	const published: number[] = [];
	hub.observe((_state, event) => () => published.push(event.seq));
	await hub.do(take, "kiosk:1", numberIssued);
	now += 24 * 60 * 60 * 1000;
	ledger.hold();
	const taken = hub.do(take, "kiosk:1", numberIssued);
	await expect.poll(() => ledger.held.length).toBe(1);
	const looked = hub.read((state) => state.day);
	ledger.release();
	ledger.held[0]?.pass();
	expect(await taken).toEqual({ ok: true, value: "A001" });
	expect([await looked, hub.durableSeq]).toEqual(["2026-11-22", 3]);
	expect(published).toEqual([3, 4, 1, 2, 3]);
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
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual({ ok: true, value: "A002" });
});

test("changed settings are taken in at the next start, the same ones are not taken in twice", async () => {
	const kept = createMemoryLedger();
	await officeHub(undefined, kept);
	expect((await officeHub(undefined, kept)).hub.durableSeq).toBe(2);
	const settings = { ...communeSettings, digest: "2", priorityClasses: [] };
	const hub = await startHub({
		office: { ...office, settings },
		ledger: kept,
		now: () => morning,
		log,
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
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual({ ok: true, value: "A001" });
	expect(hub.epoch).toBe("xa-tan-phu/2026-11-22");
	expect(await kept.days(office.id)).toEqual(["2026-11-21", "2026-11-22"]);
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
	expect(await hub.do(take, "kiosk:1", numberIssued)).toEqual({ ok: true, value: "A002" });
	expect(hub.epoch).toBe("xa-tan-phu/2026-11-21");
});
