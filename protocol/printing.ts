import { type Static, Type } from "typebox";
import { Id } from "./office.ts";

/** Dots across the paper: 80 mm paper at 203 dpi has 576 (or 512), 58 mm has 384. */
export const WidthDots = Type.Union([Type.Literal(576), Type.Literal(512), Type.Literal(384)]);

/** A printer of the office file. */
export const PrinterSettings = Type.Object(
	{
		id: Id,
		name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
		device: Type.String({
			pattern: "^(virtual:|tcp://[^/\\s:]+:[0-9]{1,5})$",
			description: "virtual: or tcp://host:port",
		}),
		widthDots: WidthDots,
		cut: Type.Optional(Type.Enum(["full", "partial", "none"])),
	},
	{ additionalProperties: false },
);
export type PrinterSettings = Static<typeof PrinterSettings>;

export const PrinterState = Type.Enum(["ready", "low", "blocked", "offline"]);
export type PrinterState = Static<typeof PrinterState>;

export const JobState = Type.Enum([
	"queued",
	"printing",
	"confirmed",
	"unconfirmed",
	"failed",
	"blocked",
]);
export type JobState = Static<typeof JobState>;

export const JobReason = Type.Enum([
	"paper-out",
	"cover-open",
	"cutter",
	"offline",
	"unreachable",
	"timeout",
	"closed",
]);
export type JobReason = Static<typeof JobReason>;

/**
 * How a ticket's printing stands. `confirmed` is said by the printer itself after the last byte; `unconfirmed` means that
 * every byte was taken but the printer never answered; `failed` means it was not printed.
 */
export const PrintJob = Type.Object({
	jobId: Type.String(),
	state: JobState,
	reason: Type.Optional(JobReason),
});
export type PrintJob = Static<typeof PrintJob>;

export const PrinterStatus = Type.Object({
	id: Id,
	state: PrinterState,
	reasons: Type.Array(JobReason),
});
export type PrinterStatus = Static<typeof PrinterStatus>;
