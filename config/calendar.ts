import { type Hours, type Names, type Period, weekdays } from "../protocol/office.ts";
import type { Opening } from "../protocol/opening.ts";
import { addDays, dayAt, instantOf } from "./local-time.ts";
import type { Holiday, WorkingDay } from "./office.ts";
import { intersection, type Span, spanAt } from "./spans.ts";

/** When an office is open: a part of its file. */
export interface Calendar {
	hours: Hours;
	/** The office's own, by its IANA name. */
	timeZone: string;
	holidays?: readonly Holiday[];
	workingDays?: readonly WorkingDay[];
}

/** What a supervisor has made of one day's hours. No periods: closed. */
export interface MovedHours {
	/** YYYY-MM-DD */
	day: string;
	periods: readonly Period[];
	reason: Names | null;
}

/** What may narrow the calendar down or change it for a day. */
export interface Besides {
	moved?: MovedHours | null;
	/** A service's own hours, which hold within the office's. */
	own?: Hours | undefined;
}

/** One day of an office, in instants. */
export interface OpenDay {
	/** When counters serve. */
	counters: Span[];
	/** When numbers are given. */
	tickets: Span[];
	/** Why there are none. */
	closed: Pick<Opening, "why" | "reason">;
}

/** How an office, or one of its services, stands at an instant (milliseconds since 1970). */
export function openingAt(calendar: Calendar, at: number, besides: Besides = {}): Opening {
	if (isAlways(calendar, besides)) return alwaysOpen;
	const day = dayAt(at, calendar.timeZone);
	const { counters, tickets, closed } = dayIn(calendar, day, besides);
	const open = spanAt(counters, at) !== undefined;
	const giving = spanAt(tickets, at);
	if (giving) {
		const until = endOf(giving, day, calendar, besides);
		return { ...alwaysOpen, open, until: until === null ? null : iso(until) };
	}
	const next = nextTickets(calendar, day, at, besides);
	return {
		open,
		tickets: false,
		until: null,
		next: next === null ? null : iso(next),
		...(tickets.length === 0 ? closed : { why: whyNot(tickets, at, open), reason: null }),
	};
}

/** For how much longer counters serve today, milliseconds; null where they never close. */
export function openMsLeft(calendar: Calendar, at: number, besides: Besides = {}): number | null {
	if (isAlways(calendar, besides)) return null;
	const { counters } = dayIn(calendar, dayAt(at, calendar.timeZone), besides);
	return counters.reduce((sum, { from, to }) => sum + Math.max(0, to - Math.max(from, at)), 0);
}

/** The instant after which an answer of `openingAt` may be another one; it is the same until then. */
export function changesAfter(calendar: Calendar, at: number, besides: Besides = {}): number {
	if (isAlways(calendar, besides)) return Number.POSITIVE_INFINITY;
	const day = dayAt(at, calendar.timeZone);
	const { counters, tickets } = dayIn(calendar, day, besides);
	const edges = [...counters, ...tickets].flatMap(({ from, to }) => [from, to]);
	const tomorrow = instantOf(addDays(day, 1), "00:00", calendar.timeZone);
	return Math.min(tomorrow, ...edges.filter((edge) => edge > at));
}

/** A day's periods as instants; those of a service are what both it and the office have. */
export function dayIn(calendar: Calendar, day: string, { moved, own }: Besides = {}): OpenDay {
	const { periods, weekday, ...closed } = periodsOf(calendar, day, moved);
	const office = spansOf(periods, day, calendar.timeZone);
	if (own === undefined || own === "always") return { ...office, closed };
	const service = spansOf(own[weekday] ?? [], day, calendar.timeZone);
	const isOpen = office.tickets.length > 0;
	return {
		counters: intersection(office.counters, service.counters),
		tickets: intersection(office.tickets, service.tickets),
		closed: isOpen ? { why: "day-off", reason: null } : closed,
	};
}

/**
 * The first day after `day` on which the office takes people in; the next day where it never closes or never opens.
 * @param day YYYY-MM-DD
 */
