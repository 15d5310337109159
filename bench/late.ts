import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { allScreens, type BusyOffice, inBusyOffice, type Round } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, perS } from "./figure.ts";
import { percentile } from "./percentile.ts";

const late = 100_000;
const warmUpMs = 4_000;
/** In turn, so that both meet the same machine; so many and so short that the young day stays young. */
const rounds = 7;
const roundMs = 1_000;
/** Longer than a hub may need that only just gives tickets; then the figure is said to be missing. */
const patienceMs = 150_000;

/** Whether a hub is as quick at the 100,000th ticket of its day as one whose day has just begun, each with its whole office at work in its turn. */
export async function lateTicket(): Promise<Figure[]> {
	return onDisk((directory) =>
		inOwnOffice(directory, "late", async (office) => {
			await office.take({ forMs: warmUpMs });
			await office.take({ forMs: patienceMs, tickets: late });
			return inOwnOffice(directory, "early", async (young) => {
				await young.take({ forMs: warmUpMs });
				const ofYoung: Round[] = [];
				const ofLate: Round[] = [];
				for (let round = 0; round < rounds; round++) {
					ofYoung.push(await young.take({ forMs: roundMs }));
					ofLate.push(await office.take({ forMs: roundMs }));
				}
				const perSLate = medianPerS(ofLate);
				const perSYoung = medianPerS(ofYoung);
				const { tickets } = await office.close();
				const { tickets: ticketsOfYoung } = await young.close();
				const taken = sumOf(ofLate);
				const reached =
					tickets - taken >= late ? "" : `, and not the ${late.toLocaleString("en")}th: too slow`;
				return [
					{
						name: "the 100,000th ticket of the day",
						wanted: ">= 0.9",
						measured: `${perS(perSLate)} at tickets ${tickets - taken + 1} to ${tickets}${reached}`,
						against: `${perS(perSYoung)} at tickets ${ticketsOfYoung - sumOf(ofYoung) + 1} to ${ticketsOfYoung} of another hub, in turn`,
						ratio: perSLate / perSYoung,
					},
				];
			});
		}),
	);
}

async function inOwnOffice<T>(
	directory: string,
	name: string,
	use: (office: BusyOffice) => Promise<T>,
): Promise<T> {
	const own = join(directory, name);
	await mkdir(own);
	return inBusyOffice(own, allScreens, use);
}

function medianPerS(rounds: Round[]): number {
	return percentile(
		rounds.map(({ ticketsPerS }) => ticketsPerS),
		50,
	);
}

function sumOf(rounds: Round[]): number {
	return rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
}
