import { type Static, Type } from "typebox";
import { PrinterStatus } from "./printing.ts";

/** `GET /api/health`. `degraded`: reads go on while nothing can be written. */
export const Health = Type.Object({
	status: Type.Enum(["ok", "degraded"]),
	version: Type.String(),
	ledger: Type.Object({ seq: Type.Integer(), writable: Type.Boolean() }),
	printers: Type.Array(PrinterStatus),
});
export type Health = Static<typeof Health>;
