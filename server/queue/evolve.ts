import { forgetPast, noteAllCrossings } from "./crossings.ts";
import type { StampedEvent } from "./event.ts";
import { evolveHall } from "./evolve-hall.ts";
import { beginService, evolveService } from "./evolve-service.ts";
import { type Apply, changeTicket, putBackWithout, releaseReserved } from "./evolve-ticket.ts";
import { usualPolicy, usualRules } from "./policy.ts";
import type { CounterState, QueueState } from "./state.ts";
import { isOpen } from "./ticket.ts";

/** Folds one event into the state, in place. Knows nothing but the event; an event that does not fit is a bug and throws. */
export function evolve(state: QueueState, event: StampedEvent): void {
	if (event.seq !== state.seq + 1) {
		throw new Error(`event ${event.seq} cannot follow event ${state.seq}`);
	}
	state.seq = event.seq;
	state.clockMs = Math.max(state.clockMs, Date.parse(event.at));
	const counter = "counterId" in event ? state.counters.get(event.counterId ?? "") : undefined;
	const stood = counter && standing(state, counter);
	apply(state, event);
	// What is undone stands again since when it did.
	const isUndone = event.type === "ticket-set-back";
	if (counter && !isUndone && standing(state, counter) !== stood) counter.since = event.at;
	forgetPast(state);
}

/** What of a counter those who look over the hall see, as one text: whom it calls or serves, also once it pauses or is somebody else's; its status where nobody is there. */
function standing({ tickets }: QueueState, { status, currentTicketId }: CounterState): string {
	return currentTicketId === null
		? status
		: `${currentTicketId} ${tickets.get(currentTicketId)?.state}`;
}

function apply(state: QueueState, event: StampedEvent): void {
	switch (event.type) {
		case "day-opened":
			state.day = event.day;
			return;
		case "day-closed":
			closeDay(state, event.at);
			return;
		case "time-passed":
			return;
		case "settings-applied":
			applySettings(state, event);
			return;
		case "policy-set":
			state.hall.policy = event.policy === "usual" ? null : event.policy;
			choosePolicy(state);
			noteAllCrossings(state);
			return;
		case "counter-opened":
			openCounter(state, event);
			return;
		case "counter-paused":
			pauseCounter(state, event);
			return;
		case "counter-closed":
			closeCounter(state, counterOf(state, event.counterId));
			return;
		case "hall-stopped":
		case "hall-resumed":
		case "hours-set":
			evolveHall(state, event);
			// While the hall is stopped nobody comes to wait too long; afterwards everybody does so later.
			noteAllCrossings(state);
			return;
		case "service-closed":
		case "service-opened":
		case "quota-set":
			evolveService(state, event);
			return;
		default:
			changeTicket(state, event);
	}
}

type Of<T extends StampedEvent["type"]> = Apply<T>;

function closeDay(state: QueueState, at: string): void {
	state.dayClosed = true;
	for (const ticket of state.tickets.values()) {
		if (!isOpen(ticket)) continue;
		ticket.state = "expired";
		ticket.endedAt = at;
	}
	for (const lanes of state.lines.values()) lanes.length = 0;
	state.crossings = [];
	for (const counter of state.counters.values()) {
		if (counter.status !== "closed") counter.since = at;
		counter.currentTicketId = null;
		leaveCounter(counter);
	}
}

/** A counter that is no longer there keeps nobody: who was at it waits again where they stood. */
function applySettings(state: QueueState, { settings }: Of<"settings-applied">): void {
	state.settings = settings;
	choosePolicy(state);
	state.rules = { ...usualRules, ...settings.rules };
	for (const { id } of settings.services) {
		if (!state.lines.has(id)) state.lines.set(id, []);
		beginService(state, id);
	}
	for (const { id } of settings.counters) {
		if (!state.counters.has(id)) state.counters.set(id, newCounter(id));
	}
	const kept = new Set(settings.counters.map(({ id }) => id));
	for (const counter of state.counters.values()) {
		if (kept.has(counter.id) || counter.status === "closed") continue;
		if (counter.currentTicketId) putBackWithout(state, counter, counter.currentTicketId);
		closeCounter(state, counter);
	}
	noteAllCrossings(state);
}

/** What the office has set, and over it what was decided for today. */
function choosePolicy(state: QueueState): void {
	const { settings, hall } = state;
	state.policy = { ...usualPolicy, ...settings.policy, ...hall.policy };
}

function newCounter(id: string): CounterState {
	return {
		id,
		status: "closed",
		pausedFor: null,
		officer: null,
		chosen: null,
		currentTicketId: null,
		turns: {},
		lastAct: null,
		since: null,
	};
}

function openCounter(state: QueueState, event: Of<"counter-opened">): void {
	const { counterId, officer, services = null } = event;
	const counter = counterOf(state, counterId);
	// Where the clock went back before the next day had begun, the day goes on.
	state.dayClosed = false;
	counter.status = "open";
	counter.pausedFor = null;
	counter.chosen = services;
	// What somebody else did is not theirs to undo.
	if (counter.officer?.username !== officer.username) counter.lastAct = null;
	counter.officer = officer;
}

/** Nobody waits for a counter at which nobody is called: as when it closes. */
function pauseCounter(state: QueueState, { counterId, reason }: Of<"counter-paused">): void {
	const counter = counterOf(state, counterId);
	counter.status = "paused";
	counter.pausedFor = reason ?? null;
	releaseReserved(state, counter.id);
}

/** Whoever was to be called there alone may now be called by every counter with the service. */
function closeCounter(state: QueueState, counter: CounterState): void {
	leaveCounter(counter);
	releaseReserved(state, counter.id);
}

function leaveCounter(counter: CounterState): void {
	counter.status = "closed";
	counter.pausedFor = null;
	counter.officer = null;
	counter.chosen = null;
	counter.lastAct = null;
}

function counterOf(state: QueueState, counterId: string): CounterState {
	const counter = state.counters.get(counterId);
	if (!counter) throw new Error(`an event names counter ${counterId}, which no settings hold`);
	return counter;
}
