import type { SearchIndex } from "./search-index.ts";
import { pairOf } from "./terms.ts";
import type { Vocabulary } from "./vocabulary.ts";

/**
 * Mends what is written as it is spoken: "tam chu" for "tạm trú", "xang tên" for "sang tên". Only words, or two words together, that
 * nobody ever wrote are changed; undefined where nothing was.
 */
export function soundAlike(
	{ terms, heardWords, heardPairs }: Pick<SearchIndex, "terms" | "heardWords" | "heardPairs">,
	{ placeOf }: Vocabulary,
): (words: string[]) => string[] | undefined {
	/** Sounds by their number; the number of each word's, and the word first heard of each. */
	const numbers = new Map<string, number>();
	const soundOfTerm = new Int32Array(terms.length).fill(-1);
	const firstHeard: string[] = [];
	for (const word of heardWords) {
		const written = terms[word] ?? "";
		const sound = soundOf(written);
		const number = numbers.get(sound) ?? numbers.size;
		if (number === numbers.size) {
			numbers.set(sound, number);
			firstHeard.push(written);
		}
		soundOfTerm[word] = number;
	}

	return (words) => {
		const mended = [...words];
		for (let at = 0; at < mended.length; at++) {
			mended.splice(at, 2, ...pairMeant(mended[at] ?? "", mended[at + 1]));
			mended.splice(at, 1, wordMeant(mended[at] ?? ""));
		}
		return mended.some((word, at) => word !== words[at]) ? mended : undefined;
	};

	function wordMeant(word: string): string {
		if (placeOf(word) >= 0) return word;
		return firstHeard[numbers.get(soundOf(word)) ?? -1] ?? word;
	}

	function pairMeant(word: string, next: string | undefined): string[] {
		if (next === undefined) return [word];
		const first = numbers.get(soundOf(word));
		const second = numbers.get(soundOf(next));
		if (first === undefined || second === undefined) return [word, next];
		if (placeOf(pairOf(`${word}${next}`)) >= 0) return [word, next];
		for (let at = 0; at < heardPairs.length; at += 2) {
			const one = heardPairs[at] ?? 0;
			const other = heardPairs[at + 1] ?? 0;
			if (soundOfTerm[one] === first && soundOfTerm[other] === second) {
				return [terms[one] ?? "", terms[other] ?? ""];
			}
		}
		return [word, next];
	}
}

/** Letters that regions of Vietnam pronounce alike, and the two ways to spell one sound. */
function soundOf(word: string): string {
	return word
		.replace(/^tr/, "ch")
		.replace(/^x/, "s")
		.replace(/^(gi|r|d)(?=[aeiouy])/, "z")
		.replace(/^ngh/, "ng")
		.replace(/^gh/, "g")
		.replace(/^k(?=[eiy])/, "c")
		.replace(/^ph/, "f")
		.replace(/^l/, "n")
		.replace(/y$/, "i")
		.replace(/ch$/, "c")
		.replace(/t$/, "c")
		.replace(/n[gh]$/, "n");
}
