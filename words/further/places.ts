import type { Said } from "../../protocol/languages.ts";

/** Where a value stands in a sentence: `{people}`. */
export type Place = TextPlace | NumberPlace;

interface TextPlace {
	readonly is: "text";
	readonly name: string;
}

/** `count` is written with its groups (`1.234`), `money` with its unit (`8.000 đ`). A sentence may be said otherwise for none and for one. */
interface NumberPlace {
	readonly is: "count" | "money";
	readonly name: string;
}

export const text = (name: string): TextPlace => ({ is: "text", name });
export const count = (name: string): NumberPlace => ({ is: "count", name });
export const money = (name: string): NumberPlace => ({ is: "money", name });

/** What a function says that takes more than texts and numbers, taken apart into sentences that can be said in another language. */
export interface Composed<Say> {
	readonly sentences: { readonly [name: string]: { places: readonly Place[]; vi: Said } };
	/** @param say one of `sentences`, with its places filled in order */
	readonly compose: (say: (name: string, ...values: readonly (string | number)[]) => string) => Say;
}

/** Says what stands in Vietnamese in the data itself, in every language but English. */
export const asInVietnamese = "as in Vietnamese";

/**
 * What the sentences of a dictionary that take values have for places, in the order of the values. The compiler asks for every one of them,
 * and for a place that fits the value: so none is forgotten that an office could not say in its language.
 */
export type PlacesOf<Words> = {
	readonly [Key in keyof Words as TakesValues<Words[Key]> extends true
		? Key
		: never]: Words[Key] extends (...values: infer Values) => string | null
		? PlacesOfValues<Values> | Composed<Words[Key]> | typeof asInVietnamese
		: PlacesOf<Words[Key]>;
};

type TakesValues<Word> = Word extends string | readonly string[]
	? false
	: Word extends (...values: never[]) => unknown
		? true
		: keyof PlacesOf<Word> extends never
			? false
			: true;

type PlacesOfValues<Values extends readonly unknown[]> = {
	readonly [At in keyof Values]: PlaceOf<Values[At]>;
};

type PlaceOf<Value> = [Value] extends [number]
	? NumberPlace
	: [Value] extends [string]
		? TextPlace
		: never;
