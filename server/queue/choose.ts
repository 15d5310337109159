import type { CallFacts, CallRule, Turns } from "./event.ts";
import { standingOf, weighingOf } from "./policy.ts";
import type { QueueState } from "./state.ts";
import { byPlace, type Ticket } from "./ticket.ts";
import { waitedMs } from "./waited.ts";

export interface Choice {
	ticket: Ticket;
	/** Which rule put it before whoever came earlier; `first-come` where nobody did. */
	rule: CallRule;
	facts: CallFacts;
	/** Whose turn it is afterwards, where a rule takes turns and it was one. */
	turns: Turns | null;
}

export const minuteMs = 60_000;

/** What one looks at to choose: the first of each lane. */
interface Sieve {
	state: QueueState;
	nowMs: number;
	turns: Turns;
	/** Who is left to choose from. */
	left: readonly Ticket[];
	/** Whoever came first of all. */
	earliest: Ticket;
	/** The rule that first left them out. */
	rule: CallRule | null;
	facts: CallFacts;
	next: Turns | null;
}

/**
 * Chooses among those who stand first in their lanes. The rules are asked in this order, each among those the one before has left: the maximum
 * wait, who comes back to this counter, appointments that are due, the lane for results, classes, services; then whoever came first.
 * @param heads the first of each lane
 * @param turns whose turn it is at the counter
 */
export function choose(
	state: QueueState,
	heads: readonly Ticket[],
	turns: Turns,
	nowMs: number,
): Choice | null {
	const earliest = first(heads);
	if (!earliest) return null;
	const byTurn = chooseByTurn(state, heads, turns, nowMs, earliest);
	// Nobody has waited longer than whoever came first.
	if (!isOverdue(state, earliest, nowMs)) return byTurn;
	if (byTurn.ticket === earliest) return { ...byTurn, turns: null };
	return {
		ticket: earliest,
		rule: "maximum-wait",
		facts: {
			waitedMinutes: Math.floor(waitedMs(state, earliest, nowMs) / minuteMs),
			insteadOf: byTurn.ticket.number,
		},
		turns: null,
	};
}

/** Whether the ticket has waited as long as the office lets anybody wait. */
export function isOverdue(state: QueueState, ticket: Ticket, nowMs: number): boolean {
	const { maxWaitMinutes } = state.policy;
	return maxWaitMinutes !== null && waitedMs(state, ticket, nowMs) >= maxWaitMinutes * minuteMs;
}

/** Whether somebody with an appointment may be called by it: the early window has begun. */
export function isDue(state: QueueState, ticket: Ticket, nowMs: number): boolean {
	const { appointments } = state.policy;
	if (!appointments || ticket.appointmentAt === null) return false;
	return nowMs >= ticket.place - appointments.earlyMinutes * minuteMs;
}

/** As if it had come by its class's head start earlier. */
export function agedPlace(state: QueueState, ticket: Ticket): number {
	const { policy } = state;
	if (policy.classes.rule !== "ageing") return ticket.place;
	return ticket.place - standingOf(policy, ticket.priorityClass).headStartMinutes * minuteMs;
}

function chooseByTurn(
	state: QueueState,
	heads: readonly Ticket[],
	turns: Turns,
	nowMs: number,
	earliest: Ticket,
): Choice {
	const sieve: Sieve = {
		state,
		nowMs,
		turns,
		left: heads,
		earliest,
		rule: null,
		facts: {},
		next: null,
	};
	const isSettled = backAtCounter(sieve) || dueAppointments(sieve) || resultLane(sieve);
	if (!isSettled) {
		classes(sieve);
		services(sieve);
	}
	const { left, rule, facts, next } = sieve;
	const ticket = firstAged(state, left);
	if (ticket === earliest) return { ticket, rule: "first-come", facts: {}, turns: next };
	const why = rule ?? "ageing";
	return {
		ticket,
		rule: why,
		facts: { ...factsOfAgeing(state, why, ticket), ...facts, insteadOf: earliest.number },
		turns: next,
	};
}

function backAtCounter(sieve: Sieve): boolean {
	if (!keepIfAny(sieve, ({ returning }) => returning, "returning")) return false;
	keepFirst(sieve);
	return true;
}

function dueAppointments(sieve: Sieve): boolean {
	const { state, nowMs } = sieve;
	if (!keepIfAny(sieve, (ticket) => isDue(state, ticket, nowMs), "appointment")) return false;
	keepFirst(sieve);
	const at = sieve.left[0]?.appointmentAt;
	if (at && sieve.rule === "appointment") sieve.facts = { at };
	return true;
}

function keepFirst(sieve: Sieve): void {
	sieve.left = [first(sieve.left) ?? sieve.earliest];
}

/** Leaves only those for whom it holds, if there are any; says whether there are. */
function keepIfAny(
	sieve: Sieve,
	holds: (ticket: Ticket) => boolean,
	rule: CallRule,
	facts: CallFacts = {},
): boolean {
	const kept = sieve.left.filter(holds);
	if (kept.length === 0) return false;
	if (kept.length < sieve.left.length) {
		if (!kept.includes(sieve.earliest) && sieve.rule === null) {
			sieve.rule = rule;
			sieve.facts = facts;
		}
		sieve.left = kept;
	}
	return true;
}

