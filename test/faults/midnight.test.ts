import { afterAll, expect, test } from "vitest";
import type { Hub } from "../../server/hub.ts";
import type { Command } from "../../server/queue/command.ts";
import { hung, lan } from "../../server/queue/rehearsal.ts";
import { localDay } from "../../words/numbers.ts";
import { removeTemporaryDirectories, temporaryDirectory } from "../hub-process.ts";
import { type Chance, chanceFor } from "./chance.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { commune, openHubOnDisk, takeNumber } from "./hub-on-disk.ts";
import { rounds, within } from "./rounds.ts";

afterAll(removeTemporaryDirectories);

const midnight = Date.parse("2026-11-21T17:00:00Z");
const [yesterday, today] = ["2026-11-21", "2026-11-22"];

/** What somebody who took a number was told. */
interface Taken {
	id: string;
	number: string;
	issuedAt: string;
}

test("when the day turns in a full lobby, every number is of the day it was given on, each day's run from 001 without a gap, and yesterday has ended", {
	timeout: within(60_000),
}, async ({ onTestFailed }) => {
	const chance = chanceFor(onTestFailed);
	for (let round = 0; round < rounds(8); round++) {
		const dataDir = await temporaryDirectory();
		const clock = clockBefore(midnight, chance);
		const { hub, close } = await openHubOnDisk(dataDir, clock.now, clock.monotonic);
		const taken = await fullLobby(hub, clock, chance);
		expect(hub.state.day).toBe(today);
		await close();
		await expectEachOfItsDay(dataDir, taken);
	}
});

interface Clock {
	now(): number;
	monotonic(): number;
	/** Whether it is well past midnight. */
	isOver(): boolean;
}

/** A clock that goes on with every look at it, so that midnight falls between any two of them. */
function clockBefore(instant: number, chance: Chance): Clock {
	let at = instant - chance.between(60, 200);
	const go = () => {
		at += chance.below(3);
		return at;
	};
	return { now: go, monotonic: go, isOver: () => at > instant + 200 };
}

/** Six people at a time take numbers and two officers call, until midnight is well past. */
async function fullLobby(hub: Hub, clock: Clock, chance: Chance): Promise<Taken[]> {
	const taken: Taken[] = [];
	async function takeOnAndOn(): Promise<void> {
		while (!clock.isOver()) {
			const serviceId = chance.pick(["ho-tich", "chung-thuc"]);
			const outcome = await hub.do({ ...takeNumber, serviceId }, "kiosk:kiosk-1", (_, [issued]) => {
				if (issued?.type !== "ticket-issued") throw new Error("no number was given");
				return { id: issued.ticketId, number: issued.number, issuedAt: issued.at };
			});
			if (!outcome.ok) throw new Error(outcome.refusal.code);
			taken.push(outcome.value);
		}
	}
	async function callOnAndOn(counterId: string, officer: typeof lan): Promise<void> {
		const open: Command = {
			...{ type: "open-counter", counterId, officer },
			...{ holdsMany: false, takeOver: false },
		};
		while (!clock.isOver()) {
			const called = await hub.do({ type: "call-next", counterId, officer }, "lan", () => null);
			if (called.ok) continue;
			// A new day begins with every counter closed.
			expect(called.refusal.code).toBe("counter/not-open");
			expect(await hub.do(open, officer.username, () => null)).toMatchObject({ ok: true });
		}
	}
	await Promise.all([
		...Array.from({ length: 6 }, takeOnAndOn),
		callOnAndOn("quay-1", lan),
		callOnAndOn("quay-2", hung),
	]);
	return taken;
}

async function expectEachOfItsDay(dataDir: string, taken: Taken[]): Promise<void> {
	const office = commune.id;
	const days = [
		await dayOnDisk(dataDir, { office, day: yesterday }),
		await dayOnDisk(dataDir, { office, day: today }),
	];
	expect(days.map(({ closed }) => closed)).toEqual([true, false]);
	for (const { day, tickets } of days) {
		const of = taken.filter(({ issuedAt }) => localDay(issuedAt, commune.timeZone) === day);
		expect(of.length).toBeGreaterThan(5);
		const there = [...tickets.values()].map(({ id, number, issuedAt }) => ({
			id,
			number,
			issuedAt,
		}));
		const byId = (one: Taken, other: Taken) => one.id.localeCompare(other.id);
		expect(there.sort(byId)).toEqual(of.sort(byId));
	}
	const open = [...(days[0]?.tickets.values() ?? [])].filter(
		({ state }) => state !== "done" && state !== "expired",
	);
	expect(open).toEqual([]);
}
