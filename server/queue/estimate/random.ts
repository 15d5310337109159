/** A stream of chance that is the same for the same seed. */
export interface Random {
	/** From 0 up to, but never, 1. */
	next(): number;
	/** A whole number from 0 up to, but never, `count`. */
	below(count: number): number;
	exponential(mean: number): number;
}

/** Mulberry32: small, quick and even enough for drawing a few thousand waits; no use for secrets. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	function next(): number {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}
	return {
		next,
		below: (count) => Math.floor(next() * count),
		exponential: (mean) => -mean * Math.log(1 - next()),
	};
}

/**
 * One standard normal value for each run, spread evenly over the bell and shuffled: so a few dozen runs already hold the few in which everything is
 * slow and the few in which everything is quick.
 */
export function spreadNormals(count: number, random: Random): number[] {
	const values = Array.from({ length: count }, (_, at) => normalQuantile((at + 0.5) / count));
	for (let at = count - 1; at > 0; at--) {
		const other = random.below(at + 1);
		const [one, two] = [values[at] ?? 0, values[other] ?? 0];
		values[at] = two;
		values[other] = one;
	}
	return values;
}

/** The value below which a share of the standard normal lies. Winitzki's approximation of the inverse error function; right to 0.005 where it is used here. */
export function normalQuantile(share: number): number {
	const x = 2 * share - 1;
	const a = 0.147;
	const log = Math.log(1 - x * x);
	const half = 2 / (Math.PI * a) + log / 2;
	return Math.SQRT2 * Math.sign(x) * Math.sqrt(Math.sqrt(half * half - log / a) - half);
}
