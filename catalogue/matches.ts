import { partBits, partMask, parts, type SearchIndex } from "./search-index.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A term that is looked for, and what may stand for it. */
export interface Wanted {
	term: string;
	/** What begins with it stands for it. */
	prefix: boolean;
	/** How many letters may be other ones; 0 for none. */
	mostEdits: number;
	boost: number;
}

/** What the wanted terms are found in. Good until the next call. */
export interface Matches {
	/** The procedures, in no order. */
	procedures: Uint32Array;
	/** Of a procedure, how well it fits: BM25+ of its parts, times how many of the wanted terms it has. */
	scoreOf(procedure: number): number;
	/** Of each procedure two times 32 bits, one for each wanted term: whether it has that in any form, and letter by letter. */
	marks: Uint32Array;
	exactMarks: Uint32Array;
	/** 1 for each term of the vocabulary that stands for one that is wanted. */
	spoken: Uint8Array;
}

// Set by hand against the table of queries in config/ranking.test.ts.
const boosts = { nameShort: 4, name: 2, nameEn: 3, keywords: 3, field: 2, result: 1, forms: 0.5 };
const prefixWeight = 0.6;
const fuzzyWeight = 0.35;
const boostOf = Float64Array.from(parts, (part) => boosts[part]);

/** BM25+ as Lv and Zhai have it (Lower-Bounding Term Frequency Normalization, CIKM 2011), with the usual constants of short texts. */
const k = 1.2;
const b = 0.7;
const d = 0.5;

/** @returns what finds the procedures that have at least one of the wanted terms; each term is to be named once, 64 at most */
export function createMatcher(
	index: SearchIndex,
	vocabulary: Vocabulary,
): (wanted: readonly Wanted[]) => Matches {
	const { terms, begins, inProcedure, entries, lengths } = index;
	const count = index.codes.length;
	const norms = lengthNorms(lengths, count);
	const total = new Float64Array(count);
	const marks = new Uint32Array(2 * count);
	const exactMarks = new Uint32Array(2 * count);
	const found = new Uint32Array(count);
	const spoken = new Uint8Array(terms.length);
	const spokenPlaces: number[] = [];
	const perPart = new Uint32Array(partMask + 1);
	const worth = new Float64Array(partMask + 1);
	let foundCount = 0;

	return (wanted) => {
		forget();
		wanted.forEach(look);
		return {
			procedures: found.subarray(0, foundCount),
			scoreOf: (procedure) =>
				(total[procedure] ?? 0) *
				(bitsIn(marks[2 * procedure] ?? 0) + bitsIn(marks[2 * procedure + 1] ?? 0)),
			marks,
			exactMarks,
			spoken,
		};
	};

	function forget(): void {
		for (let at = 0; at < foundCount; at++) {
			const procedure = found[at] ?? 0;
			total[procedure] = 0;
			marks[2 * procedure] = 0;
			marks[2 * procedure + 1] = 0;
			exactMarks[2 * procedure] = 0;
			exactMarks[2 * procedure + 1] = 0;
		}
		foundCount = 0;
		for (const place of spokenPlaces) spoken[place] = 0;
		spokenPlaces.length = 0;
	}

	function look({ term, prefix, mostEdits, boost }: Wanted, place: number): void {
		const exact = vocabulary.placeOf(term);
		if (exact >= 0) take(exact, place, boost, true);
		const { from, to } = prefix ? vocabulary.beginningWith(term) : { from: 0, to: 0 };
		for (let longer = from; longer < to; longer++) {
			if (longer === exact) continue;
			const length = terms[longer]?.length ?? 0;
			const weight = (prefixWeight * length) / (length + 0.3 * (length - term.length));
			take(longer, place, weight * boost, false);
		}
		for (const near of mostEdits > 0 ? vocabulary.near(term, mostEdits) : []) {
			if (near.place >= from && near.place < to) continue;
			const length = terms[near.place]?.length ?? 0;
			take(near.place, place, ((fuzzyWeight * length) / (length + near.edits)) * boost, false);
		}
	}

	/** Takes in all that has a term of the vocabulary, which stands for the wanted one. */
	function take(term: number, place: number, weight: number, isExact: boolean): void {
		if (spoken[term] === 0) {
			spoken[term] = 1;
			spokenPlaces.push(term);
		}
		const begin = begins[term] ?? 0;
		const end = begins[term + 1] ?? 0;
		perPart.fill(0);
		for (let at = begin; at < end; at++) {
			const part = (entries[at] ?? 0) & partMask;
			perPart[part] = (perPart[part] ?? 0) + 1;
		}
		for (let part = 0; part < parts.length; part++) {
			const matching = perPart[part] ?? 0;
			const rarity = Math.log(1 + (count - matching + 0.5) / (matching + 0.5));
			worth[part] = weight * (boostOf[part] ?? 1) * rarity;
		}
		const half = place >>> 5;
		const bit = 1 << (place & 31);
		for (let at = begin; at < end; at++) {
			const entry = entries[at] ?? 0;
			const part = entry & partMask;
			const times = entry >>> partBits;
			const procedure = inProcedure[at] ?? 0;
			const norm = norms[procedure * parts.length + part] ?? 1;
			const score = (worth[part] ?? 0) * (d + (times * (k + 1)) / (times + norm));
			const mark = 2 * procedure + half;
			if (marks[2 * procedure] === 0 && marks[2 * procedure + 1] === 0) {
				found[foundCount++] = procedure;
			}
			marks[mark] = (marks[mark] ?? 0) | bit;
			if (isExact) exactMarks[mark] = (exactMarks[mark] ?? 0) | bit;
			total[procedure] = (total[procedure] ?? 0) + score;
		}
	}
}

/** What a part's length makes of how often a term is in it. */
function lengthNorms(lengths: Uint32Array, count: number): Float64Array {
	const means = parts.map((_, part) => {
		let sum = 0;
		for (let at = part; at < lengths.length; at += parts.length) sum += lengths[at] ?? 0;
		return sum / count;
	});
	return Float64Array.from(lengths, (length, at) => {
		const mean = means[at % parts.length] ?? 0;
		return k * (1 - b + (b * length) / mean);
	});
}

function bitsIn(bits: number): number {
	let left = bits;
	let count = 0;
	for (; left !== 0; count++) left &= left - 1;
	return count;
}
