import { minuteMs } from "./choose.ts";
import { stoppedMs } from "./hall.ts";
import type { QueueState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/**
 * Since when somebody counts as waiting who comes to the end of a line: from the slot of an appointment on, where that is later, and with many
 * files further back.
 * @param comesMs milliseconds since 1970, as what it gives
 */
export function placeAtEnd(
	{ rules }: QueueState,
	{ files, appointmentAt }: Pick<Ticket, "files" | "appointmentAt">,
	comesMs: number,
): number {
	const from = appointmentAt === null ? comesMs : Math.max(comesMs, Date.parse(appointmentAt));
	return from + (files - 1) * rules.minutesEachFile * minuteMs;
}

/** Whether the late window of an appointment is over for whoever comes then; nobody can come while the hall is stopped. */
export function isTooLate(
	{ policy, hall }: QueueState,
	appointmentAt: string,
	comesMs: number,
): boolean {
	const slot = Date.parse(appointmentAt);
	const lateMs = comesMs - slot - stoppedMs(hall, slot, comesMs);
	return lateMs > (policy.appointments?.lateMinutes ?? 0) * minuteMs;
}
