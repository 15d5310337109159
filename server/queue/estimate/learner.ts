import type { StampedEvent } from "../event.ts";
import { stoppedMs } from "../hall.ts";
import { servedAt } from "../serving.ts";
import type { QueueState } from "../state.ts";
import type { Ticket } from "../ticket.ts";
import { type Arrivals, createArrivals } from "./arrivals.ts";
import { type HoursOf, momentAt, servedBetween, withoutBreaks } from "./hours.ts";
import { createLosses, type Losses } from "./losses.ts";
import { createPresence, type Free, type Presence } from "./presence.ts";
import { createServiceTimes, type Hold, type ServiceTimes } from "./service-times.ts";

/** What an office's events teach. */
export interface Learner {
	saw(state: QueueState, event: StampedEvent): void;
	readonly times: ServiceTimes;
	readonly arrivals: Arrivals;
	readonly losses: Losses;
	readonly presence: Presence;
}

type Held = Pick<Ticket, "serviceId" | "priorityClass" | "files"> & {
	ticketId: string;
	sinceMs: number;
	/** How long they had waited in the office's hours: a break tries nobody's patience. */
	triedMs: number;
};

/** A counter as it is watched. Instants are milliseconds since 1970. */
interface Watched {
	/** Who is there, and since when. */
	held: Held | null;
	/** Since when nobody is there, and whether somebody could have been called then; null while it is held or not open. */
	free: Free | null;
}

/** Whoever is called so soon after coming may have found an officer whose work was long done. */
const soonMs = 30_000;

