import {
	allScreens,
	type BusyOffice,
	connections,
	inBusyOffice,
	type Round,
} from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, perS } from "./figure.ts";
import { percentile } from "./percentile.ts";
import { startProcess } from "./process.ts";
import { pump } from "./pump.ts";
import { rival } from "./rival.ts";

/** The machine has other things to do as well: many short rounds in turn, and their medians, so that all three meet the same. */
const rounds = 7;
const roundMs = 2_000;
const warmUpMs = 3_000;

/** Tickets acknowledged in a second while the whole office works, beside the same load on servers that always answer the same. */
export async function load(): Promise<Figure[]> {
	return onDisk((directory) =>
		inBusyOffice(directory, allScreens, async (office) => {
			const sameApp = startProcess(rival);
			const bare = startProcess(rival);
			const taking = startProcess(pump);
			try {
				const { officeFile, services } = office;
				const rivals = [
					await sameApp.ask({ kind: "same-app", officeFile, dataDir: directory, counts: false }),
					await bare.ask({ kind: "bare" }),
				].map((target) => async (forMs: number) => {
					const taken = await taking.ask({ ...target, services, connections, forMs });
					return taken.acknowledged / (taken.tookMs / 1_000);
				});
				return await measure(office, rivals);
			} finally {
				await Promise.all([sameApp, bare, taking].map((process) => process.stop()));
			}
		}),
	);
}

async function measure(
	office: BusyOffice,
	rivals: ((forMs: number) => Promise<number>)[],
): Promise<Figure[]> {
	for (const rate of rivals) await rate(warmUpMs);
	await office.take({ forMs: warmUpMs });
	const ofRivals: number[][] = rivals.map(() => []);
	const ofHub: Round[] = [];
	for (let round = 0; round < rounds; round++) {
		for (const [index, rate] of rivals.entries()) ofRivals[index]?.push(await rate(roundMs));
		ofHub.push(await office.take({ forMs: roundMs }));
	}
	const { syncs, tickets } = await office.close();
	const median = (of: (round: Round) => number) => percentile(ofHub.map(of), 50);
	const hubPerS = median(({ ticketsPerS }) => ticketsPerS);
	const [sameAppPerS, barePerS] = ofRivals.map((rates) => percentile(rates, 50));
	const measured =
		`${perS(hubPerS)} (p50 ${median(({ p50Ms }) => p50Ms).toFixed(1)} ms, p99 ${median(({ p99Ms }) => p99Ms).toFixed(1)} ms, ` +
		`beside ${perS(median(({ callsPerS }) => callsPerS))} calls and ${perS(median(({ changesPerS }) => changesPerS))} live changes)`;
	return [
		{
			name: "tickets under load, the same app",
			wanted: ">= 0.5",
			measured,
			against: `the same app with a constant answer: ${perS(sameAppPerS ?? Number.NaN)}`,
			ratio: hubPerS / (sameAppPerS ?? Number.NaN),
		},
		{
			name: "tickets under load, bare Fastify",
			wanted: ">= 0.3",
			measured: perS(hubPerS),
			against: `a bare Fastify with a constant answer: ${perS(barePerS ?? Number.NaN)}`,
			ratio: hubPerS / (barePerS ?? Number.NaN),
		},
		{
			name: "syncs a ticket under load",
			wanted: "< 0.1",
			measured: `${syncs} syncs`,
			against: `${tickets} tickets, all of them on the disk`,
			ratio: syncs / tickets,
		},
	];
}
