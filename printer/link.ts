/** A line to a printer that is open: bytes go out, and what the printer says comes in. */
export interface Line {
	/** Whether the printer can be heard at all. */
	readonly hears: boolean;
	/**
	 * Resolves when all the bytes were handed on, which is not when the printer has taken them. Rejects (`LinkError`) when they could not be, or not in
	 * time. A write begins after the one before has ended.
	 */
	write(bytes: Uint8Array): Promise<void>;
	/** Hears what comes in. One listener. */
	onBytes(listener: (bytes: Uint8Array) => void): void;
	/** Hears once that the line was lost, with what was found; not after `close`. */
	onLost(listener: (error: LinkError) => void): void;
	/** `drop`: what is still on its way should not reach the printer, where that can be had. */
	close(how: "drain" | "drop"): Promise<void>;
}

/** How a line to one printer is got. It knows nothing of ESC/POS; `conversation.ts` speaks it. */
export interface Link {
	/** Bytes per second at the most, where the line itself sets a bound (a serial line); else null. */
	readonly bytesPerSecond: number | null;
	/** Rejects (`LinkError`) when there is no line in time, or after `signal`. */
	open(signal: AbortSignal): Promise<Line>;
}

/** What went wrong with a line. `reason` is said, `message` is for the log. */
export class LinkError extends Error {
	readonly reason: "unreachable" | "timeout" | "closed";

	constructor(reason: LinkError["reason"], message: string, options?: ErrorOptions) {
		super(message, options);
		this.name = "LinkError";
		this.reason = reason;
	}
}
