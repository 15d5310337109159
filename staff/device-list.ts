import type { WaitingDevice } from "../protocol/devices.ts";

/** Those whose codes still hold, some time after the hub told them: it says nothing when a code runs out. */
export function stillWaiting(waiting: readonly WaitingDevice[], passedMs: number): WaitingDevice[] {
	const passed = Math.max(0, passedMs);
	return waiting
		.map((device) => ({ ...device, expiresInMs: device.expiresInMs - passed }))
		.filter(({ expiresInMs }) => expiresInMs > 0);
}
