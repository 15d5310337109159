import { isLastCall } from "../queue/last-call.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";

/** What a row and a change say of a ticket's last call, and of no other. */
export interface LastCallMark {
	isLastCall?: true;
}

/** Of a ticket as it was called last, whatever has become of it since. */
export function markOfCall(state: QueueState, ticket: Ticket | undefined): LastCallMark {
	return ticket && isLastCall(state, ticket) ? { isLastCall: true } : {};
}

/** Of a ticket as it stands: there is no last call to whoever has come, or waits again. */
export function markOfTicket(state: QueueState, ticket: Ticket): LastCallMark {
	return ticket.state === "called" ? markOfCall(state, ticket) : {};
}
