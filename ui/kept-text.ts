/** A few short texts that outlive the page, under names that begin with `motcua:`. */
export interface KeptTexts {
	read(name: string): string | null;
	/** @param text null forgets it */
	keep(name: string, text: string | null): void;
}

/**
 * In the browser's own store; where that is locked or full, for as long as the page lives.
 * @param store asked for each time: a browser that keeps nothing refuses even to be asked
 */
export function keptTexts(of: string, store: () => Storage = () => localStorage): KeptTexts {
	const unkept = new Map<string, string>();
	const keyOf = (name: string) => `motcua:${of}:${name}`;
	return {
		read(name) {
			try {
				return store().getItem(keyOf(name)) ?? unkept.get(name) ?? null;
			} catch {
				return unkept.get(name) ?? null;
			}
		},
		keep(name, text) {
			unkept.delete(name);
			try {
				if (text === null) store().removeItem(keyOf(name));
				else store().setItem(keyOf(name), text);
			} catch {
				if (text !== null) unkept.set(name, text);
			}
		},
	};
}
