import type { PrintJob } from "../protocol/printing.ts";
import { never } from "./never.ts";

/** The list of papers that somebody lets print for a procedure. */
export type Checklist = { code: string } & (
	| { state: "asking" }
	/** `detail`: the hub's sentence, null where it gave no answer. */
	| { state: "refused"; detail: string | null }
	| { state: "sent"; print: PrintJob }
);

export type ChecklistAction =
	| { type: "checklist-asked"; code: string }
	| { type: "checklist-refused"; code: string; detail: string | null }
	| { type: "checklist-answered"; code: string; print: PrintJob };

/** @param jobs the last word heard of each job: one may come before the hub's answer */
export function checklistStep(
	checklist: Checklist | null,
	action: ChecklistAction,
	jobs: { readonly [jobId: string]: PrintJob },
): Checklist | null {
	const { code } = action;
	if (action.type === "checklist-asked") {
		return isUnderWay(checklist) ? checklist : { code, state: "asking" };
	}
	// The person has gone on to something else meanwhile.
	if (checklist?.state !== "asking" || checklist.code !== code) return checklist;
	switch (action.type) {
		case "checklist-refused":
			return { code, state: "refused", detail: action.detail };
		case "checklist-answered":
			return { code, state: "sent", print: jobs[action.print.jobId] ?? action.print };
		default:
			return never(action);
	}
}

export function checklistWithJob(checklist: Checklist | null, job: PrintJob): Checklist | null {
	if (checklist?.state !== "sent" || checklist.print.jobId !== job.jobId) return checklist;
	return { ...checklist, print: job };
}

/** Whether it is being asked for or printed: another press asks for nothing. */
export function isUnderWay(checklist: Checklist | null): boolean {
	if (checklist === null || checklist.state === "refused") return false;
	if (checklist.state === "asking") return true;
	return isJobUnderWay(checklist.print);
}

/** Whether a paper is still to come: asked for again, it would come twice. */
export function isJobUnderWay({ state }: PrintJob): boolean {
	return ["queued", "printing", "blocked"].includes(state);
}
