import { type Static, Type } from "typebox";
import { LanguageCode, languageCodePattern } from "./languages.ts";
import { Id, Names } from "./office.ts";
import { PrintJob } from "./printing.ts";

export const TicketState = Type.Enum([
	"waiting",
	"called",
	"serving",
	"parked",
	"missed",
	"done",
	"cancelled",
	"expired",
]);
export type TicketState = Static<typeof TicketState>;

/** 128 random bits in base64url: 22 characters. Who has it holds the ticket. */
export const TicketId = Type.String({ pattern: "^[A-Za-z0-9_-]{22}$" });

export const TakeTicket = Type.Object(
	{
		serviceId: Type.String({ minLength: 1, maxLength: 40 }),
		priorityClass: Type.Optional(
			Type.Union([Type.String({ minLength: 1, maxLength: 40 }), Type.Null()]),
		),
		procedureCode: Type.Optional(
			Type.Union([Type.String({ minLength: 1, maxLength: 80 }), Type.Null()]),
		),
		kioskId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		language: Type.Optional(
			Type.String({
				pattern: languageCodePattern,
				description: "What the screen spoke; one that the office does not speak is taken for `vi`.",
			}),
		),
		files: Type.Optional(
			Type.Integer({ minimum: 1, maximum: 1000, description: "How many files one brings; 1." }),
		),
		visit: Type.Optional(
			Type.Array(Type.String({ minLength: 1, maxLength: 40 }), {
				maxItems: 10,
				description: "Services that the ticket goes on to by itself afterwards, in this order.",
			}),
		),
		appointmentAt: Type.Optional(
			Type.String({
				format: "date-time",
				maxLength: 40,
				description: "The slot of an appointment, where the office keeps any.",
			}),
		),
	},
	{ additionalProperties: false },
);
export type TakeTicket = Static<typeof TakeTicket>;

/** A ticket as its holder may see it. Times are ISO 8601 in UTC. */
export const Ticket = Type.Object({
	id: TicketId,
	number: Type.String({ description: "Prefix and at least three digits: A012." }),
	serviceId: Id,
	serviceName: Names,
	state: TicketState,
	priorityClass: Type.Union([Id, Type.Null()]),
	procedureCode: Type.Union([Type.String(), Type.Null()]),
	language: LanguageCode,
	files: Type.Integer({ description: "How many files it is for." }),
	visit: Type.Array(Id, { description: "Services it goes on to after this one, in order." }),
	appointmentAt: Type.Union([Type.String(), Type.Null()], {
		description: "The slot of an appointment that is kept.",
	}),
	issuedAt: Type.String(),
	calledAt: Type.Union([Type.String(), Type.Null()]),
	counter: Type.Union([Type.Object({ id: Id, label: Type.String() }), Type.Null()]),
	callCount: Type.Integer(),
	isLastCall: Type.Optional(
		Type.Literal(true, {
			description: "Called for the last time: nobody calls it once more, it is missed then.",
		}),
	),
});
export type Ticket = Static<typeof Ticket>;

/** Minutes, rounded up to five; null where nothing honest can be said. */
export const WaitRange = Type.Union([
	Type.Object({ lowMin: Type.Integer(), highMin: Type.Integer() }),
	Type.Null(),
]);
export type WaitRange = Static<typeof WaitRange>;

export const TicketAnswer = Type.Object({
	ticket: Ticket,
	ahead: Type.Union([
		Type.Integer({ description: "People who will be called before; null when no longer waiting." }),
		Type.Null(),
	]),
	wait: WaitRange,
	servedToday: Type.Optional(
		Type.Boolean({
			description:
				"Said when it was taken, where the office asks: whether it is served before closing, as far as could be told.",
		}),
	),
	followUrl: Type.String(),
	print: Type.Union([PrintJob, Type.Null()]),
});
export type TicketAnswer = Static<typeof TicketAnswer>;
