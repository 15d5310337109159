import type { Span } from "../../config/spans.ts";
import type { CalendarDay } from "../calendar.ts";
import type { DayLaws } from "./day-laws.ts";
import { chance, exponential, logNormal, minuteMs, pick, poisson, uniform } from "./draws.ts";
import type { Random } from "./random.ts";

/** A quarter of an hour in which numbers are given, and how many people come in a millisecond of it. */
export interface Quarter extends Span {
	perMs: number;
}

/** Who stands at the door at a moment, about. */
export interface Crowd {
	atMs: number;
	expected: number;
}

/** How people come through the day: a peak in the morning and one at 15:00, stronger or weaker, earlier or later, and uneven beside that. */
export function drawQuarters(
	random: Random,
	{ tickets, counters }: CalendarDay,
	people: number,
	peaks: number,
): Quarter[] {
	const opens = counters[0]?.from ?? 0;
	const closes = counters.at(-1)?.to ?? 0;
	const summits = [
		{ atMs: opens + uniform(random, 40, 100) * minuteMs, widthMs: 45 * minuteMs, height: peaks },
		// 15:00 where the office opens at half past seven.
		{
			atMs: opens + 7.5 * 60 * minuteMs + uniform(random, -25, 25) * minuteMs,
			widthMs: 40 * minuteMs,
			height: peaks * uniform(random, 0.5, 1),
		},
	];
	const quarters = tickets.flatMap(quartersOf).map((quarter) => {
		const middle = (quarter.from + quarter.to) / 2;
		const shape = summits.reduce(
			(sum, { atMs, widthMs, height }) =>
				sum + height * Math.exp(-(((middle - atMs) / widthMs) ** 2)),
			1,
		);
		const isLate = middle > closes - 75 * minuteMs;
		return { ...quarter, perMs: shape * (isLate ? 0.5 : 1) * logNormal(random, 1, 0.2) };
	});
	const sum = quarters.reduce((all, { from, to, perMs }) => all + (to - from) * perMs, 0);
	return quarters.map((quarter) => ({ ...quarter, perMs: (quarter.perMs * people) / sum }));
}

/** Most of those who come early come in the morning; a few wait for the afternoon. */
export function drawCrowds({ tickets }: CalendarDay, people: number): Crowd[] {
	const parts = tickets.map((_, place) => (place === 0 ? 3 : 1));
	const whole = parts.reduce((sum, part) => sum + part, 0);
	return tickets.map(({ from }, place) => ({
		atMs: from,
		expected: (people * (parts[place] ?? 0)) / whole,
	}));
}

/** When the next one comes in after an instant; infinite where nobody does today. */
export function nextArrivalMs(random: Random, quarters: readonly Quarter[], nowMs: number): number {
	let left = exponential(random, 1);
	for (const { from, to, perMs } of quarters) {
		const begin = Math.max(from, nowMs);
		if (begin >= to) continue;
		const expected = (to - begin) * perMs;
		if (left < expected) return begin + left / perMs;
		left -= expected;
	}
	return Number.POSITIVE_INFINITY;
}

export function drawCrowd(random: Random, { expected }: Crowd): number {
	return poisson(random, expected);
}

/** What somebody asks the kiosk for. */
export interface Errand {
	serviceId: string;
	priorityClass: string | null;
	files: number;
	visit: string[];
	/** Milliseconds since 1970. */
	appointmentAtMs: number | null;
}

/** What who comes now comes for; null where no numbers are given for anything. */
export function drawErrand(
	random: Random,
	laws: DayLaws,
	nowMs: number,
	office: { maxFiles: number; hasAppointments: boolean },
): Errand | null {
	const open = laws.wants.filter(({ id }) =>
		laws.calendar.byService.get(id)?.some(({ from, to }) => from <= nowMs && nowMs < to),
	);
	const wanted = pick(random, open);
	if (!wanted) return null;
	const { people } = laws;
	const others = open.filter(({ id }) => id !== wanted.id);
	const also = chance(random, people.visits) ? pick(random, others) : undefined;
	const manyFiles = chance(random, laws.services.get(wanted.id)?.manyFiles ?? 0);
	const hasSlot = office.hasAppointments && chance(random, people.appointments);
	return {
		serviceId: wanted.id,
		priorityClass: drawClass(random, laws),
		files: manyFiles ? Math.min(office.maxFiles, drawFiles(random)) : 1,
		visit: also ? [also.id] : [],
		// To the quarter of an hour, and most come somewhat early.
		appointmentAtMs: hasSlot
			? Math.round((nowMs + uniform(random, -10, 25) * minuteMs) / quarterMs) * quarterMs
			: null,
	};
}

function drawClass(random: Random, { classes }: DayLaws): string | null {
	const without = 1 - classes.reduce((sum, { share }) => sum + share, 0);
	const drawn = pick<{ id: string | null; share: number }>(random, [
		...classes,
		{ id: null, share: Math.max(0, without) },
	]);
	return drawn?.id ?? null;
}

/** Two to a dozen; a proxy brings more. */
function drawFiles(random: Random): number {
	return 2 + Math.floor(exponential(random, 3));
}

const quarterMs = 15 * minuteMs;

function quartersOf({ from, to }: Span): Span[] {
	const quarters: Span[] = [];
	for (let begin = from; begin < to; ) {
		const end = Math.min(to, (Math.floor(begin / quarterMs) + 1) * quarterMs);
		quarters.push({ from: begin, to: end });
		begin = end;
	}
	return quarters;
}
