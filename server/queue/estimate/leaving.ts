import type { End } from "./hours.ts";
import type { Random } from "./random.ts";

/** When officers stop at the end of the hours although people wait, learned of all of them together. Times are milliseconds from that end; negative before it. */
export interface Leaving {
	/** Somebody was at work from then to then, and had not stopped. */
	stayed(end: End, fromMs: number, untilMs: number): void;
	/** Somebody stopped, who could have called another. */
	left(end: End, atMs: number): void;
	/** A new day: the ones before count less. */
	beginDay(): void;
	belief(): LeavingBelief;
}

export interface LeavingBelief {
	/** When somebody stops who was still there at that moment. */
	drawMs(end: End, thereMs: number, random: Random): number;
}

interface Step {
	toMs: number;
	stayedMs: number;
	left: number;
}

const minuteMs = 60_000;
/** From so long before the end on somebody may leave for it. */
export const earliestMs = -30 * minuteMs;
/** It is more usual to stop a few minutes after the end than long after it: each of these steps has its own share of those who do. */
const edges = [-15, 0, 5, 10, 15, 20, 30, 45, 90].map((minutes) => minutes * minuteMs);
const fading = 0.9;
/** Before anything was seen: one of fifty leaves before the end, and of those who still have people waiting then most within some minutes. */
const usualStayMs = { early: 25 * 60 * minuteMs, break: 4 * minuteMs, after: 8 * minuteMs };
/** That weighs in each step as if so many had been seen to stop. */
const usualWeight = 0.3;

/** A hazard for each step of time, as in a life table: who has left of those who were there. (Kaplan and Meier, Nonparametric Estimation from Incomplete Observations, 1958.) */
export function createLeaving(): Leaving {
	const steps = { break: newSteps(), after: newSteps() };

	return {
		stayed(end, fromMs, untilMs) {
			let from = earliestMs;
			for (const step of steps[end]) {
				step.stayedMs += Math.max(0, Math.min(step.toMs, untilMs) - Math.max(from, fromMs));
				from = step.toMs;
			}
		},
		left(end, atMs) {
			const step = steps[end].find(({ toMs }) => atMs < toMs);
			if (step) step.left++;
		},
		beginDay() {
			for (const step of [...steps.break, ...steps.after]) {
				step.stayedMs *= fading;
				step.left *= fading;
			}
		},
		belief() {
			const stays = { break: staysOf("break"), after: staysOf("after") };
			return {
				drawMs(end, thereMs, random) {
					let from = Math.max(earliestMs, thereMs);
					for (const [at, { toMs }] of steps[end].entries()) {
						if (toMs <= from) continue;
						const untilMs = from + random.exponential(stays[end][at] ?? 0);
						if (untilMs < toMs) return untilMs;
						from = toMs;
					}
					return from;
				},
			};
		},
	};

	/** How long one stays in each step, on average, as long as it would last. */
	function staysOf(end: End): number[] {
		return steps[end].map(({ toMs, stayedMs, left }) => {
			const usualMs = toMs <= 0 ? usualStayMs.early : usualStayMs[end];
			return (stayedMs + usualWeight * usualMs) / (left + usualWeight);
		});
	}
}

function newSteps(): Step[] {
	return edges.map((toMs) => ({ toMs, stayedMs: 0, left: 0 }));
}
