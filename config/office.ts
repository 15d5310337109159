import { type Static, Type } from "typebox";
import { LanguageCode } from "../protocol/languages.ts";
import {
	Day,
	DayPeriods,
	Hours,
	Id,
	Language,
	Names,
	OfficeService,
	QuietHours,
	Region,
	ServiceSign,
	Weekday,
} from "../protocol/office.ts";
import { PrinterProfile, PrinterSettings } from "../protocol/printing.ts";
import { Calling, classStanding, serviceWeighing, TicketSettings } from "./calling.ts";
import { Limits } from "./limits.ts";

const closed = { additionalProperties: false } as const;

/** What one queues for. It takes every procedure of its `fields`; `procedures` are codes that it takes against their field. */
const Service = Type.Object(
	{
		id: Id,
		prefix: OfficeService.properties.prefix,
		name: Names,
		/** The picture that it is found by, on paper and screens. */
		sign: Type.Optional(ServiceSign),
		/** Where whoever has its number waits: "Hàng ghế trước quầy 1 và 2". */
		seats: Type.Optional(Names),
		fields: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
		procedures: Type.Optional(
			Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { uniqueItems: true }),
		),
		...serviceWeighing,
		/** Where it is not served as long as the office is open; they hold within the office's hours. */
		hours: Type.Optional(Hours),
		/** How many numbers are given in a day; without it as many as are asked for. */
		dailyQuota: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
		/** How long serving one person usually takes, minutes: what is known before anything was measured. */
		minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 480 })),
	},
	closed,
);

const Counter = Type.Object(
	{
		id: Id,
		label: Type.String({ minLength: 1, maxLength: 12 }),
		services: Type.Array(Id, { minItems: 1, uniqueItems: true }),
	},
	closed,
);

const PriorityClass = Type.Object(
	{
		id: Id,
		name: Names,
		/** Who it is for and what the counter asks to see, in plain words: "Từ đủ 60 tuổi". */
		hint: Type.Optional(Names),
		...classStanding,
	},
	closed,
);

/** Closed for a day, or from `date` to `to`, both included. */
const Holiday = Type.Object({ date: Day, to: Type.Optional(Day), name: Names }, closed);
export type Holiday = Static<typeof Holiday>;

/** Open on a day that the week or a holiday has off: with the hours of the weekday that it makes up for, or with its own. */
const WorkingDay = Type.Object(
	{ date: Day, as: Type.Optional(Weekday), periods: Type.Optional(DayPeriods) },
	closed,
);
export type WorkingDay = Static<typeof WorkingDay>;

/** What becomes of whoever would no longer be served before closing: they get a number, are told so, or get none. */
export const LastTicket = Type.Enum(["always", "warn", "refuse"]);

/** A 21.5 inch panel of 1920 by 1080 has 0.248 mm for a pixel, and that is taken unless said otherwise. */
const Kiosk = Type.Object(
	{
		id: Id,
		printerId: Id,
		/** Where its papers go that its own printer surely cannot print. */
		secondPrinterId: Type.Optional(Id),
		mmPerPx: Type.Optional(Type.Number({ minimum: 0.05, maximum: 2 })),
		/** Whether it has a reader of QR and bar codes, which types what it reads; it is not asked for where there is none. */
		scanner: Type.Optional(Type.Boolean()),
		/** Whether its screens may be read aloud by a voice of the machine's; it is not offered where there is none. */
		spoken: Type.Optional(Type.Boolean()),
	},
	closed,
);

const CounterIds = Type.Array(Id, { minItems: 1, maxItems: 200, uniqueItems: true });

/** A screen in the lobby, by the id in its address. One that does not stand here shows every counter, in both languages. */
const Board = Type.Object(
	{
		id: Id,
		/** The counters that it is for, and with them their services and calls; all of them unless said otherwise. */
		counters: Type.Optional(CounterIds),
		languages: Type.Optional(Type.Array(Language, { minItems: 1, maxItems: 2, uniqueItems: true })),
		/** The slides that it shows beside the calls, by their ids; all of them unless said otherwise, none where this is false. */
		slides: Type.Optional(
			Type.Union([
				Type.Boolean(),
				Type.Array(Id, { minItems: 1, maxItems: 30, uniqueItems: true }),
			]),
		),
		/** Whether calls are heard here; they are unless this is false. */
		sound: Type.Optional(Type.Boolean()),
		/** Which way one goes to a counter, as seen by who looks at this board. */
		arrows: Type.Optional(
			Type.Object(
				{
					left: Type.Optional(CounterIds),
					right: Type.Optional(CounterIds),
					up: Type.Optional(CounterIds),
					down: Type.Optional(CounterIds),
					"up-left": Type.Optional(CounterIds),
					"up-right": Type.Optional(CounterIds),
					"down-left": Type.Optional(CounterIds),
					"down-right": Type.Optional(CounterIds),
				},
				closed,
			),
		),
	},
	closed,
);
export type Board = Static<typeof Board>;

