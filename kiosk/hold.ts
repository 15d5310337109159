import type { TicketAnswer } from "../protocol/tickets.ts";
import { type Answer, api, mayBeDone } from "../ui/api.ts";
import { newRequestKey } from "../ui/request-key.ts";
import { type HeldAct, isBusy } from "./held-ticket.ts";
import { kiosk } from "./office.ts";
import { askForSlip } from "./print.ts";
import { dispatch, state } from "./store.ts";

/** Asks how the ticket stands whose code was read, and again as long as the hub is away and the person stands there. */
export async function lookAtHeld(ticketId: string): Promise<void> {
	const got = await api<TicketAnswer>("GET", `/api/tickets/${encodeURIComponent(ticketId)}`);
	if (got.ok) {
		dispatch({ type: "held-told", answer: got.value });
		return;
	}
	const { problem } = got;
	const detail = problem === null || problem.status >= 500 ? null : problem.detail;
	dispatch({ type: "held-refused", ticketId, detail });
	if (detail !== null) return;
	setTimeout(() => {
		const { held } = state.value;
		const waits = held?.ticketId === ticketId && held.state === "refused";
		if (waits) void lookAtHeld(ticketId);
	}, againMs);
}

const againMs = 2_000;

/** Gives the number up. One whose answer was lost goes out as it did. */
export async function giveUpHeld(): Promise<void> {
	await once("cancel", async (ticketId, key) => {
		const path = `/api/tickets/${encodeURIComponent(ticketId)}`;
		const got = await api<TicketAnswer>("DELETE", path, undefined, { key });
		if (got.ok) dispatch({ type: "held-told", answer: got.value });
		return got;
	});
}

/** Has the slip printed once more on this kiosk's printer. */
export async function printHeld(): Promise<void> {
	const here = kiosk.value;
	if (here === null) return;
	await once("print", async (ticketId, key) => {
		const got = await askForSlip(here.id, ticketId, key);
		if (got.ok) {
			const act: HeldAct = { is: "printed", print: got.value.print };
			dispatch({ type: "held-act", ticketId, act });
		}
		return got;
	});
}

/** While something is under way, another press asks for nothing. */
async function once(
	what: "cancel" | "print",
	ask: (ticketId: string, key: string) => Promise<Answer<unknown>>,
): Promise<void> {
	const { held } = state.value;
	if (held?.state !== "here" || isBusy(held)) return;
	const { ticketId, act } = held;
	const sent = act.is === "not-done" && act.what === what ? act.key : null;
	const key = sent ?? newRequestKey();
	const is = what === "cancel" ? "cancelling" : "printing";
	dispatch({ type: "held-act", ticketId, act: { is, key } });
	const got = await ask(ticketId, key);
	if (got.ok) return;
	const detail = got.problem?.detail ?? null;
	const kept = mayBeDone(got) ? key : null;
	dispatch({ type: "held-act", ticketId, act: { is: "not-done", what, detail, key: kept } });
}
