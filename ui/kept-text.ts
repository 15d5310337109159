/** A few short texts that outlive the page, under names that begin with `motcua:`. */
export interface KeptTexts {
	read(name: string): string | null;
	/** @param text null forgets it */
	keep(name: string, text: string | null): void;
}

/** In the browser's own store; where that is locked or full, for as long as the page lives. */
export function keptTexts(of: string): KeptTexts {
	const unkept = new Map<string, string>();
	const keyOf = (name: string) => `motcua:${of}:${name}`;
	return {
		read(name) {
			try {
				return localStorage.getItem(keyOf(name)) ?? unkept.get(name) ?? null;
			} catch {
				return unkept.get(name) ?? null;
			}
		},
		keep(name, text) {
			unkept.delete(name);
			try {
				if (text === null) localStorage.removeItem(keyOf(name));
				else localStorage.setItem(keyOf(name), text);
			} catch {
				if (text !== null) unkept.set(name, text);
			}
		},
	};
}
