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

/** Everything of a procedure that is searched, by its part: lines, since what ends one is no pair with what begins the next. */
export function searchedLines({ record, field }: Searchable) {
	return {
		nameShort: [record.nameShort],
		name: [record.name],
		nameEn: [record.nameEn],
		keywords: record.keywords,
		field: [field.name, field.nameEn],
		result: [record.result],
		forms: formCodes(record.forms),
	};
}

/** "CT01", "ĐKX10": what people know a form by. The rest of a form's name is the same everywhere. */
function formCodes(forms: string[]): string[] {
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
