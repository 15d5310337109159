import type { Spread } from "../../protocol/reports.ts";

/** How long something took, out of the milliseconds of each time. By the nearest rank: but for the mean, each is a time that somebody had. */
export function spreadOf(times: readonly number[]): Spread {
	if (times.length === 0) return null;
	const sorted = Float64Array.from(times).sort();
	const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
	return {
		count: sorted.length,
		meanMs: Math.round(sorted.reduce((sum, time) => sum + time, 0) / sorted.length),
		p50Ms: at(0.5),
		p90Ms: at(0.9),
		maxMs: at(1),
	};
}
