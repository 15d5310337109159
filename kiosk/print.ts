import type { PrintAnswer } from "../protocol/printing.ts";
import { type Answer, api, mayBeDone } from "../ui/api.ts";
import { newRequestKey } from "../ui/request-key.ts";
import { isUnderWay } from "./checklist.ts";
import { kiosk } from "./office.ts";
import { readingOf } from "./reading.ts";
import { shown } from "./state.ts";
import { dispatch, state } from "./store.ts";

/**
 * Has the number that is shown printed once more, after its holder has said that there is no slip. While that is asked
 * for, another press asks for nothing; one whose answer was lost goes out as it did, so that it is one slip.
 */
export async function printAgain(): Promise<void> {
	const screen = shown(state.value);
	const here = kiosk.value;
	if (screen.name !== "number" || here === null) return;
	const { reprint, answer } = screen;
	if (reprint.state === "asking") return;
	const key = (reprint.state === "refused" ? reprint.key : null) ?? newRequestKey();
	dispatch({ type: "reprint-asked", key });
	const got = await askForSlip(here.id, answer.ticket.id, key);
	if (got.ok) dispatch({ type: "reprint-answered", key, print: got.value.print });
	else {
		dispatch({
			type: "reprint-refused",
			key,
			detail: got.problem?.detail ?? null,
			mayBeDone: mayBeDone(got),
			mayAgain: got.status !== 429,
		});
	}
}

/** Asks the hub for a ticket's slip once more, on the kiosk's printer. The same key is the same slip. */
export function askForSlip(
	kioskId: string,
	ticketId: string,
	key: string,
): Promise<Answer<PrintAnswer>> {
	const path = `/api/tickets/${encodeURIComponent(ticketId)}/print`;
	return api<PrintAnswer>("POST", path, { kioskId }, { key });
}

/** Has the papers that a procedure asks for printed as a list to take home, with those that are ticked. */
export async function printChecklist(code: string): Promise<void> {
	const here = kiosk.value;
	if (here === null || isUnderWay(state.value.checklist)) return;
	const { language, readings } = state.value;
	const have = readingOf(readings, code).ticked;
	dispatch({ type: "checklist-asked", code });
	const path = `/api/procedures/${encodeURIComponent(code)}/print`;
	const got = await api<PrintAnswer>("POST", path, { kioskId: here.id, language, have });
	if (got.ok) dispatch({ type: "checklist-answered", code, print: got.value.print });
	else dispatch({ type: "checklist-refused", code, detail: got.problem?.detail ?? null });
}
