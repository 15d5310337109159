import type { BoardCounterRow, BoardRow, CallRow } from "../../protocol/live.ts";
import { type QueueState, shownCalls } from "../queue/state.ts";
import { counterLabel } from "./counter-label.ts";
import { type NamedService, serviceRow } from "./service-rows.ts";
import { movesLine, splitKey, ticketOf, type View } from "./view.ts";

/** What the whole lobby may see: numbers and counters, never a ticket's id and never a name. */
export function boardView(services: readonly NamedService[]): View<BoardRow> {
	return {
		*keys(state) {
			for (const { id } of services) yield `service:${id}`;
			for (const { id } of state.settings.counters) yield `counter:${id}`;
			for (const { ticketId } of state.recentCalls.slice(0, shownCalls)) {
				yield `call:${state.tickets.get(ticketId)?.number}`;
			}
		},
		row(state, key) {
			const { kind, id } = splitKey(key);
			if (kind === "service") return serviceRow(services, state, id);
			if (kind === "counter") return counterRow(state, id);
			return callRow(state, id);
		},
		touched(state, event) {
			const keys = "counterId" in event ? [`counter:${event.counterId}`] : [];
			const ticket = ticketOf(state, event);
			if (!ticket) return keys;
			if (movesLine(event)) keys.push(`service:${ticket.serviceId}`);
			if (event.type !== "ticket-called" && event.type !== "ticket-recalled") return keys;
			keys.push(`call:${ticket.number}`);
			const dropped = state.recentCalls[shownCalls];
			if (dropped) keys.push(`call:${state.tickets.get(dropped.ticketId)?.number}`);
			return keys;
		},
	};
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
			serviceId: ticket.serviceId,
			counter: { id: call.counterId, label: counterLabel(state, call.counterId) },
			callCount: call.callCount,
			at: call.at,
			calledSeq: call.seq,
		};
	}
	return null;
}
