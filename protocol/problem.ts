import { type Static, Type } from "typebox";

/** Every refusal there is. A code is never used for two things and never changes its meaning. */
export const problemCodes = [
	"request/invalid",
	"request/bad-json",
	"request/unsupported-media-type",
	"request/too-large",
	"request/bad-path",
	"request/not-found",
	"request/foreign-origin",
	"request/key-reused",
	"session/required",
	"session/wrong-credentials",
	"session/busy",
	"session/forbidden",
	"session/slowed",
	"session/must-change",
	"session/disabled",
	"device/not-trusted",
	"office/closed",
	"account/exists",
	"account/unknown",
	"account/own",
	"account/last-admin",
	"password/too-short",
	"password/too-common",
	"password/names-account",
	"password/same",
	"service/unknown",
	"service/not-served",
	"procedure/unknown",
	"procedure/other-service",
	"priority-class/unknown",
	"kiosk/unknown",
	"counter/unknown",
	"counter/not-open",
	"counter/not-yours",
	"counter/taken",
	"counter/officer-elsewhere",
	"counter/occupied",
	"counter/no-current",
	"counter/current-changed",
	"ticket/unknown",
	"ticket/not-called",
	"ticket/at-other-counter",
	"printer/unknown",
	"clock/other-day",
	"clock/behind",
	"ledger/unavailable",
	"hub/busy",
	"hub/stopping",
	"hub/unexpected",
] as const;
export const ProblemCode = Type.Enum([...problemCodes]);
export type ProblemCode = (typeof problemCodes)[number];

/** One thing that is wrong: where, what stands there, what is allowed. */
export const Fault = Type.Object({
	path: Type.String({ description: "Where, as /services/0/prefix; empty for the whole." }),
	found: Type.String(),
	allowed: Type.String(),
	hint: Type.Optional(Type.String({ description: "The nearest right name." })),
});
export type Fault = Static<typeof Fault>;

/** RFC 9457. `title` and `detail` are sentences a person can act on, in the language the request asked for. */
export const Problem = Type.Object({
	type: Type.String(),
	title: Type.String(),
	status: Type.Integer(),
	code: ProblemCode,
	detail: Type.String(),
	errors: Type.Optional(Type.Array(Fault)),
	holder: Type.Optional(Type.String({ description: "With counter/taken: who holds the counter." })),
});
export type Problem = Static<typeof Problem>;
