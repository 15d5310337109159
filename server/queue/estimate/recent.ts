/** Adds a value, and lets the oldest go where there are more than so many. */
export function keepNewest(values: number[], value: number, most: number): void {
	values.push(value);
	if (values.length > most) values.splice(0, values.length - most);
}

/** What is at a key; made there where nothing is. */
export function valueAt<T>(map: Map<string, T>, key: string, make: () => T): T {
	const found = map.get(key);
	if (found !== undefined) return found;
	const made = make();
	map.set(key, made);
	return made;
}

/** A sum that forgets: what came in a half-life ago counts half. */
export interface Fading {
	sum: number;
	weight: number;
	atMs: number;
}

export function newFading(): Fading {
	return { sum: 0, weight: 0, atMs: 0 };
}

export function fadeIn(fading: Fading, value: number, atMs: number, halfLifeMs: number): void {
	const share = fadedBy(fading, atMs, halfLifeMs);
	fading.sum = fading.sum * share + value;
	fading.weight = fading.weight * share + 1;
	fading.atMs = Math.max(fading.atMs, atMs);
}

/** What is left of it by then. */
export function fadedBy({ atMs }: Fading, nowMs: number, halfLifeMs: number): number {
	return 0.5 ** (Math.max(0, nowMs - atMs) / halfLifeMs);
}
