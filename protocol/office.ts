import { type Static, Type } from "typebox";
import { FurtherLanguage, LanguageCode } from "./languages.ts";
import { Names } from "./names.ts";
import { Opening, ServiceOpening } from "./opening.ts";

export { Names };

/** The languages that everything is said in, by hub, paper and screens. What else an office speaks, its touchscreens alone do. */
export const Language = Type.Enum(["vi", "en"]);
export type Language = Static<typeof Language>;

/** An id typed by people: lower-case letters, digits and hyphens, 1 to 40 of them. */
export const Id = Type.String({
	pattern: "^[a-z0-9][a-z0-9-]{0,39}$",
	description: "1 to 40 lower-case letters, digits and hyphens",
});

/** `HH:MM` in the office's own time zone. */
export const TimeOfDay = Type.String({
	pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$",
	description: "a time of day as 07:30, from 00:00 to 23:59",
});

/** A day of the office's own calendar. */
export const Day = Type.String({
	pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
	description: "a date as 2026-09-02",
});

export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const Weekday = Type.Enum([...weekdays]);

/** From when to when counters serve, up to but not at the end. Numbers are given as long, unless said otherwise. */
const Period = Type.Object(
	{
		from: TimeOfDay,
		to: TimeOfDay,
		ticketsFrom: Type.Optional(TimeOfDay),
		ticketsTo: Type.Optional(TimeOfDay),
	},
	{ additionalProperties: false },
);
export type Period = Static<typeof Period>;

/** The periods of one day; between them is a break. */
export const DayPeriods = Type.Array(Period, { maxItems: 8 });
const Periods = Type.Optional(DayPeriods);

/** When the office takes people in: `"always"`, or periods for each weekday; a weekday left out is closed. */
export const Hours = Type.Union([
	Type.Literal("always"),
	Type.Object(
		{
			mon: Periods,
			tue: Periods,
			wed: Periods,
			thu: Periods,
			fri: Periods,
			sat: Periods,
			sun: Periods,
		},
		{ additionalProperties: false },
	),
]);
export type Hours = Static<typeof Hours>;

/** How numbers are read in Vietnamese: "một trăm linh một, một nghìn" in the North, "một trăm lẻ một, một ngàn" in the South. */
export const Region = Type.Enum(["north", "south"]);
export type Region = Static<typeof Region>;

/** From one time of the office's day up to another; past midnight where `to` is the earlier one. */
export const QuietHours = Type.Object(
	{ from: TimeOfDay, to: TimeOfDay },
	{ additionalProperties: false },
);
export type QuietHours = Static<typeof QuietHours>;

/** How boards announce calls. */
export const VoiceSettings = Type.Object({
	languages: Type.Array(Language, {
		description: "What calls are said in, one after the other; none: the chime alone.",
	}),
	region: Region,
	volume: Type.Integer({ description: "0, no sound at all, to 100." }),
	quietHours: Type.Array(QuietHours, { description: "When nothing is heard, not even the chime." }),
});
export type VoiceSettings = Static<typeof VoiceSettings>;

/** The pictures that a service, a field or an event of life may be found by. What each shows stands with the drawings. */
export const ServiceSign = Type.Enum([
	"baby",
	"family",
	"house",
	"land",
	"stamp",
	"briefcase",
	"heart",
	"book",
	"id-card",
	"people",
	"scales",
	"envelope",
	"tree",
	"medal",
	"document",
	"check",
	"flower",
	"rings",
	"address",
	"mending",
	"store",
	"bricks",
	"motorbike",
	"graduation-cap",
	"backpack",
	"school",
	"shield",
	"sprout",
	"wheat",
	"tractor",
	"leaf",
	"paw",
	"syringe",
	"fish",
	"water",
	"waves",
	"ship",
	"storm",
	"map",
	"building",
	"cone",
	"plane",
	"phone",
	"bank",
	"coins",
	"umbrella",
	"pulse",
	"warm-home",
	"bowl",
	"basket",
	"gamepad",
	"festival",
	"handshake",
	"talk",
	"megaphone",
	"gavel",
	"flag",
]);
export type ServiceSign = Static<typeof ServiceSign>;

