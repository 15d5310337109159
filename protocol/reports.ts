import { type Static, Type } from "typebox";
import { Day } from "./log.ts";
import { Id, Language, Names } from "./office.ts";

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

const spread = Type.Union(
	[
		Type.Object({
			count: Type.Integer({ description: "How many were measured." }),
			meanMs: Type.Integer({ description: "All of them together, divided by their count." }),
			p50Ms: Type.Integer({ description: "Half of them were not longer." }),
			p90Ms: Type.Integer({ description: "Nine of ten were not longer." }),
			maxMs: Type.Integer(),
		}),
		Type.Null(),
	],
	{
		description:
			"In milliseconds, by the nearest rank but for the mean; null where nothing was measured.",
	},
);
/** How long something took, for all for whom it was measured. */
export type Spread = Static<typeof spread>;

const dayFigures = {
	issued: Type.Integer({ description: "Numbers that were given." }),
	called: Type.Integer({ description: "Calls; calling the same person again is none." }),
	served: Type.Integer({
		description:
			"How often somebody was served to the end: a number with three services counts in each of them.",
	}),
	missed: Type.Integer({ description: "Numbers that were called and did not come." }),
	cancelled: Type.Integer({ description: "Numbers that were given up." }),
	expired: Type.Integer({ description: "Numbers that were left when the day ended." }),
	open: Type.Integer({ description: "Numbers that wait, are put aside, or are at a counter." }),
	wait: spread,
	service: spread,
};
export const DayFigures = Type.Object(dayFigures);
export type DayFigures = Static<typeof DayFigures>;

/**
 * What a day came to. A wait is the time from the number, or from coming on from another service, to the first call there; a service the time
 * from its start, or where nobody said that it began from the call, to its end, without what lay between where somebody was put aside.
 * Numbers stand with the service for which they were given and the hour in which they were, calls and services where and when they were.
 */
export const DayReport = Type.Object({
	date: Type.String(),
	madeAt: Type.String({ description: "When these figures were reckoned, in ISO 8601." }),
	isOver: Type.Boolean({ description: "Whether the office's day has ended." }),
	timeZone: Type.String(),
	days: Type.Array(Type.String(), {
		description: "The days of which there is a report, the newest first.",
	}),
	total: DayFigures,
	services: Type.Array(
		Type.Object({
			serviceId: Id,
			prefix: Type.Union([Type.String(), Type.Null()]),
			name: Names,
			...dayFigures,
		}),
	),
	counters: Type.Array(Type.Object({ counterId: Id, label: Type.String(), ...dayFigures }), {
		description: "Numbers are given at no counter, and who still waits is at none.",
	}),
	hours: Type.Array(Type.Object({ hour: Type.Integer(), ...dayFigures }), {
		description:
			"From the first in which something happened to the last, on the office's clock; who is still open, or was at the end, is in none.",
	}),
	classes: Type.Array(
		Type.Object({
			priorityClass: Type.Union([Id, Type.Null()]),
			name: Names,
			...dayFigures,
		}),
		{ description: "`priorityClass` is null for those who claimed none." },
	),
});
export type DayReport = Static<typeof DayReport>;

export const DayReportQuery = Type.Object(
	{
		/** The office's own today where none is named. */
		date: Type.Optional(Day),
	},
	{ additionalProperties: false },
);

/** The same as a file; a link cannot say the language in `Accept-Language`. */
export const DayReportFileQuery = Type.Object(
	{ ...DayReportQuery.properties, language: Type.Optional(Language) },
	{ additionalProperties: false },
);
