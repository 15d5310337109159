import type { PhoneRow } from "../../protocol/live.ts";
import type { Ticket as TicketOnWire } from "../../protocol/tickets.ts";
import type { StampedEvent } from "../queue/event.ts";
import { aheadOf } from "../queue/order.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { counterLabel } from "./counter-label.ts";
import { markOfTicket } from "./last-call.ts";
import type { NamedService } from "./service-rows.ts";

/** A ticket as its holder may see it over HTTP. */
export function ticketOnWire(
	services: readonly NamedService[],
	state: QueueState,
	ticket: Ticket,
): TicketOnWire {
	const { id, number, serviceId, priorityClass, procedureCode, language } = ticket;
	const { files, visit, appointmentAt, issuedAt, calledAt, callCount } = ticket;
	return {
		id,
		number,
		serviceId,
		serviceName: serviceName(services, serviceId),
		state: ticket.state,
		priorityClass,
		procedureCode,
		language,
		files,
		visit: [...visit],
		appointmentAt,
		issuedAt,
		calledAt,
		counter: counterOf(state, ticket),
		callCount,
		...markOfTicket(state, ticket),
	};
}

/** A ticket as it was when it had just been issued. */
export function issuedOnWire(
	services: readonly NamedService[],
	issued: Extract<StampedEvent, { type: "ticket-issued" }>,
): TicketOnWire {
	const { ticketId, number, serviceId, priorityClass, procedureCode, language, at } = issued;
	return {
		id: ticketId,
		number,
		serviceId,
		serviceName: serviceName(services, serviceId),
		state: "waiting",
		priorityClass,
		procedureCode,
		language,
		files: issued.files ?? 1,
		visit: issued.visit ?? [],
		appointmentAt: issued.appointmentAt ?? null,
		issuedAt: at,
		calledAt: null,
		counter: null,
		callCount: 0,
	};
}

/** The one row of a phone. */
export function phoneRow(
	services: readonly NamedService[],
	state: QueueState,
	ticket: Ticket,
): PhoneRow {
	const { id, number, serviceId, visit, issuedAt, calledAt, callCount } = ticket;
	return {
		kind: "ticket",
		id,
		number,
		serviceId,
		serviceName: serviceName(services, serviceId),
		visit: [...visit],
		state: ticket.state,
		ahead: aheadOf(state, ticket, state.clockMs),
		counter: counterOf(state, ticket),
		callCount,
		...markOfTicket(state, ticket),
		issuedAt,
		calledAt,
	};
}

function serviceName(services: readonly NamedService[], id: string) {
	return services.find((service) => service.id === id)?.name ?? { vi: id, en: id };
}

function counterOf(state: QueueState, { counterId }: Ticket) {
	return counterId ? { id: counterId, label: counterLabel(state, counterId) } : null;
}

/** The page that follows a ticket, whose id is its holder's key. @param base what the hub is reached at */
export function followUrlOf(base: string, ticketId: string): string {
	return `${base}/t/${ticketId}`;
}
