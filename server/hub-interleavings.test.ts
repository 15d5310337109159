import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { startHub } from "./hub.ts";
import { dayMs, log, morning, office, take } from "./hub-rehearsal.ts";
import { type Batch, type Ledger, LedgerUnavailable, seqAfter } from "./ledger/ledger.ts";
import { createMemoryLedger } from "./ledger/memory-ledger.ts";
import { createOfficeClock } from "./office-clock.ts";
import { HubUnavailable } from "./pipeline.ts";
import type { StampedEvent } from "./queue/event.ts";

/** What may happen, one after the other or at once. */
const step = fc.oneof(
	{ weight: 8, arbitrary: fc.constant({ do: "take" as const }) },
	{ weight: 2, arbitrary: fc.constant({ do: "look" as const }) },
	{ weight: 5, arbitrary: fc.nat(4).map((turns) => ({ do: "wait" as const, turns })) },
	{ weight: 2, arbitrary: fc.nat(6).map((turns) => ({ do: "disk-slow" as const, turns })) },
	{ weight: 1, arbitrary: fc.constant({ do: "disk-fails" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "answer-throws" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "screens-throw" as const }) },
	{ weight: 1, arbitrary: fc.constant({ do: "midnight" as const }) },
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A disk that writes one append after the other, slowly, and refuses with one that fails all that wait behind it. */
function moodyDisk(inner: Ledger) {
	const mood = { turns: 0, fails: false };
	let line: Promise<unknown> = Promise.resolve();
	let behindFailure = false;
	async function append(batch: Batch): Promise<void> {
		if (behindFailure) throw new LedgerUnavailable("it followed from what is not there");
		for (let waited = 0; waited < mood.turns; waited++) await turn();
		if (mood.fails) {
			mood.fails = false;
			behindFailure = true;
			throw new LedgerUnavailable("the disk is full");
		}
		await inner.append(batch);
	}
	const ledger: Ledger = {
		...inner,
		append(batch) {
			const written = line.then(() => append(batch));
			line = written
				.catch(() => turn())
				.then(() => {
					behindFailure = false;
				});
			return written;
		},
	};
	return { ledger, mood };
}

async function rehearse(steps: readonly Step[]): Promise<void> {
	const kept = createMemoryLedger();
	const { ledger, mood } = moodyDisk(kept);
	let at = morning;
	const now = () => at;
	const clock = createOfficeClock({
		calendar: { hours: "always", timeZone: "Asia/Ho_Chi_Minh" },
		now,
		monotonic: now,
	});
	// Nothing here takes five seconds.
	const hub = await startHub({ office, ledger, log, clock, now, monotonic: () => 0 });
	const screens = watch(hub);
	const told: string[] = [];
	const refused: string[] = [];
	const under: Promise<unknown>[] = [];
	for (const one of steps) {
		if (one.do === "take") {
			let id = "";
			const taken = hub.do(take, "lobby", (_state, [issued]) => {
				id = issued?.type === "ticket-issued" ? issued.ticketId : "";
			});
			under.push(taken.then(({ ok }) => (ok ? told : refused).push(id)));
		} else if (one.do === "look") under.push(hub.read(({ seq }) => seq).catch(isUnavailable));
		else if (one.do === "wait") for (let waited = 0; waited < one.turns; waited++) await turn();
		else if (one.do === "disk-slow") mood.turns = one.turns;
		else if (one.do === "disk-fails") mood.fails = true;
		else if (one.do === "screens-throw") screens.throwOnce();
		else if (one.do === "midnight") at += dayMs;
		else {
			const thrown = hub.do(take, "lobby", () => {
				throw new Error("a fault of ours");
			});
			under.push(
				thrown.then(
					({ ok }) => expect(ok).toBe(false),
					() => undefined,
				),
			);
		}
	}
	mood.fails = false;
	await Promise.allSettled(under);
	await expect.poll(() => hub.writable, { timeout: 5_000, interval: 20 }).toBe(true);
	// A midnight that nobody has met yet would be met by the restart.
	expect(await hub.do(take, "lobby", ({ seq }) => seq)).toMatchObject({ ok: true });
	await hub.close();

	const inLedger = await ticketsIn(kept);
	expect(told.filter((id) => !inLedger.has(id))).toEqual([]);
	expect(refused.filter((id) => inLedger.has(id))).toEqual([]);
	expect(screens.faults).toEqual([]);
	const again = await startHub({ office, ledger: kept, log, clock, now, monotonic: now });
	expect(again.state).toEqual(hub.state);
	await again.close();
}

/** What a look may be told while the ledger cannot be read back. */
function isUnavailable(error: unknown): void {
	expect(error).toBeInstanceOf(HubUnavailable);
}

/** Screens that know what they were told, and begin anew when the state is set back. */
function watch(hub: Awaited<ReturnType<typeof startHub>>) {
	const faults: string[] = [];
	let known = hub.durableSeq;
	let untold: StampedEvent[] = [];
	let throws = false;
	hub.observe({
		saw: (_state, event) => untold.push(event),
		seal({ seq }) {
			if (throws) {
				throws = false;
				throw new Error("a fault of ours");
			}
			const sealed = untold;
			untold = [];
			return () => {
				for (const event of sealed) {
					const follows = event.seq === known + 1 || event.type === "day-opened";
					if (!follows) faults.push(`${event.seq} was told after ${known}`);
					known = event.seq;
				}
				if (known !== seq || hub.durableSeq !== seq) faults.push(`${seq} was told as ${known}`);
			};
		},
	});
	hub.onSetBack(() => {
		untold = [];
		known = hub.durableSeq;
	});
	return {
		faults,
		throwOnce() {
			throws = true;
		},
	};
}

/** @throws {Error} where the numbers of a day have a gap */
async function ticketsIn(ledger: Ledger): Promise<Set<string>> {
	const ids = new Set<string>();
	for (const day of await ledger.days(office.id)) {
		let nextSeq = 1;
		for await (const record of ledger.read({ office: office.id, day })) {
			expect(record.seq).toBe(nextSeq);
			nextSeq = seqAfter(record);
			for (const event of record.events) {
				if (event.type === "ticket-issued") ids.add(event.ticketId);
			}
		}
	}
	return ids;
}

test("however commands, looks, midnights, slow and failing disks and faults of ours fall together, what was told is kept, what was refused is not, and the screens miss nothing", async () => {
	await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), rehearse), {
		numRuns: 40,
	});
}, 120_000);
