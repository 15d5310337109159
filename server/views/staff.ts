import type {
	StaffAsideRow,
	StaffCounterRow,
	StaffLineRow,
	StaffPlace,
	StaffRow,
	StaffTicket,
} from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { lanesOf, placeInLane, ticketAt } from "../queue/lanes.ts";
import { aheadOf, lineOf } from "../queue/order.ts";
import { servedAt } from "../queue/serving.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { counterLabel } from "./counter-label.ts";
import { hallKey, hallRow, touchesHall } from "./hall-row.ts";
import { type NamedService, type ShownOffice, serviceRow, touchesService } from "./service-rows.ts";
import {
	asideKey,
	counterKey,
	countersTouched,
	countsTouched,
	lineKey,
	linesTouched,
	serviceKey,
	splitKey,
	ticketOf,
	type View,
} from "./view.ts";

/** How many of a line an officer sees ahead. */
const shownInLine = 8;

/** What the staff of an office see: who is where, and who comes next. */
export function staffView(office: ShownOffice): View<StaffRow> {
	return {
		*keys(state) {
			yield hallKey;
			for (const { id } of office.services) yield serviceKey(id);
			for (const { id } of office.services) yield lineKey(id);
			for (const { id } of state.settings.counters) yield counterKey(id);
			for (const ticket of state.tickets.values()) if (isAside(ticket)) yield asideKey(ticket.id);
		},
		row(state, key) {
			if (key === hallKey) return hallRow(state);
			const { kind, id } = splitKey(key);
			if (kind === "service") return serviceRow(office.services, state, id);
			if (kind === "aside") return asideRow(state, id);
			return kind === "line" ? lineRow(office.services, state, id) : counterRow(state, id);
		},
		touched(state, event) {
			if (touchesHall(event)) return [hallKey];
			if (touchesService(event)) return [serviceKey(event.serviceId)];
			const keys = countersTouched(event);
			if (touchesAside(event)) keys.push(asideKey(event.ticketId));
			for (const id of countsTouched(state, event)) keys.push(serviceKey(id));
			// Whoever comes to the end of a long line changes nothing of its beginning.
			const issued = event.type === "ticket-issued" && ticketOf(state, event);
			if (issued && comesFarBack(state, issued)) return keys;
			for (const id of linesTouched(state, event)) keys.push(lineKey(id));
			return keys;
		},
	};
}

function comesFarBack(state: QueueState, ticket: Ticket): boolean {
	if (placeInLane(state, ticket) >= shownInLine) return true;
	return (aheadOf(state, ticket, state.clockMs) ?? 0) >= shownInLine;
}

function lineRow(
	services: readonly NamedService[],
	state: QueueState,
	id: string,
): StaffLineRow | null {
	if (!services.some((one) => one.id === id)) return null;
	const next: StaffPlace[] = [];
	for (const { ticket, rule, facts } of lineOf(state, id, state.clockMs)) {
		if (next.length === shownInLine) break;
		// Minutes go by without an event; who sees the row knows since when somebody waits.
		const { waitedMinutes: _, reason: _ofACall, ...lasting } = facts;
		next.push({ ...staffTicket(ticket), rule, facts: lasting });
	}
	return { kind: "line", id, next, oldest: oldestIn(state, id) };
}

/** In each lane whoever is first has been there longest. */
function oldestIn(state: QueueState, serviceId: string): string | null {
	const places = lanesOf(state, serviceId).flatMap((lane) => ticketAt(state, lane, 0)?.place ?? []);
	return places.length === 0 ? null : new Date(Math.min(...places)).toISOString();
}

/** Whether somebody stands in no line and may come back. */
function isAside({ state }: Ticket): boolean {
	return state === "parked" || state === "missed";
}

/** Whether the event may have put somebody aside, or brought them back. */
function touchesAside(event: StampedEvent): event is Extract<StampedEvent, { ticketId: string }> {
	switch (event.type) {
		case "ticket-called":
		case "ticket-parked":
		case "ticket-missed":
		case "ticket-unparked":
		case "ticket-restored":
		case "ticket-transferred":
		case "ticket-cancelled":
		case "ticket-set-back":
			return true;
		default:
			return false;
	}
}

function asideRow(state: QueueState, id: string): StaffAsideRow | null {
	const ticket = state.tickets.get(id);
	if (!ticket || !isAside(ticket)) return null;
	const { counterId, parkedAt, endedAt } = ticket;
	const since = ticket.state === "parked" ? parkedAt : endedAt;
	return { kind: "aside", id, ticket: staffTicket(ticket), counterId, since };
}

function counterRow(state: QueueState, id: string): StaffCounterRow | null {
	const counter = state.counters.get(id);
	if (!counter) return null;
	const current = state.tickets.get(counter.currentTicketId ?? "");
	return {
		kind: "counter",
		id,
		label: counterLabel(state, id),
		services: state.settings.counters.find((one) => one.id === id)?.services ?? [],
		serving: [...servedAt(state, id)],
		status: counter.status,
		pausedFor: counter.pausedFor,
		officer: counter.officer,
		current: current ? staffTicket(current) : null,
		since: counter.since,
	};
}

function staffTicket(ticket: Ticket): StaffTicket {
	const { id, number, serviceId, state, priorityClass, procedureCode, issuedAt } = ticket;
	const { calledAt, startedAt, callCount, visit, notes } = ticket;
	return {
		id,
		number,
		serviceId,
		state,
		priorityClass,
		procedureCode,
		issuedAt,
		calledAt,
		startedAt,
		callCount,
		visit: [...visit],
		notes: notes.map(({ about, text, counterId, at }) => ({ about, text, counterId, at })),
	};
}
