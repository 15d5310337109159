import { type Static, type TSchema, Type } from "typebox";
import { Stopped } from "./hall.ts";
import { DayPeriods, Id, Names, OfficeService } from "./office.ts";
import { CounterStatus, OfficersNote, Why } from "./staff.ts";
import { TicketState } from "./tickets.ts";

/**
 * The rows of each audience, told apart by `kind`. Each says all that stands in it: what is not named here is in no row, so that a ticket's
 * id cannot come onto a board, and no text that is no number stands where a number does.
 */
const closed = { additionalProperties: false } as const;

const TicketNumber = Type.String({ pattern: "^[A-Z][0-9]{3,}$" });
const Instant = Type.String({ description: "ISO 8601, UTC" });
const InstantOrNull = Type.Union([Instant, Type.Null()]);
const Count = Type.Integer({ minimum: 0 });
const NamedCounter = Type.Object({ id: Id, label: Type.String() }, closed);
/** A ticket's id where its holder or staff may have it. */
const HeldTicketId = Type.String();

/** Where the next recall says that nobody came; left out otherwise. */
const IsLastCall = Type.Optional(Type.Literal(true));

/** What a call says of itself beside its rows, for chime and voice. */
export const calledParts = {
	ticket: Type.Object({ number: TicketNumber, serviceId: Id }, closed),
	counter: NamedCounter,
	callCount: Count,
	isLastCall: IsLastCall,
};

/** `hall`: whether everything stands still, and today's hours where they are not the usual ones. */
const HallRow = Type.Object(
	{
		kind: Type.Literal("hall"),
		stopped: Type.Union([Type.Object(Stopped.properties, closed), Type.Null()]),
		hours: Type.Union([
			Type.Object({ periods: DayPeriods, reason: Type.Union([Names, Type.Null()]) }, closed),
			Type.Null(),
		]),
	},
	closed,
);
export type HallRow = Static<typeof HallRow>;

const ServiceRow = Type.Object(
	{
		kind: Type.Literal("service"),
		id: Id,
		prefix: OfficeService.properties.prefix,
		name: Names,
		waiting: Count,
		closed: Type.Union(
			[Type.Object({ reason: Type.Union([Names, Type.Null()]) }, closed), Type.Null()],
			{
				description:
					"Whether no numbers are given for now, and what people are told; null while they are.",
			},
		),
		quotaLeft: Type.Union([Count, Type.Null()], {
			description: "How many numbers are left today; null without a quota.",
		}),
	},
	closed,
);
export type ServiceRow = Static<typeof ServiceRow>;

/** `counter:ID` on the board. `current` carries a number and never a ticket id. */
const BoardCounterRow = Type.Object(
	{
		kind: Type.Literal("counter"),
		id: Id,
		label: Type.String(),
		status: CounterStatus,
		current: Type.Union([
			Type.Object({ number: TicketNumber, state: TicketState }, closed),
			Type.Null(),
		]),
	},
	closed,
);
export type BoardCounterRow = Static<typeof BoardCounterRow>;

/** `call:NUMBER`: one of the last calls. The newest has the highest `calledSeq`; a recall moves it up again. */
const CallRow = Type.Object(
	{
		kind: Type.Literal("call"),
		number: TicketNumber,
		serviceId: Id,
		counter: NamedCounter,
		callCount: Count,
		isLastCall: IsLastCall,
		at: Instant,
		calledSeq: Count,
	},
	closed,
);
export type CallRow = Static<typeof CallRow>;

/** The row `screen` of a counter's own screen, which has the hall's row beside it. Numbers, and never a ticket's id. */
const CounterScreenRow = Type.Object(
	{
		kind: Type.Literal("screen"),
		id: Id,
		label: Type.String(),
		status: CounterStatus,
		services: Type.Array(Names, { description: "What is done there." }),
		current: Type.Union([
			Type.Object(
				{
					number: TicketNumber,
					state: TicketState,
					serviceName: Names,
					callCount: Count,
					isLastCall: IsLastCall,
				},
				closed,
			),
			Type.Null(),
		]),
		next: Type.Union([TicketNumber, Type.Null()], {
			description:
				"Who would be called there now; null where nobody is, or the counter calls nobody.",
		}),
	},
	closed,
);
export type CounterScreenRow = Static<typeof CounterScreenRow>;

