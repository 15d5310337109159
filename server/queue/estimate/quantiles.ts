/** The value below which a share of them lies, between two neighbours in proportion. They stand in ascending order; 0 where there are none. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
	const at = Math.max(0, Math.min(sorted.length - 1, share * sorted.length - 0.5));
	const below = sorted[Math.floor(at)] ?? 0;
	const above = sorted[Math.ceil(at)] ?? below;
	return below + (above - below) * (at - Math.floor(at));
}

export function meanOf(values: readonly number[]): number {
	let sum = 0;
	for (const value of values) sum += value;
	return values.length === 0 ? 0 : sum / values.length;
}
