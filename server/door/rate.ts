const minuteMs = 60_000;
/** Whoever has more addresses than this pushes the oldest out; then what is left to count on is each connection's own limit. */
const mostKeys = 5_000;

/** Counts what each may do in a minute that begins with the first of it. */
export interface Rate {
	/** Whether one more is allowed. */
	takes(key: string): boolean;
}

/**
 * For what is no HTTP request; those are counted by @fastify/rate-limit.
 * @param perMinute 0: as many as they like
 * @param now milliseconds of a clock that does not go back
 */
export function createRate(perMinute: number, now: () => number): Rate {
	const counts = new Map<string, { sinceMs: number; count: number }>();
	return {
		takes(key) {
			if (perMinute === 0) return true;
			const at = now();
			const kept = counts.get(key);
			if (kept && at - kept.sinceMs < minuteMs) {
				kept.count++;
				return kept.count <= perMinute;
			}
			counts.delete(key);
			counts.set(key, { sinceMs: at, count: 1 });
			if (counts.size > mostKeys) counts.delete(counts.keys().next().value ?? key);
			return true;
		},
	};
}
