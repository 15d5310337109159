import type { BoardCounterRow, BoardRow, CallRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { type QueueState, shownCalls } from "../queue/state.ts";
import { counterLabel } from "./counter-label.ts";
import { hallKey, hallRow, touchesHall } from "./hall-row.ts";
import { type NamedService, serviceRow, touchesService } from "./service-rows.ts";
import {
	counterKey,
	countersTouched,
	countsTouched,
	serviceKey,
	splitKey,
	ticketOf,
	type View,
} from "./view.ts";

/** What the whole lobby may see: numbers and counters, never a ticket's id and never a name. */
export function boardView(services: readonly NamedService[]): View<BoardRow> {
	return {
		*keys(state) {
			yield hallKey;
			for (const { id } of services) yield serviceKey(id);
			for (const { id } of state.settings.counters) yield counterKey(id);
			for (const { ticketId } of state.recentCalls.slice(0, shownCalls)) {
				yield `call:${state.tickets.get(ticketId)?.number}`;
			}
		},
		row(state, key) {
			if (key === hallKey) return hallRow(state);
			const { kind, id } = splitKey(key);
			if (kind === "service") return serviceRow(services, state, id);
			if (kind === "counter") return counterRow(state, id);
			return callRow(state, id);
		},
		touched(state, event) {
			if (touchesHall(event)) return [hallKey];
			if (touchesService(event)) return [serviceKey(event.serviceId)];
			const keys = countersTouched(event);
			for (const id of countsTouched(state, event)) keys.push(serviceKey(id));
			const ticket = ticketOf(state, event);
			if (!ticket || !movesCalls(event)) return keys;
			keys.push(`call:${ticket.number}`);
			// Where one comes in or goes out, the last one that is shown goes out or comes in.
			for (const call of state.recentCalls.slice(shownCalls - 1)) {
				keys.push(`call:${state.tickets.get(call.ticketId)?.number}`);
			}
			return keys;
		},
	};
}

function movesCalls({ type }: StampedEvent): boolean {
	return type === "ticket-called" || type === "ticket-recalled" || type === "ticket-set-back";
}

function counterRow(state: QueueState, id: string): BoardCounterRow | null {
	const counter = state.counters.get(id);
	if (!counter) return null;
	const current = state.tickets.get(counter.currentTicketId ?? "");
	return {
		kind: "counter",
		id,
		label: counterLabel(state, id),
		status: counter.status,
		current: current ? { number: current.number, state: current.state } : null,
	};
}

function callRow(state: QueueState, number: string): CallRow | null {
	for (const call of state.recentCalls.slice(0, shownCalls)) {
		const ticket = state.tickets.get(call.ticketId);
		if (ticket?.number !== number) continue;
		return {
			kind: "call",
			number,
			serviceId: call.serviceId,
			counter: { id: call.counterId, label: counterLabel(state, call.counterId) },
			callCount: call.callCount,
			at: call.at,
			calledSeq: call.seq,
		};
	}
	return null;
}
