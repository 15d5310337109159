import { setTimeout as pause } from "node:timers/promises";
import type { DayFigures } from "../../protocol/reports.ts";
import { partsOf } from "../../words/numbers.ts";
import { type DayFigures as DayFold, emptyTally, type Tally } from "./day-figures.ts";
import { spreadOf } from "./spread.ts";

/** What a day came to, reckoned: each time in it is one of a few, so that it takes some kilobytes however long the day was. */
export interface DayTotals {
	isOver: boolean;
	total: DayFigures;
	/** As in the fold's `Standing`: by service, counter, hour of the office's clock, and class (null: none). */
	services: ReadonlyMap<string, DayFigures>;
	counters: ReadonlyMap<string, DayFigures>;
	hours: ReadonlyMap<number, DayFigures>;
	classes: ReadonlyMap<string | null, DayFigures>;
}

/** @param timeZone by which the office's hours go */
export async function totalsOf(
	fold: Pick<DayFold, "standing">,
	timeZone: string,
): Promise<DayTotals> {
	const standing = await fold.standing(hourIn(timeZone), rest);
	return {
		isOver: standing.isOver,
		total: await figures(standing.total),
		services: await inTurn(standing.services),
		counters: await inTurn(standing.counters),
		hours: await inTurn(standing.hours),
		classes: await inTurn(standing.classes),
	};
}

/** Of nobody. */
export function noFigures(): DayFigures {
	const { waitsMs: _, servicesMs: __, ...counts } = emptyTally();
	return { ...counts, wait: null, service: null };
}

/** One after the other: sorting a day's times takes a moment, and others have theirs in between. */
async function inTurn<Key>(tallies: ReadonlyMap<Key, Tally>): Promise<Map<Key, DayFigures>> {
	const made = new Map<Key, DayFigures>();
	for (const [key, tally] of tallies) made.set(key, await figures(tally));
	return made;
}

/** As long as a piece takes, or longer: of the hub's time a report has half at most, and calls go first. */
const rest = () => pause(1);

async function figures({ waitsMs, servicesMs, ...counts }: Tally): Promise<DayFigures> {
	const wait = spreadOf(waitsMs);
	await rest();
	const service = spreadOf(servicesMs);
	await rest();
	return { ...counts, wait, service };
}

/** The hour that the clocks of a zone show. All of them are set by whole quarters of an hour, so that few instants need be asked about. */
function hourIn(timeZone: string): (atMs: number) => number {
	const hours = new Map<number, number>();
	return (atMs) => {
		const quarter = Math.floor(atMs / quarterMs);
		const known = hours.get(quarter);
		if (known !== undefined) return known;
		const hour = Number(partsOf(new Date(quarter * quarterMs).toISOString(), timeZone).hour);
		hours.set(quarter, hour);
		return hour;
	};
}

const quarterMs = 15 * 60_000;
