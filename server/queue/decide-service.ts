import type { Command } from "./command.ts";
import type { Event } from "./event.ts";
import { accepted, type Result, refused } from "./result.ts";
import type { QueueState, ServiceState } from "./state.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/** Gives no more numbers of the service until it is opened again; whoever has one is called as ever. */
export function closeService(state: QueueState, command: Of<"close-service">): Result<Event[]> {
	const { serviceId, reason } = command;
	const known = knownService(state, serviceId);
	if (!known.ok) return known;
	const { closed } = known.value;
	const isSo = closed?.reason?.vi === reason?.vi && closed?.reason?.en === reason?.en;
	return accepted(closed && isSo ? [] : [{ type: "service-closed", serviceId, reason }]);
}

export function openService(state: QueueState, { serviceId }: Of<"open-service">): Result<Event[]> {
	const known = knownService(state, serviceId);
	if (!known.ok) return known;
	return accepted(known.value.closed ? [{ type: "service-opened", serviceId }] : []);
}

/** Sets how many numbers of the service there are today; below what was given already there are none left. */
export function setQuota(state: QueueState, command: Of<"set-quota">): Result<Event[]> {
	const { serviceId, quota } = command;
	const known = knownService(state, serviceId);
	if (!known.ok) return known;
	return accepted(known.value.quota === quota ? [] : [{ type: "quota-set", serviceId, quota }]);
}

/** Why no number of a service is given, as far as is decided about it; null where one is. */
export function refusedByService(state: QueueState, serviceId: string): Result<never> | null {
	const closed = state.services.get(serviceId)?.closed;
	if (closed) return refused("service/closed", closed.reason ? { reason: closed.reason } : {});
	return quotaLeft(state, serviceId) === 0 ? refused("service/quota-reached") : null;
}

/** How many numbers of a service there are today in all; null: as many as are asked for. */
export function quotaOf({ services, settings }: QueueState, serviceId: string): number | null {
	const today = services.get(serviceId)?.quota ?? "usual";
	if (today === "none") return null;
	if (today !== "usual") return today;
	return settings.services.find(({ id }) => id === serviceId)?.dailyQuota ?? null;
}

/** How many of them are left; null without a quota. */
export function quotaLeft(state: QueueState, serviceId: string): number | null {
	const quota = quotaOf(state, serviceId);
	if (quota === null) return null;
	return Math.max(0, quota - (state.services.get(serviceId)?.issued ?? 0));
}

function knownService({ services, settings }: QueueState, serviceId: string): Result<ServiceState> {
	const service = services.get(serviceId);
	const isSet = settings.services.some(({ id }) => id === serviceId);
	return service && isSet ? accepted(service) : refused("service/unknown");
}
