/** Something that may be another one from one moment to the next, for those who hold it. */
export interface Standing<T extends object> {
	/** As it now stands, whenever something of it is read. What is taken out of it and kept stays as it was. */
	readonly now: T;
	/** What `now` stands for; never changed in itself. */
	readonly current: T;
	/** From now on it is this one. */
	become(next: T): void;
}

/** @param first what stands at the start */
export function createStanding<T extends object>(first: T): Standing<T> {
	let current = first;
	const now = new Proxy(first, {
		get: (_first, key) => Reflect.get(current, key),
		has: (_first, key) => Reflect.has(current, key),
		ownKeys: () => Reflect.ownKeys(current),
		getOwnPropertyDescriptor: (_first, key) => Reflect.getOwnPropertyDescriptor(current, key),
		// Nobody changes it in place.
		set: () => false,
		deleteProperty: () => false,
		defineProperty: () => false,
	});
	return {
		now,
		get current() {
			return current;
		},
		become(next) {
			current = next;
		},
	};
}
