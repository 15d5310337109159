import type { DeviceList, PairedDevice, WaitingDevice } from "../../protocol/devices.ts";
import type { Devices } from "../accounts/devices.ts";
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

export function pairedDevice({ presence }: Devices, device: KeptDevice): PairedDevice {
	const { id, role, place, name, pairedAt, pairedBy } = device;
	const online = presence.isOnline(id);
	const lastSeenAt = presence.lastSeenAt(id);
	return { id, role, place, name, pairedAt, pairedBy, online, lastSeenAt };
}