const StaffTicket = Type.Object(
	{
		id: HeldTicketId,
		number: TicketNumber,
		serviceId: Id,
		state: TicketState,
		priorityClass: Type.Union([Id, Type.Null()]),
		procedureCode: Type.Union([Type.String(), Type.Null()]),
		issuedAt: Instant,
		calledAt: InstantOrNull,
		startedAt: InstantOrNull,
		callCount: Count,
		visit: Type.Array(Id, {
			description: "The services that the ticket goes on to after this one, in order.",
		}),
		notes: Type.Array(OfficersNote, {
			description: "What officers wrote for whoever serves it next, the oldest first.",
		}),
	},
	closed,
);
export type StaffTicket = Static<typeof StaffTicket>;

const StaffCounterRow = Type.Object(
	{
		kind: Type.Literal("counter"),
		id: Id,
		label: Type.String(),
		services: Type.Array(Id),
		serving: Type.Array(Id, { description: "Of those the ones that are served now." }),
		status: CounterStatus,
		pausedFor: Type.Union([Type.String(), Type.Null()], {
			description: "Why it is paused, where the officer said so.",
		}),
		officer: Type.Union([
			Type.Object({ username: Type.String(), name: Type.String() }, closed),
			Type.Null(),
		]),
		current: Type.Union([StaffTicket, Type.Null()]),
		since: {
			...InstantOrNull,
			description: "Since when it stands so: who is there and how; where nobody is, its status.",
		},
	},
	closed,
);
export type StaffCounterRow = Static<typeof StaffCounterRow>;

/** Somebody who waits, and by which rule they stand there; `facts` as in `words/rules.ts` without how long they wait, `at` an instant. */
const StaffPlace = Type.Object(
	{
		...StaffTicket.properties,
		rule: Why.properties.rule,
		facts: Type.Object(
			{
				insteadOf: Type.Optional(TicketNumber),
				headStartMinutes: Type.Optional(Type.Number()),
				priority: Type.Optional(Count),
				ordinary: Type.Optional(Count),
				every: Type.Optional(Count),
				weight: Type.Optional(Type.Number()),
				at: Type.Optional(Instant),
			},
			closed,
		),
	},
	closed,
);
export type StaffPlace = Static<typeof StaffPlace>;

/** `line:ID`: who is called next for a service, in calling order; how many wait in all stands in the service's row. */
const StaffLineRow = Type.Object(
	{
		kind: Type.Literal("line"),
		id: Id,
		next: Type.Array(StaffPlace),
		oldest: {
			...InstantOrNull,
			description: "Since when whoever waits longest stands in it; null where nobody does.",
		},
	},
	closed,
);
export type StaffLineRow = Static<typeof StaffLineRow>;

/** `aside:TICKET`: somebody who stands in no line and may come back: put aside, or missed. `counterId`: where they were last. */
const StaffAsideRow = Type.Object(
	{
		kind: Type.Literal("aside"),
		id: HeldTicketId,
		ticket: StaffTicket,
		counterId: Type.Union([Id, Type.Null()]),
		since: InstantOrNull,
	},
	closed,
);
export type StaffAsideRow = Static<typeof StaffAsideRow>;

/** The one row `ticket` of a phone. */
const PhoneRow = Type.Object(
	{
		kind: Type.Literal("ticket"),
		id: HeldTicketId,
		number: TicketNumber,
		serviceId: Id,
		serviceName: Names,
		visit: Type.Array(Id, {
			description: "The services that the ticket goes on to after this one, in order.",
		}),
		state: TicketState,
		ahead: Type.Union([Count, Type.Null()]),
		counter: Type.Union([NamedCounter, Type.Null()]),
		callCount: Count,
		isLastCall: IsLastCall,
		issuedAt: Instant,
		calledAt: InstantOrNull,
	},
	closed,
);
export type PhoneRow = Static<typeof PhoneRow>;

/** The rows of each audience by the pattern of their keys. */
export const rowsOf = {
	board: {
		"^hall$": HallRow,
		"^service:": ServiceRow,
		"^counter:": BoardCounterRow,
		"^call:[A-Z][0-9]+$": CallRow,
	},
	counter: { "^hall$": HallRow, "^screen$": CounterScreenRow },
	kiosk: { "^hall$": HallRow, "^service:": ServiceRow },
	ticket: { "^ticket$": PhoneRow, "^hall$": HallRow },
	staff: {
		"^hall$": HallRow,
		"^service:": ServiceRow,
		"^line:": StaffLineRow,
		"^counter:": StaffCounterRow,
		"^aside:": StaffAsideRow,
	},
};

type RowOf<ByKey extends Record<string, TSchema>> = Static<ByKey[keyof ByKey]>;
export type BoardRow = RowOf<typeof rowsOf.board>;
export type CounterRow = RowOf<typeof rowsOf.counter>;
export type KioskRow = RowOf<typeof rowsOf.kiosk>;
export type StaffRow = RowOf<typeof rowsOf.staff>;
