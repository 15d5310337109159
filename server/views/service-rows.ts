import type { KioskRow, ServiceRow } from "../../protocol/live.ts";
import type { Names } from "../../protocol/office.ts";
import { quotaLeft } from "../queue/decide-service.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { ServiceEvent } from "../queue/evolve-service.ts";
import { waitingFor } from "../queue/lanes.ts";
import type { QueueState } from "../queue/state.ts";
import { hallKey, hallRow, touchesHall } from "./hall-row.ts";
import { countsTouched, serviceKey, splitKey, type View } from "./view.ts";

/** A service as every view names it. */
export interface NamedService {
	id: string;
	prefix: string;
	name: Names;
}

/** Of an office, what its views show. They look at it anew each time: it may be another in between. */
export interface ShownOffice {
	readonly services: readonly NamedService[];
	/** Boards that are there for some counters alone name them. */
	readonly boards?: readonly { readonly counters?: readonly string[] | undefined }[] | undefined;
}

/** What anyone may know of a service: how many wait, and whether there are numbers. */
export function serviceRow(
	services: readonly NamedService[],
	state: QueueState,
	id: string,
): ServiceRow | null {
	const service = services.find((one) => one.id === id);
	if (!service) return null;
	const { prefix, name } = service;
	const closed = state.services.get(id)?.closed;
	return {
		kind: "service",
		id,
		prefix,
		name,
		waiting: waitingFor(state, id),
		closed: closed ? { reason: closed.reason } : null,
		quotaLeft: quotaLeft(state, id),
	};
}

/** Whether the event may have changed what is decided about a service for today. */
export function touchesService(event: StampedEvent): event is ServiceEvent & StampedEvent {
	const { type } = event;
	return type === "service-closed" || type === "service-opened" || type === "quota-set";
}

/** What a kiosk shows beside the services one can choose. */
export function kioskView(office: ShownOffice): View<KioskRow> {
	return {
		keys: () => [hallKey, ...office.services.map(({ id }) => serviceKey(id))],
		row: (state, key) =>
			key === hallKey ? hallRow(state) : serviceRow(office.services, state, splitKey(key).id),
		touched(state, event) {
			if (touchesHall(event)) return [hallKey];
			if (touchesService(event)) return [serviceKey(event.serviceId)];
			return countsTouched(state, event).map((id) => serviceKey(id));
		},
	};
}