export function createLearner(parts: {
	minutesOf: (serviceId: string) => number | null;
	hours: HoursOf;
}): Learner {
	const times = createServiceTimes(parts.minutesOf);
	const arrivals = createArrivals();
	const losses = createLosses();
	const presence = createPresence();
	const counters = new Map<string, Watched>();
	let counterIds: string[] = [];
	/** A hold that has just ended; the next event tells whether by the next call. */
	let ended: { counterId: string; hold: Hold; waited: boolean } | null = null;

	const spansAt = (atMs: number) => parts.hours(null, atMs)?.counters ?? null;

	function watched(counterId: string): Watched {
		const found = counters.get(counterId) ?? { held: null, free: null };
		counters.set(counterId, found);
		return found;
	}

	function settle(byNextCall: boolean, wasWaiting: boolean): void {
		if (!ended) return;
		const { hold, waited } = ended;
		ended = null;
		// While people wait nobody leaves a counter standing; when they do not, it tells how its officer goes about it.
		if (!waited || (byNextCall && !wasWaiting)) losses.letGo(byNextCall);
		if (!byNextCall || wasWaiting) times.learn(hold);
	}

	function freed(state: QueueState, counterId: string, atMs: number): void {
		const counter = watched(counterId);
		counter.held = null;
		const isOpen = state.counters.get(counterId)?.status === "open";
		counter.free = isOpen ? { sinceMs: atMs, waited: somebodyWaits(state, counterId) } : null;
	}

	/** Whoever was at the counter has gone, one way or the other. */
	function left(state: QueueState, event: Leaving, atMs: number): void {
		const counterId = event.counterId ?? "";
		const counter = counters.get(counterId);
		const held = counter?.held;
		if (!held || held.ticketId !== event.ticketId) return;
		const spans = spansAt(atMs);
		const ms = withoutBreaks(spans, held.sinceMs, atMs) - stoppedMs(state.hall, held.sinceMs, atMs);
		const isNobody = event.type === "ticket-missed" || event.type === "ticket-cancelled";
		freed(state, counterId, atMs);
		if (isNobody) losses.missed(ms, held.triedMs);
		else {
			const { serviceId, priorityClass, files } = held;
			const officer = officerAt(state, counterId);
			const waited = counter?.free?.waited ?? somebodyWaits(state, counterId);
			ended = { counterId, hold: { serviceId, priorityClass, officer, files, ms }, waited };
		}
	}

	function called(state: QueueState, event: Of<"ticket-called">, atMs: number): void {
		const { counterId, ticketId } = event;
		const ticket = state.tickets.get(ticketId);
		if (!ticket) return;
		const cameMs = Math.max(Date.parse(ticket.issuedAt), ticket.place);
		const waitedMs = atMs - cameMs;
		settle(event.endedCurrent === true, waitedMs >= soonMs);
		const triedMs = servedBetween(spansAt(atMs), cameMs, atMs);
		losses.called(ticket.serviceId, triedMs);
		const counter = watched(counterId);
		const { free } = counter;
		const spans = spansAt(atMs);
		const moment = momentAt(spans, atMs);
		presence.called(counterId, atMs, free, spans);
		// A break that was waited out is no gap.
		const isOneGo = free && momentAt(spans, free.sinceMs) === "within" && moment === "within";
		if (isOneGo && withoutBreaks(spans, free.sinceMs, atMs) === atMs - free.sinceMs) {
			if (free.waited) losses.gap(atMs - free.sinceMs);
			else losses.reaction(atMs - Math.max(free.sinceMs, cameMs));
		}
		counter.free = null;
		const { serviceId, priorityClass, files } = ticket;
		counter.held = { ticketId, sinceMs: atMs, triedMs, serviceId, priorityClass, files };
	}

	/** An act was undone: the counter is held, or not, as it is now. */
	function setBack(state: QueueState, { counterId, ticketId }: Of<"ticket-set-back">): void {
		const ticket = state.tickets.get(ticketId);
		const counter = watched(counterId);
		const isThere = state.counters.get(counterId)?.currentTicketId === ticketId;
		if (ticket?.calledAt && isThere) {
			const { serviceId, priorityClass, files, calledAt } = ticket;
			const sinceMs = Date.parse(calledAt);
			const triedMs = servedBetween(spansAt(sinceMs), ticket.place, sinceMs);
			counter.held = { ticketId, sinceMs, triedMs, serviceId, priorityClass, files };
			counter.free = null;
		} else if (counter.held?.ticketId === ticketId) counter.held = null;
	}

	function beginDay(): void {
		presence.endDay(counterIds, (id) => counters.get(id)?.free ?? null);
		arrivals.endDay();
		times.beginDay();
		counters.clear();
		ended = null;
	}

	function saw(state: QueueState, event: StampedEvent): void {
		const atMs = state.clockMs;
		if (event.type === "ticket-set-back" && event.counterId === ended?.counterId) ended = null;
		if (ended && !isNextCall(event, ended.counterId)) settle(false, true);
		switch (event.type) {
			case "day-opened":
				beginDay();
				return;
			case "settings-applied":
				counterIds = event.settings.counters.map(({ id }) => id);
				return;
			case "ticket-issued":
				// Whoever came while the hub was away came at another time than this.
				if (event.slip) return;
				arrivals.learn(event.serviceId, event.priorityClass, atMs);
				return;
			case "ticket-called":
				called(state, event, atMs);
				return;
			case "ticket-finished":
			case "ticket-missed":
			case "ticket-parked":
				left(state, event, atMs);
				return;
			case "ticket-transferred":
				left(state, event, atMs);
				if (event.by === "officer") losses.cameBack(event.serviceId);
				return;
			case "ticket-cancelled": {
				const isThere = counters.get(event.counterId ?? "")?.held?.ticketId === event.ticketId;
				const ticket = state.tickets.get(event.ticketId);
				if (isThere) left(state, event, atMs);
				else if (ticket) losses.gaveUp(servedBetween(spansAt(atMs), ticket.place, atMs));
				return;
			}
			case "ticket-restored":
			case "ticket-unparked": {
				const ticket = state.tickets.get(event.ticketId);
				if (ticket) losses.cameBack(ticket.serviceId);
				return;
			}
			case "ticket-returned":
				freed(state, event.counterId, atMs);
				return;
			case "ticket-set-back":
				setBack(state, event);
				return;
			case "counter-opened":
				presence.opened(event.counterId, atMs, spansAt(atMs));
				if (!watched(event.counterId).held) freed(state, event.counterId, atMs);
				return;
			case "counter-paused":
			case "counter-closed": {
				const { counterId } = event;
				const waited = somebodyWaits(state, counterId);
				watched(counterId).free = null;
				if (event.type === "counter-paused") {
					presence.paused(counterId, atMs, waited, spansAt(atMs));
				} else presence.closed(counterId, atMs, waited, spansAt(atMs));
				return;
			}
			case "hall-resumed":
				// What lay between was nobody's gap.
				for (const counter of counters.values()) counter.free = null;
				return;
			default:
				return;
		}
	}

	return { saw, times, arrivals, losses, presence };
}

type Of<T extends StampedEvent["type"]> = Extract<StampedEvent, { type: T }>;
type Leaving = Of<
	"ticket-finished" | "ticket-missed" | "ticket-parked" | "ticket-transferred" | "ticket-cancelled"
>;

function isNextCall(event: StampedEvent, counterId: string): boolean {
	return (
		event.type === "ticket-called" && event.endedCurrent === true && event.counterId === counterId
	);
}

/** By whom a counter is held; one that nobody holds has its own speed. */
export function officerAt(state: QueueState, counterId: string): string {
	return state.counters.get(counterId)?.officer?.username ?? counterId;
}

/** Whether the counter could call somebody. */
export function somebodyWaits(state: QueueState, counterId: string): boolean {
	const services = servedAt(state, counterId);
	for (const [serviceId, lanes] of state.lines) {
		for (const { reservedFor, ticketIds } of lanes) {
			const isCalled =
				reservedFor === null ? services.includes(serviceId) : reservedFor === counterId;
			if (isCalled && ticketIds.length > 0) return true;
		}
	}
	return false;
}
