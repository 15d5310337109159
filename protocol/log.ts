import { type Static, Type } from "typebox";
import { logKinds } from "./log-kinds.ts";
import { Language } from "./office.ts";

export const Day = Type.String({
	pattern: "^\\d{4}-\\d{2}-\\d{2}$",
	description: "a day as 2026-11-21",
});

/** `access`: who may do what, and who signed in; `queue`: what was done to tickets and counters. */
export const LogSource = Type.Enum(["access", "queue"]);
export type LogSource = Static<typeof LogSource>;

const types = Object.values(logKinds).flat();

const filters = {
	/** One day: the same as `from` and `to`. Where none of the three is named, the newest day there is. */
	day: Type.Optional(Day),
	/** The first and the last day; from the oldest, or to the newest, unless named. */
	from: Type.Optional(Day),
	to: Type.Optional(Day),
	source: Type.Optional(LogSource),
	/** What it has to do with (`sign-ins`), or an event's own name (`sign-in-failed`). */
	kind: Type.Optional(Type.Enum([...Object.keys(logKinds), ...types])),
	/** Who did it: an account's name, `kiosk:ID`, `lobby`, `machine` or `hub`. */
	by: Type.Optional(Type.String({ maxLength: 80 })),
	/** What it is about: a number, a name, any word of the sentence; without accents is enough. */
	q: Type.Optional(Type.String({ maxLength: 100 })),
};

export const LogQuery = Type.Object(
	{
		...filters,
		limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
		offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
		/** What is older than this: `older` of an answer before. Keeps its place while new entries come. */
		before: Type.Optional(
			Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}(\\.(access|queue)\\.[0-9A-Z.]{1,40})?$" }),
		),
	},
	{ additionalProperties: false },
);
export const LogCsvQuery = Type.Object(
	{
		...filters,
		/** A link cannot say it in `Accept-Language`. */
		language: Type.Optional(Language),
	},
	{ additionalProperties: false },
);
export type LogSpan = Pick<Static<typeof LogCsvQuery>, "day" | "from" | "to">;
export type LogFilter = Pick<Static<typeof LogCsvQuery>, "source" | "kind" | "by" | "q">;

/** One thing that happened: when, who, what, where from. */
export const LogItem = Type.Object({
	id: Type.String({ description: "names the entry and its place" }),
	at: Type.String({ description: "ISO 8601, UTC" }),
	source: LogSource,
	type: Type.Enum(types, { description: "the event's own name, as ticket-called" }),
	by: Type.String({ description: "who, as the ledger names them" }),
	who: Type.String({ description: "who, as people call them" }),
	what: Type.String({ description: "a sentence in the language that was asked for" }),
	number: Type.Union([Type.String(), Type.Null()]),
	address: Type.Union([Type.String(), Type.Null()], {
		description: "the network address it was asked from, of sign-ins and of devices that ask",
	}),
});
export type LogItem = Static<typeof LogItem>;

export const LogPage = Type.Object({
	day: Type.String({ description: "the last day that was asked for" }),
	days: Type.Array(Type.String(), { description: "all days there are, the newest first" }),
	people: Type.Array(Type.Object({ by: Type.String(), who: Type.String() }), {
		description: "all who may have done something",
	}),
	total: Type.Optional(Type.Integer({ description: "of a single day: how many there are" })),
	items: Type.Array(LogItem, { description: "the newest first" }),
	older: Type.Union([Type.String(), Type.Null()], {
		description:
			"what to ask for next as `before`; null where nothing is left. With few items or none it says that so far nothing more was found",
	}),
});
export type LogPage = Static<typeof LogPage>;
