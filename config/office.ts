import { type Static, Type } from "typebox";
import { Hours, Id, Language, Names, OfficeService } from "../protocol/office.ts";
import { PrinterSettings } from "../protocol/printing.ts";
import { Calling, classStanding, serviceWeighing, TicketSettings } from "./calling.ts";
import { Limits } from "./limits.ts";

const closed = { additionalProperties: false } as const;

/** What one queues for. It takes every procedure of its `fields`; `procedures` are codes that it takes against their field. */
const Service = Type.Object(
	{
		id: Id,
		prefix: OfficeService.properties.prefix,
		name: Names,
		fields: Type.Array(Id, { maxItems: 500, uniqueItems: true }),
		procedures: Type.Optional(
			Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { uniqueItems: true }),
		),
		...serviceWeighing,
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

const PriorityClass = Type.Object({ id: Id, name: Names, ...classStanding }, closed);

/** A 21.5 inch panel of 1920 by 1080 has 0.248 mm for a pixel, and that is taken unless said otherwise. */
const Kiosk = Type.Object(
	{
		id: Id,
		printerId: Id,
		mmPerPx: Type.Optional(Type.Number({ minimum: 0.05, maximum: 2 })),
	},
	closed,
);

const Paper = Type.Object(
	{
		header: Type.Optional(Names),
		footer: Type.Optional(Names),
		qr: Type.Optional(Type.Boolean()),
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
		languages: Type.Array(Language, { minItems: 1, uniqueItems: true }),
		hours: Hours,
		services: Type.Array(Service, { minItems: 1, maxItems: 24 }),
		counters: Type.Array(Counter, { minItems: 1, maxItems: 200 }),
		priorityClasses: Type.Array(PriorityClass, { maxItems: 20 }),
		calling: Type.Optional(Calling),
		tickets: Type.Optional(TicketSettings),
		kiosks: Type.Array(Kiosk, { maxItems: 50 }),
		printers: Type.Array(PrinterSettings, { maxItems: 50 }),
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
