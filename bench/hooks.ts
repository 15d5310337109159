import { connections } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, perS } from "./figure.ts";
import { writeLargeOffice } from "./large-office.ts";
import { percentile } from "./percentile.ts";
import { startProcess } from "./process.ts";
import { pump } from "./pump.ts";
import { rival } from "./rival.ts";

const rounds = 9;
const roundMs = 1_500;
const warmUpMs = 4_000;

/** What it costs a request for a ticket to pass the door: headers, host, origin, limits that are counted, device, cookies; the ticket itself is always the same. */
export async function hooks(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const { file: officeFile, services } = await writeLargeOffice(directory, 1);
		const withHooks = startProcess(rival);
		const without = startProcess(rival);
		const taking = startProcess(pump);
		try {
			const rivals = [
				await withHooks.ask({ kind: "same-app", officeFile, dataDir: directory, counts: true }),
				await without.ask({ kind: "no-hooks" }),
			];
			const rates: number[][] = rivals.map(() => []);
			for (let round = -1; round < rounds; round++) {
				for (const [index, target] of rivals.entries()) {
					const forMs = round < 0 ? warmUpMs : roundMs;
					const taken = await taking.ask({ ...target, services, connections, forMs });
					if (round >= 0) rates[index]?.push(taken.acknowledged / (taken.tookMs / 1_000));
				}
			}
			const [passing = Number.NaN, open = Number.NaN] = rates.map((all) => percentile(all, 50));
			return [
				{
					name: "a request for a ticket through all hooks",
					wanted: "",
					measured: perS(passing),
					against: `the same route without them: ${perS(open)}`,
					ratio: passing / open,
				},
			];
		} finally {
			await Promise.all([withHooks, without, taking].map((process) => process.stop()));
		}
	});
}
