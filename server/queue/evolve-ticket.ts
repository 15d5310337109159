import { noteCrossings } from "./crossings.ts";
import type { StampedEvent } from "./event.ts";
import { countIssued, uncountIssued } from "./evolve-service.ts";
import { enter, leave } from "./lanes.ts";
import { never } from "./never.ts";
import { ordinalOf } from "./numbering.ts";
import { placeAtEnd } from "./place.ts";
import { type BeforeAct, type CounterState, type QueueState, shownCalls } from "./state.ts";
import type { Ticket, TicketNote } from "./ticket.ts";

/** An event as `evolve` takes it. */
export type Apply<T extends StampedEvent["type"]> = Extract<StampedEvent, { type: T }>;

type TicketEvent = Extract<StampedEvent, { ticketId: string }>;

/** Folds an event about a ticket into the state, and keeps how it stood where an officer can undo it. */
export function changeTicket(state: QueueState, event: TicketEvent): void {
	if (event.type === "ticket-issued") {
		issue(state, event);
		return;
	}
	const ticket = ticketOf(state, event.ticketId);
	if (event.type === "slip-withdrawn") {
		withdraw(state, ticket);
		return;
	}
	if (event.type === "ticket-set-back") setBack(state, event, ticket);
	else {
		remember(state, event, ticket);
		change(state, event, ticket);
	}
	ticket.touchedSeq = event.seq;
}

type Changing = Exclude<
	TicketEvent,
	{ type: "ticket-issued" | "ticket-set-back" | "slip-withdrawn" }
>;

function change(state: QueueState, event: Changing, ticket: Ticket): void {
	switch (event.type) {
		case "ticket-called":
		case "ticket-recalled":
			call(state, event, ticket);
			return;
		case "ticket-started":
			ticket.state = "serving";
			ticket.startedAt = event.at;
			return;
		case "ticket-finished":
			end(state, event, ticket, "done");
			return;
		case "slip-settled":
			settle(state, event, ticket);
			return;
		case "ticket-missed":
			end(state, event, ticket, "missed");
			return;
		case "ticket-cancelled":
			end(state, event, ticket, "cancelled");
			return;
		case "ticket-parked":
			moveOut(state, ticket);
			ticket.state = "parked";
			ticket.parkedAt = event.at;
			note(ticket, event, "parked", event.reason);
			return;
		case "ticket-returned":
			putBackWithout(state, counterOf(state, event.counterId), ticket.id);
			return;
		case "ticket-unparked":
			ticket.reservedFor = event.reservedFor;
			ticket.returning = event.reservedFor !== null;
			wait(state, ticket);
			return;
		case "ticket-restored":
			place(state, ticket, event, event.place);
			if (event.lostAppointment) ticket.appointmentAt = null;
			wait(state, ticket);
			return;
		case "ticket-transferred":
			transfer(state, event, ticket);
			return;
		default:
			never(event);
	}
}

/** Into the line again as if not called; only how often it was stays. */
export function putBackWithout(state: QueueState, counter: CounterState, ticketId: string): void {
	const ticket = ticketOf(state, ticketId);
	moveOut(state, ticket);
	wait(state, ticket);
	if (counter.currentTicketId === ticketId) counter.currentTicketId = null;
}

/** Lets every counter with the service call whoever one counter alone was to call. */
export function releaseReserved(state: QueueState, counterId: string): void {
	for (const lanes of state.lines.values()) {
		const released = lanes.filter(({ reservedFor }) => reservedFor === counterId);
		for (const ticketId of released.flatMap(({ ticketIds }) => [...ticketIds])) {
			const ticket = ticketOf(state, ticketId);
			leave(state, ticket);
			release(ticket);
			enter(state, ticket);
		}
	}
}

function release(ticket: Ticket): void {
	ticket.reservedFor = null;
	ticket.returning = false;
}

