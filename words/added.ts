import type { kiosk } from "./vi/kiosk.ts";
import type { opening } from "./vi/opening.ts";
import type { procedures } from "./vi/procedures.ts";

/** All that a citizen's touchscreen says, in one language. */
export interface CitizenWords {
	kiosk: typeof kiosk;
	opening: typeof opening;
	procedures: typeof procedures;
}

/**
 * What is said in a language beyond Vietnamese and English, by its code; undefined until it was given to this page with
 * `addWords`.
 */
export function addedWords(language: string): CitizenWords | undefined {
	return added.get(language);
}

/** A page asks the hub for such a language when somebody may need it, since no page is built with one. */
export function addWords(language: string, words: CitizenWords): void {
	added.set(language, words);
}

const added = new Map<string, CitizenWords>();
