import type { Command, LeftBehind } from "./command.ts";
import type { Event, Officer, QueueSettings } from "./event.ts";
import { goOn } from "./go-on.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { CounterState, QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";
import { written } from "./written.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

export interface HeldCounter {
	counter: CounterState;
	settings: QueueSettings["counters"][number];
}

/** The counter at which this officer stands. Refuses an unknown one, a closed one, and one that somebody else holds. */
export function heldCounter(
	state: QueueState,
	{ counterId, officer }: { counterId: string; officer: Officer },
): Result<HeldCounter> {
	const known = knownCounter(state, counterId);
	if (!known.ok) return known;
	const { counter } = known.value;
	if (!counter.officer) return refused("counter/not-open");
	if (counter.officer.username !== officer.username) {
		return refused("counter/not-yours", { holder: counter.officer.name });
	}
	return known;
}

/**
 * Takes a counter, or goes on after a pause. Refuses a counter that another holds (unless taken over) and a second counter
 * for an officer who may hold only one, and a service that is none of the counter's. A ticket at the counter stays there.
 */
export function openCounter(state: QueueState, command: Of<"open-counter">): Result<Event[]> {
	const known = knownCounter(state, command.counterId);
	if (!known.ok) return known;
	const { counter } = known.value;
	const { officer } = command;
	const isOwn = counter.officer?.username === officer.username;
	const own = known.value.settings.services;
	const foreign = command.services?.find((id) => !own.includes(id));
	if (foreign !== undefined) return refused("service/not-at-counter");
	// Whoever goes on after a pause serves what they served before.
	const chosen = command.services ?? (isOwn ? counter.chosen : null);
	const isAll = chosen === null || own.every((id) => chosen.includes(id));
	const services = isAll ? null : own.filter((id) => chosen.includes(id));
	if (isOwn && counter.status === "open" && isSame(services, counter.chosen)) return accepted([]);
	if (counter.officer && !isOwn && !command.takeOver) {
		return refused("counter/taken", { holder: counter.officer.name });
	}
	if (!isOwn && !command.holdsMany && holdsAnother(state, officer, counter)) {
		return refused("counter/officer-elsewhere");
	}
	const opened: Event = { type: "counter-opened", counterId: counter.id, officer };
	return accepted([services === null ? opened : { ...opened, services }]);
}

/** Stops calling at the counter, or says another reason while it is paused; whoever is being served is served to the end. */
export function pauseCounter(state: QueueState, command: Of<"pause-counter">): Result<Event[]> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter } = held.value;
	const reason = written("reason", command.reason);
	const saysNothing = reason.reason === undefined || reason.reason === counter.pausedFor;
	if (counter.status === "paused" && saysNothing) return accepted([]);
	return accepted([{ type: "counter-paused", counterId: counter.id, ...reason }]);
}

/**
 * Leaves the counter. Whoever is called or served there is not left without a word: refused unless the officer says what becomes of them. Who
 * is being served has come, and is not missed. Refuses a current ticket that is no longer the one the officer saw.
 */
export function closeCounter(state: QueueState, command: Of<"close-counter">): Result<Event[]> {
	const known = knownCounter(state, command.counterId);
	if (!known.ok) return known;
	if (known.value.counter.status === "closed") return accepted([]);
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter } = held.value;
	if (command.ifCurrent !== undefined && command.ifCurrent !== counter.currentTicketId) {
		return refused("counter/current-changed");
	}
	const closed: Event = { type: "counter-closed", counterId: counter.id };
	const ticket = state.tickets.get(counter.currentTicketId ?? "");
	if (!ticket) return accepted([closed]);
	const { number } = ticket;
	if (command.current === undefined) return refused("counter/occupied", { number });
	if (command.current === "miss" && ticket.state !== "called") {
		return refused("ticket/not-called", { number });
	}
	return accepted([leaveBehind(ticket, counter.id, command.current), closed]);
}

function leaveBehind(ticket: Ticket, counterId: string, as: LeftBehind): Event {
	const about = { ticketId: ticket.id, counterId };
	switch (as) {
		case "finish":
			return goOn(ticket, counterId);
		case "miss":
			return { type: "ticket-missed", ...about };
		case "return":
			return { type: "ticket-returned", ...about };
	}
}

function knownCounter(state: QueueState, counterId: string): Result<HeldCounter> {
	const counter = state.counters.get(counterId);
	const settings = state.settings.counters.find(({ id }) => id === counterId);
	return counter && settings ? accepted({ counter, settings }) : refused("counter/unknown");
}

function isSame(one: readonly string[] | null, other: readonly string[] | null): boolean {
	return one?.join() === other?.join();
}

function holdsAnother(state: QueueState, officer: Officer, counter: CounterState): boolean {
	// A counter that the settings no longer hold is nobody's place.
	return state.settings.counters.some(({ id }) => {
		const other = state.counters.get(id);
		return other !== counter && other?.officer?.username === officer.username;
	});
}
