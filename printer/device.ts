import type { JobReason, PrinterReason, PrinterState } from "../protocol/printing.ts";

/** What a device prints: whole, from ESC @ to the cut and the questions after it. */
export interface DeviceJob {
	jobId: string;
	/** What the paper is called where a person reads a list of them: a ticket's number, `test`. */
	label: string;
	bytes: Uint8Array;
}

/** How a device was done with a job. `detail` is for the log alone. */
export type Outcome =
	/** The printer itself said, after the last byte, that it is done. */
	| { state: "confirmed" }
	/** It may have been printed: every byte was taken, but the printer never said more. It must not be sent again. */
	| { state: "unconfirmed"; reason: JobReason; detail?: string }
	/**
	 * Not, or not wholly, printed. `untouched`: surely no byte of it reached the printer, so that it may be sent again, here or
	 * elsewhere.
	 */
	| { state: "failed"; reason: JobReason; untouched: boolean; detail?: string };

/** How a printer is, as last heard of it. */
export interface Condition {
	state: PrinterState;
	reasons: PrinterReason[];
}

export const wellCondition: Condition = { state: "ready", reasons: [] };

/** What goes on beside a job while it is printed. */
export interface Course {
	/** Aborted when the hub stops: the job then ends soon, as what it has become by then. */
	signal: AbortSignal;
	/** Hears that the printer waits for a person in the midst of the job (paper ran out), and `null` when it goes on. */
	onBlocked(reason: JobReason | null): void;
}

/** Where the jobs of one printer go. One at a time; the caller sees to that. */
export interface Device {
	/** What goes wrong with the printer is an outcome, never a rejection. Asks how the printer is before the first byte. */
	print(job: DeviceJob, course: Course): Promise<Outcome>;
	/** Asks the printer how it is; never rejects. A printer that cannot be asked is as last experienced. */
	ask(signal: AbortSignal): Promise<Condition>;
	/** As last heard; ready until there was anything to hear. */
	condition(): Condition;
	/** Hears every change of the condition, also those that the printer tells by itself. One listener. */
	onCondition(listener: (condition: Condition) => void): void;
	/** Lets go of the line to the printer. Nothing is printed afterwards. */
	close(): Promise<void>;
}
