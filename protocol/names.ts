import { type Static, Type } from "typebox";

/** A name as people read it, in Vietnamese and English. Neither may be empty. */
export const Names = Type.Object(
	{
		vi: Type.String({ minLength: 1, maxLength: 400 }),
		en: Type.String({ minLength: 1, maxLength: 400 }),
	},
	{ additionalProperties: false },
);
export type Names = Static<typeof Names>;
