import { rangeAsTold } from "../server/queue/estimate/range.ts";
import type { Wait as EstimatedWait } from "../server/queue/estimate/waits.ts";
import type { StampedEvent } from "../server/queue/event.ts";
import type { QueueState } from "../server/queue/state.ts";
import type { World } from "./day/world.ts";

/** How long somebody will wait from now until they are called, milliseconds. */
export interface Wait extends EstimatedWait {
	/** The outcomes that the range was taken from, the least first, where a forecaster has such: a range of any cover can be made of them. */
	drawsMs?: readonly number[];
}

/** Looks on while days happen, and says of whoever takes a number how long they will wait. */
export interface Forecaster {
	readonly name: string;
	/** Each event of the office, in order, after it was folded in; over all the days that are looked at. */
	saw(state: QueueState, event: StampedEvent): void;
	/** Asked right after a ticket was issued; null where there is nothing to say. */
	forecast(state: QueueState, ticketId: string, nowMs: number): Wait | null;
	/** How often `refresh` is called at most, in milliseconds of the day; the hub reckons waits no more often than that. */
	readonly estimateEveryMs?: number;
	/** Asked before a forecast, unless it is less than `estimateEveryMs` since the last time. */
	refresh?(state: QueueState, nowMs: number): void;
	/** Told of each day before it begins. Only the oracle looks at more than the events. */
	begins?(day: World): void;
}

/** As people are shown it: the hub's own rounding. */
export function roundedWait(wait: Wait): Wait {
	const { lowMin, highMin } = rangeAsTold(wait);
	return { ...wait, lowMs: lowMin * minuteMs, highMs: highMin * minuteMs };
}

const minuteMs = 60_000;
