import { codeSearch } from "./codes.ts";
import { createMatcher } from "./matches.ts";
import { createNameShares } from "./name-shares.ts";
import { questionOf } from "./question.ts";
import { type Reading, readings } from "./readings.ts";
import { createScores } from "./scores.ts";
import type { SearchIndex } from "./search-index.ts";
import { soundAlike } from "./sounds.ts";
import { createVocabulary } from "./vocabulary.ts";

/**
 * The procedures found, best first, by their places in the catalogue's order. `fieldId` leaves those of one field; `most` is how many are
 * named, all unless given.
 */
export type Search = (query: string, options?: { fieldId?: string; most?: number }) => Found;

export interface Found {
	/** How many there are in all. */
	total: number;
	procedures: number[];
}

/**
 * Search as citizens type: with or without accents, half a word, a typo, everyday words, a code. Where two are equally good,
 * the catalogue's order decides. One and the same wherever the index was made: the hub and the kiosk find alike.
 */
export function createSearch(index: SearchIndex): Search {
	const { codes } = index;
	const vocabulary = createVocabulary(index.terms);
	const knows = (term: string) => vocabulary.placeOf(term) >= 0;
	const rarities = Float64Array.from(index.spread, (spread) => rarityOf(spread, codes.length));
	const rarityOfWord = (word: string) =>
		rarities[vocabulary.placeOf(word)] ?? rarityOf(1, codes.length);
	const match = createMatcher(index, vocabulary);
	const nameShare = createNameShares(index, rarities);
	const numberOf = new Map(codes.map((code, number) => [code, number]));
	const byCode = codeSearch(codes);
	const readingsOf = readings(index.words);
	const mend = soundAlike(index, vocabulary);

	const scores = createScores(codes.length);

	return (query, { fieldId, most = codes.length } = {}) => {
		const field = fieldId === undefined ? null : index.fieldIds.indexOf(fieldId);
		const inField = (number: number) => field === null || index.fieldOf[number] === field;
		const coded = byCode(query);
		if (coded) {
			const procedures = coded.map((code) => numberOf.get(code) ?? -1).filter(inField);
			return { total: procedures.length, procedures: procedures.slice(0, most) };
		}
		const { asMeant, asSaid } = readingsOf(query);
		scores.clear();
		for (const reading of asMeant) {
			scoreReading(reading, inField);
			const mended = mend(reading.words);
			if (mended) scoreReading({ ...reading, words: mended }, inField);
		}
		if (scores.size === 0 && asSaid) scoreReading(asSaid, inField);
		return scores.best(most, worthShowing);
	};

	function scoreReading(reading: Reading, inField: (number: number) => boolean): void {
		const question = questionOf(reading.words, knows, rarityOfWord);
		const matches = match(question.wanted);
		const found = matches.procedures.filter(inField);
		const reached = new Float64Array(found.length);
		const fits = new Float64Array(found.length);
		let top = 0;
		let most = 0;
		for (let at = 0; at < found.length; at++) {
			const number = found[at] ?? 0;
			const covered = question.spokenOf(matches, number);
			const fit = matches.scoreOf(number);
			reached[at] = covered;
			fits[at] = fit;
			if (covered > most) most = covered;
			if (fit > top) top = fit;
		}
		const pointed = pointedAt(reading, inField);
		const enough = most * worthShowing;
		for (let at = 0; at < found.length; at++) {
			const number = found[at] ?? 0;
			const covered = reached[at] ?? 0;
			if (covered < enough) continue;
			const precision = precisionFloor + nameShare(number, matches.spoken);
			const total = ((fits[at] ?? 0) / top) * covered ** 2 * precision * reading.trust;
			const pointer = pointed.get(number);
			if (pointer === undefined) scores.keepBetter(number, covered, total);
			else {
				pointed.delete(number);
				// What a phrase stands for is always shown, and takes nothing from what others have to reach.
				scores.keepBetter(number, Math.max(covered, worthShowing), total + pointer);
			}
		}
		for (const [number, total] of pointed) scores.keepBetter(number, worthShowing, total);
	}

	/** The procedures that phrases of a reading stand for, with what that is worth. */
	function pointedAt(
		{ pointers }: Reading,
		inField: (number: number) => boolean,
	): Map<number, number> {
		const pointed = new Map<number, number>();
		for (const { codes: meant, share } of pointers) {
			meant.forEach((code, place) => {
				const number = numberOf.get(code);
				if (number === undefined || !inField(number)) return;
				const worth = share ** 2 * (codeBonus - place * codeBonusStep);
				pointed.set(number, (pointed.get(number) ?? 0) + worth);
			});
		}
		return pointed;
	}
}

const precisionFloor = 0.3;
const codeBonus = 0.9;
const codeBonusStep = 0.15;
/** What speaks of less than this share of the best one's words is not shown. */
const worthShowing = 0.7;
/** The weight of a word that every procedure has. */
const leastRarity = 0.1;

/** Inverse document frequency: "đăng ký" is everywhere and says little, "giám hộ" is rare and says a lot. */
function rarityOf(spread: number, all: number): number {
	return Math.log(leastRarity + all / spread);
}