/** What idle screens show by turns: a notice in words, a picture, or both. */
const Slide = Type.Object(
	{
		/** What boards that show but some of them name it by. */
		id: Type.Optional(Id),
		title: Type.Optional(Names),
		text: Type.Optional(Names),
		/** PNG or JPEG, relative to this file. */
		picture: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
		/** How long it stays, seconds; 12 unless said otherwise. */
		seconds: Type.Optional(Type.Integer({ minimum: 3, maximum: 600 })),
	},
	closed,
);
export type Slide = Static<typeof Slide>;

/** How boards announce calls. */
const VoiceOfOffice = Type.Object(
	{
		/** What calls are said in, one after the other; `["vi"]` unless said otherwise, `[]`: the chime alone. */
		languages: Type.Optional(Type.Array(Language, { maxItems: 2, uniqueItems: true })),
		/** How Vietnamese numbers are read; `north` unless said otherwise. */
		region: Type.Optional(Region),
		/** 80 unless said otherwise; 0 is no sound at all. */
		volume: Type.Optional(Type.Integer({ minimum: 0, maximum: 100 })),
		/** When nothing is heard, in the office's own time. */
		quietHours: Type.Optional(Type.Array(QuietHours, { maxItems: 8 })),
		/** The folder of the office's own clips, relative to this file. */
		folder: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
	},
	closed,
);

const Paper = Type.Object(
	{
		header: Type.Optional(Names),
		footer: Type.Optional(Names),
		qr: Type.Optional(Type.Boolean()),
		/** A black and white picture, PNG, relative to this file. */
		logo: Type.Optional(Type.String({ minLength: 1, maxLength: 400 })),
	},
	closed,
);

/** Which devices are believed without a token. */
const DeviceSettings = Type.Object(
	{
		/** Whether screens on the hub's own machine are; they are unless this is false. */
		trustLocal: Type.Optional(Type.Boolean()),
	},
	closed,
);

/** How long a day's records are kept, in days back from the business day; what is not named is kept for good. */
const Retention = Type.Object(
	{
		/** Afterwards the names of officers and the keys of tickets are taken out of a day; its figures stay. */
		personalDataDays: Type.Optional(Type.Integer({ minimum: 1 })),
		/** Afterwards a day is deleted. */
		daysKept: Type.Optional(Type.Integer({ minimum: 1 })),
	},
	closed,
);
export type Retention = Static<typeof Retention>;

/** The office file: what an office is. The rules that a schema cannot say are in office-rules.ts. */
export const Office = Type.Object(
	{
		id: Id,
		name: Names,
		timeZone: Type.String({ minLength: 1, maxLength: 60 }),
		/** What its touchscreens speak, its own first; those beyond `vi` and `en` have a file each. */
		languages: Type.Array(LanguageCode, { minItems: 1, maxItems: 12, uniqueItems: true }),
		languageFolder: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 400,
				description: "the folder of the files of further languages, relative to this file",
			}),
		),
		hours: Hours,
		holidays: Type.Optional(Type.Array(Holiday, { maxItems: 200 })),
		workingDays: Type.Optional(Type.Array(WorkingDay, { maxItems: 200 })),
		lastTicket: Type.Optional(LastTicket),
		services: Type.Array(Service, { minItems: 1, maxItems: 24 }),
		counters: Type.Array(Counter, { minItems: 1, maxItems: 200 }),
		priorityClasses: Type.Array(PriorityClass, { maxItems: 20 }),
		calling: Type.Optional(Calling),
		tickets: Type.Optional(TicketSettings),
		kiosks: Type.Array(Kiosk, { maxItems: 50 }),
		boards: Type.Optional(Type.Array(Board, { maxItems: 50 })),
		slides: Type.Optional(Type.Array(Slide, { maxItems: 30 })),
		/** Notices that run along the foot of boards, one after the other. */
		ticker: Type.Optional(Type.Array(Names, { maxItems: 20 })),
		voice: Type.Optional(VoiceOfOffice),
		printers: Type.Array(PrinterSettings, { maxItems: 50 }),
		printerProfiles: Type.Optional(Type.Array(PrinterProfile, { maxItems: 50 })),
		paper: Type.Optional(Paper),
		devices: Type.Optional(DeviceSettings),
		retention: Type.Optional(Retention),
		limits: Type.Optional(Limits),
		catalogue: Type.Optional(
			Type.String({
				minLength: 1,
				maxLength: 400,
				description: "the catalogue's folder, relative to this file",
			}),
		),
	},
	closed,
);
export type Office = Static<typeof Office>;

export const defaultMmPerPx = 0.248;
