import { setTimeout as pause } from "node:timers/promises";
import { loadSettings } from "../config/load.ts";
import { daysIn } from "../server/ledger/day-file.ts";
import { createThinking } from "../server/waits/thinking.ts";
import { allScreens, type BusyOffice, connections, inBusyOffice } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { mainThreadMs, tickMs } from "./proc.ts";

const tickets = 10_000;
/** So many that all who wait are called today, and each play is as long as can be. */
const counters = 100;
const patienceMs = 150_000;
/** After the last ticket: screens are told, the day is caught up with. */
const settleMs = 5_000;
const watchMs = 20_000;
const thoughts = 30;

/** What it costs the hub that waits are thought about while very many wait, and how long a thought takes; with screens that show them, and a quiet hall beside it. */
export async function waitsFigures(): Promise<Figure[]> {
	return onDisk((directory) => inBusyOffice(directory, allScreens, measure, counters));
}

async function measure(office: BusyOffice): Promise<Figure[]> {
	await pause(settleMs);
	const emptyMs = await mainThreadMsPerS(office.pid);
	// So that something is known of how long people are at counters.
	await office.take({ forMs: 2_000 });
	await office.takeAlone({ tickets, forMs: patienceMs, connections });
	// Phones follow the last of them.
	await office.take({ forMs: 1_000 });
	await pause(settleMs);
	const fullMs = await mainThreadMsPerS(office.pid);
	const took = await thoughtTimes(office);
	await office.close();
	const [p50, p95] = [percentile(took, 50), percentile(took, 95)];
	return [
		{
			name: `main thread with ${tickets.toLocaleString("en")} waiting at ${counters} counters, nothing else going on`,
			wanted: "<= 20 ms a second",
			measured: `${fullMs.toFixed(1)} ms a second`,
			against: `an empty hall: ${emptyMs.toFixed(1)} ms a second`,
			ratio: fullMs / Math.max(emptyMs, tickMs / (watchMs / 1_000)),
		},
		{
			name: `a thought about ${tickets.toLocaleString("en")} waiting, in a thread of its own`,
			wanted: "p95 <= 300 ms, so that what is told is at most 1 s old",
			measured: `p95 ${ms(p95)} over ${thoughts}`,
			against: `p50: ${ms(p50)}`,
			ratio: p95 / p50,
		},
	];
}

/** The processor's time that the hub's main thread takes, over a while in which nobody does anything. */
async function mainThreadMsPerS(pid: number): Promise<number> {
	const before = await mainThreadMs(pid);
	await pause(watchMs);
	return ((await mainThreadMs(pid)) - before) / (watchMs / 1_000);
}

/** In this process, on the same ledger, as the hub's thread does it. */
async function thoughtTimes({ officeFile, ledgerDirectory }: BusyOffice): Promise<number[]> {
	const loaded = loadSettings(officeFile);
	if (!loaded.ok) throw new Error("the large office is not right");
	const thinking = createThinking({ directory: ledgerDirectory, office: loaded.office });
	const day = (await daysIn(ledgerDirectory)).at(-1) ?? "";
	const took: number[] = [];
	for (let at = 0; at <= thoughts; at++) {
		const question = { day, generation: 0, nowMs: Date.now(), followed: [] };
		const begun = performance.now();
		const answer = await thinking.answer(question);
		// The first reads the day as well.
		if (at > 0) took.push(performance.now() - begun);
		const said = Object.values(answer.tickets).filter((wait) => wait !== null);
		if (said.length === 0) throw new Error("nothing was thought");
	}
	return took;
}
