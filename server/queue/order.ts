import { byAgedPlace, type Choice, choose, isDue, isOverdue } from "./choose.ts";
import type { Turns } from "./event.ts";
import { countWhile, type Lane, lanesOf, placeIn, ticketAt } from "./lanes.ts";
import { standingOf } from "./policy.ts";
import type { QueueState } from "./state.ts";
import { byPlace, type Ticket } from "./ticket.ts";
import { notBefore } from "./waited.ts";

/** Where a line is called: its services, whose turn it is, and the counter, at which those are called as well who are kept for it. */
export interface Caller {
	services: readonly string[];
	turns: Turns;
	/** The counter; null: everybody who waits for the services is looked at, wherever they are reserved. */
	counterId: string | null;
}

/**
 * Whom a counter calls next.
 * @param nowMs milliseconds since 1970
 * @param coming somebody who is about to wait as well
 */
export function chooseNext(
	state: QueueState,
	caller: Caller,
	nowMs: number,
	coming: Ticket | null = null,
): Choice | null {
	const heads: Ticket[] = coming && caller.services.includes(coming.serviceId) ? [coming] : [];
	for (const lane of lanesAt(state, caller)) {
		const head = ticketAt(state, lane, 0);
		if (head) heads.push(head);
	}
	return choose(state, heads, caller.turns, notBefore(state, nowMs));
}

/** All whom a counter would call if nobody else came and no time passed, in that order, each with the rule that puts them there. */
export function* callingOrder(state: QueueState, caller: Caller, nowMs: number): Generator<Choice> {
	const cursors = [...lanesAt(state, caller)].map((lane) => ({ lane, at: 0 }));
	let turns = caller.turns;
	for (;;) {
		const heads = cursors.flatMap(({ lane, at }) => ticketAt(state, lane, at) ?? []);
		const choice = choose(state, heads, turns, notBefore(state, nowMs));
		if (!choice) return;
		turns = choice.turns ?? turns;
		const cursor = cursors.find(({ lane, at }) => lane.ticketIds[at] === choice.ticket.id);
		if (cursor) cursor.at++;
		yield choice;
	}
}

/** Everyone who waits for a service, in the order in which one counter for it alone would call them. */
export function lineOf(state: QueueState, serviceId: string, nowMs: number): Generator<Choice> {
	return callingOrder(state, { services: [serviceId], turns: {}, counterId: null }, nowMs);
}

/**
 * How many people of the same service will be called before this one if nobody else comes: its place in `lineOf`, reckoned
 * without going through the line. Null when it does not wait.
 */
export function aheadOf(state: QueueState, ticket: Ticket, nowMs: number): number | null {
	if (ticket.state !== "waiting") return null;
	const now = notBefore(state, nowMs);
	const lanes = lanesOf(state, ticket.serviceId);
	const places = lanes.map((lane) => placesOf(state, lane, now));
	if (isOverdue(state, ticket, now)) {
		return sumOf(places, ({ lane, overdue }) => Math.min(overdue, placeIn(state, lane, ticket)));
	}
	const overdue = sumOf(places, (one) => one.overdue);
	const rest = places.filter(({ lane, overdue }) => lane.ticketIds.length > overdue);
	const back = rest.filter(({ lane }) => lane.returning);
	if (ticket.returning) return overdue + before(state, back, ticket, byPlace);
	const others = rest.filter(({ lane }) => !lane.returning);
	const isDueNow = isDue(state, ticket, now);
	const soFar = overdue + sumOf(back, sizeOf);
	if (isDueNow) {
		return (
			soFar +
			sumOf(others, ({ lane, overdue, due }) =>
				Math.max(0, Math.min(due, placeIn(state, lane, ticket)) - overdue),
			)
		);
	}
	const dueOfThem = sumOf(others, ({ overdue, due }) => due - overdue);
	const remaining = others.map((one) => ({ ...one, overdue: one.due }));
	return soFar + dueOfThem + placeAmong(state, remaining, ticket);
}

