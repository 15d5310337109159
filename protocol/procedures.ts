import { type Static, Type } from "typebox";
import { Id, Names, ServiceSign, TimeOfDay } from "./office.ts";

/**
 * What is known of the fee.
 * `free`: the source says it is free. `fixed`: amounts are in `fees`. `provincial`: the province decides, and a zero in
 * the source does NOT mean free. `none_listed`: the source names no fee. `per_circular`: a circular sets it, amounts vary.
 */
export const FeeStatus = Type.Enum(["free", "fixed", "provincial", "none_listed", "per_circular"]);
export type FeeStatus = Static<typeof FeeStatus>;

export const Channel = Type.Enum(["online", "post", "in-person"]);
export type Channel = Static<typeof Channel>;

/** What in a record was not fully read in its source and must be checked at the counter. */
export const WeakMark = Type.Enum([
	"time-unit",
	"processing-time",
	"name-wording",
	"documents-abridged",
	"steps-summarised",
	"general-knowledge",
]);
export type WeakMark = Static<typeof WeakMark>;

const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
	Type.Union([schema, Type.Null()]);
const closed = { additionalProperties: false } as const;

/** A paper to bring. */
export const ProcedureDocument = Type.Object(
	{
		name: Type.String({ minLength: 1 }),
		originals: Type.Integer({ minimum: 0 }),
		copies: Type.Integer({ minimum: 0 }),
		submit: Type.Boolean({ description: "false: only shown at the counter, not handed in." }),
		note: nullable(Type.String()),
		conditional: Type.Optional(
			Type.Boolean({ description: "true: not everybody brings it; `note` says who or when." }),
		),
	},
	closed,
);
export type ProcedureDocument = Static<typeof ProcedureDocument>;

const PlainDate = Type.String({
	pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
	description: "a date as 2026-12-31",
});

/**
 * One amount of money. `cap` marks an upper limit, `optional` what is paid only on request.
 * Amounts that hang on how many there are stand in a row each: 2.000 a `trang`, 1.000 a `trang` `from` the third on, and a cap
 * of 200.000 a `bản` that `caps` what the `trang` of one `bản` come to.
 */
export const ProcedureFee = Type.Object(
	{
		label: Type.String({ minLength: 1 }),
		amountVnd: Type.Integer({ minimum: 0 }),
		unit: Type.String({ minLength: 1 }),
		channel: nullable(Channel),
		optional: Type.Boolean(),
		cap: Type.Boolean(),
		note: nullable(Type.String()),
		from: Type.Optional(
			Type.Integer({
				minimum: 2,
				description:
					"From which one of its unit on; before that, the row of this unit that stands above.",
			}),
		),
		caps: Type.Optional(
			Type.String({
				minLength: 1,
				description: "Of a cap: the unit whose amounts it limits, for each of its own unit.",
			}),
		),
		reduced: Type.Optional(
			Type.Object(
				{ percent: Type.Integer({ minimum: 1, maximum: 99 }), until: PlainDate },
				{ ...closed, description: "So much less is paid up to and with this day." },
			),
		),
	},
	closed,
);
export type ProcedureFee = Static<typeof ProcedureFee>;

/** What an office promises instead of the statutory time, in one unit. */
export const CommittedTime = Type.Object(
	{
		workingDays: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
		calendarDays: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
		hours: Type.Optional(Type.Number({ exclusiveMinimum: 0 })),
	},
	{ ...closed, minProperties: 1, maxProperties: 1 },
);
export type CommittedTime = Static<typeof CommittedTime>;

export const ProcedureTimes = Type.Object(
	{
		text: Type.String({ minLength: 1 }),
		workingDays: nullable(Type.Number({ minimum: 0 })),
		calendarDays: nullable(Type.Number({ minimum: 0 })),
		hours: nullable(Type.Number({ minimum: 0 })),
		sameDay: Type.Boolean(),
		cutoff: nullable(TimeOfDay),
		committed: Type.Optional(CommittedTime),
	},
	closed,
);
export type ProcedureTimes = Static<typeof ProcedureTimes>;

/**
 * The fee in one line, for lists. `kind` is the record's `feeStatus`; only `free` may be said to be free. `minVnd` to `maxVnd` is
 * what has to be paid where amounts are known (with `provincial`: what the source shows for reference); a cap is no amount.
 * `unit` is null where the amounts are for different things. `extras` are paid on request alone.
 */
export const FeeBrief = Type.Object({
	kind: FeeStatus,
	minVnd: nullable(Type.Integer({ minimum: 0 })),
	maxVnd: nullable(Type.Integer({ minimum: 0 })),
	unit: nullable(Type.String()),
	extras: Type.Array(
		Type.Object({ label: Type.String(), amountVnd: Type.Integer(), unit: Type.String() }),
	),
});
export type FeeBrief = Static<typeof FeeBrief>;

/** One row of the portal's table of channels, as it stands there. */
export const ProcedureChannel = Type.Object(
	{
		channel: Channel,
		time: nullable(Type.Number({ minimum: 0 })),
		timeUnit: nullable(Type.Enum(["working-day", "day", "hour"])),
		feeShown: Type.Union([Type.String(), Type.Null()], {
			description:
				"The portal's own cell, to the letter. Not for screens: with `provincial` its zero does not mean free.",
		}),
		feeAmount: nullable(Type.Number({ minimum: 0 })),
		feeCurrency: nullable(Type.Enum(["VND", "USD"])),
	},
	closed,
);
export type ProcedureChannel = Static<typeof ProcedureChannel>;

