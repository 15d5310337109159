import { type Static, type TSchema, Type } from "typebox";
import { PairedDevice, WaitingDevice } from "./devices.ts";
import { Day, Id } from "./office.ts";
import { Opening, ServiceOpening } from "./opening.ts";
import { PrinterStatus, PrintJob } from "./printing.ts";
import { WaitRange } from "./tickets.ts";

const closed = { additionalProperties: false } as const;

/** Of a kiosk's ticket, or of another paper that was asked for there: then `ticketId` is null. `printerId` as in `PrintJob`. */
const JobStatus = Type.Object(
	{
		topic: Type.Literal("job"),
		ticketId: Type.Union([Type.String(), Type.Null()]),
		...PrintJob.properties,
	},
	closed,
);

/** Whether the office and its services give numbers now. How many are left is in the services' rows, which are newer. */
const OfficeStatus = Type.Object(
	{
		topic: Type.Literal("office"),
		open: Type.Boolean({ description: "Whether numbers are given, as far as the hours go." }),
		opening: Type.Object(Opening.properties, closed),
		services: Type.Array(Type.Object({ id: Id, ...ServiceOpening.properties }, closed)),
	},
	closed,
);
export type OfficeStatus = Static<typeof OfficeStatus>;

/** To staff, and to the kiosks that print on it: how a printer is. */
const PrinterNews = Type.Object(
	{ topic: Type.Literal("printer"), ...PrinterStatus.properties },
	closed,
);

/** How long somebody waits who takes a number now: by service and priority class, "" for none. Null where nothing can be said. */
const WaitsStatus = Type.Object(
	{
		topic: Type.Literal("waits"),
		services: Type.Record(Type.String(), Type.Record(Type.String(), WaitRange)),
	},
	closed,
);

/** To a phone: how long its own ticket still waits. */
const WaitStatus = Type.Object({ topic: Type.Literal("wait"), wait: WaitRange }, closed);

/** Which version of the office's settings holds; what a screen knows of an older one it asks for anew. */
const SettingsStatus = Type.Object(
	{ topic: Type.Literal("settings"), version: Type.Integer({ minimum: 1 }) },
	closed,
);

/** The hub is being stopped: what is shown may be old from now on, and it is worth trying again soon. */
const HubStatus = Type.Object(
	{ topic: Type.Literal("hub"), state: Type.Literal("stopping") },
	closed,
);

/** Whether the hub trusts the machine's clock: `held` keeps the day from turning, `behind` is before the business day. */
const ClockStatus = Type.Object(
	{
		topic: Type.Literal("clock"),
		state: Type.Enum(["right", "held", "behind"]),
		/** The day that numbers are given for and the day that the clock shows, YYYY-MM-DD. */
		businessDay: Day,
		wallDay: Day,
	},
	closed,
);

/** To admins alone: which devices wait to be let in, and which were. */
const DevicesStatus = Type.Object(
	{
		topic: Type.Literal("devices"),
		waiting: Type.Array(Type.Object(WaitingDevice.properties, closed)),
		paired: Type.Array(Type.Object(PairedDevice.properties, closed)),
	},
	closed,
);

/** What each audience may be told beside its rows, by topic. */
export const statusesOf = {
	board: { waits: WaitsStatus, settings: SettingsStatus, hub: HubStatus },
	counter: { hub: HubStatus },
	kiosk: {
		job: JobStatus,
		printer: PrinterNews,
		office: OfficeStatus,
		waits: WaitsStatus,
		settings: SettingsStatus,
		hub: HubStatus,
	},
	ticket: { job: JobStatus, wait: WaitStatus, hub: HubStatus },
	staff: {
		printer: PrinterNews,
		waits: WaitsStatus,
		clock: ClockStatus,
		devices: DevicesStatus,
		settings: SettingsStatus,
		hub: HubStatus,
	},
};

type StatusOf<ByTopic extends Record<string, TSchema>> = Static<ByTopic[keyof ByTopic]>;

/** What is not in the ledger; the last word for a topic and key wins. */
export type Status =
	| StatusOf<typeof statusesOf.board>
	| StatusOf<typeof statusesOf.kiosk>
	| StatusOf<typeof statusesOf.ticket>
	| StatusOf<typeof statusesOf.staff>;
