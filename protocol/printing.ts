import { type Static, Type } from "typebox";
import { LanguageCode } from "./languages.ts";
import { Id } from "./office.ts";

/** Dots across the paper: 80 mm paper at 203 dpi has 576 (or 512), 58 mm has 384. */
export const WidthDots = Type.Union([Type.Literal(576), Type.Literal(512), Type.Literal(384)]);

/** The printers whose ways are known. `generic-80` and `generic-58` do only what all of them can. */
export const PrinterModel = Type.Enum([
	"epson-tm-t82",
	"epson-tm-t88",
	"xprinter-80",
	"generic-80",
	"generic-58",
]);
export type PrinterModel = Static<typeof PrinterModel>;

/** What a printer can do; what a profile of the office file leaves out is as in its `model`. */
const profileFields = {
	/** `raster`: GS v 0, `graphics`: GS 8 L. */
	picture: Type.Enum(["raster", "graphics"]),
	/** `native`: the printer draws it itself. */
	qr: Type.Enum(["native", "picture"]),
	/** Lines of 1/6 inch that bring the end past the tear bar where nothing cuts. */
	tearOffLines: Type.Integer({ minimum: 0, maximum: 20 }),
	/** Whether it answers when it is asked how it is; with `perhaps` it is believed from its first answer on. */
	answers: Type.Enum(["always", "perhaps", "never"]),
	/** Whether it says of a process ID that all before it is done (GS ( H). */
	processId: Type.Boolean(),
	/** Whether it can be made to tell by itself how it is (GS a). */
	autoStatus: Type.Boolean(),
	/** Whether it can be told to throw away what it has not printed yet (DLE DC4, function 8). */
	clearsBuffer: Type.Boolean(),
	/** How many units of ESC J are one dot: two where the unit is half a dot, as Epson's is. Blank rows are fed by it. */
	feedUnitsPerDot: Type.Integer({ minimum: 1, maximum: 4 }),
	/** How fast it takes a picture at the least: how long it is waited for follows from it. */
	bytesPerSecond: Type.Integer({ minimum: 100, maximum: 10_000_000 }),
};

/** All that must be known of a printer, besides where it is and how wide its paper. */
export const PrinterAbilities = Type.Object(profileFields, { additionalProperties: false });
export type PrinterAbilities = Static<typeof PrinterAbilities>;

/** A profile of the office's own. */
export const PrinterProfile = Type.Object(
	{ id: Id, model: PrinterModel, ...Type.Partial(Type.Object(profileFields)).properties },
	{ additionalProperties: false },
);
export type PrinterProfile = Static<typeof PrinterProfile>;

export const Cut = Type.Enum(["full", "partial", "none"]);
export type Cut = Static<typeof Cut>;

/** A printer of the office file. */
export const PrinterSettings = Type.Object(
	{
		id: Id,
		name: Type.Optional(Type.String({ minLength: 1, maxLength: 80 })),
		device: Type.String({
			pattern:
				"^(virtual:|tcp://[^/\\s:]+:[0-9]{1,5}|file:/\\S+|serial:[^\\s?]+(\\?baud=[0-9]{3,7})?|cups:[A-Za-z0-9_.@-]+|agent:[a-z0-9-]+)$",
			description:
				"virtual:, tcp://host:port, file:/dev/usb/lp0, serial:/dev/ttyUSB0?baud=115200, cups:NAME or agent:NAME",
		}),
		widthDots: WidthDots,
		/** A model or a profile of the office's own; `generic-80` or `generic-58`, by its width, unless said. */
		profile: Type.Optional(Id),
		cut: Type.Optional(Cut),
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
	/** The printer says that something is wrong, and no more. */
	"error",
	"offline",
	"unreachable",
	"timeout",
	"closed",
	/** Waited too long, or its ticket was called or given up meanwhile: it was not printed any more. */
	"stale",
	/** An officer has paused the printer. */
	"paused",
]);
export type JobReason = Static<typeof JobReason>;

/**
 * How a printing stands. `confirmed` is said by the printer itself after the last byte; `unconfirmed` means that it may have
 * been printed, and is never sent again by itself; `failed` means that it was not, or not wholly, printed; `blocked`
 * that it waits for a person to mend the printer.
 */
export const PrintJob = Type.Object({
	jobId: Type.String(),
	state: JobState,
	reason: Type.Optional(JobReason),
	/** Where it is printed, when that is not the kiosk's first printer. */
	printerId: Type.Optional(Id),
});
export type PrintJob = Static<typeof PrintJob>;

/** What is not well with a printer: `paper-low` lets it print on, all others do not. */
export const PrinterReason = Type.Enum([
	"paper-low",
	"paper-out",
	"cover-open",
	"cutter",
	"error",
	"offline",
	"unreachable",
	"timeout",
	"closed",
	"paused",
]);
export type PrinterReason = Static<typeof PrinterReason>;

export const PrinterStatus = Type.Object({
	id: Id,
	state: PrinterState,
	reasons: Type.Array(PrinterReason),
	/** Jobs in its line, the one being printed among them. */
	waiting: Type.Integer({ minimum: 0 }),
});
export type PrinterStatus = Static<typeof PrinterStatus>;

/** A printing with what staff see of it in a printer's list. */
export const ListedJob = Type.Object({
	...PrintJob.properties,
	/** What the paper is called: a ticket's number, a procedure's code, `test`. */
	label: Type.String(),
	at: Type.String({ description: "When it came to this state, ISO 8601, UTC." }),
});
export type ListedJob = Static<typeof ListedJob>;

/** A printer as staff see it. */
export const PrinterEntry = Type.Object({
	...PrinterStatus.properties,
	name: Type.String(),
	device: Type.String({ description: "As in the office file." }),
	profile: Type.String(),
	widthDots: WidthDots,
	kiosks: Type.Array(Id, { description: "The kiosks that print on it, first or second." }),
	lastJobs: Type.Array(ListedJob, { description: "At most 20, the newest first." }),
});
export type PrinterEntry = Static<typeof PrinterEntry>;

/** `GET /api/printers`: in the order of the office file. */
export const PrinterList = Type.Array(PrinterEntry);
export type PrinterList = Static<typeof PrinterList>;

/** What a paper that was asked for has become so far; the rest follows live. */
export const PrintAnswer = Type.Object({ print: PrintJob });
export type PrintAnswer = Static<typeof PrintAnswer>;

/** `POST /api/tickets/:id/print`. A kiosk names itself where its token does not; staff may choose the printer. */
export const ReprintTicket = Type.Object(
	{
		kioskId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		printerId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
	},
	{ additionalProperties: false },
);
export type ReprintTicket = Static<typeof ReprintTicket>;

/** `POST /api/procedures/:code/print`: what to bring, as a paper to take home. */
export const PrintChecklist = Type.Object(
	{
		kioskId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		language: Type.Optional(LanguageCode),
		have: Type.Optional(
			Type.Array(Type.Integer({ minimum: 0, maximum: 999 }), {
				maxItems: 200,
				uniqueItems: true,
				description: "Which papers are there already, by their place in `documents`, from 0.",
			}),
		),
	},
	{ additionalProperties: false },
);
export type PrintChecklist = Static<typeof PrintChecklist>;
