import type { StampedEvent } from "../server/queue/event.ts";
import { waitingFor } from "../server/queue/lanes.ts";
import { aheadOf } from "../server/queue/order.ts";
import type { QueueState } from "../server/queue/state.ts";
import type { Forecaster } from "./forecaster.ts";

/** What most queue machines print: people ahead of the same service, times the mean of serving one, over the counters that are open for it. */
export function naiveByService(): Forecaster {
	const means = createMeans();
	return {
		name: "naive-service",
		saw: means.saw,
		forecast(state, ticketId, nowMs) {
			const ticket = state.tickets.get(ticketId);
			const ahead = ticket && aheadOf(state, ticket, nowMs);
			const open = ticket && countersFor(state, ticket.serviceId);
			if (!ticket || ahead === null || ahead === undefined || !open) return null;
			return exactly((ahead * means.of(ticket.serviceId)) / open);
		},
	};
}

/** The same over the whole office. */
export function naiveOverAll(): Forecaster {
	const means = createMeans();
	return {
		name: "naive-office",
		saw: means.saw,
		forecast(state) {
			const open = countersFor(state, null);
			if (open === 0) return null;
			let waiting = -1;
			for (const { id } of state.settings.services) waiting += waitingFor(state, id);
			return exactly((Math.max(0, waiting) * means.overAll()) / open);
		},
	};
}

/** Before anything was measured ten minutes are as good as any. */
const firstMeanMs = 10 * 60_000;

/** Means of what passes from a call to the end, over all days that were seen. */
function createMeans() {
	const called = new Map<string, { serviceId: string; atMs: number }>();
	const sums = new Map<string, { ms: number; people: number }>();
	function take(serviceId: string, ms: number): void {
		const sum = sums.get(serviceId) ?? { ms: 0, people: 0 };
		sums.set(serviceId, { ms: sum.ms + ms, people: sum.people + 1 });
	}
	function overAll(): number {
		let [ms, people] = [0, 0];
		for (const sum of sums.values()) [ms, people] = [ms + sum.ms, people + sum.people];
		return people === 0 ? firstMeanMs : ms / people;
	}
	return {
		saw(state: QueueState, event: StampedEvent): void {
			if (event.type === "day-opened") called.clear();
			if (!("ticketId" in event)) return;
			const { ticketId } = event;
			if (event.type === "ticket-called") {
				const serviceId = state.tickets.get(ticketId)?.serviceId ?? "";
				called.set(ticketId, { serviceId, atMs: Date.parse(event.at) });
			}
			const isServed =
				event.type === "ticket-finished" ||
				(event.type === "ticket-transferred" && event.by === "visit");
			const since = called.get(ticketId);
			if (isServed && since) take(since.serviceId, Date.parse(event.at) - since.atMs);
		},
		of(serviceId: string): number {
			const sum = sums.get(serviceId);
			return sum ? sum.ms / sum.people : overAll();
		},
		overAll,
	};
}

function countersFor(state: QueueState, serviceId: string | null): number {
	return state.settings.counters.filter(
		({ id, services }) =>
			state.counters.get(id)?.status === "open" &&
			(serviceId === null || services.includes(serviceId)),
	).length;
}

function exactly(middleMs: number) {
	return { lowMs: middleMs, middleMs, highMs: middleMs };
}
