import type { Said } from "../protocol/languages.ts";
import type { Fault } from "../protocol/problem.ts";
import { type Sayable, sayable } from "../words/further/dictionary.ts";
import { placePattern } from "../words/further/fill.ts";
import { counts, modelOf } from "../words/further/models.ts";
import { check, under } from "./faults.ts";
import { at } from "./file-rows.ts";
import { Entry, filled } from "./language-file.ts";
import { nearest } from "./nearest.ts";
import { shown } from "./plain-words.ts";

/**
 * What is wrong with a language's file beyond its schema: sentences that this version does not have, places that a sentence does not have or
 * lacks, forms where nothing is counted. What is not filled in yet is no fault. A file that does not fit the schema is looked at as far as it
 * does, so that every fault is said at once.
 */
export function languageFaults(code: string, file: unknown): Fault[] {
	const known = new Map(sayable().map((sentence) => [sentence.path, sentence]));
	const named = at(file, "code");
	const sentences = at(file, "sentences");
	const misnamed: Fault[] =
		typeof named !== "string" || named === code
			? []
			: [{ path: "/code", found: shown(named), allowed: `${shown(code)}, as the file is called` }];
	if (typeof sentences !== "object" || sentences === null) return misnamed;
	const entries: [string, unknown][] = Object.entries(sentences);
	return [
		...misnamed,
		...entries.flatMap(([path, entry]) => {
			const place = under("/sentences", path);
			const sentence = known.get(path);
			if (sentence === undefined) return [unknownSentence(place, path, code, known.keys())];
			const checked = check(Entry, entry);
			return checked.ok ? faultsOfSaid(under(place, "say"), checked.value.say, sentence) : [];
		}),
	];
}

function unknownSentence(at: string, path: string, code: string, known: Iterable<string>): Fault {
	const hint = nearest(path, known);
	return {
		path: at,
		found: "a sentence that this version does not have",
		allowed: `the sentences of this version; "npm run language -- ${code}" puts the others aside`,
		...(hint !== undefined && { hint }),
	};
}

function faultsOfSaid(at: string, say: Said, sentence: Sayable): Fault[] {
	if (typeof say === "string") {
		return filled(say) === null ? [] : placeFaults(at, say, sentence, "other");
	}
	const forms = (["zero", "one", "other"] as const).flatMap((form) => {
		const text = say[form];
		return text === undefined || text.trim() === "" ? [] : [{ form, text }];
	});
	if (forms.length === 0) return [];
	if (!counts(sentence.places)) {
		return [{ path: at, found: shown(say), allowed: "one text, since it counts nothing" }];
	}
	const without: Fault[] =
		filled(say) === null
			? [{ path: under(at, "other"), found: '""', allowed: "a text, since zero or one has one" }]
			: [];
	return [
		...without,
		...forms.flatMap(({ form, text }) => placeFaults(under(at, form), text, sentence, form)),
	];
}

/** A place that is missing is a fault where the Vietnamese sentence has it too: who is told that people wait wants to know how many. */
function placeFaults(
	path: string,
	text: string,
	sentence: Sayable,
	form: "zero" | "one" | "other",
): Fault[] {
	const names = sentence.places.map(({ name }) => name);
	const found = [...text.matchAll(placePattern)].map(([, name = ""]) => name);
	const unknown = [...new Set(found)].filter((name) => !names.includes(name));
	if (unknown.length > 0) {
		return unknown.map((name) => {
			const hint = nearest(name, names);
			return {
				path,
				found: `{${name}}`,
				allowed: names.length === 0 ? "no place in braces" : `the places ${braced(names)}`,
				...(hint !== undefined && { hint: `{${hint}}` }),
			};
		});
	}
	if (/[{}]/.test(text.replace(placePattern, ""))) {
		return [{ path, found: shown(text), allowed: "braces only in pairs, around a place" }];
	}
	const needed = form === "other" ? placesIn(modelOf(sentence)) : [];
	const missing = needed.filter((name) => !found.includes(name));
	return missing.length === 0
		? []
		: [{ path, found: shown(text), allowed: `a text with ${braced(missing)} in it` }];
}

function placesIn(model: Said): string[] {
	const text = typeof model === "string" ? model : model.other;
	return [...text.matchAll(placePattern)].map(([, name = ""]) => name);
}

function braced(names: readonly string[]): string {
	return names.map((name) => `{${name}}`).join(", ");
}