export const OfficeService = Type.Object({
	id: Id,
	sign: Type.Optional(ServiceSign),
	prefix: Type.String({ pattern: "^[A-Z]$", description: "one capital letter, A to Z" }),
	name: Names,
	seats: Type.Optional(Names),
	...ServiceOpening.properties,
});
export type OfficeService = Static<typeof OfficeService>;

/** What idle screens show by turns. `picture` is a path on the hub. */
export const OfficeSlide = Type.Object({
	id: Type.Optional(Id),
	title: Type.Optional(Names),
	text: Type.Optional(Names),
	picture: Type.Optional(Type.String()),
	seconds: Type.Integer({ description: "How long it stays." }),
});
export type OfficeSlide = Static<typeof OfficeSlide>;

/** The ways an arrow may point on a board. */
export const arrowWays = [
	"left",
	"right",
	"up",
	"down",
	"up-left",
	"up-right",
	"down-left",
	"down-right",
] as const;
export const ArrowWay = Type.Enum([...arrowWays]);
export type ArrowWay = Static<typeof ArrowWay>;

/** How a lobby's board is set up. */
export const OfficeBoard = Type.Object({
	id: Id,
	counters: Type.Union([Type.Array(Id), Type.Null()], {
		description: "The counters that it is for; null for all.",
	}),
	languages: Type.Array(Language),
	slides: Type.Union([Type.Boolean(), Type.Array(Id)], {
		description: "Whether it shows the slides beside the calls, or which of them.",
	}),
	sound: Type.Boolean({ description: "Whether calls are heard here." }),
	arrows: Type.Record(Id, ArrowWay, {
		description: "Which way one goes to a counter, by the counter's id.",
	}),
});
export type OfficeBoard = Static<typeof OfficeBoard>;

/** What anyone in the lobby may know of the office: `GET /api/office`. */
export const OfficeView = Type.Object({
	id: Id,
	name: Names,
	demo: Type.Optional(
		Type.Object(Names.properties, {
			description:
				"There in a demonstration, where people are made up and no number is valid: what every screen says of it.",
		}),
	),
	services: Type.Array(OfficeService),
	counters: Type.Array(Type.Object({ id: Id, label: Type.String(), services: Type.Array(Id) })),
	priorityClasses: Type.Array(
		Type.Object({
			id: Id,
			name: Names,
			hint: Type.Optional(Names),
		}),
	),
	languages: Type.Array(LanguageCode, {
		description: "What its touchscreens speak, the first unless asked.",
	}),
	furtherLanguages: Type.Array(Type.Pick(FurtherLanguage, ["code", "name", "version"]), {
		description: "Those of `languages` that the office added to Vietnamese and English.",
	}),
	hours: Hours,
	timeZone: Type.String(),
	open: Type.Boolean({ description: "Whether numbers are given now, as far as the hours go." }),
	opening: Opening,
	kiosks: Type.Array(
		Type.Object({
			id: Id,
			printerId: Id,
			mmPerPx: Type.Number({ description: "Millimetres of the panel for one CSS pixel." }),
			scanner: Type.Boolean({ description: "Whether it has a reader of codes." }),
			spoken: Type.Boolean({ description: "Whether its screens may be read aloud." }),
		}),
	),
	boards: Type.Array(OfficeBoard),
	slides: Type.Array(OfficeSlide),
	ticker: Type.Array(Names, { description: "Notices that run along the foot of boards." }),
	voice: VoiceSettings,
	printers: Type.Array(Type.Object({ id: Id, name: Type.String(), virtual: Type.Boolean() })),
	settingsVersion: Type.Integer({
		description: "Which version of the settings this is; screens hear of another one.",
	}),
	undoSeconds: Type.Integer({
		description: "For how long an officer's last act at a counter can be undone.",
	}),
	catalogue: Type.Object({
		title: Names,
		caution: Names,
		asOf: Type.String({ description: "The newest date of the data, YYYY-MM-DD." }),
		count: Type.Integer(),
		hash: Type.Union([Type.String(), Type.Null()], {
			description:
				"What `GET /api/catalogue/:hash` has now: another content has another hash. Null in the first seconds after a start.",
		}),
	}),
});
export type OfficeView = Static<typeof OfficeView>;
