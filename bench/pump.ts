import { Type } from "typebox";
import type { Trade } from "./process.ts";

/** Takes tickets as fast as they are given, one under way on each connection, until the time is over or enough are taken. */
const PumpOrder = Type.Object({
	url: Type.String(),
	path: Type.String(),
	connections: Type.Integer({ minimum: 1 }),
	/** Services, asked for in turn. */
	services: Type.Array(Type.String(), { minItems: 1 }),
	forMs: Type.Number(),
	/** How many are enough; without it only the time counts. */
	tickets: Type.Optional(Type.Integer()),
});

const Pumped = Type.Object({
	/** How many were answered with 201. Nothing is under way any more. */
	acknowledged: Type.Integer(),
	tookMs: Type.Number(),
	p50Ms: Type.Number(),
	p99Ms: Type.Number(),
});

export const pump = {
	module: new URL("./pump-process.js", import.meta.url),
	order: PumpOrder,
	reply: Pumped,
} satisfies Trade<typeof PumpOrder, typeof Pumped>;
