import { type Static, Type } from "typebox";
import { Id } from "./office.ts";
import { TicketState } from "./tickets.ts";

const Instant = Type.String({ format: "date-time", maxLength: 40 });

/** A number that was given on paper while the hub was away, as it is entered afterwards. */
export const EnterSlip = Type.Object(
	{
		number: Type.String({
			pattern: "^[A-Z][0-9]{3,5}$",
			description: "As it stands on the paper: A901.",
		}),
		serviceId: Type.String({ minLength: 1, maxLength: 40 }),
		priorityClass: Type.Optional(
			Type.Union([Type.String({ minLength: 1, maxLength: 40 }), Type.Null()]),
		),
		takenAt: Instant,
		as: Type.Enum(["waiting", "served", "left"]),
		counterId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		startedAt: Type.Optional(Instant),
		endedAt: Type.Optional(
			Type.String({
				format: "date-time",
				maxLength: 40,
				description: "When whoever was served or left was done; needed unless they wait.",
			}),
		),
	},
	{ additionalProperties: false },
);
export type EnterSlip = Static<typeof EnterSlip>;

/** One that was entered today, as it stands now. */
export const Slip = Type.Object({
	id: Type.String(),
	number: Type.String(),
	serviceId: Id,
	priorityClass: Type.Union([Id, Type.Null()]),
	state: TicketState,
	counterId: Type.Union([Id, Type.Null()]),
	takenAt: Type.String(),
	startedAt: Type.Union([Type.String(), Type.Null()]),
	endedAt: Type.Union([Type.String(), Type.Null()]),
	mayWithdraw: Type.Boolean({
		description: "Nothing became of it since it was entered: it can be taken back.",
	}),
});
export type Slip = Static<typeof Slip>;

export const SlipAnswer = Type.Object({ slip: Slip });
export type SlipAnswer = Static<typeof SlipAnswer>;
export const SlipList = Type.Object({ items: Type.Array(Slip) });
export type SlipList = Static<typeof SlipList>;
export const SlipWithdrawn = Type.Object({ number: Type.String() });
