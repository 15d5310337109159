import { type Static, Type } from "typebox";
import { languageCodePattern } from "./languages.ts";

const Name = Type.String({ minLength: 1, maxLength: 400 });

/**
 * A name as people read it, in Vietnamese and English, and in any further language by its code. None may be empty; where
 * a further one is missing, the Vietnamese stands for it.
 */
export const Names = Type.Object(
	{ vi: Name, en: Name },
	{ additionalProperties: false, patternProperties: { [languageCodePattern]: Name } },
);
export type Names = Static<typeof Names>;
