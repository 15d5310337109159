import type { FastifyRequest } from "fastify";
import type { Callers } from "../door/callers.ts";
import { Refused } from "./problems.ts";

/** Lets only devices of the lobby through; looked at before the body is. */
export function requireTrustedDevice({ isLocal }: Pick<Callers, "isLocal">) {
	return async (request: FastifyRequest): Promise<void> => {
		if (!isLocal(request.raw)) throw new Refused("device/not-trusted");
	};
}