/** A lane and how many at its beginning are called by a rule that goes before turns. */
interface Places {
	lane: Lane;
	/** Who has waited too long. */
	overdue: number;
	/** Those, and whose appointment is due. */
	due: number;
}

function placesOf(state: QueueState, lane: Lane, nowMs: number): Places {
	const overdue =
		state.policy.maxWaitMinutes === null
			? 0
			: countWhile(state, lane, (ticket) => isOverdue(state, ticket, nowMs));
	const due =
		lane.isAppointment && !lane.returning
			? countWhile(state, lane, (ticket) => isDue(state, ticket, nowMs), overdue)
			: overdue;
	return { lane, overdue, due };
}

/** Its place among those who are called by turns: the lane for results in between the classes. */
function placeAmong(state: QueueState, places: readonly Places[], ticket: Ticket): number {
	const { policy } = state;
	const isPickup = (priorityClass: string | null) => standingOf(policy, priorityClass).pickup;
	if (policy.pickupEvery === null) return placeByClass(state, places, ticket);
	const own = isPickup(ticket.priorityClass);
	const same = places.filter(({ lane }) => isPickup(lane.priorityClass) === own);
	const other = sumOf(
		places.filter((one) => !same.includes(one)),
		sizeOf,
	);
	const place = own ? before(state, same, ticket, byPlace) : placeByClass(state, same, ticket);
	const between = policy.pickupEvery - 1;
	return own
		? place + Math.min(other, (place + 1) * between)
		: place + Math.min(other, between === 0 ? other : Math.floor(place / between));
}

function placeByClass(state: QueueState, places: readonly Places[], ticket: Ticket): number {
	const { policy } = state;
	const levelOf = (priorityClass: string | null) => standingOf(policy, priorityClass).level;
	const own = levelOf(ticket.priorityClass);
	const byTime = (one: Ticket, other: Ticket) => byAgedPlace(state, one, other);
	switch (policy.classes.rule) {
		case "first-come":
		case "ageing":
			return before(state, places, ticket, byTime);
		case "strict": {
			const same = places.filter(({ lane }) => levelOf(lane.priorityClass) === own);
			const higher = places.filter(({ lane }) => levelOf(lane.priorityClass) > own);
			return sumOf(higher, sizeOf) + before(state, same, ticket, byTime);
		}
		case "ratio": {
			const { priority, ordinary } = policy.classes;
			const isSame = ({ lane }: Places) => levelOf(lane.priorityClass) > 0 === own > 0;
			const place = before(state, places.filter(isSame), ticket, byTime);
			const other = sumOf(
				places.filter((one) => !isSame(one)),
				sizeOf,
			);
			const between =
				own > 0
					? Math.floor(place / priority) * ordinary
					: (Math.floor(place / ordinary) + 1) * priority;
			return place + Math.min(other, between);
		}
	}
}

/** How many of these lanes stand before a ticket, without those whom a rule before this one calls. */
function before(
	state: QueueState,
	places: readonly Places[],
	ticket: Ticket,
	by: (one: Ticket, other: Ticket) => number,
): number {
	return sumOf(places, ({ lane, overdue }) => {
		const { ticketIds } = lane;
		// Whoever has just come stands last in the own lane.
		const isLast = ticketIds.at(-1) === ticket.id;
		const count = isLast
			? ticketIds.length - 1
			: countWhile(state, lane, (one) => by(one, ticket) < 0, overdue);
		return count - overdue;
	});
}

function sizeOf({ lane, overdue }: Places): number {
	return lane.ticketIds.length - overdue;
}

/** Who is kept for the counter is called there whatever the service: nobody else may. */
function* lanesAt(state: QueueState, { services, counterId }: Caller): Generator<Lane> {
	for (const [serviceId, lanes] of state.lines) {
		const isServed = services.includes(serviceId);
		for (const lane of lanes) {
			const isOpenToAll = lane.reservedFor === null || counterId === null;
			if (isOpenToAll ? isServed : lane.reservedFor === counterId) yield lane;
		}
	}
}

function sumOf<T>(all: readonly T[], number: (one: T) => number): number {
	let sum = 0;
	for (const one of all) sum += number(one);
	return sum;
}
