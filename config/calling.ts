import { type Static, Type } from "typebox";

const closed = { additionalProperties: false } as const;
const minutes = (minimum: number) => Type.Integer({ minimum, maximum: 24 * 60 });

/** How the office chooses whom to call. What each rule does stands in docs/CALLING.md. */
export const Calling = Type.Object(
	{
		classes: Type.Optional(
			Type.Object(
				{
					rule: Type.Enum(["first-come", "strict", "ratio", "ageing"]),
					/** With `ratio`, and then both: so many with priority to so many without. */
					priority: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
					ordinary: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
				},
				closed,
			),
		),
		maxWaitMinutes: Type.Optional(minutes(1)),
		pickupEvery: Type.Optional(Type.Integer({ minimum: 2, maximum: 20 })),
		appointments: Type.Optional(
			Type.Object({ earlyMinutes: minutes(0), lateMinutes: minutes(0) }, closed),
		),
		services: Type.Optional(Type.Enum(["first-come", "relative-wait", "weights"])),
	},
	closed,
);
export type Calling = Static<typeof Calling>;

/** What becomes of tickets beside being called. */
export const TicketSettings = Type.Object(
	{
		transferPlace: Type.Optional(Type.Enum(["keep", "end"])),
		recallsUntilMissed: Type.Optional(Type.Integer({ minimum: 1, maximum: 20 })),
		restoreWithinMinutes: Type.Optional(minutes(1)),
		restorePlace: Type.Optional(
			Type.Union([
				Type.Enum(["keep", "end"]),
				Type.Object({ behind: Type.Integer({ minimum: 1, maximum: 100 }) }, closed),
			]),
		),
		maxFiles: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
		minutesEachFile: Type.Optional(minutes(0)),
		undoSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: 300 })),
	},
	closed,
);
export type TicketSettings = Static<typeof TicketSettings>;

/** How a priority class stands to the others. */
export const classStanding = {
	/** Strict calling goes by it; a ratio asks only whether there is any. 1 unless said. */
	level: Type.Optional(Type.Integer({ minimum: 0, maximum: 9 })),
	/** With `ageing`: by how much it is as if they had come earlier. */
	headStartMinutes: Type.Optional(minutes(0)),
	/** Those who only fetch a result. */
	pickup: Type.Optional(Type.Boolean()),
};

/** How a service stands to the others at a counter that has several. */
export const serviceWeighing = {
	/** With `weights`: its share of the calls. 1 unless said. */
	weight: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
	/** With `relative-wait`: the wait that is usual for it. 30 unless said. */
	targetMinutes: Type.Optional(minutes(1)),
};

export const usualTargetMinutes = 30;
