import type { PrinterReason, PrinterStatus } from "../protocol/printing.ts";
import { firstReason } from "../ui/roll-change.ts";

/** The printers that somebody has to see to, now or soon. */
export function needingAHand<Status extends PrinterStatus>(
	printers: ReadonlyMap<string, Status>,
): Status[] {
	return [...printers.values()].filter(({ state }) => state !== "ready");
}

/** What is to be said first of how a printer is; null of one that is well. */
export function reasonOf(status: PrinterStatus): PrinterReason | null {
	return status.state === "low" ? "paper-low" : firstReason([status]);
}
