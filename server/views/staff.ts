import type { StaffCounterRow, StaffLineRow, StaffRow, StaffTicket } from "../../protocol/live.ts";
import { placeInLane } from "../queue/lanes.ts";
import { aheadOf, lineOf } from "../queue/order.ts";
import { servedAt } from "../queue/serving.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { counterLabel } from "./counter-label.ts";
import { hallKey, hallRow, touchesHall } from "./hall-row.ts";
import { type NamedService, serviceRow, touchesService } from "./service-rows.ts";
import {
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
export function staffView(services: readonly NamedService[]): View<StaffRow> {
	return {
		*keys(state) {
			yield hallKey;
			for (const { id } of services) yield serviceKey(id);
			for (const { id } of services) yield lineKey(id);
			for (const { id } of state.settings.counters) yield counterKey(id);
		},
		row(state, key) {
			if (key === hallKey) return hallRow(state);
			const { kind, id } = splitKey(key);
			if (kind === "service") return serviceRow(services, state, id);
			return kind === "line" ? lineRow(services, state, id) : counterRow(state, id);
		},
		touched(state, event) {
			if (touchesHall(event)) return [hallKey];
			if (touchesService(event)) return [serviceKey(event.serviceId)];
			const keys = countersTouched(event);
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
	const next: StaffTicket[] = [];
	for (const { ticket } of lineOf(state, id, state.clockMs)) {
		if (next.length === shownInLine) break;
		next.push(staffTicket(ticket));
	}
	return { kind: "line", id, next };
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
