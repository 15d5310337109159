import type { LogFilter, LogItem, LogSpan } from "../../protocol/log.ts";
import type { Log } from "./log.ts";
import type { ToldOffice } from "./told-office.ts";

/** What of the log is shown at a time. */
export interface LogPlace {
	limit: number;
	offset: number;
	/** `older` of the page before. */
	before?: string | undefined;
}

/** A piece of the log, the newest first, and where it goes on. */
export interface LogPiece {
	items: LogItem[];
	/** How many there are in all; null of a span of several days, which is not read as a whole. */
	total: number | null;
	older: string | null;
}

/**
 * So many days are looked through for one page, about a quarter: a search that finds little says how far it has come and is asked to go on,
 * so that no request keeps the hub busy for long.
 */
export const daysAtOnce = 92;

/** The days of a span that there are, the newest first. Where nothing is named, the newest. */
export function daysIn({ day, from, to }: LogSpan, days: readonly string[]): string[] {
	if (day !== undefined) return days.filter((one) => one === day);
	if (from === undefined && to === undefined) return days.slice(0, 1);
	return days.filter(
		(one) => (from === undefined || one >= from) && (to === undefined || one <= to),
	);
}

/** Reads a piece of these days, the newest first; no day further back than it needs. */
export async function readPiece(
	log: Pick<Log, "items">,
	days: readonly string[],
	filter: LogFilter,
	{ limit, offset, before }: LogPlace,
	office: ToldOffice,
): Promise<LogPiece> {
	const left = daysLeft(days, before);
	const found: LogItem[] = [];
	const wanted = offset + limit;
	let total: number | null = null;
	let read = 0;
	for (const day of left) {
		if (found.length > wanted || read === daysAtOnce) break;
		const ofDay = (await log.items(day, filter, office)).reverse();
		if (days.length === 1) total = ofDay.length;
		// Looked up by its name: what has come since does not move the place.
		found.push(...ofDay.slice(ofDay.findIndex(({ id }) => id === before) + 1));
		read++;
	}
	const items = found.slice(offset, wanted);
	const last = items.at(-1);
	if (found.length > wanted && last) return { items, total, older: last.id };
	// All that was read is shown; the days before it are not read yet.
	return { items, total, older: read < left.length ? (left[read - 1] ?? null) : null };
}

/** A place is an entry, whose day goes on, or a day that was read to its end. */
function daysLeft(days: readonly string[], before: string | undefined): string[] {
	if (before === undefined) return [...days];
	const day = before.slice(0, "2026-11-21".length);
	return days.filter((one) => (before === day ? one < day : one <= day));
}
