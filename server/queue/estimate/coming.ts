import { type ArrivalRates, stepMs } from "./beliefs.ts";
import { type Random, spreadNormals } from "./random.ts";

/** Who comes to a service in a run. */
export interface Coming {
	/** When the next one comes; infinite: nobody. */
	nextMs: number;
	begin(at: number): void;
	/** The next one has come: which class they have, and when the one after them comes. */
	take(): string | null;
}

export function createComing(
	{ rates, fromMs, doubt, classes }: ArrivalRates,
	runs: number,
	random: Random,
): Coming {
	const normals = spreadNormals(runs, random);
	let factor = 1;

	/** People come at random, as many as the rate of each step says. */
	function after(afterMs: number): number {
		let at = afterMs;
		let step = Math.floor((at - fromMs) / stepMs);
		for (; step < rates.length; step++) {
			const end = fromMs + (step + 1) * stepMs;
			const rate = (rates[step] ?? 0) * factor;
			const next = rate > 0 ? at + random.exponential(1 / rate) : end;
			if (next < end) return next;
			at = end;
		}
		return Number.POSITIVE_INFINITY;
	}

	const coming: Coming = {
		nextMs: Number.POSITIVE_INFINITY,
		begin(at) {
			factor = Math.exp(doubt * (normals[at] ?? 0));
			coming.nextMs = after(fromMs);
		},
		take() {
			coming.nextMs = after(coming.nextMs);
			const share = random.next();
			return classes.find(({ upTo }) => share < upTo)?.priorityClass ?? null;
		},
	};
	return coming;
}
