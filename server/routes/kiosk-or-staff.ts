import type { FastifyRequest } from "fastify";
import { bearerOf, refusalAs } from "../accounts/device.ts";
import type { Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

declare module "fastify" {
	interface FastifyRequest {
		/** Whether an officer asks, and no kiosk; there only behind `kioskOrStaff`. */
		byStaff: boolean;
	}
}

export const isStaff = ({ byStaff }: FastifyRequest) => byStaff;

/**
 * Whoever is signed in asks as staff; everybody else must be a kiosk or the hub's own machine. A kiosk's token comes before a cookie, and a
 * kiosk on the hub's own machine goes on while somebody has yet to make a password of their own in its browser.
 */
export function kioskOrStaff({ devices, sessions }: Parts) {
	const asStaff = requireAccount(sessions, ["officer", "supervisor"]);
	return async (request: FastifyRequest): Promise<void> => {
		request.device = devices.of(request.raw, bearerOf(request.headers));
		const refusal = refusalAs(request.device, "kiosk");
		const isKiosk = request.device.is === "paired" && refusal === null;
		const signedIn = isKiosk ? null : sessions.act(request.cookies);
		request.byStaff = signedIn !== null && !(signedIn.account.mustChange && refusal === null);
		if (request.byStaff) return asStaff(request);
		if (refusal) throw new Refused(refusal);
	};
}
