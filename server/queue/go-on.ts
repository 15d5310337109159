import type { Event } from "./event.ts";
import type { Ticket } from "./ticket.ts";

/** Served here: on to the next service of the visit, or done. */
export function goOn(ticket: Ticket, counterId: string): Event {
	const [serviceId] = ticket.visit;
	if (serviceId === undefined) return { type: "ticket-finished", ticketId: ticket.id, counterId };
	return {
		type: "ticket-transferred",
		ticketId: ticket.id,
		counterId,
		fromServiceId: ticket.serviceId,
		serviceId,
		reservedFor: null,
		atEnd: false,
		by: "visit",
	};
}
