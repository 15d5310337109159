import type { DeviceList, PairedDevice, WaitingDevice } from "../../protocol/devices.ts";
import type { HallView } from "../../protocol/hall.ts";
import type { Devices } from "../accounts/devices.ts";
import { ownDeviceOf } from "../accounts/own-devices.ts";
import type { PairedDevice as KeptDevice } from "../accounts/paired-devices.ts";
import type { WaitingDevice as Waiting } from "../accounts/waiting-devices.ts";

/** Which devices wait and which were let in, as admins see them: without codes, secrets and tokens. */
export function deviceList(devices: Devices): DeviceList {
	return {
		waiting: devices.pairing.waiting().map((device) => waitingDevice(devices, device)),
		paired: devices.paired.list().map((device) => pairedDevice(devices, device)),
	};
}

export function waitingDevice({ waiting }: Devices, device: Waiting): WaitingDevice {
	const { id, role, place, address, askedAt } = device;
	return { id, role, place, address, askedAt, expiresInMs: waiting.leftMs(device) };
}

export function pairedDevice(devices: Devices, device: KeptDevice): PairedDevice {
	const { id, role, place, name, pairedAt, pairedBy } = device;
	return { id, role, place, name, pairedAt, pairedBy, ...howItIs(devices, { id, role }) };
}

/** The machines of the lobby: those that were let in, and screens of the hub's own machine that were here since it was started. */
export function hallDevices(devices: Devices): HallView["devices"] {
	const own = devices.presence.all().flatMap((id) => ownDeviceOf(id) ?? []);
	return [
		...devices.paired.list().map(({ id, role, place, name }) => ({
			id,
			role,
			place,
			name,
			...howItIs(devices, { id, role }),
		})),
		...own.map((device) => ({ ...device, name: null, ...howItIs(devices, device) })),
	];
}

function howItIs(
	{ presence, isCurrent }: Devices,
	{ id, role }: Pick<KeptDevice, "id" | "role">,
): Pick<PairedDevice, "online" | "lastSeenAt" | "version" | "isCurrent"> {
	const version = presence.versionOf(id);
	return {
		online: presence.isOnline(id),
		lastSeenAt: presence.lastSeenAt(id),
		version,
		isCurrent: version === null ? null : isCurrent(role, version),
	};
}
