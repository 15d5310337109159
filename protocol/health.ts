import { type Static, Type } from "typebox";
import { PrinterStatus } from "./printing.ts";

/**
 * `held`: the hub's clock was set or stands beyond the next opening, and a new day waits until a supervisor says that it is right.
 * `behind`: it stands before the business day, which never goes back.
 */
export const ClockState = Type.Enum(["right", "held", "behind"]);
export type ClockState = Static<typeof ClockState>;

export const Clock = Type.Object({
	state: ClockState,
	businessDay: Type.String({ description: "The day the office is in, YYYY-MM-DD." }),
	wallDay: Type.String({ description: "The day by the hub's clock, YYYY-MM-DD." }),
});
export type Clock = Static<typeof Clock>;

/** A supervisor says that the hub's clock is right; `day` is the day it shows, as the supervisor read it. */
export const ConfirmClock = Type.Object(
	{ day: Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" }) },
	{ additionalProperties: false },
);
export type ConfirmClock = Static<typeof ConfirmClock>;

/** `GET /api/health`. `degraded`: reads go on while nothing can be written. */
export const Health = Type.Object({
	status: Type.Enum(["ok", "degraded"]),
	version: Type.String(),
	ledger: Type.Object({ seq: Type.Integer(), writable: Type.Boolean() }),
	clock: Clock,
	printers: Type.Array(PrinterStatus),
});
export type Health = Static<typeof Health>;
