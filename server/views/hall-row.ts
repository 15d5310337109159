import type { HallRow } from "../../protocol/live.ts";
import type { StampedEvent } from "../queue/event.ts";
import type { QueueState } from "../queue/state.ts";

/** The key of the one row that tells whether everything stands still. */
export const hallKey = "hall";

export function hallRow({ hall }: QueueState): HallRow {
	return { kind: "hall", stopped: hall.stopped };
}

/** Whether the event may have changed it. */
export function touchesHall({ type }: StampedEvent): boolean {
	return type === "hall-stopped" || type === "hall-resumed";
}
