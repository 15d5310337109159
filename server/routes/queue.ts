import { QueueAnswer, QueueQuery } from "../../protocol/staff.ts";
import { callingOrder, lineOf } from "../queue/order.ts";
import type { Ticket } from "../queue/ticket.ts";
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
			const services = servicesOf(counter);
			return hub.read((state): QueueAnswer => {
				const waiting =
					counter === undefined
						? services.flatMap((id) => [...lineOf(state, id)])
						: callingOrder(state, services);
				const missed = [...state.tickets.values()].filter(
					(ticket) => ticket.state === "missed" && services.includes(ticket.serviceId),
				);
				return { waiting: waiting.map(place), parked: [], missed: missed.map(place) };
			});
		},
	);

	function servicesOf(counterId: string | undefined): string[] {
		if (counterId === undefined) return office.services.map(({ id }) => id);
		const counter = office.counters.find(({ id }) => id === counterId);
		if (!counter) throw new Refused("counter/unknown");
		return counter.services;
	}

	function place(ticket: Ticket) {
		return {
			id: ticket.id,
			number: ticket.number,
			serviceId: ticket.serviceId,
			priorityClass: ticket.priorityClass,
			waitedMs: Math.max(0, now() - Date.parse(ticket.issuedAt)),
			why: whyOf("first-come", ticket),
		};
	}
}
