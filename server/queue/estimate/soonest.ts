/** Which of many is due first, when after each step only the first has another time: a binary heap, behind place n come 2n + 1 and 2n + 2. */
export interface Soonest<T> {
	/** Whichever is due first. */
	first(): T | undefined;
	/** The first has another time now. */
	settle(): void;
	/** Any may have another time now. */
	begin(): void;
}

export function createSoonest<T extends { freeMs: number }>(all: readonly T[]): Soonest<T> {
	const heap = [...all];

	function sink(from: number): void {
		const sinking = heap[from];
		if (!sinking) return;
		let at = from;
		for (;;) {
			const left = 2 * at + 1;
			const one = heap[left];
			if (!one) break;
			const other = heap[left + 1];
			const isOther = other !== undefined && other.freeMs < one.freeMs;
			const child = isOther ? other : one;
			if (child.freeMs >= sinking.freeMs) break;
			heap[at] = child;
			at = isOther ? left + 1 : left;
		}
		heap[at] = sinking;
	}

	return {
		first: () => heap[0],
		settle: () => sink(0),
		begin() {
			for (let at = heap.length >> 1; at >= 0; at--) sink(at);
		},
	};
}
