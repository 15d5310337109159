import type { SynonymFile } from "./files.ts";
import { wordsOf } from "./fold.ts";
import { pairsOf, type Searchable, searchedLines } from "./terms.ts";

/**
 * All that is needed to search a catalogue, as plain numbers and texts: made once, kept and sent as bytes. Procedures are their places in the
 * catalogue's order, terms their places in `terms`.
 */
export interface SearchIndex {
	/** The code of each procedure. */
	codes: string[];
	/** The ids of fields, and for each procedure the place of its own there. */
	fieldIds: string[];
	fieldOf: Uint32Array;
	/** Everyday words, as the catalogue's folder has them. */
	words: SynonymFile;
	/** Every word, and every pair of words that stand together, in the order of their code units. */
	terms: string[];
	/** In how many procedures a term is. */
	spread: Uint32Array;
	/** Where the entries of a term begin; one more than there are terms. */
	begins: Uint32Array;
	/** Of each entry the procedure, and the part with how often the term is in it (`partBits`). Of a term by part, then by procedure. */
	inProcedure: Uint32Array;
	entries: Uint32Array;
	/** How many different terms a part of a procedure has: `parts.length` for each procedure. */
	lengths: Uint32Array;
	/** Of each procedure three names: where one begins in `nameWords`, one more than there are. */
	nameBegins: Uint32Array;
	nameWords: Uint32Array;
	/** The pair of a word with the next of its name, by one more than its place; 0 after the last. */
	namePairs: Uint32Array;
	/** Words, and two words that stand together, as they are first met. */
	heardWords: Uint32Array;
	heardPairs: Uint32Array;
}

/** The parts of a procedure that are searched. */
export const parts = [
	"nameShort",
	"name",
	"nameEn",
	"keywords",
	"field",
	"result",
	"forms",
] as const;

/** Of an entry these bits are the part, those above how often the term is in it. */
export const partBits = 3;
export const partMask = 2 ** partBits - 1;

/** Some tenths of a second for a commune's procedures, about two seconds for the nation's 6,000. */
export function buildSearchIndex(procedures: Searchable[], words: SynonymFile): SearchIndex {
	const vocabulary = new Vocabulary();
	const met: Met = { term: [], procedure: [], entry: [] };
	const fieldIds = [...new Set(procedures.map(({ field }) => field.id))];
	const lengths = new Uint32Array(procedures.length * parts.length);
	const sequences: number[][] = [];
	const heard = { words: new Set<number>(), pairs: new Map<string, [number, number]>() };

	procedures.forEach((procedure, number) => {
		const lines = searchedLines(procedure);
		parts.forEach((part, at) => {
			const counts = new Map<number, number>();
			for (const line of lines[part]) {
				const said = wordsOf(line);
				for (const term of [...said, ...pairsOf(said)].map(vocabulary.numberOf)) {
					counts.set(term, (counts.get(term) ?? 0) + 1);
				}
			}
			lengths[number * parts.length + at] = counts.size;
			for (const [term, times] of counts) {
				met.term.push(term);
				met.procedure.push(number);
				met.entry.push((times << partBits) | at);
			}
		});
		for (const part of ["nameShort", "name", "nameEn"] as const) {
			sequences.push(wordsOf(procedure.record[part]).map(vocabulary.numberOf));
		}
		for (const part of heardOrder) {
			for (const line of lines[part]) hear(wordsOf(line).map(vocabulary.numberOf));
		}
	});

	const { terms, placeOf } = vocabulary.sorted();
	return {
		codes: procedures.map(({ record }) => record.code),
		fieldIds,
		fieldOf: Uint32Array.from(procedures, ({ field }) => fieldIds.indexOf(field.id)),
		words,
		terms,
		...inOrderOfTerms(met, terms.length, placeOf),
		lengths,
		...names(sequences, vocabulary, placeOf),
		heardWords: Uint32Array.from(heard.words, placeOf),
		heardPairs: Uint32Array.from([...heard.pairs.values()].flat(), placeOf),
	};

	function hear(said: number[]): void {
		said.forEach((word, at) => {
			heard.words.add(word);
			const next = said[at + 1];
			if (next === undefined) return;
			const key = `${word} ${next}`;
			if (!heard.pairs.has(key)) heard.pairs.set(key, [word, next]);
		});
	}
}

