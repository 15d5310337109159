import { waitingFor } from "./lanes.ts";
import { servedAt } from "./serving.ts";
import type { QueueState } from "./state.ts";

/**
 * After how many minutes somebody who takes a number of the service now has been served, by the minutes a service usually takes. Each line
 * is shared evenly among the counters that serve it; the one of them with the least to do calls next. Counters that are open count, and
 * where none is (the day has not begun) all that may serve it. Null where no counter may.
 * @param minutesOf how long serving one person of a service takes
 * @param at milliseconds since 1970
 */
export function minutesToServe(
	state: QueueState,
	serviceId: string,
	minutesOf: (serviceId: string) => number,
	at: number,
): number | null {
	const all = state.settings.counters.map(({ id }) => ({ id, services: servedAt(state, id) }));
	const open = all.filter(({ id }) => state.counters.get(id)?.status === "open");
	const working = open.some(({ services }) => services.includes(serviceId)) ? open : all;
	const shares = new Map<string, number>();
	for (const { services } of working) {
		for (const id of services) shares.set(id, (shares.get(id) ?? 0) + 1);
	}
	const loads = working
		.filter(({ services }) => services.includes(serviceId))
		.map(({ id, services }) =>
			services.reduce(
				(sum, one) => sum + (waitingFor(state, one) * minutesOf(one)) / (shares.get(one) ?? 1),
				minutesLeftAt(state, id, minutesOf, at),
			),
		);
	return loads.length === 0 ? null : Math.min(...loads) + minutesOf(serviceId);
}

/** How much longer whoever is at a counter takes, as far as it is usual. */
function minutesLeftAt(
	state: QueueState,
	counterId: string,
	minutesOf: (serviceId: string) => number,
	at: number,
): number {
	const current = state.tickets.get(state.counters.get(counterId)?.currentTicketId ?? "");
	if (!current) return 0;
	const served = current.startedAt ? (at - Date.parse(current.startedAt)) / 60_000 : 0;
	return Math.max(0, minutesOf(current.serviceId) - served);
}
