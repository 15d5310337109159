import type { SynonymFile } from "./files.ts";
import { wordsOf } from "./fold.ts";

/** One way to understand a query. */
export interface Reading {
	words: string[];
	/** Procedures that a phrase stands for, likeliest first, and the share of the query's words that the phrase is, 0 to 1. */
	pointers: { codes: string[]; share: number }[];
	/** How much this reading counts for, up to 1. */
	trust: number;
}

export interface Readings {
	asMeant: Reading[];
	/** The query as it stands, where it is left out of `asMeant`: for when nothing is found otherwise. */
	asSaid: Reading | undefined;
}

/**
 * Reads a query in every way that makes sense: with all everyday phrases put into official words, with each one alone, and, unless it
 * is everyday phrases and nothing else, as it stands ("sổ đỏ" must not find every "cơ sở do"). Fillers are left out unless nothing else
 * was said.
 */
export function readings(file: SynonymFile): (query: string) => Readings {
	const fillers = file.fillers.map(wordsOf);
	const phrases = file.synonyms.flatMap(({ words, means, codes }) =>
		words.map((phrase) => ({
			phrase: wordsOf(phrase),
			means: means === undefined ? undefined : wordsOf(means),
			codes: codes ?? [],
		})),
	);
	const byFirst = new Map<string, Phrase[]>();
	for (const phrase of [...phrases, ...fillers.map(asFiller)]) {
		const [first] = phrase.phrase;
		if (first === undefined) continue;
		byFirst.set(first, [...(byFirst.get(first) ?? []), phrase]);
	}

	return (query) => {
		const words = wordsOf(query).slice(0, maxWords);
		if (words.length === 0) return { asMeant: [], asSaid: undefined };
		const pieces = split(words);
		const said = pieces.filter((piece) => !piece.filler);
		const telling = said.length === 0 ? pieces.map(asWord) : said;
		const everyday = telling.filter((piece) => piece.means || piece.codes.length > 0);

		const plain = read(telling, [], everyday.length > 0 ? trust.asSaid : 1);
		if (everyday.length === 0) return { asMeant: [plain], asSaid: undefined };
		const alone = everyday.length > 1 ? everyday.slice(0, maxAlone) : [];
		const asMeant = [
			read(telling, everyday, 1),
			...again(telling),
			...alone.map((piece) => read(telling, [piece], trust.alone)),
		];
		return everyday.length === telling.length
			? { asMeant, asSaid: plain }
			: { asMeant: [...asMeant, plain], asSaid: undefined };
	};

	/** An abbreviation put into words may make an everyday phrase with what stands beside it: "cccd trẻ em", "căn cước trẻ em". */
	function again(pieces: Piece[]): Reading[] {
		const short = pieces.filter((piece) => piece.means && piece.codes.length === 0);
		if (short.length === 0) return [];
		const spelt = split(read(pieces, short, 1).words);
		const pointing = spelt.filter((piece) => piece.codes.length > 0);
		return pointing.length === 0 ? [] : [read(spelt, pointing, 1)];
	}

	/** Cuts the query into phrases that the file knows, the longest first, and single words. */
	function split(words: string[]): Piece[] {
		const pieces: Piece[] = [];
		for (let at = 0; at < words.length; ) {
			const word = words[at] ?? "";
			const fitting = (byFirst.get(word) ?? []).filter(({ phrase }) =>
				phrase.every((part, offset) => words[at + offset] === part),
			);
			const longest = fitting.sort((a, b) => b.phrase.length - a.phrase.length)[0];
			const length = longest?.phrase.length ?? 1;
			pieces.push({
				words: words.slice(at, at + length),
				means: longest?.means,
				codes: longest?.codes ?? [],
				filler: longest?.filler ?? false,
			});
			at += length;
		}
		return pieces;
	}
}

interface Phrase {
	phrase: string[];
	means: string[] | undefined;
	codes: string[];
	filler?: boolean;
}

interface Piece {
	words: string[];
	means: string[] | undefined;
	codes: string[];
	filler: boolean;
}

/** A longer sentence has said by then what it is about. */
const maxWords = 16;
const maxAlone = 3;
const trust = { asSaid: 0.75, alone: 0.85 };

function asFiller(phrase: string[]): Phrase {
	return { phrase, means: undefined, codes: [], filler: true };
}

function asWord(piece: Piece): Piece {
	return { ...piece, filler: false };
}

function read(pieces: Piece[], put: Piece[], trusted: number): Reading {
	const words = pieces.flatMap((piece) => (put.includes(piece) && piece.means) || piece.words);
	const all = pieces.reduce((count, piece) => count + piece.words.length, 0);
	return {
		words,
		pointers: put
			.filter((piece) => piece.codes.length > 0)
			.map(({ codes, words: phrase }) => ({ codes, share: phrase.length / all })),
		trust: trusted,
	};
}
