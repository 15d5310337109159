import type { StampedEvent } from "../server/queue/event.ts";
import type { QueueState } from "../server/queue/state.ts";
import type { World } from "./day/world.ts";

/** How long somebody will wait from now until they are called, milliseconds. */
export interface Wait {
	lowMs: number;
	middleMs: number;
	highMs: number;
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

/** As people are shown it: from whole five minutes to whole five minutes, the earlier down and the later up. */
export function roundedWait({ lowMs, middleMs, highMs }: Wait): Wait {
	const fromMs = Math.floor(lowMs / stepMs) * stepMs;
	return {
		lowMs: fromMs,
		middleMs,
		highMs: Math.max(fromMs + stepMs, Math.ceil(highMs / stepMs) * stepMs),
	};
}

const stepMs = 5 * 60_000;
