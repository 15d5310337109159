import MiniSearch, { type SearchOptions } from "minisearch";
import { codeSearch } from "./codes.ts";
import type { SynonymFile } from "./files.ts";
import { wordsOf } from "./fold.ts";
import { type Reading, readings } from "./readings.ts";
import { soundAlike } from "./sounds.ts";
import {
	besideOf,
	formCodes,
	pairOf,
	pairsOf,
	type Rarity,
	rarityOf,
	type Searchable,
	textsOf,
} from "./terms.ts";

/** Codes, best first. `fieldId` leaves the procedures of one field. */
export type Search = (query: string, options?: { fieldId?: string }) => string[];

/**
 * Search as citizens type: with or without accents, half a word, a typo, everyday words, a code. Where two are equally good,
 * the order given here decides.
 */
export function createSearch(procedures: Searchable[], words: SynonymFile): Search {
	const index = buildIndex(procedures);
	const rarity = rarityOf(procedures);
	const names = procedures.map(({ record }) =>
		[record.nameShort, record.name, record.nameEn].map((name) => weigh(wordsOf(name), rarity)),
	);
	const numberOf = new Map(procedures.map(({ record }, number) => [record.code, number]));
	const byCode = codeSearch(procedures.map(({ record }) => record.code));
	const readingsOf = readings(words);
	const mend = soundAlike(procedures.flatMap(textsOf));

	return (query, options = {}) => {
		const inField = (number: number) =>
			options.fieldId === undefined || procedures[number]?.field.id === options.fieldId;
		const codes = byCode(query);
		if (codes) return codes.filter((code) => inField(numberOf.get(code) ?? -1));

		const { asMeant, asSaid } = readingsOf(query);
		const scores = new Map<number, Score>();
		for (const reading of asMeant) {
			add(scores, scoresOf(reading, inField));
			const mended = mend(reading.words);
			if (mended) add(scores, scoresOf({ ...reading, words: mended }, inField));
		}
		if (scores.size === 0 && asSaid) add(scores, scoresOf(asSaid, inField));
		return best(scores).flatMap((number) => procedures[number]?.record.code ?? []);
	};

	function scoresOf(reading: Reading, inField: (number: number) => boolean): Map<number, Score> {
		const pairs = pairsOf(reading.words);
		const found = index.search(reading.words.join(" "), {
			...matching(reading.words),
			filter: (result) => inField(result.id),
		});
		const top = found[0]?.score ?? 1;
		const weights = reading.words.map((word) => Math.min(rarity(word), rareEnough));
		const whole = sum(weights);
		const scores = new Map<number, Score>();
		const reached = found.map((result) => {
			const matched = new Set(result.queryTerms);
			const there = new Set(result.terms);
			const shares = reading.words.map((word, at) => {
				if (there.has(word) || matched.has(pairOf(word))) return 1;
				if (matched.has(word)) return rarity.knows(word) ? longerWord : likeWord;
				return besideOf(pairs, at).some((pair) => matched.has(pair)) ? pairAlone : 0;
			});
			return sum(shares.map((share, at) => share * (weights[at] ?? 0))) / whole;
		});
		const enough = Math.max(0, ...reached) * worthShowing;
		found.forEach((result, at) => {
			const covered = reached[at] ?? 0;
			if (covered < enough) return;
			const precision = precisionOf(names[result.id] ?? [], new Set(result.terms));
			const total =
				(result.score / top) * covered ** 2 * (precisionFloor + precision) * reading.trust;
			scores.set(result.id, { covered, total });
		});
		for (const { codes, share } of reading.pointers) {
			codes.forEach((code, place) => {
				const number = numberOf.get(code);
				if (number === undefined || !inField(number)) return;
				const known = scores.get(number) ?? { covered: 0, total: 0 };
				scores.set(number, {
					// What a phrase stands for is always shown, and takes nothing from what others have to reach.
					covered: Math.max(known.covered, worthShowing),
					total: known.total + share ** 2 * (codeBonus - place * codeBonusStep),
				});
			});
		}
		return scores;
	}

	/** How much of a name the query speaks of: "khai sinh" is nearly all of "Đăng ký khai sinh", less of "Khai sinh lưu động". */
	function precisionOf(candidates: WeighedName[], spoken: Set<string>): number {
		const shares = candidates.map(({ terms, whole }) => {
			let said = 0;
			for (const { word, pairs, weight } of terms) {
				if (spoken.has(word) || pairs.some((pair) => spoken.has(pair))) said += weight;
			}
			return whole === 0 ? 0 : said / whole;
		});
		return Math.max(0, ...shares);
	}

	/**
	 * Half words only at the end, where one is still typing. A typo is looked for only in what nobody ever wrote: Vietnamese syllables are so
	 * short that every second one is a typo of another, while two of them together are long enough to tell.
	 */
	function matching(query: string[]): SearchOptions {
		const pairs = pairsOf(query);
		// "khaisinh": two words in one are a pair as well.
		const joined = query.filter((word) => word.length >= 5 && !rarity.knows(word)).map(pairOf);
		const last = query.at(-1);
		const lastPair = pairs.at(-1);
		const known = (word: string | undefined) => word !== undefined && rarity.knows(word);
		return {
			tokenize: () => [...query, ...pairs, ...joined],
			prefix: (term, at) =>
				at < query.length
					? term === last && at === query.length - 1 && term.length >= 2
					: term === lastPair,
			fuzzy: (term, position) => {
				if (rarity.knows(term)) return false;
				if (position < query.length) return term.length >= 8 ? 2 : term.length >= 5 ? 1 : false;
				const at = position - query.length;
				if (known(query[at]) && known(query[at + 1])) return false;
				return term.length >= 9 ? 2 : term.length >= 6 ? 1 : false;
			},
			boostTerm: (_term, position) => (position >= query.length ? pairBoost : 1),
		};
	}
}

