/** The best score of each procedure so far. */
export interface Scores {
	clear(): void;
	readonly size: number;
	/** @param covered how much of the query it speaks of @param total what it is ranked by */
	keepBetter(procedure: number, covered: number, total: number): void;
	/** The first `most`, best first, and how many there are that speak of at least `share` of what the best one does. */
	best(most: number, share: number): { total: number; procedures: number[] };
}

export function createScores(count: number): Scores {
	const covers = new Float64Array(count);
	const totals = new Float64Array(count);
	const scored = new Uint32Array(count);
	const isScored = new Uint8Array(count);
	let size = 0;

	return {
		clear() {
			for (const procedure of scored.subarray(0, size)) isScored[procedure] = 0;
			size = 0;
		},
		get size() {
			return size;
		},
		keepBetter(procedure, covered, total) {
			if (isScored[procedure] === 0) {
				isScored[procedure] = 1;
				scored[size++] = procedure;
			} else if (total <= (totals[procedure] ?? 0)) return;
			covers[procedure] = covered;
			totals[procedure] = total;
		},
		best(most, share) {
			const all = scored.subarray(0, size);
			let covered = 0;
			for (const procedure of all) covered = Math.max(covered, covers[procedure] ?? 0);
			const shown = all.filter((procedure) => (covers[procedure] ?? 0) >= covered * share);
			const first = most < shown.length / 8 ? firstOf(shown, most) : shown.sort(order);
			return { total: shown.length, procedures: Array.from(first.slice(0, most)) };
		},
	};

	function order(one: number, other: number): number {
		return (totals[other] ?? 0) - (totals[one] ?? 0) || one - other;
	}

	/** The first few, without putting the rest in order. */
	function firstOf(all: Uint32Array, most: number): number[] {
		const first: number[] = [];
		for (const one of all) {
			const last = first[most - 1];
			if (last !== undefined && order(one, last) > 0) continue;
			let at = first.length;
			while (at > 0 && order(one, first[at - 1] ?? one) < 0) at--;
			first.splice(at, 0, one);
			if (first.length > most) first.pop();
		}
		return first;
	}
}
