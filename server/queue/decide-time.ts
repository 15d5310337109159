import type { Context } from "./command.ts";
import { isCrossedBy } from "./crossings.ts";
import type { Event } from "./event.ts";
import type { QueueState } from "./state.ts";
import { notBefore } from "./waited.ts";

/** Says that time has changed the order of a line since the last event; nothing where it has not. */
export function passTime(state: QueueState, { now }: Context): { ok: true; value: Event[] } {
	const hasChanged = isCrossedBy(state, notBefore(state, now));
	return { ok: true, value: hasChanged ? [{ type: "time-passed" }] : [] };
}
