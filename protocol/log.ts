import { type Static, Type } from "typebox";

const Day = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "a day as 2026-11-21" });

/** `access`: who may do what, and who signed in; `queue`: what was done to tickets and counters. */
export const LogSource = Type.Enum(["access", "queue"]);
export type LogSource = Static<typeof LogSource>;

const filters = {
	/** The newest day there is unless named. */
	day: Type.Optional(Day),
	source: Type.Optional(LogSource),
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
	},
	{ additionalProperties: false },
);
export const LogCsvQuery = Type.Object(filters, { additionalProperties: false });
export type LogCsvQuery = Static<typeof LogCsvQuery>;

/** One thing that happened: when, who, what. */
export const LogItem = Type.Object({
	at: Type.String({ description: "ISO 8601, UTC" }),
	source: LogSource,
	type: Type.String({ description: "the event's own name, as ticket-called" }),
	by: Type.String({ description: "who, as the ledger names them" }),
	who: Type.String({ description: "who, as people call them" }),
	what: Type.String({ description: "a sentence in the language that was asked for" }),
	number: Type.Union([Type.String(), Type.Null()]),
});
export type LogItem = Static<typeof LogItem>;

export const LogPage = Type.Object({
	day: Type.String(),
	days: Type.Array(Type.String(), { description: "all days there are, the newest first" }),
	total: Type.Integer(),
	items: Type.Array(LogItem, { description: "the newest first" }),
});
export type LogPage = Static<typeof LogPage>;
