import type { FastifyRequest } from "fastify";
import { type Static, type TSchema, Type } from "typebox";
import {
	type Account,
	ActAnswer,
	ActOnTicket,
	CallAnswer,
	CallNext,
	CallTicket,
	CloseCounter,
	CounterAnswer,
	NamedTicket,
	OpenCounter,
	ParkTicket,
	PauseCounter,
	type Role,
	TransferTicket,
	UndoAct,
	UndoAnswer,
} from "../../protocol/staff.ts";
import type { Outcome } from "../hub.ts";
import type { Answer } from "../pipeline.ts";
import type { Command, TicketAct } from "../queue/command.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import { counterLabel } from "../views/counter-label.ts";
import { ticketOnWire } from "../views/ticket.ts";
import { whyOf } from "../views/why.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["counter"];
const params = Type.Object({ id: Type.String({ maxLength: 80 }) });

/** What an officer does at a counter. */
export function addCounterRoutes(app: App, { sessions, hub, office }: Parts): void {
	const onRequest = requireAccount(sessions, ["officer", "supervisor"]);

	app.post(
		"/api/counters/:id/open",
		{
			onRequest,
			schema: {
				tags,
				summary: "Takes a counter, or goes on after a pause",
				params,
				body: OpenCounter,
				response: { 200: CounterAnswer },
			},
		},
		async (request) =>
			act(
				request,
				{
					type: "open-counter",
					...whereOf(request),
					holdsMany: holdsMany(request.account.roles),
					takeOver: request.body.takeOver ?? false,
					...(request.body.services && { services: request.body.services }),
				},
				CounterAnswer,
				(state) => counterAnswer(state, request.params.id),
			),
	);

	app.post(
		"/api/counters/:id/pause",
		{
			onRequest,
			schema: {
				tags,
				summary: "Stops calling; whoever is being served is served to the end",
				params,
				body: PauseCounter,
				response: { 200: CounterAnswer },
			},
		},
		async (request) =>
			act(
				request,
				{ type: "pause-counter", ...whereOf(request), ...request.body },
				CounterAnswer,
				(state) => counterAnswer(state, request.params.id),
			),
	);

	app.post(
		"/api/counters/:id/close",
		{
			onRequest,
			schema: {
				tags,
				summary:
					"Leaves the counter; `current` says what becomes of whoever is called or served there",
				params,
				body: CloseCounter,
				response: { 200: CounterAnswer },
			},
		},
		async (request) =>
			act(
				request,
				{ type: "close-counter", ...whereOf(request), ...request.body },
				CounterAnswer,
				(state) => counterAnswer(state, request.params.id),
			),
	);

	app.post(
		"/api/counters/:id/call-next",
		{
			onRequest,
			schema: {
				tags,
				summary: "Finishes whoever is at the counter and calls the next",
				params,
				body: CallNext,
				response: { 200: CallAnswer },
			},
		},
		async (request) => {
			const { ifCurrent } = request.body;
			const command: Command = {
				type: "call-next",
				...whereOf(request),
				...(ifCurrent !== undefined && { ifCurrent }),
			};
			return act(request, command, CallAnswer, calledBy);
		},
	);

	app.post(
		"/api/counters/:id/call",
		{
			onRequest,
			schema: {
				tags,
				summary: "Calls one ticket, whoever is next; out of turn it needs a reason, which is kept",
				params,
				body: CallTicket,
				response: { 200: CallAnswer },
			},
		},
		async (request) =>
			act(
				request,
				{ type: "call-ticket", ...whereOf(request), ...request.body },
				CallAnswer,
				calledBy,
			),
	);

	for (const [name, summary] of [
		["recall", "Calls the same person again"],
		["start", "The person has come and is being served"],
		["finish", "The person has been served"],
		["miss", "The person did not come"],
	] as const satisfies [TicketAct, string][]) {
		app.post(
			`/api/counters/:id/${name}`,
			{
				onRequest,
				schema: { tags, summary, params, body: ActOnTicket, response: { 200: ActAnswer } },
			},
			async (request) => {
				const { ticketId } = request.body;
				const command: Command = {
					type: name,
					...whereOf(request),
					...(ticketId !== undefined && { ticketId }),
				};
				return act(request, command, ActAnswer, ticketOf);
			},
		);
	}

	app.post(
		"/api/counters/:id/park",
		{
			onRequest,
			schema: {
				tags,
				summary: "Puts the person aside while something is mended",
				params,
				body: ParkTicket,
				response: { 200: ActAnswer },
			},
		},
		async (request) =>
			act(request, { type: "park", ...whereOf(request), ...request.body }, ActAnswer, ticketOf),
	);

	for (const [name, summary] of [
		[
			"unpark",
			"Lets somebody who was put aside come back, next at the same counter where it is open",
		],
		["restore", "Puts somebody who was missed back into the line"],
	] as const) {
		app.post(
			`/api/counters/:id/${name}`,
			{
				onRequest,
				schema: { tags, summary, params, body: NamedTicket, response: { 200: ActAnswer } },
			},
			async (request) =>
				act(
					request,
					{ type: name, ...whereOf(request), ticketId: request.body.ticketId },
					ActAnswer,
					ticketOf,
				),
		);
	}

	app.post(
		"/api/counters/:id/transfer",
		{
			onRequest,
			schema: {
				tags,
				summary: "Sends a ticket to another service, or to one counter alone",
				params,
				body: TransferTicket,
				response: { 200: ActAnswer },
			},
		},
		async (request) =>
			act(request, { type: "transfer", ...whereOf(request), ...request.body }, ActAnswer, ticketOf),
	);

	app.post(
		"/api/counters/:id/cancel",
		{
			onRequest,
			schema: {
				tags,
				summary: "Gives a ticket up for its holder",
				params,
				body: ActOnTicket,
				response: { 200: ActAnswer },
			},
		},
		async (request) => {
			const { ticketId } = request.body;
			const command: Command = {
				type: "cancel",
				...whereOf(request),
				...(ticketId !== undefined && { ticketId }),
			};
			return act(request, command, ActAnswer, (state, events) =>
				// Given up before: nothing happens, and it stands as it is.
				events.length === 0 ? standing(state, ticketId) : ticketOf(state, events),
			);
		},
	);

	app.post(
		"/api/counters/:id/undo",
		{
			onRequest,
			schema: {
				tags,
				summary: "Undoes what the officer did last at the counter, within some seconds",
				params,
				body: UndoAct,
				response: { 200: UndoAnswer },
			},
		},
		async (request) =>
			act(
				request,
				{ type: "undo", ...whereOf(request), ...request.body },
				UndoAnswer,
				(state, events) => ({
					tickets: events.flatMap((event) => {
						const ticket = event.type === "ticket-set-back" && state.tickets.get(event.ticketId);
						return ticket ? [ticketOnWire(office.services, state, ticket)] : [];
					}),
				}),
			),
	);

	function calledBy(state: QueueState, events: readonly StampedEvent[]): CallAnswer {
		const called = events.find((event) => event.type === "ticket-called");
		const ticket = called && state.tickets.get(called.ticketId);
		if (!called || !ticket) return { ticket: null };
		return {
			ticket: ticketOnWire(office.services, state, ticket),
			why: whyOf(called.rule, called.facts, ticket, office.timeZone),
			...actNumber(state, events),
		};
	}

	/** The one ticket that the events are about, as it stands now. */
	function ticketOf(state: QueueState, events: readonly StampedEvent[]): ActAnswer {
		const event = events.find((one) => "ticketId" in one);
		const ticketId = event && "ticketId" in event ? event.ticketId : undefined;
		return { ...standing(state, ticketId), ...actNumber(state, events) };
	}

	function standing(state: QueueState, ticketId: string | undefined): ActAnswer {
		const ticket = state.tickets.get(ticketId ?? "");
		if (!ticket) throw new Error("something was done to no ticket");
		return { ticket: ticketOnWire(office.services, state, ticket) };
	}

	/** Does it for the officer who asks; once, where the request names itself. */
	async function act<S extends TSchema>(
		request: FastifyRequest,
		command: Command,
		schema: S,
		answer: Answer<Static<S>>,
	): Promise<Static<S>> {
		const { username } = request.account;
		const key = requestKey(request, username, schema);
		return settled(await hub.do(command, username, answer, key));
	}
}

