import type { KeptWord, KeptWordOfRange } from "../../protocol/reports.ts";
import type { StampedEvent, ToldWait } from "../queue/event.ts";

/** How right it was what people were told of their waits, out of a day's events and nothing else. */
export interface KeptWordOfDay {
	/** Takes the day's events in order. */
	saw(event: StampedEvent): void;
	/** What came of it so far; the shortest ranges first. */
	standing(): KeptWord;
}

/** What became of a number whose holder was told something. */
interface Told {
	told: ToldWait;
	serviceId: string;
	issuedMs: number;
	/** When it was first called. */
	calledMs: number | null;
	/** It can be called no more: given up, or the day is over. */
	isOver: boolean;
	/** What was done to it last is its first call, which may be undone. */
	isJustCalled: boolean;
}

/**
 * A wait is what the clock shows from the number to its first call, whatever lay between: who was told 10 to 20 minutes and stood through an evacuation
 * waited longer than was said. It was as told where it is neither below the lower nor above the upper bound.
 */
export function keptWordOfDay(): KeptWordOfDay {
	const tickets = new Map<string, Told>();
	let untold = 0;

	function saw(event: StampedEvent): void {
		if (event.type === "day-closed") {
			for (const ticket of tickets.values()) ticket.isOver = true;
			return;
		}
		if (event.type === "ticket-issued") {
			const { ticketId, told, serviceId, at } = event;
			if (!told) untold++;
			else tickets.set(ticketId, begun(told, serviceId, at));
			return;
		}
		const ticket = "ticketId" in event ? tickets.get(event.ticketId) : undefined;
		if (!ticket) return;
		if (event.type === "ticket-called") {
			ticket.isJustCalled = ticket.calledMs === null;
			ticket.calledMs ??= Date.parse(event.at);
			return;
		}
		if (event.type === "ticket-set-back") {
			if (ticket.isJustCalled) ticket.calledMs = null;
			ticket.isOver = false;
		}
		if (event.type === "ticket-cancelled") ticket.isOver = true;
		ticket.isJustCalled = false;
	}

	return {
		saw,
		standing() {
			const ranges = new Map<string, KeptWordOfRange>();
			const services = new Map<string, KeptWord["services"][number]>();
			const all = nobody();
			for (const ticket of tickets.values()) {
				const { lowMin, highMin } = ticket.told;
				const range = ranges.get(`${lowMin}-${highMin}`) ?? { lowMin, highMin, ...nobody() };
				ranges.set(`${lowMin}-${highMin}`, range);
				const { serviceId } = ticket;
				const service = services.get(serviceId) ?? { serviceId, ...nobody() };
				services.set(serviceId, service);
				for (const counts of [all, range, service]) count(counts, ticket);
			}
			return {
				...all,
				untold,
				ranges: [...ranges.values()].sort(
					(one, other) => one.highMin - other.highMin || one.lowMin - other.lowMin,
				),
				services: [...services.values()],
			};
		},
	};
}

type Counts = Pick<KeptWord, "told" | "asTold" | "sooner" | "later" | "waiting" | "left">;

function nobody(): Counts {
	return { told: 0, asTold: 0, sooner: 0, later: 0, waiting: 0, left: 0 };
}

function begun(told: ToldWait, serviceId: string, at: string): Told {
	const issuedMs = Date.parse(at);
	return { told, serviceId, issuedMs, calledMs: null, isOver: false, isJustCalled: false };
}

function count(counts: Counts, { told, issuedMs, calledMs, isOver }: Told): void {
	counts.told++;
	if (calledMs === null) {
		if (isOver) counts.left++;
		else counts.waiting++;
		return;
	}
	const waitedMin = (calledMs - issuedMs) / 60_000;
	if (waitedMin < told.lowMin) counts.sooner++;
	else if (waitedMin > told.highMin) counts.later++;
	else counts.asTold++;
}
