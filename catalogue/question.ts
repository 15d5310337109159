import type { Matches, Wanted } from "./matches.ts";
import { pairOf, pairsOf } from "./terms.ts";

/** The words of a query as they are looked for. */
export interface Question {
	wanted: Wanted[];
	/** How much of what was said a procedure speaks of, 0 to 1. */
	spokenOf(matches: Matches, procedure: number): number;
}

const pairBoost = 2;
const pairAlone = 0.8;
/** A word that is only the beginning of one there (`trú`, `trước`) while it is a word itself, and one not yet written out or mistyped. */
const longerWord = 0.4;
const likeWord = 0.9;
/** A word rarer than this does not decide more about what is shown. */
const rareEnough = 3;

/**
 * Half words only at the end, where one is still typing. A typo is looked for only in what nobody ever wrote: Vietnamese syllables are so
 * short that every second one is a typo of another, while two of them together are long enough to tell.
 * @param words 16 at most
 */
export function questionOf(
	words: string[],
	knows: (term: string) => boolean,
	rarityOf: (word: string) => number,
): Question {
	const pairs = pairsOf(words);
	const wanted = new Map<string, Wanted>();
	words.forEach((term, at) => {
		const isLast = at === words.length - 1;
		const mostEdits = knows(term) ? 0 : editsIn(term.length);
		want({ term, prefix: isLast && term.length >= 2, mostEdits, boost: 1 });
	});
	pairs.forEach((term, at) => {
		const isSaid = knows(words[at] ?? "") && knows(words[at + 1] ?? "");
		const mostEdits = knows(term) || isSaid ? 0 : editsIn(term.length - 1);
		want({ term, prefix: at === pairs.length - 1, mostEdits, boost: pairBoost });
	});
	for (const word of words.filter((word) => word.length >= 5 && !knows(word))) {
		// "khaisinh": two words in one are a pair as well.
		const term = pairOf(word);
		const mostEdits = knows(term) ? 0 : editsIn(word.length);
		want({ term, prefix: false, mostEdits, boost: pairBoost });
	}

	const places = new Map([...wanted.keys()].map((term, place) => [term, place]));
	const [own, joined, beside] = [
		words.map((word) => markOf(word)),
		words.map((word) => markOf(pairOf(word))),
		words.map((_, at) => both(markOf(pairs[at - 1]), markOf(pairs[at]))),
	];
	const partly = words.map((word) => (knows(word) ? longerWord : likeWord));
	const weights = words.map((word) => Math.min(rarityOf(word), rareEnough));
	const whole = weights.reduce((sum, weight) => sum + weight, 0);

	return {
		wanted: [...wanted.values()],
		spokenOf({ marks, exactMarks }, procedure) {
			const low = marks[2 * procedure] ?? 0;
			const high = marks[2 * procedure + 1] ?? 0;
			const exactLow = exactMarks[2 * procedure] ?? 0;
			const exactHigh = exactMarks[2 * procedure + 1] ?? 0;
			const isIn = (mark: Mark | undefined) =>
				mark !== undefined && ((low & mark.low) | (high & mark.high)) !== 0;
			let sum = 0;
			for (let at = 0; at < weights.length; at++) {
				const weight = weights[at] ?? 0;
				const mine = own[at] ?? none;
				if (((exactLow & mine.low) | (exactHigh & mine.high)) !== 0 || isIn(joined[at])) {
					sum += weight;
				} else if (isIn(mine)) sum += weight * (partly[at] ?? 0);
				else if (isIn(beside[at])) sum += weight * pairAlone;
			}
			return sum / whole;
		},
	};

	/** Of a term that is said twice, the last one's way to look for it. */
	function want(one: Wanted): void {
		const before = wanted.get(one.term);
		wanted.set(one.term, before ? { ...one, boost: one.boost + before.boost } : one);
	}

	function markOf(term: string | undefined): Mark {
		const place = places.get(term ?? "");
		if (place === undefined) return none;
		return place < 32 ? { low: 1 << place, high: 0 } : { low: 0, high: 1 << (place - 32) };
	}
}

/** The bits that wanted terms have in `Matches.marks`. */
interface Mark {
	low: number;
	high: number;
}

const none: Mark = { low: 0, high: 0 };

function both(one: Mark, other: Mark): Mark {
	return { low: one.low | other.low, high: one.high | other.high };
}

/** How many letters of a term that nobody ever wrote may be mistyped. */
function editsIn(letters: number): number {
	if (letters >= 8) return 2;
	return letters >= 5 ? 1 : 0;
}
