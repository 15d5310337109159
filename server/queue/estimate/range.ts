import type { Wait } from "./waits.ts";

const stepMin = 5;
const minuteMs = 60_000;

/** As people are told: whole minutes in steps of five, the low end down and the high end up, five apart at least. */
export function toRange(wait: Wait | null): { lowMin: number; highMin: number } | null {
	if (!wait) return null;
	const lowMin = Math.floor(wait.lowMs / minuteMs / stepMin) * stepMin;
	const highMin = Math.ceil(wait.highMs / minuteMs / stepMin) * stepMin;
	return { lowMin, highMin: Math.max(highMin, lowMin + stepMin) };
}
