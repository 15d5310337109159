import { rangeOf } from "./addresses.ts";

/** How many of something are open at once for an address. */
export interface Connections {
	/** Counts one more and gives what ends it; null where the address has as many as it may. */
	open(address: string): (() => void) | null;
}

/** @param most for an address; 0: as many as it likes */
export function countConnections(most: number): Connections {
	const counts = new Map<string, number>();
	return {
		open(address) {
			if (most === 0) return () => undefined;
			const range = rangeOf(address);
			const before = counts.get(range) ?? 0;
			if (before >= most) return null;
			counts.set(range, before + 1);
			let isOpen = true;
			return () => {
				if (!isOpen) return;
				isOpen = false;
				const left = (counts.get(range) ?? 1) - 1;
				if (left === 0) counts.delete(range);
				else counts.set(range, left);
			};
		},
	};
}
