import type { Wait } from "./waits.ts";

const stepMin = 5;
const minuteMs = 60_000;

/** As people are told: whole minutes in steps of five, the low end down and the high end up, five apart at least. */
export function toRange(wait: Wait | null): Range | null {
	return wait && rangeAsTold(wait);
}

export function rangeAsTold({ lowMs, highMs }: Wait): Range {
	const lowMin = Math.floor(lowMs / minuteMs / stepMin) * stepMin;
	const highMin = Math.ceil(highMs / minuteMs / stepMin) * stepMin;
	return { lowMin, highMin: Math.max(highMin, lowMin + stepMin) };
}

interface Range {
	lowMin: number;
	highMin: number;
}
