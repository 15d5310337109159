import type { Language, Names } from "../protocol/office.ts";

/** What the languages that everything is said in are called in themselves. */
export const languageNames: Record<Language, string> = { vi: "Tiếng Việt", en: "English" };

/** The name in the language asked for, by its code; in Vietnamese where it has none in that. */
export function inLanguage(names: Names, language: string): string {
	const said: { readonly [code: string]: string | undefined } = names;
	return said[language] ?? names.vi;
}

/** A name that has only its own language and, next to it, an English one. */
export function nameOf(record: { name: string; nameEn: string }, language: string): string {
	return language === "en" ? record.nameEn : record.name;
}

/** The language in which hub and paper write to whoever reads this one: all but English readers are written to in Vietnamese. */
export function writtenTo(language: string): Language {
	return language === "en" ? "en" : "vi";
}

/** What begins with a capital, in the midst of a sentence. */
export function withinSentence(text: string): string {
	return text.charAt(0).toLowerCase() + text.slice(1);
}

/**
 * As many as anybody reads, and how many more there are.
 * @param andMore ` and 3 more`
 */
export function someOf(all: readonly string[], andMore: (count: number) => string): string {
	const most = 8;
	const first = all.slice(0, most).join(", ");
	return all.length > most ? first + andMore(all.length - most) : first;
}
