import { dayIn, nextOpeningDay } from "../config/calendar.ts";
import type { Office } from "../config/office.ts";
import type { Span } from "../config/spans.ts";
import type { Hours } from "../protocol/office.ts";

/** One day of an office as its calendar has it, in instants. */
export interface CalendarDay {
	/** YYYY-MM-DD */
	day: string;
	/** When counters serve. */
	counters: readonly Span[];
	/** When numbers are given. */
	tickets: readonly Span[];
	/** When numbers are given for each service: its own hours within those. */
	byService: ReadonlyMap<string, readonly Span[]>;
}

/** An office that never closes has no rush and no lunch: it is simulated with the hours that offices have. */
export function withHours(office: Office): Office {
	return office.hours === "always" ? { ...office, hours: usualHours } : office;
}

/** So many days on which the office is open, from the first Monday of 2027 on. */
export function openDays(office: Office, count: number): string[] {
	const days: string[] = [];
	let day = "2027-01-03";
	while (days.length < count) {
		day = nextOpeningDay(office, day);
		days.push(day);
	}
	return days;
}

export function calendarDay(office: Office, day: string): CalendarDay {
	const { counters, tickets } = dayIn(office, day);
	const byService = office.services.map(({ id, hours }) => {
		const own = hours === undefined ? tickets : dayIn(office, day, { own: hours }).tickets;
		return [id, own] as const;
	});
	return { day, counters, tickets, byService: new Map(byService) };
}

/** How much of a time was within these spans, milliseconds. */
export function msWithin(spans: readonly Span[], from: number, to: number): number {
	return spans.reduce(
		(sum, span) => sum + Math.max(0, Math.min(span.to, to) - Math.max(span.from, from)),
		0,
	);
}

/** The instant at which so much time within the spans has gone by since then; infinite where they are over before. */
export function afterMsWithin(spans: readonly Span[], since: number, lastsMs: number): number {
	let leftMs = lastsMs;
	for (const span of spans) {
		const from = Math.max(span.from, since);
		if (from >= span.to) continue;
		if (leftMs <= span.to - from) return from + leftMs;
		leftMs -= span.to - from;
	}
	return Number.POSITIVE_INFINITY;
}

const working = [
	{ from: "07:30", to: "11:30", ticketsFrom: "07:00", ticketsTo: "11:15" },
	{ from: "13:30", to: "17:00", ticketsFrom: "13:15", ticketsTo: "16:30" },
];
const usualHours: Hours = { mon: working, tue: working, wed: working, thu: working, fri: working };
