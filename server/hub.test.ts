import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { mostWaiting } from "./hub.ts";
import { done, numberIssued, officeHub, refused, take } from "./hub-rehearsal.ts";
import { waitingFor } from "./queue/lanes.ts";
import { communeSettings } from "./queue/rehearsal.ts";
import type { QueueState } from "./queue/state.ts";

beforeEach(() => vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => vi.useRealTimers());

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
