import type { ProcedureRecord } from "../protocol/procedures.ts";
import { wordsOf } from "./fold.ts";

/** A procedure as the search knows it: its record and its field. */
export interface Searchable {
	record: Pick<
		ProcedureRecord,
		"code" | "name" | "nameShort" | "nameEn" | "result" | "keywords" | "forms"
	>;
	field: { id: string; name: string; nameEn: string };
}

/** Everything of a procedure that is searched. */
export function textsOf({ record, field }: Searchable): string[] {
	return [
		record.nameShort,
		record.name,
		record.nameEn,
		field.name,
		field.nameEn,
		record.result,
		...record.keywords,
		...formCodes(record.forms),
	];
}

/** "CT01", "ĐKX10": what people know a form by. The rest of a form's name is the same everywhere. */
export function formCodes(forms: string[]): string[] {
	return forms.flatMap((form) => wordsOf(form).filter((word) => /^[a-z]+[0-9]+$/.test(word)));
}

/** Each word with the next, as one term: a phrase counts for more than its words, and a typo in it has room. */
export function pairsOf(words: string[]): string[] {
	return words.slice(1).map((word, at) => pairOf(`${words[at]}${word}`));
}

/** The mark keeps a half word from being found as the beginning of a pair. */
export function pairOf(letters: string): string {
	return `+${letters}`;
}

/** The pairs that the word at a place is part of. */
export function besideOf(pairs: string[], at: number): string[] {
	return [pairs[at - 1], pairs[at]].filter((pair) => pair !== undefined);
}

export interface Rarity {
	(word: string): number;
	knows(term: string): boolean;
}

/** Inverse document frequency: "đăng ký" is everywhere and says little, "giám hộ" is rare and says a lot. */
export function rarityOf(procedures: Searchable[]): Rarity {
	const counts = new Map<string, number>();
	for (const procedure of procedures) {
		const lines = textsOf(procedure).map(wordsOf);
		for (const term of new Set(lines.flatMap((words) => [...words, ...pairsOf(words)]))) {
			counts.set(term, (counts.get(term) ?? 0) + 1);
		}
	}
	const all = procedures.length;
	const rarity = (word: string) => Math.log(leastRarity + all / (counts.get(word) ?? 1));
	return Object.assign(rarity, { knows: (term: string) => counts.has(term) });
}

/** The weight of a word that every procedure has. */
const leastRarity = 0.1;
