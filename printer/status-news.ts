import type { PrinterStatus } from "../protocol/printing.ts";
import type { PrintLog } from "./job-book.ts";

/** How long a change must last to be told: a line that is empty again by then is no news. */
const lastsMs = 100;

export interface StatusNews {
	/** The status of a printer may have changed. */
	look(printerId: string): void;
	onNews(listener: (status: PrinterStatus) => void): void;
	close(): void;
}

/** Tells how a printer is whenever that is another than was told last, and not more than ten times a second; the log hears of its state alone. */
export function tellChanges(
	statusOf: (printerId: string) => PrinterStatus,
	log: PrintLog,
): StatusNews {
	let tell: ((status: PrinterStatus) => void) | null = null;
	const told = new Map<string, string>();
	/** How each was when that was last written into the log: who looks through it later wants to know how long the paper was out. */
	const logged = new Map<string, string>();
	const looking = new Map<string, NodeJS.Timeout>();

	function tellNow(printerId: string): void {
		looking.delete(printerId);
		const status = statusOf(printerId);
		const said = JSON.stringify(status);
		if (!tell || said === told.get(printerId)) return;
		told.set(printerId, said);
		note(status);
		try {
			tell(status);
		} catch (error) {
			log.error({ err: error, printerId }, "a printer's change could not be told");
		}
	}

	function note({ id: printerId, state, reasons }: PrinterStatus): void {
		const now = [state, ...reasons].join(" ");
		if (now === (logged.get(printerId) ?? "ready")) return;
		logged.set(printerId, now);
		const facts = { printerId, state, reasons };
		if (state === "ready") log.info(facts, "a printer is well again");
		else log.warn(facts, "a printer needs somebody");
	}

	return {
		look(printerId) {
			if (!tell || looking.has(printerId)) return;
			looking.set(printerId, setTimeout(tellNow, lastsMs, printerId).unref());
		},
		onNews(listener) {
			tell = listener;
		},
		close() {
			for (const timer of looking.values()) clearTimeout(timer);
			looking.clear();
		},
	};
}
