import type { TicketAnswer } from "../protocol/tickets.ts";
import { api, mayBeDone } from "../ui/api.ts";
import { newRequestKey } from "../ui/request-key.ts";
import { kiosk } from "./office.ts";
import type { SentOrder, Wish } from "./order.ts";
import { sentBefore } from "./state.ts";
import { dispatch, state } from "./store.ts";

/**
 * Asks the hub for a ticket that this kiosk's printer prints. While one is under way, another press asks for nothing, so
 * that two presses are one ticket. A wish whose answer was lost earlier in this visit goes out as it did then: should its
 * ticket have been made after all, it is that one that comes.
 */
export async function takeTicket(wish: Wish): Promise<void> {
	if (state.value.order.state === "under-way") return;
	const sent = sentBefore(state.value, wish) ?? newOrder(wish);
	dispatch({ type: "order-sent", sent });
	const answer = await api<TicketAnswer>("POST", "/api/tickets", sent.body, { key: sent.key });
	if (answer.ok) dispatch({ type: "order-answered", answer: answer.value });
	else {
		const detail = answer.problem?.detail ?? null;
		dispatch({ type: "order-refused", detail, mayBeDone: mayBeDone(answer) });
	}
}

function newOrder(wish: Wish): SentOrder {
	const here = kiosk.value;
	const { language } = state.value;
	const body = { ...wish, language, ...(here === null ? {} : { kioskId: here.id }) };
	return { wish, key: newRequestKey(), body };
}
