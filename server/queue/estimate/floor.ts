import type { Turns } from "../event.ts";
import { isFirstComeFirstCalled } from "../policy.ts";
import { servedAt } from "../serving.ts";
import type { QueueState } from "../state.ts";
import type { Ticket } from "../ticket.ts";

/**
 * The hall at one moment, laid out for going through it many times. Places in `called` of a run: first everyone who waits, then for each lane that is open to
 * newcomers the one who would come now.
 */
export interface Floor {
	state: QueueState;
	nowMs: number;
	/** Nobody can be overtaken: whoever came first is next, and those who come later change nothing. */
	isPlain: boolean;
	lanes: FloorLane[];
	counters: FloorCounter[];
	/** How many places there are. */
	size: number;
}

/** Those of a lane, and who comes to it. */
export interface FloorLane {
	serviceId: string;
	priorityClass: string | null;
	isAppointment: boolean;
	/** They come back to the counter at which they have been. */
	returning: boolean;
	tickets: Ticket[];
	/** The place of the first of them; the others follow. */
	firstAt: number;
	/** Who would come now; null for lanes into which nobody comes by themselves. */
	newcomer: Ticket | null;
	newcomerAt: number;
}

export interface FloorCounter {
	id: string;
	lanes: FloorLane[];
	/** The services for which people come whom it may call. */
	services: readonly string[];
	turns: Turns;
}

export function layFloor(state: QueueState, nowMs: number): Floor {
	const laid: { lane: FloorLane; reservedFor: string | null }[] = [];
	let size = 0;
	const given = new Set(state.settings.services.map(({ id }) => id));
	// Of a service that is no longer given some may be kept for a counter.
	for (const serviceId of new Set([...given, ...state.lines.keys()])) {
		const comes = given.has(serviceId) ? [null, ...state.settings.priorityClasses] : [];
		const without = new Set(comes);
		for (const { ticketIds, reservedFor, ...alike } of state.lines.get(serviceId) ?? []) {
			const { priorityClass, isAppointment, returning } = alike;
			const isOpen = reservedFor === null && !isAppointment && !returning;
			const newcomer = isOpen && without.delete(priorityClass);
			if (ticketIds.length === 0 && !newcomer) continue;
			const tickets = ticketIds.flatMap((id) => state.tickets.get(id) ?? []);
			laid.push({
				lane: {
					serviceId,
					...alike,
					tickets,
					firstAt: size,
					newcomer: newcomer ? somebody(serviceId, priorityClass, nowMs) : null,
					newcomerAt: -1,
				},
				reservedFor,
			});
			size += tickets.length;
		}
		for (const priorityClass of without) {
			const newcomer = somebody(serviceId, priorityClass, nowMs);
			const alike = { serviceId, priorityClass, isAppointment: false, returning: false };
			const lane = { ...alike, tickets: [], firstAt: size, newcomer, newcomerAt: -1 };
			laid.push({ lane, reservedFor: null });
		}
	}
	for (const { lane } of laid) if (lane.newcomer) lane.newcomerAt = size++;
	return {
		state,
		nowMs,
		isPlain: isFirstComeFirstCalled(state) && state.policy.services === "first-come",
		lanes: laid.map(({ lane }) => lane),
		counters: state.settings.counters
			.map(({ id }) => ({ id, services: servedAt(state, id) }))
			.map(({ id, services }) => ({
				id,
				lanes: laid.flatMap(({ lane, reservedFor }) => {
					const isServed = services.includes(lane.serviceId);
					return (reservedFor === null ? isServed : reservedFor === id) ? lane : [];
				}),
				services,
				turns: state.counters.get(id)?.turns ?? {},
			})),
		size,
	};
}

/** Behind all who have come. */
export const lastSeq = Number.MAX_SAFE_INTEGER;

/** Somebody who comes to a line then, of whom nothing else is known. */
export function somebody(serviceId: string, priorityClass: string | null, comesMs: number): Ticket {
	return {
		id: "",
		number: "",
		serviceId,
		priorityClass,
		procedureCode: null,
		language: "vi",
		kioskId: null,
		files: 1,
		appointmentAt: null,
		issuedAt: "",
		issuedSeq: lastSeq,
		state: "waiting",
		visit: [],
		place: comesMs,
		placeSeq: lastSeq,
		reservedFor: null,
		returning: false,
		touchedSeq: 0,
		counterId: null,
		calledAt: null,
		startedAt: null,
		endedAt: null,
		parkedAt: null,
		slip: null,
		notes: [],
		callCount: 0,
		recalls: 0,
	};
}
