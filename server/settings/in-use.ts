import type { Office } from "../../config/office.ts";
import type { QueueState } from "../queue/state.ts";

/** What other settings would take away from somebody. */
export interface InUse {
	/** Services that somebody still has a number for, by name, and the first of these numbers. */
	services: { id: string; numbers: string[] }[];
	/** Counters at which somebody works. */
	counters: string[];
}

const open: ReadonlySet<string> = new Set(["waiting", "called", "serving", "parked", "missed"]);

/** What is no longer there in `next` and still used; null where nothing is. Nobody is left without a counter, and nobody's counter goes from under them. */
export function inUse(
	state: QueueState,
	next: Pick<Office, "services" | "counters">,
): InUse | null {
	const services = state.settings.services.flatMap(({ id }) => {
		if (next.services.some((service) => service.id === id)) return [];
		const numbers = numbersFor(state, id);
		return numbers.length === 0 ? [] : [{ id, numbers }];
	});
	const counters = state.settings.counters.flatMap(({ id }) => {
		const isKept = next.counters.some((counter) => counter.id === id);
		return isKept || state.counters.get(id)?.status === "closed" ? [] : [id];
	});
	return services.length + counters.length === 0 ? null : { services, counters };
}

/** Of everybody who is here for it, now or later on their visit. */
function numbersFor(state: QueueState, serviceId: string): string[] {
	const numbers: string[] = [];
	for (const { number, state: is, serviceId: now, visit } of state.tickets.values()) {
		if (open.has(is) && (now === serviceId || visit.some((later) => later === serviceId))) {
			numbers.push(number);
		}
	}
	return numbers;
}