/** One of so many calls is for those who fetch a result, as long as both wait; among themselves they go as they came. */
function resultLane(sieve: Sieve): boolean {
	const { policy } = sieve.state;
	const every = policy.pickupEvery;
	if (every === null) return false;
	const isPickup = (ticket: Ticket) => standingOf(policy, ticket.priorityClass).pickup;
	const pickups = sieve.left.filter(isPickup).length;
	if (pickups === 0) return false;
	const isAlone = pickups === sieve.left.length;
	const since = sieve.turns.pickup ?? 0;
	const isTurn = isAlone || since >= every - 1;
	keepIfAny(sieve, (ticket) => isPickup(ticket) === isTurn, "result-lane", { every });
	if (!isAlone) sieve.next = { ...sieve.turns, ...sieve.next, pickup: isTurn ? 0 : since + 1 };
	if (isTurn) keepFirst(sieve);
	return isTurn;
}

function classes(sieve: Sieve): void {
	const { policy } = sieve.state;
	const levelOf = (ticket: Ticket) => standingOf(policy, ticket.priorityClass).level;
	if (policy.classes.rule === "strict") {
		const level = Math.max(...sieve.left.map(levelOf));
		keepIfAny(sieve, (ticket) => levelOf(ticket) === level, "strict");
	}
	if (policy.classes.rule !== "ratio") return;
	const { priority, ordinary } = policy.classes;
	const isPriority = (ticket: Ticket) => levelOf(ticket) > 0;
	const some = sieve.left.filter(isPriority).length;
	// Who waits alone is called; nobody saves turns up meanwhile.
	if (some === 0 || some === sieve.left.length) return;
	const turn = (sieve.turns.ratio ?? 0) % (priority + ordinary);
	const isPriorityTurn = turn < priority;
	keepIfAny(sieve, (ticket) => isPriority(ticket) === isPriorityTurn, "ratio", {
		priority,
		ordinary,
	});
	sieve.next = { ...sieve.turns, ...sieve.next, ratio: (turn + 1) % (priority + ordinary) };
}

function services(sieve: Sieve): void {
	const { state, nowMs } = sieve;
	const { policy } = state;
	const waiting = [...new Set(sieve.left.map(({ serviceId }) => serviceId))];
	if (waiting.length < 2) return;
	if (policy.services === "relative-wait") {
		const relative = (ticket: Ticket) =>
			(waitedMs(state, ticket, nowMs) + ticket.place - agedPlace(state, ticket)) /
			weighingOf(policy, ticket.serviceId).targetMinutes;
		const longest = Math.max(...sieve.left.map(relative));
		keepIfAny(sieve, (ticket) => relative(ticket) === longest, "relative-wait");
	}
	if (policy.services === "weights") byShare(sieve, waiting);
}

/** Smooth weighted round robin: each service that is waited for gains its weight, the one that is called pays them all. */
function byShare(sieve: Sieve, waiting: string[]): void {
	const { policy } = sieve.state;
	const credits = new Map(Object.entries(sieve.turns.services ?? {}));
	let total = 0;
	for (const serviceId of waiting) {
		const { weight } = weighingOf(policy, serviceId);
		total += weight;
		credits.set(serviceId, (credits.get(serviceId) ?? 0) + weight);
	}
	const most = Math.max(...waiting.map((serviceId) => credits.get(serviceId) ?? 0));
	const richest = waiting.filter((serviceId) => credits.get(serviceId) === most);
	const chosen = firstAged(
		sieve.state,
		sieve.left.filter(({ serviceId }) => richest.includes(serviceId)),
	).serviceId;
	credits.set(chosen, most - total);
	keepIfAny(sieve, ({ serviceId }) => serviceId === chosen, "weights", {
		weight: weighingOf(policy, chosen).weight,
	});
	sieve.next = { ...sieve.turns, ...sieve.next, services: Object.fromEntries(credits) };
}

function factsOfAgeing(state: QueueState, rule: CallRule, ticket: Ticket): CallFacts {
	if (rule !== "ageing") return {};
	return { headStartMinutes: standingOf(state.policy, ticket.priorityClass).headStartMinutes };
}

function first(tickets: readonly Ticket[]): Ticket | undefined {
	let found = tickets[0];
	for (const ticket of tickets) if (found && byPlace(ticket, found) < 0) found = ticket;
	return found;
}

function firstAged(state: QueueState, [one, ...others]: readonly Ticket[]): Ticket {
	if (!one) throw new Error("a rule has left nobody to call");
	let found = one;
	for (const ticket of others) if (byAgedPlace(state, ticket, found) < 0) found = ticket;
	return found;
}

export function byAgedPlace(state: QueueState, one: Ticket, other: Ticket): number {
	return agedPlace(state, one) - agedPlace(state, other) || byPlace(one, other);
}