function issue(state: QueueState, event: Apply<"ticket-issued">): void {
	// Where the clock went back before the next day had begun, the day goes on.
	state.dayClosed = false;
	const { ticketId, number, seq, at } = event;
	const ticket: Ticket = {
		id: ticketId,
		number,
		serviceId: event.serviceId,
		priorityClass: event.priorityClass,
		procedureCode: event.procedureCode,
		language: event.language,
		kioskId: event.kioskId,
		files: event.files ?? 1,
		appointmentAt: event.appointmentAt ?? null,
		issuedAt: event.slip?.takenAt ?? at,
		issuedSeq: seq,
		state: "waiting",
		visit: event.visit ?? nothing,
		place: event.place ?? state.clockMs,
		placeSeq: seq,
		reservedFor: null,
		returning: false,
		touchedSeq: seq,
		counterId: null,
		calledAt: null,
		startedAt: null,
		endedAt: null,
		parkedAt: null,
		slip: event.slip ? { isSettled: false } : null,
		notes: noNotes,
		callCount: 0,
		recalls: 0,
	};
	noteLaterPlace(state, ticket.place);
	state.tickets.set(ticketId, ticket);
	enter(state, ticket);
	noteCrossings(state, ticket);
	countIssued(state, event.serviceId);
	const prefix = number.charAt(0);
	if (event.slip) state.slips.push(number);
	else state.lastNumber.set(prefix, ordinalOf(number) ?? (state.lastNumber.get(prefix) ?? 0) + 1);
}

/** What was done on paper can neither be called nor undone. */
function settle(state: QueueState, event: Apply<"slip-settled">, ticket: Ticket): void {
	const { as, counterId, startedAt = null, endedAt } = event;
	moveOut(state, ticket);
	ticket.state = as === "served" ? "done" : "cancelled";
	ticket.slip = { isSettled: true };
	ticket.counterId = counterId;
	ticket.startedAt = startedAt;
	ticket.endedAt = endedAt;
	if (as === "served") ticket.callCount = 1;
}

function withdraw(state: QueueState, ticket: Ticket): void {
	moveOut(state, ticket);
	state.tickets.delete(ticket.id);
	state.slips = state.slips.filter((number) => number !== ticket.number);
	uncountIssued(state, ticket.serviceId);
}

const nothing: readonly string[] = [];
const noNotes: Ticket["notes"] = [];

function call(
	state: QueueState,
	event: Apply<"ticket-called" | "ticket-recalled">,
	ticket: Ticket,
): void {
	const counter = counterOf(state, event.counterId);
	if (event.type === "ticket-called") {
		moveOut(state, ticket);
		ticket.reservedFor = null;
		ticket.returning = false;
		ticket.recalls = 0;
		ticket.endedAt = null;
		ticket.parkedAt = null;
		ticket.startedAt = null;
		ticket.calledAt = event.at;
		if (event.turns) counter.turns = event.turns;
	} else ticket.recalls++;
	ticket.state = "called";
	ticket.counterId = counter.id;
	ticket.callCount++;
	counter.currentTicketId = ticket.id;
	show(state, {
		ticketId: ticket.id,
		counterId: counter.id,
		serviceId: ticket.serviceId,
		callCount: ticket.callCount,
		seq: event.seq,
		at: event.at,
	});
}

function show(state: QueueState, call: QueueState["recentCalls"][number]): void {
	const others = state.recentCalls.filter(({ ticketId }) => ticketId !== call.ticketId);
	const at = others.findIndex(({ seq }) => seq < call.seq);
	others.splice(at < 0 ? others.length : at, 0, call);
	const ofCounter = new Map<string, number>();
	state.recentCalls = others.filter(({ counterId }, index) => {
		const before = ofCounter.get(counterId) ?? 0;
		ofCounter.set(counterId, before + 1);
		return index <= shownCalls || before <= shownCalls;
	});
}

function end(
	state: QueueState,
	event: Changing,
	ticket: Ticket,
	as: "done" | "missed" | "cancelled",
): void {
	moveOut(state, ticket);
	ticket.parkedAt = null;
	ticket.state = as;
	ticket.endedAt = event.at;
}

function transfer(state: QueueState, event: Apply<"ticket-transferred">, ticket: Ticket): void {
	moveOut(state, ticket);
	// To where it would have gone on by itself, or before its turn: it comes to no service twice.
	ticket.visit = ticket.visit.filter((serviceId) => serviceId !== event.serviceId);
	ticket.serviceId = event.serviceId;
	ticket.reservedFor = event.reservedFor;
	ticket.returning = false;
	note(ticket, event, "transferred", event.note);
	if (event.atEnd) place(state, ticket, event, placeAtEnd(state, ticket, state.clockMs));
	wait(state, ticket);
}

