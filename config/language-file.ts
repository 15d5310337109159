import { type Static, Type } from "typebox";
import { LanguageCode, LanguageName, Said } from "../protocol/languages.ts";

const closed = { additionalProperties: false } as const;

/** A sentence in Vietnamese, and what is said for it; as long as that is empty, the Vietnamese is. */
export const Entry = Type.Object(
	{
		vi: Type.Optional(Said),
		/** The Vietnamese that it was translated from, where that has changed since. Who has looked at it takes it away. */
		was: Type.Optional(Said),
		say: Said,
	},
	closed,
);
export type Entry = Static<typeof Entry>;

const Entries = Type.Record(Type.String({ maxLength: 100 }), Entry);

/** The file of a language beyond Vietnamese and English. What must be right in it beyond the schema stands in language-rules.ts. */
export const LanguageFile = Type.Object(
	{
		code: LanguageCode,
		name: LanguageName,
		sentences: Entries,
		/** What earlier versions said and this one does not. */
		unused: Type.Optional(Entries),
	},
	closed,
);
export type LanguageFile = Static<typeof LanguageFile>;

/** What is said, without what is empty; null where nothing is. */
export function filled(said: Said): Said | null {
	if (typeof said === "string") return tidied(said);
	const [zero, one, other] = [said.zero, said.one, said.other].map((form) => tidied(form ?? ""));
	if (!other) return null;
	return { ...(zero && { zero }), ...(one && { one }), other };
}

/** Letters whose marks stand apart would not be found in the screens' font. */
function tidied(sentence: string): string | null {
	return sentence.trim().normalize("NFC") || null;
}