export function nextOpeningDay(calendar: Calendar, day: string): string {
	for (let ahead = 1; ahead <= daysAhead; ahead++) {
		const date = addDays(day, ahead);
		const { periods } = periodsOf(calendar, date);
		if (periods === "always" || periods.length > 0) return date;
	}
	return addDays(day, 1);
}

/** Beyond a year and a month nothing is looked for. */
const daysAhead = 400;

const alwaysOpen: Opening = {
	open: true,
	tickets: true,
	until: null,
	next: null,
	why: null,
	reason: null,
};

interface DayPeriods extends Pick<Opening, "why" | "reason"> {
	periods: "always" | readonly Period[];
	/** The weekday whose hours hold: that of the day, or of the one it makes up for. */
	weekday: (typeof weekdays)[number];
}

/** What holds on a day: what the supervisor says, then a working day, then a holiday, then the weekday. */
function periodsOf(calendar: Calendar, day: string, moved?: MovedHours | null): DayPeriods {
	const working = calendar.workingDays?.find(({ date }) => date === day);
	const weekday = working?.as ?? weekdayOf(day);
	if (moved?.day === day) {
		return { periods: moved.periods, weekday, why: "closed-today", reason: moved.reason };
	}
	const holiday = calendar.holidays?.find(({ date, to = date }) => date <= day && day <= to);
	const dayOff = { weekday, why: "day-off", reason: null } as const;
	if (working) return { periods: working.periods ?? usual(calendar, weekday), ...dayOff };
	if (holiday) return { periods: [], weekday, why: "holiday", reason: holiday.name };
	return { periods: usual(calendar, weekday), ...dayOff };
}

function usual({ hours }: Calendar, weekday: DayPeriods["weekday"]): DayPeriods["periods"] {
	return hours === "always" ? hours : (hours[weekday] ?? []);
}

function weekdayOf(day: string): DayPeriods["weekday"] {
	// Sunday is 0 in JavaScript, and the last in `weekdays`.
	return weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? "sun";
}

/** Without what a leap of the clocks leaves nothing of. */
function spansOf(periods: DayPeriods["periods"], day: string, timeZone: string) {
	const span = (from: number, to: number) => (from < to ? [{ from, to }] : []);
	const at = (time: string) => instantOf(day, time, timeZone);
	if (periods === "always") {
		const whole = span(at("00:00"), instantOf(addDays(day, 1), "00:00", timeZone));
		return { counters: whole, tickets: whole };
	}
	const inOrder = [...periods].sort((one, other) => (one.from < other.from ? -1 : 1));
	return {
		counters: inOrder.flatMap(({ from, to }) => span(at(from), at(to))),
		tickets: inOrder.flatMap(({ from, to, ticketsFrom = from, ticketsTo = to }) =>
			span(at(ticketsFrom), at(ticketsTo)),
		),
	};
}

function isAlways({ hours, holidays = [] }: Calendar, { moved, own = "always" }: Besides): boolean {
	return hours === "always" && own === "always" && holidays.length === 0 && !moved;
}

/** Where numbers are given across midnight the end is that of the last day; null where none is found. */
function endOf(span: Span, day: string, calendar: Calendar, besides: Besides): number | null {
	let { to } = span;
	for (let ahead = 1; ahead <= daysAhead; ahead++) {
		const { tickets } = dayIn(calendar, addDays(day, ahead), besides);
		const goesOn = tickets.find(({ from }) => from === to);
		if (!goesOn) return to;
		to = goesOn.to;
	}
	return null;
}

function nextTickets(calendar: Calendar, day: string, at: number, besides: Besides): number | null {
	for (let ahead = 0; ahead <= daysAhead; ahead++) {
		const { tickets } = dayIn(calendar, addDays(day, ahead), besides);
		const next = tickets.find(({ from }) => from > at);
		if (next) return next.from;
	}
	return null;
}

/** Why no numbers are given at an instant of a day on which some are. */
function whyNot(tickets: readonly Span[], at: number, open: boolean): Opening["why"] {
	if (tickets.every(({ from }) => from > at)) return "before-hours";
	if (open) return "no-more-numbers";
	return tickets.every(({ to }) => to <= at) ? "after-hours" : "break";
}

function iso(at: number): string {
	return new Date(at).toISOString();
}