/** Kept for whoever serves it next. */
function note(
	ticket: Ticket,
	{ counterId, at }: { counterId: string; at: string },
	about: TicketNote["about"],
	text: string | undefined,
): void {
	if (text !== undefined) ticket.notes = [...ticket.notes, { about, text, counterId, at }];
}

/** Out of its line, and from the counter at which it is. */
function moveOut(state: QueueState, ticket: Ticket): void {
	if (ticket.state === "waiting") leave(state, ticket);
	if (ticket.state !== "called" && ticket.state !== "serving") return;
	const counter = state.counters.get(ticket.counterId ?? "");
	if (counter?.currentTicketId === ticket.id) counter.currentTicketId = null;
}

/** Into its line, as if never called; only how often it was stays. */
function wait(state: QueueState, ticket: Ticket): void {
	ticket.state = "waiting";
	ticket.counterId = null;
	ticket.calledAt = null;
	ticket.startedAt = null;
	ticket.endedAt = null;
	ticket.parkedAt = null;
	enter(state, ticket);
	noteCrossings(state, ticket);
}

function place(
	state: QueueState,
	ticket: Ticket,
	{ seq }: StampedEvent,
	since: number | undefined,
): void {
	if (since === undefined) return;
	ticket.place = since;
	ticket.placeSeq = seq;
	noteLaterPlace(state, since);
}

function noteLaterPlace(state: QueueState, place: number): void {
	if (place > state.clockMs) state.gaveLaterPlaces = true;
}

/** Keeps how a ticket stood before an officer's act, which may be about two: the one who goes and the one who comes. */
function remember(state: QueueState, event: Changing, ticket: Ticket): void {
	if (event.counterId === null || event.type === "slip-settled") return;
	// What its holder did is not an officer's to undo.
	if (event.type === "ticket-cancelled" && event.by === "holder") return;
	const counter = state.counters.get(event.counterId);
	if (!counter) return;
	const call = state.recentCalls.find(({ ticketId }) => ticketId === ticket.id) ?? null;
	const before: BeforeAct = { ticket: { ...ticket }, call };
	const isSameAct = event.type === "ticket-called" && event.endedCurrent && counter.lastAct;
	counter.lastAct = {
		atMs: state.clockMs,
		lastSeq: event.seq,
		before: isSameAct ? [...isSameAct.before, before] : [before],
		turns: isSameAct ? isSameAct.turns : counter.turns,
		since: isSameAct ? isSameAct.since : counter.since,
	};
}

function setBack(state: QueueState, event: Apply<"ticket-set-back">, ticket: Ticket): void {
	const counter = counterOf(state, event.counterId);
	const { lastAct } = counter;
	// The last first: who went on to another service here and was called again at once stands in it twice.
	const before = lastAct?.before.findLast((one) => one.ticket.id === ticket.id);
	if (!lastAct || !before) throw new Error(`there is nothing to undo for ticket ${ticket.number}`);
	moveOut(state, ticket);
	Object.assign(ticket, before.ticket);
	if (ticket.state === "waiting") {
		// The counter that alone might call it may have paused or closed meanwhile.
		if (state.counters.get(ticket.reservedFor ?? "")?.status !== "open") release(ticket);
		enter(state, ticket);
		noteCrossings(state, ticket);
	}
	if (ticket.state === "called" || ticket.state === "serving") {
		counterOf(state, ticket.counterId ?? "").currentTicketId = ticket.id;
	}
	state.recentCalls = state.recentCalls.filter(({ ticketId }) => ticketId !== ticket.id);
	if (before.call) show(state, before.call);
	const left = lastAct.before.filter((one) => one !== before);
	counter.lastAct = left.length > 0 ? { ...lastAct, before: left } : null;
	counter.turns = lastAct.turns;
	counter.since = lastAct.since;
}

function ticketOf(state: QueueState, ticketId: string): Ticket {
	const ticket = state.tickets.get(ticketId);
	if (!ticket) throw new Error(`an event names ticket ${ticketId}, which was never issued`);
	return ticket;
}

function counterOf(state: QueueState, counterId: string): CounterState {
	const counter = state.counters.get(counterId);
	if (!counter) throw new Error(`an event names counter ${counterId}, which no settings hold`);
	return counter;
}
