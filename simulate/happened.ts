import type { CallRule, StampedEvent } from "../server/queue/event.ts";
import { lanesOf } from "../server/queue/lanes.ts";
import { standingOf } from "../server/queue/policy.ts";
import { servedAt } from "../server/queue/serving.ts";
import type { QueueState } from "../server/queue/state.ts";
import type { DayKind } from "./laws/day-kind.ts";

/** What happened on one day. Instants are milliseconds since 1970. */
export interface HappenedDay {
	day: string;
	kind: DayKind;
	tickets: TicketStory[];
	/** Who asked for a number and got none. */
	turnedAway: number;
	counters: CounterStory[];
	/** How many events the queue's core made of it. */
	events: number;
}

export interface TicketStory {
	ticketId: string;
	number: string;
	serviceId: string;
	priorityClass: string | null;
	group: Group;
	files: number;
	issuedMs: number;
	/** The first call; null where there was none. */
	calledMs: number | null;
	/** Why then, and not whoever came earlier. */
	rule: CallRule | null;
	counterId: string | null;
	/** From the first call to the end of the last service. */
	endedMs: number | null;
	outcome: "done" | "missed" | "cancelled" | "expired";
	/** Put aside to mend something and not back. */
	isAside: boolean;
}

/** To whom a ticket belongs by the office's rules: with priority, who only fetches a result, everybody else. */
export const groups = ["ordinary", "priority", "pickup"] as const;
export type Group = (typeof groups)[number];

export interface CounterStory {
	counterId: string;
	openMs: number;
	/** Open with nobody at it, while somebody waited whom it could call, and while nobody did. */
	idleWhileWaitedMs: number;
	idleAloneMs: number;
	called: number;
}

/** Writes down what happens, event by event. */
export function createRecorder() {
	const tickets = new Map<string, TicketStory>();
	const counters = new Map<string, CounterStory>();
	let beforeMs = 0;
	let events = 0;

	function passUntil(state: QueueState, nowMs: number, before: readonly Standing[]): void {
		for (const { id, isOpen, isFree, isWaitedFor } of before) {
			const story = counters.get(id);
			if (!story || !isOpen) continue;
			const ms = nowMs - beforeMs;
			story.openMs += ms;
			if (isFree && isWaitedFor) story.idleWhileWaitedMs += ms;
			else if (isFree) story.idleAloneMs += ms;
		}
		beforeMs = Math.max(beforeMs, nowMs, state.clockMs);
	}

	let standing: Standing[] = [];
	return {
		saw(state: QueueState, event: StampedEvent): void {
			const atMs = Date.parse(event.at);
			passUntil(state, atMs, standing);
			events++;
			if (event.type === "settings-applied") {
				for (const { id } of event.settings.counters) counters.set(id, newCounter(id));
			}
			if ("ticketId" in event) tell(state, event, atMs, tickets, counters);
			standing = standingIn(state);
		},
		ended: () => ({ tickets: [...tickets.values()], counters: [...counters.values()], events }),
	};
}

interface Standing {
	id: string;
	isOpen: boolean;
	isFree: boolean;
	isWaitedFor: boolean;
}

function standingIn(state: QueueState): Standing[] {
	return state.settings.counters.map(({ id }) => {
		const services = servedAt(state, id);
		const counter = state.counters.get(id);
		const isOpen = counter?.status === "open";
		const isFree = isOpen && counter.currentTicketId === null;
		const isWaitedFor =
			isFree &&
			services.some((service) =>
				lanesOf(state, service).some(
					({ reservedFor, ticketIds }) =>
						ticketIds.length > 0 && (reservedFor === null || reservedFor === id),
				),
			);
		return { id, isOpen, isFree, isWaitedFor };
	});
}

function tell(
	state: QueueState,
	event: Extract<StampedEvent, { ticketId: string }>,
	atMs: number,
	tickets: Map<string, TicketStory>,
	counters: Map<string, CounterStory>,
): void {
	const { ticketId } = event;
	if (event.type === "ticket-issued") {
		const { number, serviceId, priorityClass, files = 1 } = event;
		tickets.set(ticketId, {
			ticketId,
			number,
			serviceId,
			priorityClass,
			group: groupOf(state, priorityClass),
			files,
			issuedMs: atMs,
			calledMs: null,
			rule: null,
			counterId: null,
			endedMs: null,
			outcome: "expired",
			isAside: false,
		});
		return;
	}
	const story = tickets.get(ticketId);
	if (!story) return;
	switch (event.type) {
		case "ticket-called": {
			const counter = counters.get(event.counterId);
			if (counter) counter.called++;
			story.outcome = "expired";
			story.isAside = false;
			if (story.calledMs !== null) return;
			story.calledMs = atMs;
			story.rule = event.rule;
			story.counterId = event.counterId;
			return;
		}
		case "ticket-finished":
			story.outcome = "done";
			story.endedMs = atMs;
			return;
		case "ticket-missed":
			story.outcome = "missed";
			return;
		case "ticket-cancelled":
			story.outcome = "cancelled";
			story.endedMs = atMs;
			return;
		case "ticket-restored":
			story.outcome = "expired";
			return;
		case "ticket-parked":
		case "ticket-unparked":
			story.isAside = event.type === "ticket-parked";
	}
}

export function groupOf({ policy }: QueueState, priorityClass: string | null): Group {
	const { pickup, level } = standingOf(policy, priorityClass);
	if (pickup) return "pickup";
	return level > 0 ? "priority" : "ordinary";
}

function newCounter(counterId: string): CounterStory {
	return { counterId, openMs: 0, idleWhileWaitedMs: 0, idleAloneMs: 0, called: 0 };
}
