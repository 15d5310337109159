import { type Static, Type } from "typebox";

/** The code of a language as the pattern of a key. */
export const languageCodePattern = "^[a-z]{2,3}$";

/** A language by its code of ISO 639: `vi`, `en`, `tyz`. Which of them an office speaks stands in its office file. */
export const LanguageCode = Type.String({
	pattern: languageCodePattern,
	description: "a language's code of ISO 639, two or three lower-case letters",
});
export type LanguageCode = Static<typeof LanguageCode>;

const Sentence = Type.String({ maxLength: 1_000 });

/**
 * How a sentence is said: `{people}` stands where a value is filled in. One that counts may say it in another way for none
 * (`zero`) and for one.
 */
export const Said = Type.Union([
	Sentence,
	Type.Object(
		{ zero: Type.Optional(Sentence), one: Type.Optional(Sentence), other: Sentence },
		{ additionalProperties: false },
	),
]);
export type Said = Static<typeof Said>;

/** Sentences by where they stand in the dictionary: `kiosk.back`. */
export const Sentences = Type.Record(Type.String({ maxLength: 100 }), Said);
export type Sentences = Static<typeof Sentences>;

/** What a language is called in itself. */
export const LanguageName = Type.String({ minLength: 1, maxLength: 30 });

/** A language that the office added to Vietnamese and English: `GET /api/languages/:code`. */
export const FurtherLanguage = Type.Object({
	code: LanguageCode,
	name: LanguageName,
	version: Type.String({ description: "Another one wherever what is said is another." }),
	sentences: Sentences,
});
export type FurtherLanguage = Static<typeof FurtherLanguage>;
