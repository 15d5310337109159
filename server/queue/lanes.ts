import type { QueueState } from "./state.ts";
import { byPlace, type Ticket } from "./ticket.ts";

/** Those who wait for a service and are alike to every rule, so that within it the first is called first: ticket ids in order of place. */
export interface Lane {
	readonly priorityClass: string | null;
	readonly isAppointment: boolean;
	readonly reservedFor: string | null;
	readonly returning: boolean;
	readonly ticketIds: string[];
}

/** The lanes of a service; none for one that the day does not know. */
export function lanesOf(state: QueueState, serviceId: string): readonly Lane[] {
	return state.lines.get(serviceId) ?? [];
}

/** How many wait for a service. */
export function waitingFor(state: QueueState, serviceId: string): number {
	let waiting = 0;
	for (const { ticketIds } of lanesOf(state, serviceId)) waiting += ticketIds.length;
	return waiting;
}

/** Everyone of a lane from a place on, in order. */
export function ticketAt(
	state: QueueState,
	{ ticketIds }: Lane,
	index: number,
): Ticket | undefined {
	const ticketId = ticketIds[index];
	return ticketId === undefined ? undefined : state.tickets.get(ticketId);
}

/** How many at the beginning of a lane fulfil what holds for all before the first that does not; found by halving. */
export function countWhile(
	state: QueueState,
	lane: Lane,
	holds: (ticket: Ticket) => boolean,
	from = 0,
): number {
	let low = from;
	let high = lane.ticketIds.length;
	// Nearly always it is nobody, or everybody.
	const first = low < high ? ticketAt(state, lane, low) : undefined;
	if (!first || !holds(first)) return low;
	const last = ticketAt(state, lane, high - 1);
	if (last && holds(last)) return high;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const ticket = ticketAt(state, lane, middle);
		if (ticket && holds(ticket)) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Puts a ticket that waits into its lane. */
export function enter(state: QueueState, ticket: Ticket): void {
	const lanes = state.lines.get(ticket.serviceId);
	if (!lanes) throw new Error(`a ticket waits for ${ticket.serviceId}, which no settings hold`);
	let lane = lanes.find((one) => isLaneOf(one, ticket));
	if (!lane) {
		lane = {
			priorityClass: ticket.priorityClass,
			isAppointment: ticket.appointmentAt !== null,
			reservedFor: ticket.reservedFor,
			returning: ticket.returning,
			ticketIds: [],
		};
		lanes.push(lane);
	}
	const { ticketIds } = lane;
	const last = ticketAt(state, lane, ticketIds.length - 1);
	if (!last || byPlace(last, ticket) < 0) ticketIds.push(ticket.id);
	else ticketIds.splice(placeIn(state, lane, ticket), 0, ticket.id);
}

/** Takes a ticket out of its lane; one that stands in none is left. */
export function leave(state: QueueState, ticket: Ticket): void {
	const lanes = state.lines.get(ticket.serviceId) ?? [];
	const at = lanes.findIndex((one) => isLaneOf(one, ticket));
	const lane = lanes[at];
	if (!lane) return;
	const index = placeIn(state, lane, ticket);
	if (lane.ticketIds[index] !== ticket.id) return;
	// Taken from its beginning a long line need not be moved up.
	if (index === 0) lane.ticketIds.shift();
	else lane.ticketIds.splice(index, 1);
	// Lanes of one counter come and go; the others are few and stay.
	if (lane.reservedFor !== null && lane.ticketIds.length === 0) lanes.splice(at, 1);
}

/** How many of a lane stand before a ticket, which may stand in another. */
export function placeIn(state: QueueState, lane: Lane, ticket: Ticket): number {
	if (lane.ticketIds[0] === ticket.id) return 0;
	if (lane.ticketIds.at(-1) === ticket.id) return lane.ticketIds.length - 1;
	return countWhile(state, lane, (one) => byPlace(one, ticket) < 0);
}

/** How many of its own lane stand before a ticket that waits: at least as many are ahead of it in the line. */
export function placeInLane(state: QueueState, ticket: Ticket): number {
	const lane = lanesOf(state, ticket.serviceId).find((one) => isLaneOf(one, ticket));
	return lane ? placeIn(state, lane, ticket) : 0;
}

export function isLaneOf(lane: Lane, ticket: Ticket): boolean {
	return (
		lane.priorityClass === ticket.priorityClass &&
		lane.isAppointment === (ticket.appointmentAt !== null) &&
		lane.reservedFor === ticket.reservedFor &&
		lane.returning === ticket.returning
	);
}
