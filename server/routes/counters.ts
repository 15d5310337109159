import type { FastifyRequest } from "fastify";
import { type Static, type TSchema, Type } from "typebox";
import {
	type Account,
	ActAnswer,
	ActOnTicket,
	CallAnswer,
	CallNext,
	CloseCounter,
	CounterAnswer,
	OpenCounter,
} from "../../protocol/staff.ts";
import type { Outcome } from "../hub.ts";
import type { Answer } from "../pipeline.ts";
import type { Command, TicketAct } from "../queue/command.ts";
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
const empty = Type.Object({}, { additionalProperties: false });

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
					holdsMany: request.account.roles.includes("admin"),
					takeOver: request.body.takeOver ?? false,
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
				body: empty,
				response: { 200: CounterAnswer },
			},
		},
		async (request) =>
			act(request, { type: "pause-counter", ...whereOf(request) }, CounterAnswer, (state) =>
				counterAnswer(state, request.params.id),
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
			return act(request, command, CallAnswer, (state, events) => {
				const called = events.find((event) => event.type === "ticket-called");
				const ticket = called && state.tickets.get(called.ticketId);
				if (!called || !ticket) return { ticket: null };
				return {
					ticket: ticketOnWire(office.services, state, ticket),
					why: whyOf(called.rule, ticket),
				};
			});
		},
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
				return act(request, command, ActAnswer, (state, events) => {
					const event = events[0];
					const ticket = event && "ticketId" in event && state.tickets.get(event.ticketId);
					if (!ticket) throw new Error(`${name} was done to no ticket`);
					return { ticket: ticketOnWire(office.services, state, ticket) };
				});
			},
		);
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

/** Which counter, and who stands there. */
function whereOf({ account, params }: { account: Account; params: { id: string } }) {
	const { username, name } = account;
	return { counterId: params.id, officer: { username, name } };
}

function counterAnswer(state: QueueState, id: string): CounterAnswer {
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
