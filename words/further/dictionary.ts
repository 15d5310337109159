import type { Said, Sentences } from "../../protocol/languages.ts";
import type { CitizenWords } from "../added.ts";
import { kiosk } from "../vi/kiosk.ts";
import { opening } from "../vi/opening.ts";
import { procedures } from "../vi/procedures.ts";
import { fill } from "./fill.ts";
import { kioskPlaces } from "./kiosk.ts";
import { openingPlaces } from "./opening.ts";
import type { Composed, Place } from "./places.ts";
import { procedurePlaces } from "./procedures.ts";

/** All that is said in a further language: its own sentences, and the Vietnamese one where it has none. */
export function furtherWords(sentences: Sentences): CitizenWords {
	return {
		kiosk: saidIn(kiosk, kioskPlaces, "kiosk", sentences),
		opening: saidIn(opening, openingPlaces, "opening", sentences),
		procedures: saidIn(procedures, procedurePlaces, "procedures", sentences),
	};
}

/** A sentence of the dictionary that a further language can say in its own way. */
export interface Sayable {
	/** Where it stands: `kiosk.paper.elsewhere`. */
	path: string;
	places: readonly Place[];
	/** The dictionary's own, to be called with a value for each place, or what is said in Vietnamese. */
	vi: ((...values: (string | number)[]) => unknown) | Said;
}

/** Every sentence that a further language can say, in the dictionary's order. */
export function sayable(): Sayable[] {
	return [
		...sayableIn(kiosk, kioskPlaces, "kiosk"),
		...sayableIn(opening, openingPlaces, "opening"),
		...sayableIn(procedures, procedurePlaces, "procedures"),
	];
}

function saidIn<Words extends object>(
	words: Words,
	places: unknown,
	path: string,
	sentences: Sentences,
): Words {
	const said = { ...words };
	for (const [key, word] of entriesOf(words)) {
		Reflect.set(said, key, saidAt(word, at(places, key), `${path}.${key}`, sentences));
	}
	return said;
}

function saidAt(word: unknown, places: unknown, path: string, sentences: Sentences): unknown {
	const said = sentences[path];
	if (typeof word === "string") return typeof said === "string" ? said : word;
	if (isPlaces(places)) {
		if (said === undefined) return word;
		return (...values: (string | number)[]) => fill(said, places, values);
	}
	if (isComposed(places)) {
		return places.compose((name, ...values) => {
			const part = places.sentences[name];
			return part === undefined
				? ""
				: fill(sentences[`${path}.${name}`] ?? part.vi, part.places, values);
		});
	}
	return isTree(word) ? saidIn(word, places, path, sentences) : word;
}

function sayableIn(words: object, places: unknown, path: string): Sayable[] {
	return entriesOf(words).flatMap(([key, word]) =>
		sayableAt(word, at(places, key), `${path}.${key}`),
	);
}

function sayableAt(word: unknown, places: unknown, path: string): Sayable[] {
	if (typeof word === "string") return [{ path, places: [], vi: word }];
	if (isPlaces(places) && typeof word === "function") {
		return [{ path, places, vi: (...values) => word(...values) }];
	}
	if (isComposed(places)) {
		return Object.entries(places.sentences).map(([name, part]) => ({
			path: `${path}.${name}`,
			...part,
		}));
	}
	return isTree(word) ? sayableIn(word, places, path) : [];
}

function isPlaces(places: unknown): places is readonly Place[] {
	return Array.isArray(places);
}

function isComposed(places: unknown): places is Composed<unknown> {
	return isTree(places) && "compose" in places && typeof places.compose === "function";
}

function isTree(word: unknown): word is object {
	return typeof word === "object" && word !== null && !Array.isArray(word);
}

function at(places: unknown, key: string): unknown {
	return isTree(places) ? Reflect.get(places, key) : undefined;
}

function entriesOf(words: object): [string, unknown][] {
	return Object.entries(words);
}
