/** Custom properties for a strip of `count` cells: how many columns on a wide screen (at most 6) and on a tall one (at most 3). */
export function columns(count: number): Record<string, string> {
	return { "--wide": String(evenColumns(count, 6)), "--tall": String(evenColumns(count, 3)) };
}

/** Whether the strips at the foot need more than three rows on a wide screen: then each is lower, the call now keeps its size. */
export function isCrowded(counters: number, services: number): boolean {
	return Math.ceil(counters / 6) + Math.ceil(services / 6) > 3;
}

/** As few rows as `most` columns allow, and these as even as can be: 8 cells are two rows of 4, not 6 and 2. */
export function evenColumns(count: number, most: number): number {
	const rows = Math.max(1, Math.ceil(count / most));
	return Math.max(1, Math.ceil(count / rows));
}
