import fastifyRateLimit, { type CreateRateLimitOptions } from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Limits } from "../../config/limits.ts";
import type { App } from "../routes/parts.ts";
import { Refused } from "../routes/problems.ts";
import { rangeOf } from "./addresses.ts";
import type { Callers } from "./callers.ts";

declare module "fastify" {
	interface FastifyContextConfig {
		/** What a route is counted as, beside being a request. */
		counts?: "ticket" | "sign-in";
	}
}

/** The longest address anybody needs: a search of 200 letters, each percent-encoded, is a third of it. */
const maxAddressLength = 4_096;

/**
 * Refuses with `request/too-many`, before anything else of a request is looked at, whoever asks more than the office allows.
 * @param deviceOf what counts as one device
 */
export async function addLimits(
	app: App,
	limits: Limits,
	{ addressOf }: Callers,
	deviceOf: (request: FastifyRequest) => string,
): Promise<void> {
	await app.register(fastifyRateLimit, { global: false });
	const byAddress = (request: FastifyRequest) => rangeOf(addressOf(request.raw));
	const request = limiter(limits.requestsPerMinutePerAddress, byAddress);
	const counted = {
		ticket: limiter(limits.ticketsPerMinutePerDevice, deviceOf),
		"sign-in": limiter(limits.signInsPerMinutePerAddress, byAddress),
	};

	app.addHook("onRequest", async (asked) => {
		if (asked.raw.url && asked.raw.url.length > maxAddressLength) {
			throw new Refused("request/address-too-long");
		}
		await request?.(asked);
		const { counts } = asked.routeOptions.config;
		if (counts) await counted[counts]?.(asked);
	});

	function limiter(max: number, keyGenerator: NonNullable<CreateRateLimitOptions["keyGenerator"]>) {
		if (max === 0) return null;
		const count = app.createRateLimit({ max, timeWindow: "1 minute", keyGenerator });
		return async (asked: FastifyRequest) => {
			const counted = await count(asked);
			if (!counted.isAllowed && counted.isExceeded) {
				throw new Refused("request/too-many", { waitSeconds: counted.ttlInSeconds });
			}
		};
	}
}
