import type { KioskRow, ServiceRow } from "../../protocol/live.ts";
import type { Names } from "../../protocol/office.ts";
import { waitingFor } from "../queue/order.ts";
import type { QueueState } from "../queue/state.ts";
import { linesTouched, splitKey, type View } from "./view.ts";

/** A service as every view names it. */
export interface NamedService {
	id: string;
	prefix: string;
	name: Names;
}

/** What anyone may know of a service: how many wait. */
export function serviceRow(
	services: readonly NamedService[],
	state: QueueState,
	id: string,
): ServiceRow | null {
	const service = services.find((one) => one.id === id);
	if (!service) return null;
	const { prefix, name } = service;
	return { kind: "service", id, prefix, name, waiting: waitingFor(state, id) };
}

/** What a kiosk shows beside the services one can choose. */
export function kioskView(services: readonly NamedService[]): View<KioskRow> {
	return {
		keys: () => services.map(({ id }) => `service:${id}`),
		row: (state, key) => serviceRow(services, state, splitKey(key).id),
		touched(state, event) {
			return linesTouched(state, event).map((id) => `service:${id}`);
		},
	};
}
