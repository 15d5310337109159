import { setTimeout as pause } from "node:timers/promises";
import type { Office } from "../../config/office.ts";
import type { DayFigures, DayReport, Spread } from "../../protocol/reports.ts";
import { partsOf } from "../../words/numbers.ts";
import {
	type DayFigures as DayFold,
	emptyTally,
	type Standing,
	type Tally,
} from "./day-figures.ts";

type ReportedOffice = Pick<Office, "timeZone" | "services" | "counters" | "priorityClasses">;

/** A day's figures with the names that the office has now; what it has no more stands under its id, after the rest. */
export async function dayReport(
	fold: Pick<DayFold, "standing">,
	{ timeZone, services, counters, priorityClasses }: ReportedOffice,
	{ date, days }: Pick<DayReport, "date" | "days">,
): Promise<DayReport> {
	const standing = await fold.standing(hourIn(timeZone), rest);
	const named = (id: string) => ({ vi: id, en: id });
	return {
		date,
		isOver: standing.isOver,
		timeZone,
		days,
		total: await figures(standing.total),
		services: await inTurn(inOrder(services, standing.services), async (id) => {
			const service = services.find((one) => one.id === id);
			const { prefix = null, name = named(id) } = service ?? {};
			return { serviceId: id, prefix, name, ...(await figures(standing.services.get(id))) };
		}),
		counters: await inTurn(inOrder(counters, standing.counters), async (id) => ({
			counterId: id,
			label: counters.find((one) => one.id === id)?.label ?? id,
			...(await figures(standing.counters.get(id))),
		})),
		hours: await inTurn(hoursIn(standing), async (hour) => ({
			hour,
			...(await figures(standing.hours.get(hour))),
		})),
		classes: await inTurn([null, ...inOrder(priorityClasses, standing.classes)], async (id) => ({
			priorityClass: id,
			name:
				id === null ? noClass : (priorityClasses.find((one) => one.id === id)?.name ?? named(id)),
			...(await figures(standing.classes.get(id))),
		})),
	};
}

/** One after the other: sorting a day's times takes a moment, and others have theirs in between. */
async function inTurn<Of, Made>(
	all: readonly Of[],
	make: (one: Of) => Promise<Made>,
): Promise<Made[]> {
	const made: Made[] = [];
	for (const one of all) made.push(await make(one));
	return made;
}

/** As long as a piece takes, or longer: of the hub's time a report has half at most, and calls go first. */
const rest = () => pause(1);

const noClass = { vi: "Không ưu tiên", en: "No priority" };

/** Those that the office has, in its order, and then those of which the day knows besides. */
function inOrder(
	listed: readonly { id: string }[],
	tallies: ReadonlyMap<string | null, Tally>,
): string[] {
	const ids = listed.map(({ id }) => id);
	const others = [...tallies.keys()].filter((id) => id !== null && !ids.includes(id));
	return [...ids, ...others.filter((id) => id !== null)];
}

/** From the first in which something was to the last. */
function hoursIn({ hours }: Standing): number[] {
	const known = [...hours.keys()];
	if (known.length === 0) return [];
	const first = Math.min(...known);
	return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => first + index);
}

async function figures(tally: Tally = emptyTally()): Promise<DayFigures> {
	const { waitsMs, servicesMs, ...counts } = tally;
	const wait = spreadOf(waitsMs);
	await rest();
	const service = spreadOf(servicesMs);
	await rest();
	return { ...counts, wait, service };
}

/** By the nearest rank: each is a time that somebody had. */
export function spreadOf(times: readonly number[]): Spread {
	const sorted = Float64Array.from(times).sort();
	const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
	if (sorted.length === 0) return null;
	return { count: sorted.length, p50Ms: at(0.5), p90Ms: at(0.9), maxMs: at(1) };
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
