import { type PaperCommand, PaperError, readCommand } from "../../printer/read-command.ts";
import { beginsRealTime } from "../../printer/without-real-time.ts";
import { realTimeLength } from "./real-time.ts";

/** What stands at the beginning of what a printer has taken in. */
export type Next =
	| { kind: "command"; command: PaperCommand; end: number }
	/** NUL is no command, and what is done in real time was done when it arrived. */
	| { kind: "nothing"; end: number }
	| { kind: "half" }
	| { kind: "fault"; fault: PaperError };

export function nextOf(bytes: Uint8Array): Next {
	if (bytes[0] === 0) return { kind: "nothing", end: 1 };
	if (bytes[0] === 0x10) {
		const end = realTimeLength(bytes);
		return end === null ? { kind: "half" } : { kind: "nothing", end };
	}
	try {
		return { kind: "command", ...readCommand(bytes, 0) };
	} catch (error) {
		if (!(error instanceof PaperError)) throw error;
		return error.truncated ? { kind: "half" } : { kind: "fault", fault: error };
	}
}

/** Whether a command has another in it, which the printer carried out when it arrived. */
export function holdsRealTime(bytes: Uint8Array): boolean {
	for (let at = bytes.indexOf(0x10); at >= 0; at = bytes.indexOf(0x10, at + 1)) {
		if (beginsRealTime(bytes, at)) return true;
	}
	return false;
}
