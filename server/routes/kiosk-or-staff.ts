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

/** Whoever is signed in asks as staff; everybody else must be a kiosk or the hub's own machine. A kiosk's token comes before a cookie. */
export function kioskOrStaff({ devices, sessions }: Parts) {
	const asStaff = requireAccount(sessions, ["officer", "supervisor"]);
	return async (request: FastifyRequest): Promise<void> => {
		request.device = devices.of(request.raw, bearerOf(request.headers));
		const isKiosk = request.device.is === "paired" && refusalAs(request.device, "kiosk") === null;
		request.byStaff = !isKiosk && sessions.act(request.cookies) !== null;
		if (request.byStaff) return asStaff(request);
		const refusal = refusalAs(request.device, "kiosk");
		if (refusal) throw new Refused(refusal);
	};
}
