import { randomUUID } from "node:crypto";
import type { Static } from "typebox";
import type { TakeTicket } from "../protocol/tickets.ts";
import { keepConnection } from "./keep-alive.ts";
import { percentile } from "./percentile.ts";
import { serve } from "./process.ts";
import { pump } from "./pump.ts";

serve(pump, take);

/** @throws {Error} where a ticket is answered with anything but 201 */
async function take({
	url,
	path,
	connections,
	services,
	forMs,
	tickets = Number.POSITIVE_INFINITY,
}: Static<typeof pump.order>): Promise<Static<typeof pump.reply>> {
	const kept = await Promise.all(Array.from({ length: connections }, () => keepConnection(url)));
	const bodies = services.map((serviceId) => {
		const body: TakeTicket = {
			serviceId,
			priorityClass: null,
			procedureCode: null,
			language: "vi",
		};
		return JSON.stringify(body);
	});
	const waits: number[] = [];
	let begun = 0;
	const start = performance.now();
	await Promise.all(
		kept.map(async (connection) => {
			while (begun < tickets && performance.now() - start < forMs) {
				const body = bodies[begun++ % bodies.length] ?? "";
				const sent = performance.now();
				const { status, body: said } = await connection.post(path, body, randomUUID());
				if (status !== 201) throw new Error(`${path} answered ${status}: ${said}`);
				waits.push(performance.now() - sent);
			}
		}),
	);
	const tookMs = performance.now() - start;
	for (const connection of kept) connection.close();
	return {
		acknowledged: waits.length,
		tookMs,
		p50Ms: percentile(waits, 50),
		p99Ms: percentile(waits, 99),
	};
}
