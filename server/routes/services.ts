import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { CloseService, ServiceToday, SetQuota } from "../../protocol/hall.ts";
import type { Command } from "../queue/command.ts";
import { serviceNow } from "../views/hall-now.ts";
import { saidIn } from "./hall.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["hall"];
const params = Type.Object({ id: Type.String({ maxLength: 40 }) });
const empty = Type.Object({}, { additionalProperties: false });
const response = { 200: ServiceToday };

/** One service, today: closing it for now, opening it again, its quota. */
export function addServiceRoutes(app: App, { sessions, hub }: Parts): void {
	const onRequest = requireAccount(sessions, ["supervisor"]);

	app.post(
		"/api/services/:id/close",
		{
			onRequest,
			schema: {
				tags,
				summary: "Gives no more numbers for now; whoever has one is called as ever",
				params,
				body: CloseService,
				response,
			},
		},
		async (request) => {
			const { id: serviceId } = request.params;
			const reason = saidIn(request.body.reason);
			return act(request, serviceId, { type: "close-service", serviceId, reason });
		},
	);

	app.post(
		"/api/services/:id/open",
		{
			onRequest,
			schema: { tags, summary: "Gives numbers again", params, body: empty, response },
		},
		async (request) => {
			const { id: serviceId } = request.params;
			return act(request, serviceId, { type: "open-service", serviceId });
		},
	);

	app.post(
		"/api/services/:id/quota",
		{
			onRequest,
			schema: {
				tags,
				summary: "Sets how many numbers there are today, those given included",
				params,
				body: SetQuota,
				response,
			},
		},
		async (request) => {
			const { id: serviceId } = request.params;
			const { quota } = request.body;
			return act(request, serviceId, { type: "set-quota", serviceId, quota });
		},
	);

	async function act(
		request: FastifyRequest,
		serviceId: string,
		command: Command,
	): Promise<ServiceToday> {
		const { username } = request.account;
		const key = requestKey(request, username, ServiceToday);
		const outcome = await hub.do(command, username, (state) => serviceNow(state, serviceId), key);
		if (!outcome.ok) throw new Refused(outcome.refusal.code);
		return outcome.value;
	}
}
