import { step } from "./day/step.ts";
import type { World } from "./day/world.ts";
import type { Forecaster, Wait } from "./forecaster.ts";
import { restAnew } from "./truth.ts";

/**
 * The best that anybody could say: knows the day's true laws (how quick each officer is, how many come, who may still be in) and the true policy, and not how it will turn out. It lets
 * the rest of the day happen so many times, each time with other chance, and takes the range that holds `cover` of the outcomes.
 */
export function createOracle({ runs = 60, cover = 0.8 } = {}): Forecaster {
	let day: World | null = null;
	return {
		name: "oracle",
		begins(world) {
			day = world;
		},
		saw() {},
		forecast(state, ticketId, nowMs) {
			if (!day || day.state !== state) throw new Error("the oracle was not told which day it is");
			const random = day.random.fork(`oracle/${ticketId}`);
			const drawsMs: number[] = [];
			for (let run = 0; run < runs; run++) {
				const waitedMs = waitIn(restAnew(day, random.fork(`${run}`)), ticketId, nowMs);
				if (waitedMs !== null) drawsMs.push(waitedMs);
			}
			// Nobody can say when they are called where they hardly ever are.
			if (drawsMs.length < runs / 3) return null;
			return rangeOf(
				drawsMs.sort((one, other) => one - other),
				cover,
			);
		},
	};
}

/**
 * The middle range of drawn outcomes that holds this share of them.
 * @param drawsMs the least first
 */
export function rangeOf(drawsMs: readonly number[], cover: number): Wait {
	return {
		lowMs: quantile(drawsMs, (1 - cover) / 2),
		middleMs: quantile(drawsMs, 0.5),
		highMs: quantile(drawsMs, (1 + cover) / 2),
		drawsMs,
	};
}

/** Weibull's: of n draws the i-th stands for i / (n + 1), so that a range holds what it says also where draws are few. */
function quantile(sorted: readonly number[], share: number): number {
	const at = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
	const below = sorted[Math.floor(at)] ?? 0;
	const above = sorted[Math.ceil(at)] ?? below;
	return below + (above - below) * (at - Math.floor(at));
}

/** How long somebody who waits still does in this course of the day; null where they are not called. */
function waitIn(rest: World, ticketId: string, nowMs: number): number | null {
	const ticket = rest.state.tickets.get(ticketId);
	while (ticket?.state === "waiting" && step(rest));
	return ticket?.calledAt ? rest.nowMs - nowMs : null;
}
