import type { PhoneRow } from "../../protocol/live.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";

/** The same row that the live view will send, out of the answer to the first question. */
export function rowOfAnswer({ ticket, ahead }: TicketAnswer): PhoneRow {
	const { id, number, serviceId, serviceName, visit, state, counter } = ticket;
	const { callCount, isLastCall, issuedAt, calledAt } = ticket;
	return {
		kind: "ticket",
		id,
		number,
		serviceId,
		serviceName,
		visit,
		state,
		ahead,
		counter,
		callCount,
		...(isLastCall && { isLastCall }),
		issuedAt,
		calledAt,
	};
}
