import type { TakeTicket, TicketAnswer } from "../protocol/tickets.ts";
import { api } from "../ui/api.ts";
import { kiosk } from "./office.ts";
import { dispatch, state } from "./store.ts";

/**
 * Asks the hub for a ticket that this kiosk's printer prints. While one is under way, another press asks for nothing, so
 * that two presses are one ticket.
 */
export async function takeTicket(wish: {
	serviceId: string;
	priorityClass: string | null;
	procedureCode: string | null;
}): Promise<void> {
	if (state.value.order.state === "under-way") return;
	dispatch({ type: "order-sent" });
	const here = kiosk.value;
	const body: TakeTicket = {
		...wish,
		language: state.value.language,
		...(here === null ? {} : { kioskId: here.id }),
	};
	const answer = await api<TicketAnswer>("POST", "/api/tickets", body);
	if (answer.ok) dispatch({ type: "order-answered", answer: answer.value });
	else dispatch({ type: "order-refused", detail: answer.problem?.detail ?? null });
}
