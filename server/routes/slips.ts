import { Type } from "typebox";
import { dayAt } from "../../config/local-time.ts";
import { EnterSlip, type Slip, SlipAnswer, SlipList, SlipWithdrawn } from "../../protocol/slips.ts";
import type { SlipOutcome } from "../queue/command.ts";
import { isUntouched } from "../queue/decide-slip.ts";
import type { Ticket } from "../queue/ticket.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requestKey } from "./request-key.ts";
import { requireAccount } from "./signed-in.ts";

const tags = ["staff"];

/** Numbers that were given on paper while the hub was away: entered afterwards, so that who waits keeps their place and the day's figures stay true. */
export function addSlipRoutes(app: App, { sessions, hub, office }: Parts): void {
	const onRequest = requireAccount(sessions, ["officer", "supervisor"]);

	app.get(
		"/api/slips",
		{
			onRequest,
			schema: {
				tags,
				summary: "The paper numbers that were entered today, the newest first",
				response: { 200: SlipList },
			},
		},
		async () =>
			hub.read((state) => ({
				items: [...state.tickets.values()]
					.filter(({ slip }) => slip !== null)
					.reverse()
					.map(slipOnWire),
			})),
	);

	app.post(
		"/api/slips",
		{
			onRequest,
			schema: {
				tags,
				summary: "Enters a number that was given on paper, and what became of it",
				body: EnterSlip,
				response: { 201: SlipAnswer },
			},
		},
		async (request, reply) => {
			const { number, serviceId, priorityClass = null, takenAt } = request.body;
			const { username } = request.account;
			const outcome = await hub.do(
				() => {
					if (dayAt(Date.parse(takenAt), office.timeZone) !== hub.state.day) {
						throw new Refused("slip/times-wrong");
					}
					return {
						type: "enter-slip",
						number,
						serviceId,
						priorityClass,
						takenAt: utc(takenAt),
						outcome: outcomeOf(request.body),
					};
				},
				username,
				(state, events) => {
					const issued = events.find((event) => event.type === "ticket-issued");
					const ticket = issued && state.tickets.get(issued.ticketId);
					if (!ticket) throw new Error("a slip was entered and is not there");
					return { slip: slipOnWire(ticket) };
				},
				requestKey(request, username, SlipAnswer),
			);
			if (!outcome.ok) throw new Refused(outcome.refusal.code);
			reply.code(201);
			return outcome.value;
		},
	);

	app.post(
		"/api/slips/:id/withdraw",
		{
			onRequest,
			schema: {
				tags,
				summary: "Takes back a paper number that was entered by mistake",
				params: Type.Object({ id: Type.String({ maxLength: 80 }) }),
				body: Type.Object({}, { additionalProperties: false }),
				response: { 200: SlipWithdrawn },
			},
		},
		async (request) => {
			const { username } = request.account;
			const outcome = await hub.do(
				{ type: "withdraw-slip", ticketId: request.params.id },
				username,
				(_state, events) => {
					const withdrawn = events.find((event) => event.type === "slip-withdrawn");
					return { number: withdrawn?.number ?? "" };
				},
				requestKey(request, username, SlipWithdrawn),
			);
			if (!outcome.ok) throw new Refused(outcome.refusal.code);
			return outcome.value;
		},
	);
}

/** @throws {Refused} where somebody was served or left and nobody says when */
function outcomeOf({ as, counterId, startedAt, endedAt }: EnterSlip): SlipOutcome {
	if (as === "waiting") return { as };
	if (endedAt === undefined) {
		throw new Refused("request/invalid", {
			errors: [{ path: "/endedAt", found: "nothing", allowed: "when they were done, ISO 8601" }],
		});
	}
	return {
		as,
		...(counterId !== undefined && { counterId }),
		...(startedAt !== undefined && { startedAt: utc(startedAt) }),
		endedAt: utc(endedAt),
	};
}

function utc(instant: string): string {
	return new Date(instant).toISOString();
}

function slipOnWire(ticket: Ticket): Slip {
	const { id, number, serviceId, priorityClass, state, counterId } = ticket;
	const { issuedAt: takenAt, startedAt, endedAt } = ticket;
	const mayWithdraw = isUntouched(ticket);
	return {
		id,
		number,
		serviceId,
		priorityClass,
		state,
		counterId,
		takenAt,
		startedAt,
		endedAt,
		mayWithdraw,
	};
}
