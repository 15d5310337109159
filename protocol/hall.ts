import { type Static, Type } from "typebox";
import { PairedDevice } from "./devices.ts";
import { DayPeriods, Id, Names } from "./office.ts";
import { Opening, ServiceOpening } from "./opening.ts";
import { WaitRange } from "./tickets.ts";

/** Why everything stands still. */
export const StopReason = Type.Enum(["evacuation", "power", "system", "other"]);
export type StopReason = Static<typeof StopReason>;

/** A stop of the whole hall: nobody is called, no number is given, and whoever has one keeps the place. */
export const Stopped = Type.Object({
	at: Type.String({ description: "Since when, ISO 8601, UTC." }),
	reason: StopReason,
	note: Type.Union([Names, Type.Null()], { description: "What people are told beside it." }),
});
export type Stopped = Static<typeof Stopped>;

const sentence = Type.String({
	minLength: 1,
	maxLength: 200,
	pattern: "\\S",
	description: "a sentence of 1 to 200 characters",
});

/** What people are told, in both languages or one; that then stands for the other. */
export const SaidBody = Type.Object(
	{ vi: Type.Optional(sentence), en: Type.Optional(sentence) },
	{ additionalProperties: false, minProperties: 1 },
);
export type SaidBody = Static<typeof SaidBody>;

export const StopHall = Type.Object(
	{ reason: StopReason, note: Type.Optional(SaidBody) },
	{ additionalProperties: false },
);

/** Today's hours: periods (none: closed), or the usual ones again. */
export const SetHours = Type.Object(
	{
		periods: Type.Union([DayPeriods, Type.Literal("usual")]),
		reason: Type.Optional(SaidBody),
	},
	{ additionalProperties: false },
);

export const CloseService = Type.Object(
	{ reason: Type.Optional(SaidBody) },
	{ additionalProperties: false },
);

/** How many numbers a service has today: so many, as many as are asked for, or what the office file says. */
export const Quota = Type.Union([
	Type.Integer({ minimum: 0, maximum: 100_000 }),
	Type.Literal("none"),
	Type.Literal("usual"),
]);
export const SetQuota = Type.Object({ quota: Quota }, { additionalProperties: false });

const fromTo = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });

/** How calls are chosen, as far as a supervisor may decide it for a day. docs/CALLING.md tells what each does. */
export const PolicyToday = Type.Object(
	{
		classes: Type.Union([
			Type.Object(
				{ rule: Type.Enum(["first-come", "strict", "ageing"]) },
				{ additionalProperties: false },
			),
			Type.Object(
				{ rule: Type.Literal("ratio"), priority: fromTo(1, 20), ordinary: fromTo(1, 20) },
				{ additionalProperties: false },
			),
		]),
		services: Type.Enum(["first-come", "relative-wait", "weights"]),
		maxWaitMinutes: Type.Union([fromTo(1, 24 * 60), Type.Null()], {
			description: "After as long somebody is called before all who have not waited as long.",
		}),
	},
	{ additionalProperties: false },
);
export type PolicyToday = Static<typeof PolicyToday>;

/** For today, or as the office has set it again. */
export const SetPolicy = Type.Object(
	{ policy: Type.Union([PolicyToday, Type.Literal("usual")]) },
	{ additionalProperties: false },
);

/** What was decided for today about the hall as a whole. */
export const HallAnswer = Type.Object({
	stopped: Type.Union([Stopped, Type.Null()]),
	hours: Type.Union([
		Type.Object({ periods: DayPeriods, reason: Type.Union([Names, Type.Null()]) }),
		Type.Null(),
	]),
	policy: Type.Object({
		today: Type.Union([PolicyToday, Type.Null()], { description: "Null: as usual." }),
		usual: PolicyToday,
		hasHeadStarts: Type.Boolean({
			description: "Whether a priority class has a head start; `ageing` is refused where none has.",
		}),
	}),
});
export type HallAnswer = Static<typeof HallAnswer>;

/** A counter is opened again for whoever holds it, for another officer, or for other ones of its services. */
export const OpenCounterFor = Type.Object(
	{
		officer: Type.Optional(
			Type.String({
				maxLength: 60,
				description: "An account's name; whoever holds it where none is named.",
			}),
		),
		services: Type.Optional(
			Type.Array(Type.String({ maxLength: 40 }), { minItems: 1, maxItems: 100 }),
		),
	},
	{ additionalProperties: false },
);
export type OpenCounterFor = Static<typeof OpenCounterFor>;

/** What was decided for today about a service. */
export const ServiceToday = Type.Object({
	id: Id,
	closed: Type.Union([
		Type.Object({ at: Type.String(), reason: Type.Union([Names, Type.Null()]) }),
		Type.Null(),
	]),
	quota: Quota,
	numbers: Type.Union([Type.Integer({ minimum: 0 }), Type.Null()], {
		description: "How many numbers there are today in all; null: as many as are asked for.",
	}),
	issued: Type.Integer({ description: "How many were given." }),
});
export type ServiceToday = Static<typeof ServiceToday>;

/** `GET /api/hall`: the hall and its services as they stand. */
export const HallView = Type.Object({
	...HallAnswer.properties,
	opening: Opening,
	services: Type.Array(
		Type.Object({
			...ServiceToday.properties,
			now: ServiceOpening,
			/** How long somebody without priority would wait who took a number now. */
			wait: WaitRange,
			targetMinutes: Type.Integer({
				description: "The wait that the office holds for usual; longer ones are an alert.",
			}),
		}),
	),
	devices: Type.Array(
		Type.Object({
			...Type.Pick(PairedDevice, [
				"id",
				"role",
				"place",
				"online",
				"lastSeenAt",
				"version",
				"isCurrent",
			]).properties,
			name: Type.Union([Type.String(), Type.Null()], {
				description: "Null for a screen of the hub's own machine, which needs not be let in.",
			}),
		}),
		{
			description:
				"Kiosks, boards and print agents: those that were let in, and screens of the hub's own machine that were here since it was started.",
		},
	),
	officers: Type.Array(Type.Object({ username: Type.String(), name: Type.String() }), {
		description: "Who may work at a counter: a supervisor gives one of them a counter.",
	}),
});
export type HallView = Static<typeof HallView>;
