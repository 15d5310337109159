import type { StampedEvent } from "./event.ts";
import type { QueueState, ServiceState } from "./state.ts";

export type ServiceEvent = Extract<
	StampedEvent,
	{ type: "service-closed" | "service-opened" | "quota-set" }
>;

/** Folds what was decided about a service for today. */
export function evolveService(state: QueueState, event: ServiceEvent): void {
	const service = serviceOf(state, event.serviceId);
	switch (event.type) {
		case "service-closed":
			service.closed = { at: event.at, reason: event.reason };
			return;
		case "service-opened":
			service.closed = null;
			return;
		case "quota-set":
			service.quota = event.quota;
	}
}

/** Takes a service in as it begins its day. */
export function beginService({ services }: QueueState, id: string): void {
	if (!services.has(id)) services.set(id, { id, closed: null, quota: "usual", issued: 0 });
}

export function countIssued(state: QueueState, serviceId: string): void {
	serviceOf(state, serviceId).issued++;
}

/** A number on paper was entered amiss. */
export function uncountIssued(state: QueueState, serviceId: string): void {
	serviceOf(state, serviceId).issued--;
}

function serviceOf({ services }: QueueState, id: string): ServiceState {
	const service = services.get(id);
	if (!service) throw new Error(`an event names service ${id}, which no settings hold`);
	return service;
}