/** What the events were at their counter, for who would undo them. */
function actNumber(state: QueueState, events: readonly StampedEvent[]): { act?: number } {
	for (const { lastAct } of state.counters.values()) {
		if (lastAct && events.some(({ seq }) => seq === lastAct.lastSeq))
			return { act: lastAct.lastSeq };
	}
	return {};
}

/** An admin may stand at any number of counters at once, whoever else at one. */
export function holdsMany(roles: readonly Role[]): boolean {
	return roles.includes("admin");
}

/** Which counter, and who stands there. */
function whereOf({ account, params }: { account: Account; params: { id: string } }) {
	const { username, name } = account;
	return { counterId: params.id, officer: { username, name } };
}

export function counterAnswer(state: QueueState, id: string): CounterAnswer {
	const counter = state.counters.get(id);
	if (!counter) throw new Error(`counter ${id} was acted on and is not there`);
	return {
		counter: {
			id,
			label: counterLabel(state, id),
			status: counter.status,
			officer: counter.officer,
		},
	};
}

/** The value of what was done, or the refusal as what stops the request. */
function settled<T>(outcome: Outcome<T>): T {
	if (outcome.ok) return outcome.value;
	const { code, detail } = outcome.refusal;
	throw new Refused(code, detail?.holder ? { holder: detail.holder } : {});
}
