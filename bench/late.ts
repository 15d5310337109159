import { allScreens, inBusyOffice } from "./busy-office.ts";
import { onDisk } from "./disk.ts";
import { type Figure, perS } from "./figure.ts";

const late = 100_000;
const warmUpMs = 4_000;
const windowMs = 5_000;
/** Longer than a hub may need that only just gives tickets; then the figure is said to be missing. */
const patienceMs = 150_000;

/** Whether a hub is as quick at the 100,000th ticket of its day as at the first, with the whole office at work. */
export async function lateTicket(): Promise<Figure[]> {
	return onDisk((directory) =>
		inBusyOffice(directory, allScreens, async (office) => {
			let issued = (await office.take({ forMs: warmUpMs })).acknowledged;
			const early = await office.take({ forMs: windowMs });
			issued += early.acknowledged;
			const half = Math.round(early.acknowledged / 2);
			const rest = Math.max(1, late - half - issued);
			const between = await office.take({ forMs: patienceMs, tickets: rest });
			issued += between.acknowledged;
			const then = await office.take({ forMs: windowMs });
			const first = issued + 1;
			issued += then.acknowledged;
			await office.close();
			const reached =
				issued >= late ? "" : `, and not the ${late.toLocaleString("en")}th: too slow`;
			return [
				{
					name: "the 100,000th ticket of the day",
					wanted: ">= 0.9",
					measured: `${perS(then.ticketsPerS)} at tickets ${first} to ${issued}${reached}`,
					against: `${perS(early.ticketsPerS)} in the first window, after a warm-up`,
					ratio: then.ticketsPerS / early.ticketsPerS,
				},
			];
		}),
	);
}
