import type { BoardCounterRow, BoardRow, CallRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { type QueueState, type RecentCall, shownCalls } from "../queue/state.ts";
import { counterLabel } from "./counter-label.ts";
import { hallKey, hallRow, touchesHall } from "./hall-row.ts";
import { markOfCall } from "./last-call.ts";
import { type ShownOffice, serviceRow, touchesService } from "./service-rows.ts";
import {
	counterKey,
	countersTouched,
	countsTouched,
	serviceKey,
	splitKey,
	ticketOf,
	type View,
} from "./view.ts";

/** Calls to these counters alone; null: to all. */
type Hall = ReadonlySet<string> | null;

/**
 * What the whole lobby may see: numbers and counters, never a ticket's id and never a name. All boards are told the same rows; one for a
 * few counters finds the last calls of these among them.
 */
export function boardView(office: ShownOffice): View<BoardRow> {
	let zonedBoards: ShownOffice["boards"];
	let zoned: readonly Hall[] = [null];

	/** The whole hall, and the zones of its boards. */
	function halls(): readonly Hall[] {
		const { boards } = office;
		if (boards !== zonedBoards) {
			zonedBoards = boards;
			const zones = (boards ?? []).flatMap(({ counters }) => (counters ? [new Set(counters)] : []));
			zoned = [null, ...zones];
		}
		return zoned;
	}

	return {
		*keys(state) {
			yield hallKey;
			for (const { id } of office.services) yield serviceKey(id);
			for (const { id } of state.settings.counters) yield counterKey(id);
			const calls = new Set(halls().flatMap((hall) => callsIn(state, hall).slice(0, shownCalls)));
			for (const call of calls) yield callKey(state, call);
		},
		row(state, key) {
			if (key === hallKey) return hallRow(state);
			const { kind, id } = splitKey(key);
			if (kind === "service") return serviceRow(office.services, state, id);
			if (kind === "counter") return counterRow(state, id);
			return callRow(state, id, halls());
		},
		touched(state, event) {
			if (touchesHall(event)) return [hallKey];
			if (touchesService(event)) return [serviceKey(event.serviceId)];
			const keys = countersTouched(event);
			for (const id of countsTouched(state, event)) keys.push(serviceKey(id));
			const ticket = ticketOf(state, event);
			if (!ticket || !movesCalls(event)) return keys;
			keys.push(`call:${ticket.number}`);
			// Whom nobody had called before was on no board before.
			const isNew = event.type === "ticket-called" && ticket.callCount === 1;
			for (const hall of halls()) {
				if (isNew && hall && !hall.has(event.counterId)) continue;
				// Where one comes in or goes out, the last one that is shown goes out or comes in.
				for (const call of callsIn(state, hall).slice(shownCalls - 1, shownCalls + 1)) {
					keys.push(callKey(state, call));
				}
			}
			return keys;
		},
	};
}

/** The last calls to a zone's counters, newest first. @param hall null: to all counters */
function callsIn({ recentCalls }: QueueState, hall: Hall): RecentCall[] {
	if (hall === null) return recentCalls.slice(0, shownCalls + 1);
	return recentCalls.filter(({ counterId }) => hall.has(counterId)).slice(0, shownCalls + 1);
}

function callKey(state: QueueState, { ticketId }: RecentCall): string {
	return `call:${state.tickets.get(ticketId)?.number}`;
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

function callRow(state: QueueState, number: string, halls: readonly Hall[]): CallRow | null {
	const call = state.recentCalls.find(
		({ ticketId }) => state.tickets.get(ticketId)?.number === number,
	);
	const isShown =
		call &&
		halls.some(
			(hall) =>
				(hall?.has(call.counterId) ?? true) &&
				callsIn(state, hall).slice(0, shownCalls).includes(call),
		);
	if (!isShown) return null;
	return {
		kind: "call",
		number,
		serviceId: call.serviceId,
		counter: { id: call.counterId, label: counterLabel(state, call.counterId) },
		callCount: call.callCount,
		...markOfCall(state, state.tickets.get(call.ticketId)),
		at: call.at,
		calledSeq: call.seq,
	};
}
