import type { QueueSettings, StampedEvent } from "../event.ts";
import { queueDay } from "../rehearsal.ts";
import type { QueueState } from "../state.ts";
import { createRandom, type Random } from "./random.ts";

/** For tests: how a made-up office has its day. Times are minutes. */
export interface MadeUpDay {
	settings: QueueSettings;
	seed: number;
	/** How long the day is. */
	minutes: number;
	/** People an hour for each service at a minute of the day. */
	rate(serviceId: string, minute: number): number;
	/** How long one takes at a counter. */
	service(serviceId: string, counterId: string, random: Random): number;
	/** Of ten, so many have the first priority class. */
	priorityOfTen?: number;
	missedShare?: number;
	saw(state: QueueState, event: StampedEvent): void;
	/** Asked right before somebody takes a number. */
	comes?(state: QueueState, nowMs: number, serviceId: string, priorityClass: string | null): void;
}

export const minuteMs = 60_000;

/** Plays one day through, event by event, with counters that call whenever they are free. */
export function playDay(day: MadeUpDay) {
	const random = createRandom(day.seed);
	const office = queueDay(day.settings, day.saw);
	const beginMs = office.now();
	const officer = (id: string) => ({ username: `can-bo-${id}`, name: `Cán bộ ${id}` });
	const counters = day.settings.counters.map(({ id }) => ({ id, freeMs: beginMs }));
	for (const { id } of counters) office.open(id, officer(id));

	const comings = day.settings.services.flatMap(({ id }) => {
		const all: { atMs: number; serviceId: string }[] = [];
		for (let minute = 0; minute < day.minutes; minute++) {
			if (random.next() >= day.rate(id, minute) / 60) continue;
			all.push({ atMs: beginMs + (minute + random.next()) * minuteMs, serviceId: id });
		}
		return all;
	});
	comings.sort((one, other) => one.atMs - other.atMs);

	function come(serviceId: string): void {
		const isFirst = random.next() < (day.priorityOfTen ?? 0) / 10;
		const priorityClass = (isFirst && day.settings.priorityClasses[0]) || null;
		day.comes?.(office.state, office.now(), serviceId, priorityClass);
		office.issue(serviceId, priorityClass);
		// Whoever is idle calls at once.
		for (const counter of counters) {
			if (counter.freeMs > office.now()) continue;
			callAt(counter);
		}
	}

	function callAt(counter: { id: string; freeMs: number }): void {
		const number = office.callNext(counter.id, officer(counter.id));
		if (number === null) {
			counter.freeMs = Number.NEGATIVE_INFINITY;
			return;
		}
		const ticketId = office.state.counters.get(counter.id)?.currentTicketId ?? "";
		const serviceId = office.state.tickets.get(ticketId)?.serviceId ?? "";
		const isMissed = random.next() < (day.missedShare ?? 0);
		const minutes = isMissed ? 1 : day.service(serviceId, counter.id, random);
		counter.freeMs = office.now() + minutes * minuteMs;
		if (isMissed) missing.add(counter);
	}

	const missing = new Set<{ id: string; freeMs: number }>();
	for (;;) {
		const busy = counters.filter(({ freeMs }) => freeMs > Number.NEGATIVE_INFINITY);
		const next = busy.sort((one, other) => one.freeMs - other.freeMs)[0];
		const coming = comings[0];
		if (!next && !coming) break;
		if (coming && (!next || coming.atMs <= next.freeMs)) {
			comings.shift();
			office.until(coming.atMs);
			come(coming.serviceId);
			continue;
		}
		if (!next) break;
		office.until(next.freeMs);
		const act = { counterId: next.id, officer: officer(next.id) };
		office.apply({ type: missing.delete(next) ? "miss" : "finish", ...act });
		callAt(next);
	}
	return office;
}
