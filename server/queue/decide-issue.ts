import type { Command, Context } from "./command.ts";
import { refusedByService } from "./decide-service.ts";
import type { Event } from "./event.ts";
import { nextNumber } from "./numbering.ts";
import { isTooLate, placeAtEnd } from "./place.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { QueueState } from "./state.ts";
import { notBefore } from "./waited.ts";

type Issue = Extract<Command, { type: "issue-ticket" }>;

/**
 * Gives the next number of the service. Refuses an unknown service or priority class, a service that no counter serves, a visit that
 * comes to a service twice, more files than the office takes with one number, and an appointment where the office has none.
 */
export function issueTicket(state: QueueState, command: Issue, context: Context): Result<Event[]> {
	const { priorityClass, files = 1, visit = [], appointmentAt, told } = command;
	const { settings, policy, rules } = state;
	for (const serviceId of [command.serviceId, ...visit]) {
		if (!settings.services.some(({ id }) => id === serviceId)) return refused("service/unknown");
		if (!settings.counters.some(({ services }) => services.includes(serviceId))) {
			return refused("service/not-served");
		}
	}
	for (const serviceId of [command.serviceId, ...visit]) {
		const shut = refusedByService(state, serviceId);
		if (shut) return shut;
	}
	if (new Set([command.serviceId, ...visit]).size <= visit.length) {
		return refused("visit/service-twice");
	}
	if (priorityClass !== null && !settings.priorityClasses.includes(priorityClass)) {
		return refused("priority-class/unknown");
	}
	if (files > rules.maxFiles) return refused("ticket/too-many-files");
	if (appointmentAt !== undefined && !policy.appointments) return refused("appointment/none");
	const prefix = settings.services.find(({ id }) => id === command.serviceId)?.prefix ?? "";
	const slot = keptSlot(state, command, context);
	const comes = notBefore(state, context.now);
	const place = placeAtEnd(state, { files, appointmentAt: slot }, comes);
	return accepted([
		{
			type: "ticket-issued",
			ticketId: context.newTicketId(),
			number: nextNumber(prefix, state.lastNumber.get(prefix) ?? 0, state.slips),
			serviceId: command.serviceId,
			priorityClass,
			procedureCode: command.procedureCode,
			language: command.language,
			kioskId: command.kioskId,
			...(files > 1 && { files }),
			...(visit.length > 0 && { visit }),
			...(slot !== null && { appointmentAt: slot }),
			...(place !== comes && { place }),
			...(told && { told }),
		},
	]);
}

/** Whoever comes after the late window waits like everybody who has no appointment. */
function keptSlot(state: QueueState, { appointmentAt }: Issue, { now }: Context): string | null {
	if (appointmentAt === undefined || !state.policy.appointments) return null;
	return isTooLate(state, appointmentAt, notBefore(state, now)) ? null : appointmentAt;
}
