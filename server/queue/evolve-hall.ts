import type { StampedEvent } from "./event.ts";
import type { HallState } from "./state.ts";

export type HallEvent = Extract<
	StampedEvent,
	{ type: "hall-stopped" | "hall-resumed" | "hours-set" }
>;

/** Folds what happened to the hall as a whole. */
export function evolveHall(hall: HallState, event: HallEvent): void {
	switch (event.type) {
		case "hall-stopped": {
			const { reason, note } = event;
			// Another reason for the same stop: it has lasted since it began.
			hall.stopped = { at: hall.stopped?.at ?? event.at, reason, note };
			return;
		}
		case "hall-resumed":
			if (hall.stopped) hall.stops.push({ from: hall.stopped.at, to: event.at });
			hall.stopped = null;
			return;
		case "hours-set": {
			const { periods, reason } = event;
			hall.hours = periods === "usual" ? null : { periods, reason };
		}
	}
}
