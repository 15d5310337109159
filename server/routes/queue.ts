import { Type } from "typebox";
import {
	FoundTicket,
	NextAnswer,
	QueueAnswer,
	type QueueAside,
	type QueuePlace,
	QueueQuery,
} from "../../protocol/staff.ts";
import type { Choice } from "../queue/choose.ts";
import { aheadOf, type Caller, callingOrder, chooseNext, lineOf } from "../queue/order.ts";
import { servedAt } from "../queue/serving.ts";
import type { QueueState } from "../queue/state.ts";
import type { Ticket } from "../queue/ticket.ts";
import { waitedMs } from "../queue/waited.ts";
import { ticketOnWire } from "../views/ticket.ts";
import { whyOf } from "../views/why.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

/** Who waits, in the order in which they will be called. */
export function addQueueRoute(app: App, { sessions, hub, office, now }: Parts): void {
	app.get(
		"/api/queue",
		{
			onRequest: requireAccount(sessions, ["officer", "supervisor"]),
			schema: {
				tags: ["staff"],
				summary: "Who waits, by service in calling order; ?counter= gives one counter's own order",
				querystring: QueueQuery,
				response: { 200: QueueAnswer },
			},
		},
		async ({ query: { counter } }) => {
			const isKnown = office.counters.some(({ id }) => id === counter);
			if (counter !== undefined && !isKnown) throw new Refused("counter/unknown");
			const nowMs = now();
			return hub.read((state): QueueAnswer => {
				const services =
					counter === undefined ? office.services.map(({ id }) => id) : servedAt(state, counter);
				const waiting =
					counter === undefined
						? services.flatMap((id) => [...lineOf(state, id, nowMs)])
						: [...callingOrder(state, callerAt(state, counter, services), nowMs)];
				const isHere = ({ serviceId }: Ticket) => services.includes(serviceId);
				const all = [...state.tickets.values()].filter(isHere);
				return {
					waiting: waiting.map((choice) => place(state, choice, nowMs)),
					parked: all.filter(isParked).map((ticket) => aside(state, ticket, nowMs)),
					missed: all.filter(isMissed).map((ticket) => aside(state, ticket, nowMs)),
				};
			});
		},
	);

	app.get(
		"/api/counters/:id/next",
		{
			onRequest: requireAccount(sessions, ["officer", "supervisor"]),
			schema: {
				tags: ["counter"],
				summary:
					"Whom the counter would call now; nobody while it is not open or the hall is stopped",
				params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
				response: { 200: NextAnswer },
			},
		},
		async ({ params: { id } }) => {
			if (!office.counters.some((one) => one.id === id)) throw new Refused("counter/unknown");
			const nowMs = now();
			return hub.read((state): NextAnswer => {
				const calls = state.counters.get(id)?.status === "open" && !state.hall.stopped;
				const caller = callerAt(state, id, servedAt(state, id));
				const choice = calls ? chooseNext(state, caller, nowMs) : null;
				return { next: choice && place(state, choice, nowMs) };
			});
		},
	);

	app.get(
		"/api/queue/:number",
		{
			onRequest: requireAccount(sessions, ["officer", "supervisor"]),
			schema: {
				tags: ["staff"],
				summary: "One ticket of today by its number, wherever it is",
				params: Type.Object({ number: Type.String({ maxLength: 80 }) }),
				response: { 200: FoundTicket },
			},
		},
		async ({ params }) => {
			const wanted = params.number.toUpperCase();
			const found = await hub.read((state): FoundTicket | null => {
				for (const ticket of state.tickets.values()) {
					if (ticket.number === wanted) return whole(state, ticket, now());
				}
				return null;
			});
			if (!found) throw new Refused("ticket/unknown");
			return found;
		},
	);

	function whole(state: QueueState, ticket: Ticket, nowMs: number): FoundTicket {
		const { startedAt, parkedAt, endedAt, reservedFor, notes } = ticket;
		return {
			ticket: ticketOnWire(office.services, state, ticket),
			startedAt,
			since: parkedAt ?? endedAt,
			ahead: aheadOf(state, ticket, nowMs),
			reservedFor,
			notes: [...notes],
		};
	}

	function place(state: QueueState, { ticket, rule, facts }: Choice, nowMs: number): QueuePlace {
		return {
			...standing(state, ticket, nowMs),
			why: whyOf(rule, facts, ticket, office.timeZone),
		};
	}
}

/** Whose turn it is at a counter goes with its order. */
function callerAt(state: QueueState, counterId: string, services: readonly string[]): Caller {
	return { counterId, services, turns: state.counters.get(counterId)?.turns ?? {} };
}

const isParked = ({ state }: Ticket) => state === "parked";
const isMissed = ({ state }: Ticket) => state === "missed";

function aside(state: QueueState, ticket: Ticket, nowMs: number): QueueAside {
	const { counterId, parkedAt, endedAt } = ticket;
	return { ...standing(state, ticket, nowMs), counterId, since: parkedAt ?? endedAt };
}

function standing(state: QueueState, ticket: Ticket, nowMs: number) {
	const { id, number, serviceId, priorityClass, files, appointmentAt, reservedFor } = ticket;
	const { issuedAt } = ticket;
	return {
		id,
		number,
		serviceId,
		priorityClass,
		issuedAt,
		files,
		appointmentAt,
		reservedFor,
		waitedMs: Math.max(0, waitedMs(state, ticket, nowMs)),
	};
}
