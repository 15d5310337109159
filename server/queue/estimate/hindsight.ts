import { quantile } from "./quantiles.ts";
import { normalQuantile } from "./random.ts";
import { keepNewest } from "./recent.ts";
import { outsideShare, type Wait } from "./waits.ts";

/** Holds what was thought to what came of it, and mends what is thought next. */
export interface Hindsight {
	/** Somebody for whom `thought` held has been called after `waitedMs`. */
	learn(thought: Wait, waitedMs: number): void;
	/** What experience up to now makes of a range. */
	corrector(): (thought: Wait) => Wait;
}

/** For short, middling and long waits, how far true ones lay from the middle, in halves of the range on that side. */
type Seen = Record<Kind, number[]>;

type Kind = "short" | "middling" | "long";

const minuteMs = 60_000;
const kept = 500;
/** Of those of one hour most wait long or short for the same reason: one in so many is kept, so that what is kept is of many days. */
const oneIn = 3;
/** What the runs say weighs as much as so many that were seen. */
const runsWeight = 60;
/** No range is so narrow that a minute more or less would not be within. */
const leastMs = minuteMs;

/** Where waits would lie if the runs were right, which stand among the seen. */
const asThought = Array.from(
	{ length: runsWeight },
	(_, at) => normalQuantile((at + 0.5) / runsWeight) / -normalQuantile(outsideShare),
);

/**
 * Conformal in kind: whatever the model gets wrong in an office in the same way each day, ranges too narrow or waits too long, shows in how true
 * waits lay to what was thought, and is mended by just that. (Romano, Patterson and Candès, Conformalized Quantile Regression, 2019.)
 */
export function createHindsight(): Hindsight {
	const seen: Seen = { short: [], middling: [], long: [] };
	let count = 0;
	/** What is made of the seen, until more is. */
	let shifts: Record<Kind, Shifts> | null = null;

	return {
		learn(thought, waitedMs) {
			count++;
			if (count % oneIn !== 0) return;
			const { below, above } = halves(thought);
			const off = waitedMs - thought.middleMs;
			const far = off < 0 ? off / below : off / above;
			keepNewest(seen[kindOf(thought)], Math.max(-5, Math.min(5, far)), kept);
			shifts = null;
		},
		corrector() {
			shifts ??= {
				short: shiftsOf(seen.short),
				middling: shiftsOf(seen.middling),
				long: shiftsOf(seen.long),
			};
			const now = shifts;
			return (thought) => mended(thought, now[kindOf(thought)]);
		},
	};
}

interface Shifts {
	low: number;
	middle: number;
	high: number;
}

function shiftsOf(seen: readonly number[]): Shifts {
	const all = Float64Array.from([...seen, ...asThought]).sort();
	return {
		low: quantile(all, outsideShare),
		middle: quantile(all, 0.5),
		high: quantile(all, 1 - outsideShare),
	};
}

function mended(thought: Wait, shifts: Shifts): Wait {
	const { below, above } = halves(thought);
	const at = (shift: number) => Math.max(0, thought.middleMs + shift * (shift < 0 ? below : above));
	return { lowMs: at(shifts.low), middleMs: at(shifts.middle), highMs: at(shifts.high) };
}

function halves({ lowMs, middleMs, highMs }: Wait): { below: number; above: number } {
	return {
		below: Math.max(leastMs, middleMs - lowMs),
		above: Math.max(leastMs, highMs - middleMs),
	};
}

function kindOf({ middleMs }: Wait): Kind {
	if (middleMs < 8 * minuteMs) return "short";
	return middleMs < 25 * minuteMs ? "middling" : "long";
}
