import type { StampedEvent } from "./event.ts";
import type { QueueState } from "./state.ts";

export type HallEvent = Extract<
	StampedEvent,
	{ type: "hall-stopped" | "hall-resumed" | "hours-set" }
>;

/** Folds what happened to the hall as a whole. A stop is taken out of waits, so that it begins and ends by the time that waits go by. */
export function evolveHall({ hall, clockMs }: QueueState, event: HallEvent): void {
	const at = new Date(clockMs).toISOString();
	switch (event.type) {
		case "hall-stopped": {
			const { reason, note } = event;
			// Another reason for the same stop: it has lasted since it began.
			hall.stopped = { at: hall.stopped?.at ?? at, reason, note };
			return;
		}
		case "hall-resumed":
			if (hall.stopped) hall.stops.push({ from: hall.stopped.at, to: at });
			hall.stopped = null;
			return;
		case "hours-set": {
			const { periods, reason } = event;
			hall.hours = periods === "usual" ? null : { periods, reason };
		}
	}
}
