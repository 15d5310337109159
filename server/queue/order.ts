import type { CallRule } from "./event.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

export interface Choice {
	ticket: Ticket;
	rule: CallRule;
}

/** Whom a counter with these services calls next: of all who wait for one of them, the one who came first. */
export function chooseNext(state: QueueState, services: readonly string[]): Choice | null {
	let first: Ticket | null = null;
	for (const serviceId of services) {
		const head = firstInLine(state, serviceId);
		if (head && (!first || head.issuedSeq < first.issuedSeq)) first = head;
	}
	return first ? { ticket: first, rule: "first-come" } : null;
}

/** Everyone who waits for a service, in the order in which they will be called. */
export function* lineOf(state: QueueState, serviceId: string): Generator<Ticket> {
	for (const ticketId of state.lines.get(serviceId) ?? []) {
		const ticket = state.tickets.get(ticketId);
		if (ticket) yield ticket;
	}
}

/** Everyone who waits for one of these services, in the order in which a counter with these services calls them. */
export function callingOrder(state: QueueState, services: readonly string[]): Ticket[] {
	return services
		.flatMap((serviceId) => [...lineOf(state, serviceId)])
		.sort((one, other) => one.issuedSeq - other.issuedSeq);
}

/** How many wait for a service. */
export function waitingFor(state: QueueState, serviceId: string): number {
	return state.lines.get(serviceId)?.length ?? 0;
}

/** How many people of the same service will be called before this one; null when it does not wait. */
export function aheadOf(state: QueueState, ticket: Ticket): number | null {
	if (ticket.state !== "waiting") return null;
	const place = placeInLine(state, ticket);
	return place < 0 ? null : place;
}

/**
 * Where a ticket stands in its service's line, from 0; -1 where it does not. Lines are in the order of issue, so halving finds it; most
 * often asked for are the one who has just come and the one who is called.
 */
export function placeInLine(state: QueueState, ticket: Ticket): number {
	const line = state.lines.get(ticket.serviceId) ?? [];
	if (line.at(-1) === ticket.id) return line.length - 1;
	if (line[0] === ticket.id) return 0;
	const place = placeByNumber(state, ticket);
	return line[place] === ticket.id ? place : -1;
}

/** Where a ticket belongs in its service's line: behind all who came before. */
export function placeByNumber(state: QueueState, { serviceId, issuedSeq }: Ticket): number {
	const line = state.lines.get(serviceId) ?? [];
	let low = 0;
	let high = line.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (issuedSeqOf(state, line[middle]) < issuedSeq) low = middle + 1;
		else high = middle;
	}
	return low;
}

function issuedSeqOf(state: QueueState, ticketId: string | undefined): number {
	return (ticketId && state.tickets.get(ticketId)?.issuedSeq) || Number.POSITIVE_INFINITY;
}

function firstInLine(state: QueueState, serviceId: string): Ticket | null {
	for (const ticket of lineOf(state, serviceId)) return ticket;
	return null;
}
