import { changesAfter, openingAt, openMsLeft } from "../config/calendar.ts";
import type { Office } from "../config/office.ts";
import type { Hours, Names } from "../protocol/office.ts";
import type { Opening, ServiceOpening, ServiceShut } from "../protocol/opening.ts";
import { quotaLeft } from "./queue/decide-service.ts";
import { minutesToServe } from "./queue/last-ticket.ts";
import type { QueueState } from "./queue/state.ts";

/** Whether one can get a number now: by the clock, and by what was decided for today. */
export interface OfficeHours {
	/** The office as a whole, by the clock. */
	office(): Opening;
	/** One of its services, by the clock alone. */
	byClock(serviceId: string): Opening;
	/** One of its services, by everything there is. */
	service(serviceId: string): ServiceOpening;
	/** Whether somebody who comes now is served in what is left of the day's hours; null where it is not asked or not known. */
	servedToday(serviceId: string): boolean | null;
}

export interface OfficeHoursParts {
	office: Pick<
		Office,
		"hours" | "timeZone" | "holidays" | "workingDays" | "lastTicket" | "services"
	>;
	/** The newest state of the queue: today's hours may be moved there. */
	state: () => QueueState;
	/** The wall clock, milliseconds since 1970. */
	now: () => number;
}

export function createOfficeHours({ office, state, now }: OfficeHoursParts): OfficeHours {
	/** The calendar is asked again only where its answer may be another: it is asked at every ticket. */
	const kept = new Map<string, { opening: Opening; hours: unknown; from: number; to: number }>();
	/** The services that this was kept for. Other settings are another list. */
	let keptFor = office.services;
	const serviceOf = (id: string) => office.services.find((service) => service.id === id);

	function opening(id: string, own: Hours | undefined): Opening {
		const at = now();
		const { hours } = state().hall;
		if (keptFor !== office.services) kept.clear();
		keptFor = office.services;
		const before = kept.get(id);
		if (before && before.hours === hours && before.from <= at && at < before.to) {
			return before.opening;
		}
		const besides = { moved: moved(), own };
		const answer = openingAt(office, at, besides);
		kept.set(id, { opening: answer, hours, from: at, to: changesAfter(office, at, besides) });
		return answer;
	}

	function lastTicket() {
		return office.lastTicket ?? "always";
	}

	function moved() {
		const { day, hall } = state();
		return hall.hours && { day, ...hall.hours };
	}

	function servedToday(serviceId: string): boolean | null {
		if (lastTicket() === "always") return null;
		const at = now();
		const left = openMsLeft(office, at, { moved: moved(), own: serviceOf(serviceId)?.hours });
		const minutesOf = (id: string) => serviceOf(id)?.minutes ?? 0;
		const minutes = minutesToServe(state(), serviceId, minutesOf, at);
		return left === null || minutes === null ? null : minutes * 60_000 <= left;
	}

	const byClock = (serviceId: string) => opening(serviceId, serviceOf(serviceId)?.hours);

	return {
		// No service's id is empty.
		office: () => opening("", undefined),
		byClock,
		servedToday,
		service(serviceId) {
			const { tickets, why, reason, until, next } = byClock(serviceId);
			const about = { until, next, quotaLeft: quotaLeft(state(), serviceId) };
			const shut = (as: ServiceShut, said: Names | null = null): ServiceOpening => ({
				...about,
				open: false,
				shut: as,
				reason: said,
				servedToday: null,
			});
			if (state().hall.stopped) return shut("hall-stopped");
			if (!tickets) return shut(why ?? "after-hours", reason);
			const closed = state().services.get(serviceId)?.closed;
			if (closed) return shut("closed", closed.reason);
			if (about.quotaLeft === 0) return shut("quota-reached");
			const served = servedToday(serviceId);
			if (served === false && lastTicket() === "refuse") return shut("full-today");
			return { ...about, open: true, shut: null, reason: null, servedToday: served };
		},
	};
}
