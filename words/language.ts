import type { Language, Names } from "../protocol/office.ts";

/** The name in the language asked for. */
export function inLanguage(names: Names, language: Language): string {
	return names[language];
}

/** A name that has only its own language and, next to it, an English one. */
export function nameOf(record: { name: string; nameEn: string }, language: Language): string {
	return language === "vi" ? record.name : record.nameEn;
}
