import { byPlace, type Ticket } from "../ticket.ts";
import { type FloorLane, lastSeq, somebody } from "./floor.ts";

/** A lane as it stands in a run: who waits now, and behind or among them who has come since. */
export interface RunLane {
	readonly floor: FloorLane;
	/** Who is next; null: nobody. */
	head: Ticket | null;
	/** The place of who is next on the floor; -1 for who came since. */
	headAt: number;
	/** How many of those who wait now have been called. */
	gone: number;
	/** Who has come since, in order of place, and how many of them have been called. */
	since: Ticket[];
	sinceGone: number;
	/** Tickets of those who come, used again in each run. */
	made: Ticket[];
	used: number;
	/** The newcomer has not been called. */
	isNewcomerLeft: boolean;
}

export function newRunLane(floor: FloorLane): RunLane {
	return {
		floor,
		head: null,
		headAt: -1,
		gone: 0,
		since: [],
		sinceGone: 0,
		made: [],
		used: 0,
		isNewcomerLeft: false,
	};
}

/** As it stands now. */
export function beginLane(lane: RunLane): void {
	lane.gone = 0;
	lane.since.length = 0;
	lane.sinceGone = 0;
	lane.used = 0;
	lane.isNewcomerLeft = lane.floor.newcomer !== null;
	findHead(lane);
}

/** Lets whoever is next go. */
export function takeHead(lane: RunLane): void {
	if (lane.headAt < 0) lane.sinceGone++;
	else lane.gone++;
	findHead(lane);
}

/** Somebody comes to the lane, by their place. */
export function comeTo(lane: RunLane, ticket: Ticket): void {
	const { since, sinceGone } = lane;
	let at = since.length;
	for (; at > sinceGone; at--) {
		const before = since[at - 1];
		if (!before || byPlace(before, ticket) <= 0) break;
	}
	if (at === since.length) since.push(ticket);
	else since.splice(at, 0, ticket);
	if (at === sinceGone) findHead(lane);
}

/** A newcomer other than the one who is asked about. */
export function someoneFor(lane: RunLane, comesMs: number): Ticket {
	const { serviceId, priorityClass } = lane.floor;
	const ticket = lane.made[lane.used] ?? somebody(serviceId, priorityClass, comesMs);
	lane.made[lane.used] = ticket;
	lane.used++;
	ticket.place = comesMs;
	ticket.placeSeq = lastSeq;
	return ticket;
}

/** Whoever is asked about stands first in the lane: everybody before them has been called. */
export function isNewcomerNext({ floor, isNewcomerLeft, head }: RunLane): boolean {
	if (!isNewcomerLeft || !floor.newcomer) return false;
	return !head || byPlace(floor.newcomer, head) < 0;
}

function findHead(lane: RunLane): void {
	const waiting = lane.floor.tickets[lane.gone];
	const since = lane.since[lane.sinceGone];
	if (waiting && (!since || byPlace(waiting, since) < 0)) {
		lane.head = waiting;
		lane.headAt = lane.floor.firstAt + lane.gone;
	} else {
		lane.head = since ?? null;
		lane.headAt = -1;
	}
}
