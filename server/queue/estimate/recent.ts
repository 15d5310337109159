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
