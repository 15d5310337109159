import type { JobReason, PrinterReason, PrintJob } from "../protocol/printing.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { never } from "./never.ts";
import { type Printers, whyNoPaper } from "./printers.ts";

/** The number and what becomes of its paper. */
export interface NumberScreen {
	name: "number";
	answer: TicketAnswer;
	/** The newest printing; a reprint takes the place of what was printed before. */
	print: PrintJob | null;
	shownAtMs: number;
	/** When it was last asked for paper. */
	askedAtMs: number;
	/** When the paper came to stand as it does. */
	paperSinceMs: number;
	/** When the person said that the slip is there. */
	hasSlipAtMs: number | null;
	reprint: Reprint;
}

/** The one asked for after an uncertain printing. */
type Reprint =
	| { state: "none" }
	| { state: "asking"; key: string }
	/**
	 * `key`: it may have been done although no answer came, and goes out the same when it is pressed again. `mayAgain`:
	 * whether another press can help.
	 */
	| { state: "refused"; detail: string | null; key: string | null; mayAgain: boolean };

/** How the paper stands, as a person is told it. */
export type PaperStands =
	| { is: "none" }
	| { is: "printing"; printerId: string | null }
	| { is: "ready"; printerId: string | null }
	/** Nobody knows whether it has come out. */
	| { is: "uncertain"; printerId: string | null; mayAgain: boolean }
	| { is: "taken" }
	/** It comes when somebody has seen to the printer. */
	| { is: "waiting"; reason: JobReason | PrinterReason }
	| { is: "failed"; reason: JobReason | null; mayAgain: boolean };

export type PaperAction =
	| { type: "slip-taken" }
	| { type: "reprint-asked"; key: string }
	| {
			type: "reprint-refused";
			key: string;
			detail: string | null;
			/** The hub said nothing of whether it prints now. */
			mayBeDone: boolean;
			mayAgain: boolean;
	  }
	| { type: "reprint-answered"; key: string; print: PrintJob };

/** The number stays this long, and so much longer where the paper comes late, or where it must be photographed. */
const numberMs = 15_000;
const afterPaperMs = 8_000;
const withoutPaperMs = 60_000;
const afterFailureMs = 30_000;

export function numberScreen(
	answer: TicketAnswer,
	print: PrintJob | null,
	nowMs: number,
): NumberScreen {
	return {
		name: "number",
		answer,
		print,
		shownAtMs: nowMs,
		askedAtMs: nowMs,
		paperSinceMs: nowMs,
		hasSlipAtMs: null,
		reprint: { state: "none" },
	};
}

/** The same object where the job is not this screen's. */
export function withJob(screen: NumberScreen, job: PrintJob, nowMs: number): NumberScreen {
	if (screen.print?.jobId !== job.jobId) return screen;
	const isSame = screen.print.state === job.state;
	return { ...screen, print: job, paperSinceMs: isSame ? screen.paperSinceMs : nowMs };
}

export function paperStep(screen: NumberScreen, action: PaperAction, nowMs: number): NumberScreen {
	const { reprint } = screen;
	switch (action.type) {
		case "slip-taken":
			return { ...screen, hasSlipAtMs: nowMs };
		case "reprint-asked":
			if (reprint.state === "asking") return screen;
			return { ...screen, askedAtMs: nowMs, reprint: { state: "asking", key: action.key } };
		case "reprint-refused": {
			if (reprint.state !== "asking" || reprint.key !== action.key) return screen;
			const { detail, mayAgain } = action;
			const key = action.mayBeDone ? action.key : null;
			return {
				...screen,
				paperSinceMs: nowMs,
				reprint: { state: "refused", detail, key, mayAgain },
			};
		}
		case "reprint-answered":
			if (reprint.state !== "asking" || reprint.key !== action.key) return screen;
			return {
				...screen,
				print: action.print,
				paperSinceMs: nowMs,
				reprint: { state: "none" },
			};
		default:
			return never(action);
	}
}

/** Whether the number has to be kept without paper, as far as is known: photographed, or followed by its QR. */
export function mustPhotograph({ is }: PaperStands): boolean {
	return is === "none" || is === "waiting" || is === "failed" || is === "uncertain";
}

export function paperStands(screen: NumberScreen, printers: Printers): PaperStands {
	const { print, reprint, hasSlipAtMs } = screen;
	if (hasSlipAtMs !== null) return { is: "taken" };
	const why = whyNoPaper(printers);
	if (reprint.state === "asking") return { is: "printing", printerId: null };
	if (print === null) return { is: "none" };
	const printerId = print.printerId ?? null;
	const mayAgain = why === null && (reprint.state === "none" || reprint.mayAgain);
	switch (print.state) {
		case "queued":
		case "printing":
			return why === null ? { is: "printing", printerId } : { is: "waiting", reason: why };
		case "confirmed":
			return { is: "ready", printerId };
		case "unconfirmed":
			return { is: "uncertain", printerId, mayAgain };
		case "blocked":
			return { is: "waiting", reason: print.reason ?? why ?? "error" };
		case "failed":
			return { is: "failed", reason: print.reason ?? null, mayAgain };
		default:
			return never(print.state);
	}
}

export function numberEndsAtMs(screen: NumberScreen): number {
	const { print, shownAtMs, askedAtMs, paperSinceMs, hasSlipAtMs } = screen;
	if (hasSlipAtMs !== null) return hasSlipAtMs + afterPaperMs;
	if (print === null) return shownAtMs + withoutPaperMs;
	switch (print.state) {
		case "confirmed":
			return Math.max(shownAtMs + numberMs, paperSinceMs + afterPaperMs);
		case "queued":
		case "printing":
			return askedAtMs + withoutPaperMs;
		case "unconfirmed":
		case "failed":
		case "blocked":
			return Math.max(askedAtMs + withoutPaperMs, paperSinceMs + afterFailureMs);
		default:
			return never(print.state);
	}
}
