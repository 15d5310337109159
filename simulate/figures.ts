import type { CallRule } from "../server/queue/event.ts";
import type { HappenedDay, TicketStory } from "./happened.ts";

/** What some days came to. Minutes are whole tenths, shares go from 0 to 1. */
export interface Figures {
	days: number;
	people: number;
	/** Who asked for a number and got none. */
	turnedAway: number;
	waits: Waits;
	/** By `Group`. */
	byGroup: Record<string, Waits>;
	byService: Record<string, Waits>;
	/** By the half hour in which the number was taken, `08:30`. */
	byHalfHour: ({ from: string } & Waits)[];
	longest: { day: string; number: string; minutes: number } | null;
	/** How many had gone when they were called, gave their number up, did not come back with what was missing, or were still waiting when the office closed. */
	missed: number;
	gaveUp: number;
	notBack: number;
	notServed: number;
	/** First calls by the rule that chose the ticket: all but `first-come` put somebody before whoever came earlier. */
	calls: Record<string, number>;
	counters: CounterFigures[];
	/** Over all counters. */
	open: Omit<CounterFigures, "id">;
}

export interface Waits {
	people: number;
	p50: number;
	p90: number;
	max: number;
	/** The share of all who took a number that was called within what was asked about. */
	within: number;
}

export interface CounterFigures {
	id: string;
	openHours: number;
	/** Of the time open: nobody at it though somebody waited for it, nobody at it and nobody waiting, the rest. */
	idleWhileWaited: number;
	idleAlone: number;
	busy: number;
	called: number;
}

/**
 * @param withinMinutes which wait is held to be short enough
 * @param timeOf the time of day of an instant in the office's zone, `08:05`
 */
export function figuresOf(
	days: readonly HappenedDay[],
	withinMinutes: number,
	timeOf: (atMs: number) => string,
): Figures {
	const tickets = days.flatMap((day) => day.tickets.map((ticket) => ({ ...ticket, day: day.day })));
	const waits = (some: readonly TicketStory[]) => waitsOf(some, withinMinutes);
	const longest = tickets.reduce<(typeof tickets)[number] | null>(
		(found, one) => (minutesOf(one) > (found ? minutesOf(found) : 0) ? one : found),
		null,
	);
	const ended = (outcome: TicketStory["outcome"], isAside = false) =>
		tickets.filter((ticket) => ticket.outcome === outcome && ticket.isAside === isAside).length;
	const counters = countersOf(days);
	return {
		days: days.length,
		people: tickets.length,
		turnedAway: days.reduce((sum, day) => sum + day.turnedAway, 0),
		waits: waits(tickets),
		byGroup: mapped(
			grouped(tickets, ({ group }) => group),
			waits,
		),
		byService: mapped(
			grouped(tickets, ({ serviceId }) => serviceId),
			waits,
		),
		byHalfHour: [...grouped(tickets, ({ issuedMs }) => halfHour(timeOf(issuedMs)))]
			.sort(([one], [other]) => (one < other ? -1 : 1))
			.map(([from, some]) => ({ from, ...waits(some) })),
		longest: longest && {
			day: longest.day,
			number: longest.number,
			minutes: tenth(minutesOf(longest)),
		},
		missed: ended("missed"),
		gaveUp: ended("cancelled"),
		notBack: ended("expired", true),
		notServed: ended("expired", false),
		calls: mapped(
			grouped(tickets.filter(hasRule), ({ rule }) => rule),
			({ length }) => length,
		),
		counters: [...counters].map(([id, some]) => ({ id, ...openOf(some) })),
		open: openOf([...counters.values()].flat()),
	};
}

export function tenth(value: number): number {
	return Math.round(value * 10) / 10;
}

export function thousandth(value: number): number {
	return Math.round(value * 1_000) / 1_000;
}

function waitsOf(tickets: readonly TicketStory[], withinMinutes: number): Waits {
	const minutes = tickets
		.filter(({ calledMs }) => calledMs !== null)
		.map(minutesOf)
		.sort((one, other) => one - other);
	const at = (share: number) =>
		tenth(minutes[Math.min(minutes.length - 1, Math.floor(share * minutes.length))] ?? 0);
	const soon = minutes.filter((wait) => wait < withinMinutes).length;
	return {
		people: tickets.length,
		p50: at(0.5),
		p90: at(0.9),
		max: tenth(minutes.at(-1) ?? 0),
		within: thousandth(soon / Math.max(1, tickets.length)),
	};
}

function minutesOf({ calledMs, issuedMs }: TicketStory): number {
	return calledMs === null ? 0 : (calledMs - issuedMs) / 60_000;
}

function hasRule<T extends TicketStory>(ticket: T): ticket is T & { rule: CallRule } {
	return ticket.rule !== null;
}

function halfHour(time: string): string {
	const [hour = "00", minute = "00"] = time.split(":");
	return `${hour}:${Number(minute) < 30 ? "00" : "30"}`;
}

type Stories = HappenedDay["counters"];

function countersOf(days: readonly HappenedDay[]): Map<string, Stories> {
	return grouped(
		days.flatMap((day) => day.counters),
		({ counterId }) => counterId,
	);
}

function openOf(stories: Stories): Omit<CounterFigures, "id"> {
	const sum = (of: (story: Stories[number]) => number) =>
		stories.reduce((all, story) => all + of(story), 0);
	const openMs = sum((story) => story.openMs);
	const share = (ms: number) => thousandth(ms / Math.max(1, openMs));
	const [waited, alone] = [sum((one) => one.idleWhileWaitedMs), sum((one) => one.idleAloneMs)];
	return {
		openHours: tenth(openMs / 3_600_000),
		idleWhileWaited: share(waited),
		idleAlone: share(alone),
		busy: share(openMs - waited - alone),
		called: sum((story) => story.called),
	};
}

function grouped<T, K extends string>(some: readonly T[], keyOf: (one: T) => K): Map<K, T[]> {
	const groups = new Map<K, T[]>();
	for (const one of some) {
		const key = keyOf(one);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	return groups;
}

/** In the order of the keys, so that a report is the same whoever came first. */
function mapped<T, U>(groups: Map<string, T[]>, to: (some: T[]) => U): Record<string, U> {
	const entries = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
	return Object.fromEntries(entries.map(([key, some]) => [key, to(some)]));
}
