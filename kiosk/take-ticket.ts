import type { TicketAnswer } from "../protocol/tickets.ts";
import { api, mayBeDone } from "../ui/api.ts";
import { newRequestKey } from "../ui/request-key.ts";
import { kiosk } from "./office.ts";
import { isSameWish, type SentOrder, type Wish } from "./order.ts";
import { sentBefore } from "./state.ts";
import { dispatch, state } from "./store.ts";

/**
 * Asks the hub for a ticket that this kiosk's printer prints. While one is under way, another press asks for nothing, so
 * that two presses are one ticket. A wish whose answer was lost earlier in this visit goes out as it did then: should its
 * ticket have been made after all, it is that one that comes. Another wish takes the lost one back first: nobody leaves with
 * two numbers for having been kept waiting.
 */
export async function takeTicket(wish: Wish): Promise<void> {
	if (state.value.order.state === "under-way") return;
	const sent = sentBefore(state.value, wish) ?? newOrder(wish);
	const others = state.value.unheard.filter((other) => !isSameWish(other.wish, wish));
	dispatch({ type: "order-sent", sent });
	for (const other of others) {
		const lost = await withdraw(other);
		if (lost.is === "done") {
			dispatch({ type: "order-answered", answer: lost.answer });
			return;
		}
		if (lost.is === "unheard") {
			dispatch({ type: "order-refused", detail: lost.detail, mayBeDone: false });
			return;
		}
	}
	const answer = await api<TicketAnswer>("POST", "/api/tickets", sent.body, { key: sent.key });
	if (answer.ok) dispatch({ type: "order-answered", answer: answer.value });
	else if (answer.problem?.code === "request/not-done") {
		// It was withdrawn by itself, just as somebody pressed again.
		dispatch({ type: "order-refused", detail: null, mayBeDone: false });
		await takeTicket(wish);
	} else {
		const detail = answer.problem?.detail ?? null;
		dispatch({ type: "order-refused", detail, mayBeDone: mayBeDone(answer) });
	}
}

type Lost =
	| { is: "done"; answer: TicketAnswer }
	| { is: "withdrawn" }
	| { is: "unheard"; detail: string | null };

/** Takes back an order whose answer was lost, unless there is a ticket for it. */
export async function withdraw({ body, key }: SentOrder): Promise<Lost> {
	const answer = await api<TicketAnswer>("POST", "/api/tickets?withdraw=true", body, { key });
	if (answer.ok) return { is: "done", answer: answer.value };
	if (mayBeDone(answer)) return { is: "unheard", detail: answer.problem?.detail ?? null };
	dispatch({ type: "order-withdrawn", key });
	return { is: "withdrawn" };
}

function newOrder(wish: Wish): SentOrder {
	const here = kiosk.value;
	const { language } = state.value;
	const body = { ...wish, language, ...(here === null ? {} : { kioskId: here.id }) };
	return { wish, key: newRequestKey(), body };
}
