import type { JobReason, PrinterStatus } from "../protocol/printing.ts";

/** How a device took a ticket. `detail` is for the log alone. */
export type Outcome =
	/** The printer said so itself after the last byte; `low`: its paper is near the end. */
	| { state: "confirmed"; low: boolean }
	/** Every byte was taken, but the printer never answered. */
	| { state: "unconfirmed"; reason: JobReason; detail?: string }
	/** Not, or not wholly, taken. */
	| { state: "failed"; reason: JobReason; detail?: string }
	/** The printer waits for a person. */
	| { state: "blocked"; reason: JobReason; detail?: string };

/** What of a ticket a device may want to know besides its bytes. */
export interface Slip {
	jobId: string;
	number: string;
}

/** Where the bytes of one printer go. One ticket at a time; the caller sees to that. */
export interface Device {
	/**
	 * Sends a whole ticket. What goes wrong with the printer is an outcome, never a rejection; after `signal` it is one soon.
	 */
	print(bytes: Uint8Array, slip: Slip, signal: AbortSignal): Promise<Outcome>;
	/** As last experienced; ready until there was anything to experience. */
	status(): Omit<PrinterStatus, "id">;
}

/**
 * What a printer's state is after an outcome. One that takes every byte but never answers is ready: many cheap printers do
 * not know the question. The reason says what is not well.
 */
export function statusAfter(outcome: Outcome): Omit<PrinterStatus, "id"> {
	switch (outcome.state) {
		case "confirmed":
			return { state: outcome.low ? "low" : "ready", reasons: [] };
		case "unconfirmed":
			return { state: "ready", reasons: [outcome.reason] };
		case "failed":
			return { state: "offline", reasons: [outcome.reason] };
		case "blocked":
			return { state: "blocked", reasons: [outcome.reason] };
	}
}
