import type { IncomingMessage } from "node:http";
import type { DeviceRole } from "../../protocol/devices.ts";
import type { ProblemCode } from "../../protocol/problem.ts";
import type { Callers } from "../door/callers.ts";
import type { PairedDevices } from "./paired-devices.ts";
import type { Presence } from "./presence.ts";

/** What a device is to the hub: its own machine, one that was let in, or nobody, and then why. */
export type Device =
	| { is: "local" }
	| { is: "paired"; id: string; role: DeviceRole; place: string }
	| { is: "nobody"; why: "device/not-trusted" | "device/revoked" };

/**
 * Tells who a device is. A token that is somebody's counts first, so that a device is the same wherever it asks from; then whether it is
 * the hub's own machine.
 * @param token what it shows, as `Authorization: Bearer` or in the live handshake
 */
export type DeviceOf = (request: IncomingMessage, token: string | undefined) => Device;

export interface DeviceParts {
	paired: Pick<PairedDevices, "holderOf">;
	presence: Pick<Presence, "seen">;
	/** Whether a request comes from the hub's own machine. */
	isLocal: Callers["isLocal"];
	/** Whether that needs no token. */
	trustsLocal: boolean;
}

export function createDeviceOf({ paired, presence, isLocal, trustsLocal }: DeviceParts): DeviceOf {
	return (request, token) => {
		const holder = token === undefined ? null : paired.holderOf(token);
		if (holder) {
			const { id, role, place } = holder;
			presence.seen(id);
			return { is: "paired", id, role, place };
		}
		if (trustsLocal && isLocal(request)) return { is: "local" };
		return { is: "nobody", why: token === undefined ? "device/not-trusted" : "device/revoked" };
	};
}

/**
 * Why a device may not act as `role`; null where it may.
 * @param role null for what only the hub's own machine may
 * @param place the kiosk or board it says it is; undefined where it says none
 */
export function refusalAs(
	device: Device,
	role: DeviceRole | null,
	place?: string,
): ProblemCode | null {
	switch (device.is) {
		case "local":
			return null;
		case "nobody":
			return device.why;
		case "paired":
			if (device.role !== role) return "device/wrong-role";
			return place === undefined || place === device.place ? null : "device/wrong-place";
	}
}

/** The token of an `Authorization: Bearer` header (RFC 6750, section 2.1); undefined where there is none. */
export function bearerOf({ authorization }: IncomingMessage["headers"]): string | undefined {
	return /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization ?? "")?.[1];
}
