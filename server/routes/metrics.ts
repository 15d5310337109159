import type { FastifyRequest } from "fastify";
import { bearerOf } from "../accounts/device.ts";
import type { LiveFigures } from "../live/figures.ts";
import type { App, Parts } from "./parts.ts";
import { requireAccount } from "./signed-in.ts";

/**
 * Figures for Prometheus: to whoever is on the hub's own machine, and to supervisors.
 * @param live what the live views come to
 */
export function addMetricsRoute(app: App, parts: Parts, live: () => LiveFigures): void {
	const { devices, sessions, metrics, hub, printing } = parts;
	const supervisors = requireAccount(sessions, ["supervisor"]);

	app.get(
		"/metrics",
		{
			onRequest: async (request: FastifyRequest) => {
				if (devices.of(request.raw, bearerOf(request.headers)).is !== "local") {
					await supervisors(request);
				}
			},
			schema: { tags: ["hub"], summary: "Figures as Prometheus reads them" },
		},
		async (_request, reply) => {
			const { type, text } = await metrics.text({ hub, printing, live: live() });
			return reply.type(type).header("cache-control", "no-store").send(text);
		},
	);
}
