import { expect } from "vitest";
import { startHub } from "./hub.ts";
import { type Ledger, LedgerUnavailable } from "./ledger/ledger.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { createOfficeClock } from "./office-clock.ts";
import type { Command } from "./queue/command.ts";
import { communeSettings } from "./queue/rehearsal.ts";

/** The office of the hub's own tests, always open. */
export const office = { id: "xa-tan-phu", settings: communeSettings };
/** Eight o'clock there. */
export const morning = Date.parse("2026-11-21T01:00:00Z");
export const dayMs = 24 * 60 * 60 * 1000;
export const log = { error() {}, warn() {} };

/** Somebody takes a number of `ho-tich` (A). */
export const take: Command = {
	type: "issue-ticket",
	serviceId: "ho-tich",
	priorityClass: null,
	procedureCode: null,
	language: "vi",
	kioskId: null,
};

/** A hub in the morning, or whenever `now` says, over a ledger that can be held up. */
export async function officeHub(now: () => number = () => morning, inner = createMemoryLedger()) {
	const ledger = heldLedger(inner);
	return { hub: await startHub({ office, ledger, log, ...clocks(now) }), ledger };
}

/** A ledger whose appends wait until they are let through or made to fail. */
export function heldLedger(inner: Ledger) {
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

/** A machine whose two clocks go together, as they do while nobody sets one; the office keeps them in its zone. */
export function clocks(
	now: () => number,
	monotonic: () => number = now,
	timeZone = "Asia/Ho_Chi_Minh",
) {
	const clock = createOfficeClock({ calendar: { hours: "always", timeZone }, now, monotonic });
	return { now, monotonic, clock };
}

/** What a test asks of the hub: the number that was issued last. */
export const numberIssued = (state: { tickets: Map<string, { number: string }> }) =>
	[...state.tickets.values()].at(-1)?.number;

/** The outcome of a command that was done, with its answer. */
export const done = (value: string) => ({ ok: true, value, events: expect.any(Array) });
/** The outcome of one that was refused. */
export const refused = (code: string) => ({ ok: false, refusal: { code } });
