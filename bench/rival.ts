import { Type } from "typebox";
import type { Trade } from "./process.ts";

/**
 * What the hub is held against: a server that answers a request for a ticket with always the same answer.
 *
 * - `same-app`: the hub's own Fastify with everything that a request for a ticket passes: headers, hooks, validation, response schema; with `counts`
 *   it also counts what each address and device asks, so far that nobody is refused.
 * - `no-hooks`: only the hub's own way to read, check and write what such a request and its answer hold.
 * - `bare`: a Fastify that does nothing but validate the body with the same schema.
 * - `bare-durable`: the same, and appends `lineBytes` bytes to `file` and syncs them before it answers.
 * - `bare-live`: a socket.io server as it comes, with a namespace of the hub's name: whoever comes is told a snapshot, and each request to `path` lets
 *   it tell everybody `change`, which nothing is done for. `port` 0 is any.
 */
const RivalOrder = Type.Union([
	Type.Object({
		kind: Type.Literal("same-app"),
		officeFile: Type.String(),
		dataDir: Type.String(),
		counts: Type.Boolean(),
	}),
	Type.Object({ kind: Type.Literal("no-hooks") }),
	Type.Object({ kind: Type.Literal("bare") }),
	Type.Object({
		kind: Type.Literal("bare-durable"),
		file: Type.String(),
		lineBytes: Type.Integer({ minimum: 1 }),
	}),
	Type.Object({
		kind: Type.Literal("bare-live"),
		port: Type.Integer(),
		snapshot: Type.Unknown(),
		change: Type.Unknown(),
	}),
]);

const Listening = Type.Object({ url: Type.String(), path: Type.String() });

export const rival = {
	module: new URL("./rival-process.js", import.meta.url),
	order: RivalOrder,
	reply: Listening,
} satisfies Trade<typeof RivalOrder, typeof Listening>;