interface WeighedName {
	terms: { word: string; pairs: string[]; weight: number }[];
	whole: number;
}

function weigh(words: string[], rarity: Rarity): WeighedName {
	const pairs = pairsOf(words);
	const terms = words.map((word, at) => ({
		word,
		pairs: besideOf(pairs, at),
		weight: rarity(word),
	}));
	return { terms, whole: sum(terms.map((term) => term.weight)) };
}

interface Score {
	covered: number;
	total: number;
}

// Set by hand against the table of queries in config/ranking.test.ts.
const boost = { nameShort: 4, name: 2, nameEn: 3, keywords: 3, field: 2, result: 1, forms: 0.5 };
const pairBoost = 2;
const pairAlone = 0.8;
/** A word that is only the beginning of one there (`trú`, `trước`) while it is a word itself, and one not yet written out or mistyped. */
const longerWord = 0.4;
const likeWord = 0.9;
const precisionFloor = 0.3;
const codeBonus = 0.9;
const codeBonusStep = 0.15;
/** What speaks of less than this share of the best one's words is not shown. */
const worthShowing = 0.7;
/** A word rarer than this does not decide more about what is shown. */
const rareEnough = 3;

function add(scores: Map<number, Score>, more: Map<number, Score>): void {
	for (const [number, score] of more) {
		const known = scores.get(number);
		if (!known || score.total > known.total) scores.set(number, score);
	}
}

function best(scores: Map<number, Score>): number[] {
	const most = Math.max(0, ...[...scores.values()].map((score) => score.covered));
	return [...scores]
		.filter(([, score]) => score.covered >= most * worthShowing)
		.sort(([a, left], [b, right]) => right.total - left.total || a - b)
		.map(([number]) => number);
}

function buildIndex(procedures: Searchable[]): MiniSearch<Record<string, string | number>> {
	const index = new MiniSearch<Record<string, string | number>>({
		fields: Object.keys(boost),
		tokenize: (text) =>
			text.split("\n").flatMap((line) => {
				const words = wordsOf(line);
				return [...words, ...pairsOf(words)];
			}),
		processTerm: (term) => term,
		searchOptions: { boost, weights: { fuzzy: 0.35, prefix: 0.6 } },
	});
	index.addAll(
		procedures.map(({ record, field }, id) => ({
			id,
			nameShort: record.nameShort,
			name: record.name,
			nameEn: record.nameEn,
			field: `${field.name}\n${field.nameEn}`,
			result: record.result,
			keywords: record.keywords.join("\n"),
			forms: formCodes(record.forms).join("\n"),
		})),
	);
	return index;
}

function sum(numbers: number[]): number {
	return numbers.reduce((total, number) => total + number, 0);
}
