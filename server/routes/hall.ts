import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { usualTargetMinutes } from "../../config/calling.ts";
import { periodFaults, readPeriods } from "../../config/period-rules.ts";
import {
	HallAnswer,
	HallView,
	type SaidBody,
	SetHours,
	SetPolicy,
	StopHall,
} from "../../protocol/hall.ts";
import type { Command } from "../queue/command.ts";
import type { Said } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";
import { hallDevices } from "../views/devices.ts";
import { hallNow, serviceNow } from "../views/hall-now.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["hall"];
const empty = Type.Object({}, { additionalProperties: false });

/** The hall as a whole, today: stopping it, letting it go on, moving its hours. */
export function addHallRoutes(app: App, parts: Parts): void {
	const { sessions, hub, hours, office, waits, devices, accounts } = parts;
	const onRequest = requireAccount(sessions, ["supervisor"]);

	app.get(
		"/api/hall",
		{
			onRequest: requireAccount(sessions, ["officer", "supervisor"]),
			schema: {
				tags,
				summary: "The hall as it stands: stops, hours, services with quotas and waits, devices",
				response: { 200: HallView },
			},
		},
		async () =>
			hub.read(
				(state): HallView => ({
					...hallNow(state),
					opening: hours.office(),
					services: office.services.map(({ id, targetMinutes = usualTargetMinutes }) => ({
						...serviceNow(state, id),
						now: hours.service(id),
						wait: waits.newcomer(id, null),
						targetMinutes,
					})),
					devices: hallDevices(devices),
					officers: accounts
						.list()
						.filter(({ roles, disabled }) => !disabled && roles.includes("officer"))
						.map(({ username, name }) => ({ username, name })),
				}),
			),
	);

	app.post(
		"/api/hall/stop",
		{
			onRequest,
			schema: {
				tags,
				summary: "Stops everything: no calls, no numbers; whoever has one keeps the place",
				body: StopHall,
				response: { 200: HallAnswer },
			},
		},
		async (request) => {
			const { reason, note } = request.body;
			return act(request, { type: "stop-hall", reason, note: saidIn(note) });
		},
	);

	app.post(
		"/api/hall/resume",
		{
			onRequest,
			schema: {
				tags,
				summary: "Goes on where it stopped",
				body: empty,
				response: { 200: HallAnswer },
			},
		},
		async (request) => act(request, { type: "resume-hall" }),
	);

	app.post(
		"/api/hall/hours",
		{
			onRequest,
			schema: {
				tags,
				summary: "Moves today's hours: a late opening, an early closing, none, or the usual again",
				body: SetHours,
				response: { 200: HallAnswer },
			},
		},
		async (request) => {
			const { periods, reason } = request.body;
			const wrong = periodFaults(readPeriods(request.body, "periods", ""));
			// The rules of the settings are told with the settings alone.
			const errors = wrong.map(({ rule: _, ...fault }) => fault);
			if (errors.length > 0) throw new Refused("request/invalid", { errors });
			return act(request, { type: "set-hours", periods, reason: saidIn(reason) });
		},
	);

	app.post(
		"/api/hall/policy",
		{
			onRequest,
			schema: {
				tags,
				summary: "Chooses for today whom counters call next, or as usual again",
				body: SetPolicy,
				response: { 200: HallAnswer },
			},
		},
		async (request) => act(request, { type: "set-policy", policy: request.body.policy }),
	);

	async function act(request: FastifyRequest, command: Command): Promise<HallAnswer> {
		const { username } = request.account;
		const key = requestKey(request, username, HallAnswer);
		const outcome = await hub.do(command, username, (state: QueueState) => hallNow(state), key);
		if (!outcome.ok) throw new Refused(outcome.refusal.code);
		return outcome.value;
	}
}

/** What was written in one language stands for both. */
export function saidIn(said: SaidBody | undefined): Said | null {
	const vi = said?.vi ?? said?.en;
	const en = said?.en ?? said?.vi;
	return vi === undefined || en === undefined ? null : { vi: vi.trim(), en: en.trim() };
}
