import { type Static, Type } from "typebox";
import {
	type Account,
	ActAnswer,
	ActOnTicket,
	CallAnswer,
	CallNext,
	CounterAnswer,
	OpenCounter,
} from "../../protocol/staff.ts";
import type { Outcome } from "../hub.ts";
import type { TicketAct } from "../queue/command.ts";
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
		async (request) => {
			const {
				account,
				params: { id },
				body,
			} = request;
			return settled(
				await hub.do(
					{
						type: "open-counter",
						counterId: id,
						officer: officerOf(account),
						holdsMany: account.roles.includes("admin"),
						takeOver: body.takeOver ?? false,
					},
					account.username,
					(state) => counterAnswer(state, id),
					requestKey(request, account.username, CounterAnswer),
				),
			);
		},
	);

	for (const [act, summary] of [
		["pause", "Stops calling; whoever is being served is served to the end"],
		["close", "Leaves the counter"],
	] as const) {
		app.post(
			`/api/counters/:id/${act}`,
			{
				onRequest,
				schema: { tags, summary, params, body: empty, response: { 200: CounterAnswer } },
			},
			async (request) => {
				const {
					account,
					params: { id },
				} = request;
				return settled(
					await hub.do(
						{ type: `${act}-counter`, counterId: id, officer: officerOf(account) },
						account.username,
						(state) => counterAnswer(state, id),
						requestKey(request, account.username, CounterAnswer),
					),
				);
			},
		);
	}

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
			const {
				account,
				params: { id },
				body,
			} = request;
			return settled(
				await hub.do(
					{
						type: "call-next",
						counterId: id,
						officer: officerOf(account),
						...(body.ifCurrent !== undefined && { ifCurrent: body.ifCurrent }),
					},
					account.username,
					(state, events): Static<typeof CallAnswer> => {
						const called = events.find((event) => event.type === "ticket-called");
						const ticket = called && state.tickets.get(called.ticketId);
						if (!called || !ticket) return { ticket: null };
						return {
							ticket: ticketOnWire(office.services, state, ticket),
							why: whyOf(called.rule, ticket),
						};
					},
					requestKey(request, account.username, CallAnswer),
				),
			);
		},
	);

	for (const [act, summary] of [
		["recall", "Calls the same person again"],
		["start", "The person has come and is being served"],
		["finish", "The person has been served"],
		["miss", "The person did not come"],
	] as const satisfies [TicketAct, string][]) {
		app.post(
			`/api/counters/:id/${act}`,
			{
				onRequest,
				schema: { tags, summary, params, body: ActOnTicket, response: { 200: ActAnswer } },
			},
			async (request) => {
				const {
					account,
					params: { id },
					body,
				} = request;
				return settled(
					await hub.do(
						{
							type: act,
							counterId: id,
							officer: officerOf(account),
							...(body.ticketId !== undefined && { ticketId: body.ticketId }),
						},
						account.username,
						(state, events) => {
							const event = events[0];
							const ticket = event && "ticketId" in event && state.tickets.get(event.ticketId);
							if (!ticket) throw new Error(`${act} was done to no ticket`);
							return { ticket: ticketOnWire(office.services, state, ticket) };
						},
						requestKey(request, account.username, ActAnswer),
					),
				);
			},
		);
	}
}

function officerOf({ username, name }: Account) {
	return { username, name };
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
