import type { Change, ChangeType } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import { never } from "../queue/never.ts";
import type { QueueState } from "../queue/state.ts";
import { counterLabel } from "../views/counter-label.ts";
import { markOfCall } from "../views/last-call.ts";

/** What every audience is told of an event beside its own rows; null where the event begins a new view as a whole. */
export function changeOf(state: QueueState, event: StampedEvent): Omit<Change, "set"> | null {
	const type = changeType(event);
	if (!type) return null;
	const { seq, at } = event;
	if (event.type !== "ticket-called" && event.type !== "ticket-recalled") return { seq, type, at };
	const ticket = state.tickets.get(event.ticketId);
	if (!ticket) return { seq, type, at };
	const { counterId } = event;
	return {
		seq,
		type,
		at,
		ticket: { number: ticket.number, serviceId: ticket.serviceId },
		counter: { id: counterId, label: counterLabel(state, counterId) },
		callCount: ticket.callCount,
		...markOfCall(state, ticket),
	};
}

function changeType(event: StampedEvent): ChangeType | null {
	switch (event.type) {
		case "day-opened":
		case "day-closed":
		case "settings-applied":
		// Every line may stand in another order.
		case "policy-set":
			return null;
		case "ticket-issued":
		case "slip-settled":
		case "slip-withdrawn":
			return "issued";
		case "ticket-called":
		case "ticket-recalled":
			return "called";
		case "ticket-started":
			return "started";
		case "ticket-finished":
			return "finished";
		case "ticket-missed":
			return "missed";
		case "ticket-returned":
			return "returned";
		case "ticket-parked":
			return "parked";
		case "ticket-unparked":
			return "unparked";
		case "ticket-transferred":
			return "transferred";
		case "ticket-restored":
			return "restored";
		case "ticket-cancelled":
			return "cancelled";
		case "ticket-set-back":
			return "set-back";
		case "time-passed":
			return "reordered";
		case "counter-opened":
			return "counter-opened";
		case "counter-paused":
			return "counter-paused";
		case "counter-closed":
			return "counter-closed";
		case "hall-stopped":
			return "hall-stopped";
		case "hall-resumed":
			return "hall-resumed";
		case "hours-set":
			return "hours-set";
		case "service-closed":
			return "service-closed";
		case "service-opened":
			return "service-opened";
		case "quota-set":
			return "quota-set";
		default:
			return never(event);
	}
}
