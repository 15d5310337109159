import type { FastifyRequest } from "fastify";
import { isTrustedDevice } from "../accounts/trust.ts";
import { Refused } from "./problems.ts";

/** Lets only devices of the lobby through; looked at before the body is. */
export async function requireTrustedDevice(request: FastifyRequest): Promise<void> {
	if (!isTrustedDevice(request.raw)) throw new Refused("device/not-trusted");
}