/** Where a form can be had: `form` is one of the record's `forms`, to the letter. */
export const FormAddress = Type.Object(
	{
		form: Type.String({ minLength: 1 }),
		url: Type.String({
			pattern: "^https://[^\\s]+$",
			description: "an address that begins with https://",
		}),
	},
	closed,
);

export const ProcedureSource = Type.Object(
	{
		url: nullable(Type.String()),
		dataset: Type.String(),
		path: Type.String(),
		commit: Type.String(),
	},
	closed,
);

/** A procedure as the catalogue's files hold it. */
export const ProcedureRecord = Type.Object(
	{
		code: Type.String({
			pattern: "^([0-9]\\.[0-9]{6}|local-[a-z0-9-]{1,60})$",
			description: "a national code as 1.001193, or local- and a name of lower-case letters",
		}),
		name: Type.String({ minLength: 1 }),
		nameShort: Type.String({ minLength: 1 }),
		nameEn: Type.String({ minLength: 1 }),
		levels: Type.Array(Type.String()),
		audience: Type.Array(Type.String()),
		decision: nullable(Type.String()),
		documents: Type.Array(ProcedureDocument),
		sourceDocumentRows: nullable(Type.Integer({ minimum: 0 })),
		times: ProcedureTimes,
		feeStatus: FeeStatus,
		feeText: Type.String({ minLength: 1 }),
		feeNote: Type.Optional(
			Type.Union([Type.String({ minLength: 1 }), Type.Null()], {
				description:
					"What `feeText` says beyond status and amounts; null: nothing. Left out where nobody has looked: then all of `feeText` is shown.",
			}),
		),
		fees: Type.Array(ProcedureFee),
		channels: Type.Array(Channel),
		perChannel: Type.Array(ProcedureChannel),
		onlineLevel: nullable(Type.Enum(["full", "part"])),
		steps: Type.Array(Type.String()),
		result: Type.String(),
		resultCodes: Type.Array(Type.String()),
		forms: Type.Array(Type.String()),
		formAddresses: Type.Optional(Type.Array(FormAddress)),
		legalBasis: Type.Array(Type.String()),
		notes: Type.Array(Type.String()),
		keywords: Type.Array(Type.String()),
		weak: Type.Array(WeakMark),
		asOf: nullable(
			Type.Object(
				{
					date: Type.String({
						pattern: "^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$",
						description: "a date as 2026-07-20 or 2026-07",
					}),
					note: nullable(Type.String()),
				},
				closed,
			),
		),
		source: nullable(ProcedureSource),
	},
	closed,
);
export type ProcedureRecord = Static<typeof ProcedureRecord>;

/** A procedure in a list: what tells it from its neighbours. */
export const ProcedureSummary = Type.Object({
	code: Type.String(),
	official: Type.Boolean({ description: "false: no national code; `code` is the office's own." }),
	name: Type.String(),
	nameShort: Type.String(),
	nameEn: Type.String(),
	field: Type.String(),
	fieldEn: Type.String(),
	fieldId: Id,
	feeStatus: FeeStatus,
	feeText: Type.String(),
	fee: FeeBrief,
	timesText: Type.String(),
	times: ProcedureTimes,
	serviceId: Id,
});
export type ProcedureSummary = Static<typeof ProcedureSummary>;

/** A whole procedure: `GET /api/procedures/:code`. */
export const Procedure = Type.Object({
	...ProcedureRecord.properties,
	official: Type.Boolean(),
	field: Type.String(),
	fieldEn: Type.String(),
	fieldId: Id,
	serviceId: Id,
});
export type Procedure = Static<typeof Procedure>;

export const ProcedureQuery = Type.Object(
	{
		q: Type.Optional(Type.String({ maxLength: 200 })),
		field: Type.Optional(Type.String({ maxLength: 200 })),
		event: Type.Optional(
			Type.String({
				maxLength: 80,
				description:
					"an event of life by its id; without q its procedures come in the order in which they are needed",
			}),
		),
		limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 20 })),
		offset: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000, default: 0 })),
	},
	{ additionalProperties: false },
);
export type ProcedureQuery = Static<typeof ProcedureQuery>;

export const ProcedurePage = Type.Object({
	total: Type.Integer(),
	items: Type.Array(ProcedureSummary),
});
export type ProcedurePage = Static<typeof ProcedurePage>;

export const Field = Type.Object({
	id: Id,
	name: Type.String(),
	nameEn: Type.String(),
	sign: ServiceSign,
	serviceId: Id,
	count: Type.Integer(),
});
export type Field = Static<typeof Field>;

export const FieldList = Type.Object({ total: Type.Integer(), items: Type.Array(Field) });
export type FieldList = Static<typeof FieldList>;

/** Something that happens in people's lives, and how many procedures it may need. */
export const LifeEvent = Type.Object({
	id: Id,
	sign: ServiceSign,
	name: Names,
	hint: Type.Optional(Names),
	count: Type.Integer(),
});
export type LifeEvent = Static<typeof LifeEvent>;

export const LifeEventList = Type.Object({
	total: Type.Integer(),
	items: Type.Array(LifeEvent),
});
export type LifeEventList = Static<typeof LifeEventList>;
