import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { OpenCounterFor } from "../../protocol/hall.ts";
import { CloseCounter, CounterAnswer, PauseCounter } from "../../protocol/staff.ts";
import type { Command } from "../queue/command.ts";
import type { Officer } from "../queue/event.ts";
import { counterAnswer, holdsMany } from "./counters.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["hall"];
const params = Type.Object({ id: Type.String({ maxLength: 80 }) });
const response = { 200: CounterAnswer };

/** A supervisor at somebody else's counter, in place of whoever holds it: the ledger names the supervisor, the counter stays the officer's. */
export function addHallCounterRoutes(app: App, { sessions, accounts, hub }: Parts): void {
	const onRequest = requireAccount(sessions, ["supervisor"]);

	app.post(
		"/api/hall/counters/:id/pause",
		{
			onRequest,
			schema: {
				tags,
				summary: "Pauses a counter for whoever holds it",
				params,
				body: PauseCounter,
				response,
			},
		},
		async (request) =>
			act(request, (officer, counterId) => ({
				type: "pause-counter",
				counterId,
				officer,
				...request.body,
			})),
	);

	app.post(
		"/api/hall/counters/:id/close",
		{
			onRequest,
			schema: {
				tags,
				summary: "Closes a counter for whoever holds it",
				params,
				body: CloseCounter,
				response,
			},
		},
		async (request) =>
			act(request, (officer, counterId) => ({
				type: "close-counter",
				counterId,
				officer,
				...request.body,
			})),
	);

	app.post(
		"/api/hall/counters/:id/open",
		{
			onRequest,
			schema: {
				tags,
				summary: "Lets a counter go on, gives it to another officer, or other services to serve",
				params,
				body: OpenCounterFor,
				response,
			},
		},
		async (request) => {
			const { officer: username, services } = request.body;
			const named = username === undefined ? null : accounts.find(username);
			if (username !== undefined && (named === null || named.disabled)) {
				throw new Refused("account/unknown");
			}
			return act(
				request,
				(officer, counterId) => ({
					type: "open-counter",
					counterId,
					officer,
					holdsMany: holdsMany(accounts.find(officer.username)?.roles ?? []),
					takeOver: true,
					...(services !== undefined && { services }),
				}),
				named && { username: named.username, name: named.name },
			);
		},
	);

	/** @param at whose it becomes; whose it is at that moment, unless given */
	async function act(
		request: FastifyRequest<{ Params: { id: string } }>,
		commandFor: (officer: Officer, counterId: string) => Command,
		at: Officer | null = null,
	): Promise<CounterAnswer> {
		const { id } = request.params;
		const { username } = request.account;
		const outcome = await hub.do(
			() => {
				const counter = hub.state.counters.get(id);
				if (!counter) throw new Refused("counter/unknown");
				const officer = at ?? counter.officer;
				if (!officer) throw new Refused("counter/not-open");
				return commandFor(officer, id);
			},
			username,
			(state) => counterAnswer(state, id),
			requestKey(request, username, CounterAnswer),
		);
		if (outcome.ok) return outcome.value;
		const { code, detail } = outcome.refusal;
		throw new Refused(code, detail?.holder ? { holder: detail.holder } : {});
	}
}
