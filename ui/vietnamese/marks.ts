import type { Letter, Mark } from "./letters.ts";
import { partsOf } from "./syllable.ts";

/** A letter as it came to be. */
export interface TypedLetter extends Letter {
	/** The horn came by itself, with that of its neighbour in ươ: the key that puts it there is still to come, or never will. */
	isImplied?: boolean;
	/** The key that is this letter by itself: w for ư. */
	alone?: string;
}

/** Which mark a key puts on which letter. */
export type Marks = Readonly<Record<string, Mark>>;

/** The letters with the key's mark, each way in which it may be meant: both of ươ, else one. */
export function* markedWays(
	letters: readonly TypedLetter[],
	marks: Marks,
): Generator<TypedLetter[]> {
	const { onset, coda } = partsOf(letters);
	const withMark = (at: number) => (letter: TypedLetter, here: number) =>
		here === at ? { ...letter, mark: marks[letter.plain] ?? letter.mark } : letter;
	for (let at = onset; at < coda; at++) {
		const pair = `${letters[at]?.plain}${letters[at + 1]?.plain}`;
		if (pair !== "uo" || at + 1 >= coda) continue;
		const [ofU, ofO] = [marks.u ?? null, marks.o];
		if (ofO === undefined || letters[at + 1]?.mark === ofO) continue;
		// Uơ ends a syllable after h, kh and th (huơ, thuở); elsewhere, and before anything else, it is ươ.
		const isOpen = at + 2 === letters.length;
		const staysPlain = isOpen && /^(?:h|kh|th)$/.test(onsetOf(letters, onset));
		yield letters.map((letter, here) => {
			if (here === at) return { ...letter, mark: staysPlain ? null : ofU };
			return here === at + 1 ? { ...letter, mark: ofO } : letter;
		});
	}
	for (const [at, letter] of letters.entries()) {
		const mark = marks[letter.plain];
		if (mark === undefined || letter.mark === mark) continue;
		// Of several d only the first can be the onset, and in an abbreviation the last is the one that was just typed.
		const isPlace =
			mark === "stroke"
				? at === (onset === letters.length ? letters.length - 1 : 0)
				: at >= onset && at < coda;
		if (isPlace) yield letters.map(withMark(at));
	}
}

/** There is no ưo, and uơ only at the end of a syllable: both are ươ whose other horn is not typed. */
export function withWholeHorns(letters: readonly TypedLetter[]): readonly TypedLetter[] {
	const { onset } = partsOf(letters);
	for (let at = onset; at + 1 < letters.length; at++) {
		const [first, second] = [letters[at], letters[at + 1]];
		if (first?.plain !== "u" || second?.plain !== "o") continue;
		const isEnd = at + 2 === letters.length;
		const lacks = first.mark === "horn" ? second.mark === null : second.mark === "horn" && !isEnd;
		if (!lacks) continue;
		return letters.map((letter, here) =>
			(here === at || here === at + 1) && letter.mark === null
				? { ...letter, mark: "horn", isImplied: true }
				: letter,
		);
	}
	return letters;
}

function onsetOf(letters: readonly Letter[], end: number): string {
	return letters
		.slice(0, end)
		.map(({ plain }) => plain)
		.join("");
}
