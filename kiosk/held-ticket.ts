import type { PrintJob } from "../protocol/printing.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { isJobUnderWay } from "./checklist.ts";
import { never } from "./never.ts";

/** The ticket whose code somebody held under the reader, and what they do with it. */
export type HeldTicket = { ticketId: string } & (
	| { state: "asking" }
	/** `detail`: the hub's sentence, null where it gave no answer. */
	| { state: "refused"; detail: string | null }
	| { state: "here"; answer: TicketAnswer; act: HeldAct }
);

/** `key` of a request that may have been done although no answer came: pressed again, it goes out the same. */
export type HeldAct =
	| { is: "none" }
	/** Whether the number is really to be given up. */
	| { is: "asked-to-cancel" }
	| { is: "cancelling"; key: string }
	| { is: "printing"; key: string }
	| { is: "printed"; print: PrintJob }
	| { is: "not-done"; what: "cancel" | "print"; detail: string | null; key: string | null };

export type HeldAction =
	/** How the ticket stands now, at first or after something was done to it. */
	| { type: "held-told"; answer: TicketAnswer }
	| { type: "held-refused"; ticketId: string; detail: string | null }
	| { type: "held-act"; ticketId: string; act: HeldAct };

/** @param jobs the last word heard of each job: one may come before the hub's answer */
export function heldStep(
	held: HeldTicket | null,
	action: HeldAction,
	jobs: { readonly [jobId: string]: PrintJob },
): HeldTicket | null {
	const ticketId = action.type === "held-told" ? action.answer.ticket.id : action.ticketId;
	// Somebody else's answer: the one it was for has gone.
	if (held?.ticketId !== ticketId) return held;
	switch (action.type) {
		case "held-told":
			return { ticketId, state: "here", answer: action.answer, act: { is: "none" } };
		case "held-refused":
			return held.state === "asking" ? { ticketId, state: "refused", detail: action.detail } : held;
		case "held-act":
			if (held.state !== "here") return held;
			return { ...held, act: newest(action.act, jobs) };
		default:
			return never(action);
	}
}

export function heldWithJob(held: HeldTicket | null, job: PrintJob): HeldTicket | null {
	if (held?.state !== "here" || held.act.is !== "printed") return held;
	if (held.act.print.jobId !== job.jobId) return held;
	return { ...held, act: { is: "printed", print: job } };
}

/** Whether something is under way that another press must not do again. */
export function isBusy(held: HeldTicket): boolean {
	if (held.state !== "here") return held.state === "asking";
	const { act } = held;
	if (act.is === "printed") return isJobUnderWay(act.print);
	return act.is === "cancelling" || act.is === "printing";
}

function newest(act: HeldAct, jobs: { readonly [jobId: string]: PrintJob }): HeldAct {
	return act.is === "printed" ? { ...act, print: jobs[act.print.jobId] ?? act.print } : act;
}
