/** Chance that can be had again: the same seed makes the same choices. */
export interface Chance {
	readonly seed: number;
	/** A whole number from 0 to `bound` - 1. */
	below(bound: number): number;
	/** A whole number from `low` to `high`, both included. */
	between(low: number, high: number): number;
	pick<const T>(list: readonly [T, ...T[]]): T;
}

/** Chance of its own for a test: `FAULT_SEED` where a failed run is to be had again. Says its seed when the test fails. */
export function chanceFor(onTestFailed: (say: () => void) => void): Chance {
	const seed = Number(process.env.FAULT_SEED ?? Math.floor(Math.random() * 2 ** 32));
	onTestFailed(() => {
		process.stderr.write(`\nTo have the same choices again: FAULT_SEED=${seed}\n`);
	});
	return chance(seed);
}

function chance(seed: number): Chance {
	const next = mulberry32(seed);
	const below = (bound: number) => Math.floor(next() * bound);
	return {
		seed,
		below,
		between: (low, high) => low + below(high - low + 1),
		pick: (list) => list[below(list.length)] ?? list[0],
	};
}

/** Tommy Ettinger's mulberry32: 32 bits of state, from 0 to just below 1. */
export function mulberry32(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}
