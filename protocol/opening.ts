import { type Static, Type } from "typebox";
import { Names } from "./names.ts";

const Instant = Type.String({ description: "ISO 8601, UTC" });
const orNull = Type.Null();

/**
 * Why no numbers are given by the clock. `day-off`: a weekday without hours; `closed-today`: a supervisor closed the office for today;
 * `no-more-numbers`: counters still serve.
 */
export const ClosedWhy = Type.Enum([
	"before-hours",
	"break",
	"no-more-numbers",
	"after-hours",
	"day-off",
	"holiday",
	"closed-today",
]);
export type ClosedWhy = Static<typeof ClosedWhy>;

/** How an office, or one of its services, stands by the clock. */
export const Opening = Type.Object({
	open: Type.Boolean({ description: "Whether counters serve." }),
	tickets: Type.Boolean({ description: "Whether numbers are given." }),
	until: Type.Union([Instant, orNull], {
		description: "Until when numbers are given; null where none are, or without an end.",
	}),
	next: Type.Union([Instant, orNull], {
		description:
			"When numbers are given again; null while they are, or where no day of the next 400 is one.",
	}),
	why: Type.Union([ClosedWhy, orNull]),
	reason: Type.Union([Names, orNull], {
		description: "The holiday's name, or what the supervisor says of today.",
	}),
});
export type Opening = Static<typeof Opening>;

/** Why no number of a service can be taken: by the clock, or because somebody or a limit says so. */
export const ServiceShut = Type.Enum([
	"before-hours",
	"break",
	"no-more-numbers",
	"after-hours",
	"day-off",
	"holiday",
	"closed-today",
	"hall-stopped",
	"closed",
	"quota-reached",
	"full-today",
]);
export type ServiceShut = Static<typeof ServiceShut>;

/** Whether a number of a service can be taken now, and if not, why and until when. */
export const ServiceOpening = Type.Object({
	open: Type.Boolean({ description: "Whether a ticket can be taken now." }),
	shut: Type.Union([ServiceShut, orNull]),
	reason: Type.Union([Names, orNull], {
		description: "With `closed`, `closed-today` and `holiday`: what people are told.",
	}),
	until: Opening.properties.until,
	next: Opening.properties.next,
	quotaLeft: Type.Union([Type.Integer({ minimum: 0 }), orNull], {
		description: "How many numbers are left today; null without a quota.",
	}),
	servedToday: Type.Union([Type.Boolean(), orNull], {
		description:
			"Whether who takes a number now is still served before closing, as far as can be told; null where the office does not ask.",
	}),
});
export type ServiceOpening = Static<typeof ServiceOpening>;
