import { choose } from "../choose.ts";
import type { Turns } from "../event.ts";
import type { QueueState } from "../state.ts";
import { byPlace, type Ticket } from "../ticket.ts";
import type { Floor } from "./floor.ts";
import { isNewcomerNext, type RunLane } from "./run-lane.ts";

/** What a counter of a run calls from. */
export interface Pick {
	/** Whom it calls at that moment, by the office's rule: the first of this lane; null for nobody. */
	next(at: number): RunLane | null;
	/** As it stands now. */
	begin(): void;
}

/** Lanes that are alike to the rule: of them only who came first can be next. */
type Kind = readonly RunLane[];

/**
 * Calls by `choose`, which is asked as seldom as it can be: not where all are alike to the rule.
 *
 * Those who would come now are tried against everybody else, each as if they alone were there. A rule that takes turns goes on counting with them there, apart from
 * how it counts without: nobody else's wait is another because of them.
 * @param greet a newcomer would be called then
 */
export function createPick(
	floor: Floor,
	lanes: readonly RunLane[],
	turns: Turns,
	greet: (lane: RunLane, at: number) => void,
): Pick {
	const { state } = floor;
	const kinds = kindsOf(state, lanes);
	const isOrder = isOrderAlone(state);
	let now = turns;
	let withNewcomers = turns;
	/** The first of each kind, in which lane, and the newcomer who stands before them. Kept between calls: this is done a hundred thousand times. */
	const heads: Ticket[] = [];
	const headLanes = kinds.map((): RunLane | null => null);
	const newcomers = kinds.map((): RunLane | null => null);

	/** Whether somebody new could be called. */
	function look(): boolean {
		let isAnyNewcomer = false;
		let count = 0;
		for (let at = 0; at < kinds.length; at++) {
			const kind = kinds[at] ?? [];
			const lane = firstOf(kind);
			const newcomer = firstNewcomer(kind, lane?.head ?? null);
			if (newcomer) isAnyNewcomer = true;
			newcomers[at] = newcomer;
			headLanes[at] = lane;
			if (lane?.head) heads[count++] = lane.head;
		}
		if (heads.length > count) heads.length = count;
		return isAnyNewcomer;
	}

	function laneOf(ticket: Ticket | undefined): RunLane | null {
		if (!ticket) return null;
		for (const lane of headLanes) if (lane?.head === ticket) return lane;
		return null;
	}

	/** Greets all whose turn it would be; whom the rule then calls of the others. */
	function tryNewcomers(at: number): Ticket | undefined {
		for (;;) {
			const all: Ticket[] = [];
			for (let kind = 0; kind < kinds.length; kind++) {
				const ticket = newcomers[kind]?.floor.newcomer ?? headLanes[kind]?.head;
				if (ticket) all.push(ticket);
			}
			const choice = all.length > 1 ? choose(state, all, withNewcomers, at) : null;
			const ticket = choice ? choice.ticket : all[0];
			const kind = newcomers.findIndex((lane) => lane && lane.floor.newcomer === ticket);
			if (kind < 0) {
				withNewcomers = choice?.turns ?? withNewcomers;
				return ticket;
			}
			const first = headLanes[kind]?.head ?? null;
			for (const lane of kinds[kind] ?? []) if (isBefore(lane, first)) greet(lane, at);
			newcomers[kind] = null;
			if (newcomers.every((one) => one === null)) return undefined;
		}
	}

	return {
		begin() {
			now = turns;
			withNewcomers = turns;
		},
		next(at) {
			if (kinds.length === 1) return alike(kinds[0] ?? [], at, greet);
			const tried = look() ? tryNewcomers(at) : undefined;
			if (heads.length < 2) return laneOf(heads[0]);
			if (isOrder && tried) return laneOf(tried);
			const choice = choose(state, heads, now, at);
			now = choice?.turns ?? now;
			// Where no newcomer is left to try, both count on together.
			if (!tried) withNewcomers = choice?.turns ?? withNewcomers;
			return laneOf(choice?.ticket);
		},
	};
}

/** Where all are alike to the rule: whoever came first. */
function alike(kind: Kind, at: number, greet: (lane: RunLane, at: number) => void): RunLane | null {
	const lane = firstOf(kind);
	const head = lane?.head ?? null;
	for (const one of kind) if (isBefore(one, head)) greet(one, at);
	return lane;
}

function firstOf(kind: Kind): RunLane | null {
	let first: RunLane | null = null;
	for (const lane of kind) {
		if (!lane.head) continue;
		if (!first?.head || byPlace(lane.head, first.head) < 0) first = lane;
	}
	return first;
}

function firstNewcomer(kind: Kind, head: Ticket | null): RunLane | null {
	for (const lane of kind) if (isBefore(lane, head)) return lane;
	return null;
}

/** Whether the lane's newcomer stands before that ticket. */
function isBefore(lane: RunLane, head: Ticket | null): boolean {
	const { newcomer } = lane.floor;
	return newcomer !== null && isNewcomerNext(lane) && (!head || byPlace(newcomer, head) < 0);
}

function kindsOf({ policy }: QueueState, lanes: readonly RunLane[]): Kind[] {
	const kinds = new Map<string, RunLane[]>();
	for (const lane of lanes) {
		const { serviceId, priorityClass, isAppointment, returning } = lane.floor;
		const key = JSON.stringify([
			policy.services === "first-come" || serviceId,
			policy.classes.rule === "first-come" && policy.pickupEvery === null ? null : priorityClass,
			isAppointment && policy.appointments !== null,
			returning,
		]);
		const kind = kinds.get(key);
		if (kind) kind.push(lane);
		else kinds.set(key, [lane]);
	}
	return [...kinds.values()];
}

/** Nobody has a turn: who goes before whom does not hang on who else waits. */
function isOrderAlone({ policy }: QueueState): boolean {
	return (
		policy.classes.rule !== "ratio" && policy.pickupEvery === null && policy.services !== "weights"
	);
}
