import type { Floor, FloorLane } from "./floor.ts";
import { quantile } from "./quantiles.ts";

/** How long one may wait from now on: the middle of all runs, and between what most of them lie. Milliseconds, not rounded. */
export interface Wait {
	lowMs: number;
	middleMs: number;
	highMs: number;
}

/** The waits of one moment. */
export interface Waits {
	/** Of somebody who takes a number now; null where there is nothing to say. */
	newcomer(serviceId: string, priorityClass: string | null): Wait | null;
	/** Of a ticket that waits; null where there is nothing to say. */
	ticket(ticketId: string): Wait | null;
}

export const nothingToSay: Waits = { newcomer: () => null, ticket: () => null };

/** The share of runs below a range, and above it as well: 85 of 100 lie within. */
export const outsideShare = 0.075;

/** Who is called in fewer of the runs is told nothing: they may well not be called today. */
const calledShare = 0.5;

/**
 * Ranges out of runs, made when they are first asked for.
 * @param runs in each of them, when each place of the floor was called
 * @param correct what experience makes of a range
 */
export function waitsFrom(
	floor: Floor,
	runs: readonly Float64Array[],
	horizonMs: number,
	correct: (wait: Wait) => Wait = (wait) => wait,
): Waits {
	const { nowMs, lanes } = floor;
	const made = new Map<FloorLane, LaneWaits>();
	const open = new Map<string, FloorLane>();
	for (const lane of lanes) {
		if (lane.newcomer) open.set(keyOf(lane.serviceId, lane.priorityClass), lane);
	}
	const values = new Float64Array(runs.length);
	let places: Map<string, { lane: FloorLane; at: number }> | null = null;

	function rangeAt(place: number): Wait | null {
		let ofThem = 0;
		for (const [at, called] of runs.entries()) {
			const calledMs = called[place] ?? Number.POSITIVE_INFINITY;
			if (calledMs < horizonMs) ofThem++;
			values[at] = Math.min(calledMs, horizonMs) - nowMs;
		}
		if (ofThem < calledShare * runs.length) return null;
		values.sort();
		return correct({
			lowMs: quantile(values, outsideShare),
			middleMs: quantile(values, 0.5),
			highMs: quantile(values, 1 - outsideShare),
		});
	}

	/** In a lane nobody is called before who stands behind: nobody's range lies before theirs. */
	function along(lane: FloorLane): LaneWaits {
		const found = made.get(lane);
		if (found) return found;
		const tickets: (Wait | null)[] = [];
		let newcomer: Wait | null = null;
		let before: Wait = { lowMs: 0, middleMs: 0, highMs: 0 };
		const newcomerAt = lane.newcomer ? endOfThose(lane, nowMs) : -1;
		for (let at = 0; at <= lane.tickets.length; at++) {
			if (at === newcomerAt) newcomer = notBefore(rangeAt(lane.newcomerAt), before);
			if (at === lane.tickets.length) break;
			const wait = notBefore(rangeAt(lane.firstAt + at), before);
			tickets.push(wait);
			before = wait ?? before;
		}
		const all = { tickets, newcomer };
		made.set(lane, all);
		return all;
	}

	function placeOf(ticketId: string) {
		if (!places) {
			places = new Map();
			for (const lane of lanes) {
				for (const [at, { id }] of lane.tickets.entries()) places.set(id, { lane, at });
			}
		}
		return places.get(ticketId);
	}

	return {
		newcomer(serviceId, priorityClass) {
			const lane = open.get(keyOf(serviceId, priorityClass));
			return lane ? along(lane).newcomer : null;
		},
		ticket(ticketId) {
			const place = placeOf(ticketId);
			return (place && along(place.lane).tickets[place.at]) ?? null;
		},
	};
}

interface LaneWaits {
	tickets: (Wait | null)[];
	newcomer: Wait | null;
}

function keyOf(serviceId: string, priorityClass: string | null): string {
	return `${serviceId}/${priorityClass ?? ""}`;
}

/** How many of a lane stand before whoever comes now: not those whose many files let them stand as if they came later. */
function endOfThose({ tickets }: FloorLane, nowMs: number): number {
	let at = tickets.length;
	while (at > 0 && (tickets[at - 1]?.place ?? 0) > nowMs) at--;
	return at;
}

function notBefore(wait: Wait | null, before: Wait): Wait | null {
	return (
		wait && {
			lowMs: Math.max(wait.lowMs, before.lowMs),
			middleMs: Math.max(wait.middleMs, before.middleMs),
			highMs: Math.max(wait.highMs, before.highMs),
		}
	);
}