/** Of two ways to write one sound the earlier one is meant: short names are looked at first. */
const heardOrder = ["nameShort", "name", "nameEn", "field", "result", "keywords", "forms"] as const;

/** Terms as they are met; they get their places when all are known. */
class Vocabulary {
	readonly #numbers = new Map<string, number>();

	readonly numberOf = (term: string): number => {
		const known = this.#numbers.get(term);
		if (known !== undefined) return known;
		this.#numbers.set(term, this.#numbers.size);
		return this.#numbers.size - 1;
	};

	readonly termsAsMet = (): string[] => [...this.#numbers.keys()];

	sorted(): { terms: string[]; placeOf: (number: number) => number } {
		const met = this.termsAsMet();
		// By code units, as whoever looks a term up compares them; a locale's order would be another.
		const terms = [...met].sort();
		const places = new Uint32Array(met.length);
		terms.forEach((term, place) => {
			places[this.numberOf(term)] = place;
		});
		return { terms, placeOf: (number) => places[number] ?? 0 };
	}
}

interface Met {
	term: number[];
	procedure: number[];
	entry: number[];
}

/** Entries are met by procedure and part: sorted by part and then by term, keeping that order, they stand as they are read. */
function inOrderOfTerms(
	{ term, procedure, entry }: Met,
	termCount: number,
	placeOf: (number: number) => number,
): Pick<SearchIndex, "spread" | "begins" | "inProcedure" | "entries"> {
	const order = Uint32Array.from(term, (_, at) => at);
	const byPart = stableBy(order, partMask + 1, (at) => (entry[at] ?? 0) & partMask).order;
	const byTerm = stableBy(byPart, termCount, (at) => placeOf(term[at] ?? 0));
	const inProcedure = byTerm.order.map((at) => procedure[at] ?? 0);
	const spread = new Uint32Array(termCount);
	for (let place = 0; place < termCount; place++) {
		const mine = inProcedure.subarray(byTerm.begins[place], byTerm.begins[place + 1]);
		spread[place] = new Set(mine).size;
	}
	const entries = byTerm.order.map((at) => entry[at] ?? 0);
	return { spread, begins: byTerm.begins, inProcedure, entries };
}

function stableBy(
	order: Uint32Array,
	kinds: number,
	kindOf: (at: number) => number,
): { order: Uint32Array; begins: Uint32Array } {
	const begins = new Uint32Array(kinds + 1);
	for (const at of order) begins[kindOf(at) + 1] = (begins[kindOf(at) + 1] ?? 0) + 1;
	for (let kind = 0; kind < kinds; kind++) {
		begins[kind + 1] = (begins[kind + 1] ?? 0) + (begins[kind] ?? 0);
	}
	const next = begins.slice();
	const sorted = new Uint32Array(order.length);
	for (const at of order) {
		const kind = kindOf(at);
		const place = next[kind] ?? 0;
		sorted[place] = at;
		next[kind] = place + 1;
	}
	return { order: sorted, begins };
}

function names(
	sequences: number[][],
	vocabulary: Vocabulary,
	placeOf: (number: number) => number,
): Pick<SearchIndex, "nameBegins" | "nameWords" | "namePairs"> {
	const met = vocabulary.termsAsMet();
	const begins = [0];
	const words: number[] = [];
	const pairs: number[] = [];
	for (const sequence of sequences) {
		const between = pairsOf(sequence.map((word) => met[word] ?? "")).map(vocabulary.numberOf);
		sequence.forEach((word, at) => {
			const pair = between[at];
			words.push(placeOf(word));
			pairs.push(pair === undefined ? 0 : placeOf(pair) + 1);
		});
		begins.push(words.length);
	}
	return {
		nameBegins: Uint32Array.from(begins),
		nameWords: Uint32Array.from(words),
		namePairs: Uint32Array.from(pairs),
	};
}
