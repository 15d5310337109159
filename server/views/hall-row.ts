import type { HallRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";

/** The key of the one row that tells of the hall as a whole. */
export const hallKey = "hall";

export function hallRow({ hall }: QueueState): HallRow {
	return { kind: "hall", stopped: hall.stopped, hours: hall.hours };
}

/** Whether the event may have changed it. */
export function touchesHall({ type }: StampedEvent): boolean {
	return type === "hall-stopped" || type === "hall-resumed" || type === "hours-set";
}
