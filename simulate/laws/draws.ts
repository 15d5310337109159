import type { Random } from "./random.ts";

export const secondMs = 1_000;
export const minuteMs = 60_000;

export function chance(random: Random, share: number): boolean {
	return random.next() < share;
}

export function uniform(random: Random, from: number, to: number): number {
	return from + (to - from) * random.next();
}

export function exponential(random: Random, mean: number): number {
	return -mean * Math.log(1 - random.next());
}

/**
 * Half of all draws lie below the median; `spread` is the standard deviation of the logarithm. The right tail is heavy: with 0.6 one in a hundred
 * takes four times the median.
 */
export function logNormal(random: Random, median: number, spread: number): number {
	return median * Math.exp(spread * normal(random));
}

/** How many come where so many are expected and nobody knows of the other. */
export function poisson(random: Random, mean: number): number {
	let count = 0;
	for (let left = mean - exponential(random, 1); left > 0; left -= exponential(random, 1)) count++;
	return count;
}

/** One of these, each by its share of the sum of all shares; undefined where nothing has one. */
export function pick<T extends { share: number }>(
	random: Random,
	some: readonly T[],
): T | undefined {
	let left = random.next() * some.reduce((sum, { share }) => sum + share, 0);
	return some.find(({ share }) => {
		left -= share;
		return left < 0;
	});
}

/**
 * Draws again until the outcome agrees with what has been seen: the law given that. After a thousand vain draws the last is taken as it is, so the caller must cope
 * with what does not agree.
 */
export function drawUntil<T>(draw: () => T, agrees: (drawn: T) => boolean): T {
	let drawn = draw();
	for (let tries = 1; tries < 1_000 && !agrees(drawn); tries++) drawn = draw();
	return drawn;
}

/**
 * The moment, by a law of how long something lasts that began at `sinceMs` and has not ended by `nowMs`.
 * Never before `nowMs`.
 */
export function momentSince(sinceMs: number, nowMs: number, draw: () => number): number {
	const lastsMs = drawUntil(draw, (drawnMs) => sinceMs + drawnMs > nowMs);
	return Math.max(sinceMs + lastsMs, nowMs);
}

/** Box and Muller's. */
function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
