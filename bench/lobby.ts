import { Type } from "typebox";
import type { Trade } from "./process.ts";

/**
 * The rest of the office beside those who take tickets: officers who call, and screens that are kept up to date.
 *
 * - `open`: the account of `cookie` takes the counters, and the screens connect.
 * - `work`: phones follow fresh tickets, and each counter calls the next one ten times a second, until `rest`.
 * - `serve-all`: each counter calls, starts and finishes until nobody waits.
 */
const LobbyOrder = Type.Union([
	Type.Object({
		do: Type.Literal("open"),
		url: Type.String(),
		cookie: Type.String(),
		counters: Type.Array(Type.String()),
		services: Type.Array(Type.String(), { minItems: 1 }),
		kiosk: Type.String(),
		screens: Type.Object({
			boards: Type.Integer(),
			kiosks: Type.Integer(),
			staff: Type.Integer(),
			phones: Type.Integer(),
		}),
	}),
	Type.Object({ do: Type.Literal("work") }),
	Type.Object({ do: Type.Literal("rest") }),
	Type.Object({ do: Type.Literal("serve-all") }),
	Type.Object({ do: Type.Literal("close") }),
]);

/** What was done since the last order. */
const LobbyReply = Type.Object({
	/** Tickets that the phones' holders took. */
	taken: Type.Integer(),
	calls: Type.Integer(),
	/** Messages that all screens together have got. */
	changes: Type.Integer(),
});

export const lobby = {
	module: new URL("./lobby-process.js", import.meta.url),
	order: LobbyOrder,
	reply: LobbyReply,
} satisfies Trade<typeof LobbyOrder, typeof LobbyReply>;
