import type { Said } from "../protocol/languages.ts";
import { sayable } from "../words/further/dictionary.ts";
import { modelOf } from "../words/further/models.ts";
import { type Entry, filled, type LanguageFile } from "./language-file.ts";

/** A language's file to fill in, and how far it is. */
export interface LanguageForm {
	file: LanguageFile;
	/** How many of how many sentences are said. */
	said: number;
	all: number;
	/** Those that came with this version. */
	added: string[];
	/** Those that are said, and whose Vietnamese has changed since. */
	changed: string[];
	/** Those that this version does not have, and that were said: they stand under `unused`. */
	unused: string[];
}

/**
 * The file with every sentence of this version in the dictionary's order, and beside each the Vietnamese as a model. What was filled in
 * before stays.
 * @param name what the language is called in itself; undefined keeps the name that it has
 */
export function languageForm(
	code: string,
	name: string | undefined,
	before: LanguageFile | undefined,
): LanguageForm {
	const old = new Map(Object.entries({ ...before?.unused, ...before?.sentences }));
	const models = sayable().map((sentence) => ({ path: sentence.path, vi: modelOf(sentence) }));
	const entries = models.map(({ path, vi }) => [path, entryFor(vi, old.get(path))] as const);
	const known = new Set(models.map(({ path }) => path));
	const unused = [...old].filter(([path, { say }]) => !known.has(path) && filled(say) !== null);
	return {
		file: {
			code,
			name: name ?? before?.name ?? code,
			sentences: Object.fromEntries(entries),
			...(unused.length > 0 && { unused: Object.fromEntries(unused) }),
		},
		said: entries.filter(([, { say }]) => filled(say) !== null).length,
		all: entries.length,
		added: before ? models.flatMap(({ path }) => (old.has(path) ? [] : [path])) : [],
		changed: entries.flatMap(([path, { was }]) => (was === undefined ? [] : [path])),
		unused: unused.map(([path]) => path),
	};
}

function entryFor(vi: Said, before: Entry | undefined): Entry {
	if (before === undefined || filled(before.say) === null) return { vi, say: empty(vi) };
	const isOther = before.vi !== undefined && JSON.stringify(before.vi) !== JSON.stringify(vi);
	const was = before.was ?? (isOther ? before.vi : undefined);
	return { vi, ...(was !== undefined && { was }), say: before.say };
}

/** As many texts to fill in as the Vietnamese has. */
function empty(vi: Said): Said {
	if (typeof vi === "string") return "";
	return {
		...(vi.zero !== undefined && { zero: "" }),
		...(vi.one !== undefined && { one: "" }),
		other: "",
	};
}
