import { type Static, Type } from "typebox";
import { Id, Names, ServiceSign } from "../protocol/office.ts";
import { ProcedureRecord } from "../protocol/procedures.ts";

const closed = { additionalProperties: false } as const;

/** `catalogue.json`: what the catalogue is and the order of its fields; each field is a file `<id>.json` beside it. */
export const CatalogueHead = Type.Object(
	{
		title: Names,
		caution: Names,
		asOf: Type.String({
			pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
			description: "the newest date of the data as 2026-07-23",
		}),
		fields: Type.Array(Id, { minItems: 1, maxItems: 500 }),
	},
	closed,
);
export type CatalogueHead = Static<typeof CatalogueHead>;

/** `<field id>.json`: a field and its procedures in the order in which they are shown. Without a `sign` it has its service's. */
export const FieldFile = Type.Object(
	{
		field: Type.Object(
			{
				id: Id,
				name: Type.String({ minLength: 1, maxLength: 200 }),
				nameEn: Type.String({ minLength: 1, maxLength: 200 }),
				sign: Type.Optional(ServiceSign),
			},
			closed,
		),
		procedures: Type.Array(ProcedureRecord),
	},
	closed,
);
export type FieldFile = Static<typeof FieldFile>;

const Phrase = Type.String({ minLength: 1, maxLength: 100 });

/**
 * Everyday words for official ones. `means` is what is searched for in their place, `codes` the procedures they stand for, likeliest
 * first; one of the two at least. Accents and case do not count, and of two phrases that fit the longer one is taken.
 */
const Synonym = Type.Object(
	{
		words: Type.Array(Phrase, { minItems: 1 }),
		means: Type.Optional(Phrase),
		codes: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
	},
	closed,
);

/** `synonyms.json`. `fillers` are phrases that say nothing about what is looked for: "tôi muốn", "how to". */
export const SynonymFile = Type.Object(
	{ fillers: Type.Array(Phrase), synonyms: Type.Array(Synonym) },
	closed,
);
export type SynonymFile = Static<typeof SynonymFile>;

/**
 * `life-events.json`: what happens in people's lives, in the order in which it is shown, and which procedures each needs: first
 * `procedures`, by their codes, in the order in which they are needed, then what `fields` have beside those.
 */
export const LifeEventFile = Type.Object(
	{
		events: Type.Array(
			Type.Object(
				{
					id: Id,
					sign: ServiceSign,
					name: Names,
					hint: Type.Optional(Names),
					procedures: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
					fields: Type.Optional(Type.Array(Type.String(), { minItems: 1 })),
				},
				closed,
			),
			{ minItems: 1, maxItems: 100 },
		),
	},
	closed,
);
export type LifeEventFile = Static<typeof LifeEventFile>;

/** A whole catalogue as read from its folder. */
export interface CatalogueFiles {
	head: CatalogueHead;
	fields: FieldFile[];
	words: SynonymFile;
	/** Left out where the folder has no such file. */
	lifeEvents?: LifeEventFile;
}
