import { Type } from "typebox";
import type { Trade } from "./process.ts";

/**
 * Very many screens at one server. Orders add up: whoever is open stays open until `close`.
 *
 * - `open`: so many boards, and a phone for each of the tickets, that are let in and shown their first rows. `plain` ones say what a client says and
 *   hold nothing; those that `return` are socket.io's own clients with the settings of `ui/live.ts`, and come back after a cut as every screen does.
 * - `post`: asks the server for something of which every board is told once; answers with how long after the request left each board had it.
 * - `returned`: waits until every client that was cut off is shown its rows again.
 */
const CrowdOrder = Type.Union([
	Type.Object({
		do: Type.Literal("open"),
		url: Type.String(),
		boards: Type.Integer(),
		phones: Type.Array(Type.String()),
		as: Type.Enum(["plain", "return"]),
		compressed: Type.Boolean(),
	}),
	Type.Object({
		do: Type.Literal("post"),
		url: Type.String(),
		cookie: Type.String(),
		path: Type.String(),
		body: Type.Object({}, { additionalProperties: true }),
	}),
	Type.Object({ do: Type.Literal("returned") }),
	Type.Object({ do: Type.Literal("close") }),
]);

const CrowdReply = Type.Object({
	/** After a `post`: milliseconds, one for each board. */
	tookMs: Type.Array(Type.Number()),
	/** After a `post`: what each of them was told, without socket.io's frame. */
	told: Type.String(),
	/** Meanwhile: how many bytes came to each of them. */
	bytes: Type.Number(),
	/** After `returned`: when the last one was shown its rows, by the wall clock. */
	lastAt: Type.Number(),
});

export const crowd = {
	module: new URL("./crowd-process.js", import.meta.url),
	order: CrowdOrder,
	reply: CrowdReply,
} satisfies Trade<typeof CrowdOrder, typeof CrowdReply>;
