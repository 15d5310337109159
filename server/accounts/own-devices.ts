import type { DeviceRole } from "../../protocol/devices.ts";

/** A screen of the hub's own machine, which needs not be let in. */
export interface OwnDevice {
	/** `own:ROLE:PLACE`; those that were let in have random ids. */
	id: string;
	role: DeviceRole;
	place: string;
}

export function ownDevice(role: DeviceRole, place: string): OwnDevice {
	return { id: `own:${role}:${place}`, role, place };
}

/** Null for one that was let in. */
export function ownDeviceOf(id: string): OwnDevice | null {
	const [, role, place] = /^own:(kiosk|board):(.+)$/.exec(id) ?? [];
	if (place === undefined || (role !== "kiosk" && role !== "board")) return null;
	return { id, role, place };
}
