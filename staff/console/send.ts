import type { StaffCounterRow } from "../../protocol/live.ts";
import type { PrintJob } from "../../protocol/printing.ts";
import type { ActAnswer, CallAnswer, CounterAnswer } from "../../protocol/staff.ts";
import { type Answer, api, mayBeDone } from "../../ui/api.ts";
import { newRequestKey } from "../../ui/request-key.ts";
import type { Act } from "./actions.ts";

/** What may come back: a call may find nobody, where `ticket` is null; an act on the counter itself has none. */
export interface Done {
	/** Of an act that prints. */
	print?: PrintJob;
	ticket?: CallAnswer["ticket"] | ActAnswer["ticket"];
	/** Of a call. */
	why?: CallAnswer["why"];
	/** As its undoing names it. */
	act?: number;
	counter?: CounterAnswer["counter"];
}

/** Does an act at a counter, as the officer sees it at the press. */
export type Send = (counter: StaffCounterRow, act: Act) => Promise<Answer<Done>>;

/**
 * Sends one act after the other. Where the answer to the last one was lost and the officer does the same again, it goes out
 * with the same key, so that it is done once. It is the same only while the counter stands as it did at the first press:
 * whoever presses `Gọi lại` after seeing that it was called means another call.
 */
export function sender(): Send {
	let last: { act: string; key: string } | null = null;
	return async (counter, { path, body, ticketId }) => {
		const act = JSON.stringify([path, body, ticketId, counter]);
		const key = last?.act === act ? last.key : newRequestKey();
		last = { act, key };
		const of =
			ticketId === undefined
				? `/api/counters/${encodeURIComponent(counter.id)}`
				: `/api/tickets/${encodeURIComponent(ticketId)}`;
		const answer = await api<Done>("POST", `${of}/${path}`, body, { key });
		if (!mayBeDone(answer)) last = null;
		return answer;
	};
}
