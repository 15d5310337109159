import { setImmediate as turn } from "node:timers/promises";
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
	const standing = await fold.standing(hourIn(timeZone), turn);
	const named = (id: string) => ({ vi: id, en: id });
	return {
		date,
		isOver: standing.isOver,
		timeZone,
		days,
		total: figures(standing.total),
		services: inOrder(services, standing.services).map((id) => {
			const service = services.find((one) => one.id === id);
			const { prefix = null, name = named(id) } = service ?? {};
			return { serviceId: id, prefix, name, ...figures(standing.services.get(id)) };
		}),
		counters: inOrder(counters, standing.counters).map((id) => ({
			counterId: id,
			label: counters.find((one) => one.id === id)?.label ?? id,
			...figures(standing.counters.get(id)),
		})),
		hours: hoursOf(standing),
		classes: [null, ...inOrder(priorityClasses, standing.classes)].map((id) => ({
			priorityClass: id,
			name:
				id === null ? noClass : (priorityClasses.find((one) => one.id === id)?.name ?? named(id)),
			...figures(standing.classes.get(id)),
		})),
	};
}

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

function hoursOf({ hours }: Standing): DayReport["hours"] {
	const known = [...hours.keys()];
	if (known.length === 0) return [];
	const first = Math.min(...known);
	return Array.from({ length: Math.max(...known) - first + 1 }, (_, index) => ({
		hour: first + index,
		...figures(hours.get(first + index)),
	}));
}

function figures(tally: Tally = emptyTally()): DayFigures {
	const { waitsMs, servicesMs, ...counts } = tally;
	return { ...counts, wait: spreadOf(waitsMs), service: spreadOf(servicesMs) };
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
