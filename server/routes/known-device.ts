import type { FastifyRequest } from "fastify";
import type { DeviceRole } from "../../protocol/devices.ts";
import { bearerOf, type Device, type DeviceOf, refusalAs } from "../accounts/device.ts";
import { Refused } from "./problems.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** Which device asks; there only behind `requireDevice`. */
		device: Device;
	}
}

/**
 * Lets only the hub's own machine and devices that were let in as `role` through; looked at before the body is.
 * @param role null for what only the hub's own machine may
 */
export function requireDevice(deviceOf: DeviceOf, role: DeviceRole | null) {
	return async (request: FastifyRequest): Promise<void> => {
		const device = deviceOf(request.raw, bearerOf(request.headers));
		const refusal = refusalAs(device, role);
		if (refusal) throw new Refused(refusal);
		request.device = device;
	};
}

/** Whose an `Idempotency-Key` of a device's request is: that of the device's own, or of all that ask on the hub's own machine. */
export function deviceName({ device }: Pick<FastifyRequest, "device">): string {
	return device.is === "paired" ? `device:${device.id}` : "lobby";
}
