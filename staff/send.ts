import type { ActAnswer, CallAnswer, CounterAnswer } from "../protocol/staff.ts";
import { type Answer, api } from "../ui/api.ts";
import type { Act } from "./actions.ts";

/** What may come back: a call may find nobody, where `ticket` is null; an act on the counter itself has none. */
export interface Done {
	ticket?: CallAnswer["ticket"] | ActAnswer["ticket"];
	counter?: CounterAnswer["counter"];
}

/** Does it at the counter. */
export function send(counterId: string, { path, body }: Act): Promise<Answer<Done>> {
	return api<Done>("POST", `/api/counters/${encodeURIComponent(counterId)}/${path}`, body);
}
