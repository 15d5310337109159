import type { JobReason, PrinterReason } from "../protocol/printing.ts";
import type { Condition } from "./device.ts";

/**
 * What keeps a printer from printing: `person`, somebody has to go there and mend it, and until it says that it is well nothing is tried; `line`, it could not be
 * reached, and only trying tells whether it can be now.
 */
export interface Hindrance {
	why: JobReason;
	waitsFor: "person" | "line";
}

/** What a condition means for the next job; null where it can be printed. */
export function hindranceIn({ state, reasons }: Condition): Hindrance | null {
	if (state === "ready" || state === "low") return null;
	const why = reasons.find(isOfPerson) ?? reasons.find(isOfLine);
	return why === undefined ? { why: "error", waitsFor: "person" } : hindranceOf(why);
}

/** What a reason means that a device gave for not having begun. */
export function hindranceOf(why: JobReason): Hindrance {
	return { why, waitsFor: isOfLine(why) ? "line" : "person" };
}

const ofPerson = ["paper-out", "cover-open", "cutter", "error", "offline", "paused"] as const;
const ofLine = ["unreachable", "timeout", "closed"] as const;

function isOfPerson(reason: PrinterReason): reason is (typeof ofPerson)[number] {
	return ofPerson.some((one) => one === reason);
}

function isOfLine(reason: PrinterReason | JobReason): reason is (typeof ofLine)[number] {
	return ofLine.some((one) => one === reason);
}
