import { type Static, Type } from "typebox";
import { Day } from "./log.ts";
import { Id } from "./office.ts";

/** How many were told something, and what came of it. */
const counts = {
	told: Type.Integer({ description: "Who was told a range of minutes with the number." }),
	asTold: Type.Integer({ description: "Of them: first called within it." }),
	sooner: Type.Integer({ description: "First called before it." }),
	later: Type.Integer({ description: "First called after it." }),
	waiting: Type.Integer({ description: "Not called yet." }),
	left: Type.Integer({ description: "Given up, or the day ended, before a call." }),
};

export const KeptWordOfRange = Type.Object({
	lowMin: Type.Integer(),
	highMin: Type.Integer(),
	...counts,
});
export type KeptWordOfRange = Static<typeof KeptWordOfRange>;

/** Of those who were told a range of minutes, how many waited that. */
export const KeptWord = Type.Object({
	...counts,
	untold: Type.Integer({ description: "Who was told nothing, since nothing could be said." }),
	ranges: Type.Array(KeptWordOfRange, { description: "By what was said, the shortest first." }),
	services: Type.Array(Type.Object({ serviceId: Id, ...counts })),
});
export type KeptWord = Static<typeof KeptWord>;

export const KeptWordQuery = Type.Object(
	{
		/** The newest where none is named. */
		day: Type.Optional(Day),
	},
	{ additionalProperties: false },
);

export const KeptWordAnswer = Type.Object({
	day: Type.String(),
	days: Type.Array(Type.String(), { description: "The days there are, the newest first." }),
	waits: KeptWord,
});
export type KeptWordAnswer = Static<typeof KeptWordAnswer>;
