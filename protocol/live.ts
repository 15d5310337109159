import { type Static, Type } from "typebox";
import type { DeviceList } from "./devices.ts";
import type { Stopped } from "./hall.ts";
import type { Names } from "./office.ts";
import type { Opening, ServiceOpening } from "./opening.ts";
import type { JobReason, JobState, PrinterStatus } from "./printing.ts";
import type { CounterStatus } from "./staff.ts";
import type { TicketState, WaitRange } from "./tickets.ts";

/** The socket.io namespace of everything live. */
export const liveNamespace = "/live";

export const Audience = Type.Enum(["board", "counter", "ticket", "kiosk", "staff"]);
export type Audience = Static<typeof Audience>;

/** What a client says of itself in the handshake. `id`: the ticket, kiosk, counter or board it is. */
export const LiveAuth = Type.Object(
	{
		view: Audience,
		id: Type.Optional(Type.String({ maxLength: 40 })),
		token: Type.Optional(Type.String({ maxLength: 200 })),
		resume: Type.Optional(
			Type.Object(
				{ epoch: Type.String({ maxLength: 100 }), seq: Type.Integer({ minimum: 0 }) },
				{ additionalProperties: false },
			),
		),
	},
	{ additionalProperties: false },
);
export type LiveAuth = Static<typeof LiveAuth>;

/** A view is keyed rows; `set` replaces rows by key, null removes one. This is all that a client must know. */
export type Rows<Row> = { [key: string]: Row };
export type RowChanges<Row> = { [key: string]: Row | null };

export interface Snapshot<Row = unknown> {
	/** The ledger this is a view of: office and day. */
	epoch: string;
	/** The number of the last event in it. */
	seq: number;
	view: Rows<Row>;
}

/**
 * What happened last. To boards and phones each comes by itself, but for `issued` and `moved-up`, which carry nothing but rows and come
 * with what is told next; kiosks and staff show how things stand, and are told all that happens within a tenth of a second as one change.
 */
export type ChangeType =
	| "issued"
	/** To a phone its place in the line, to a counter's screen who is next. */
	| "moved-up"
	| "called"
	| "started"
	| "finished"
	| "missed"
	| "returned"
	| "parked"
	| "unparked"
	| "transferred"
	| "restored"
	| "cancelled"
	/** An officer's last act on it was undone. */
	| "set-back"
	/** Time alone has changed the order of a line. */
	| "reordered"
	| "counter-opened"
	| "counter-paused"
	| "counter-closed"
	| "hall-stopped"
	| "hall-resumed"
	| "hours-set"
	| "service-closed"
	| "service-opened"
	| "quota-set";

export interface Change<Row = unknown> {
	seq: number;
	type: ChangeType;
	/** ISO 8601, UTC. */
	at: string;
	set: RowChanges<Row>;
	/** With type `called` alone: what chime and voice need. A recall is a `called` with a higher `callCount`. */
	ticket?: { number: string; serviceId: string };
	counter?: { id: string; label: string };
	callCount?: number;
}

/** Whether the office and its services give numbers now. How many are left is in the services' rows, which are newer. */
export interface OfficeStatus {
	topic: "office";
	/** Whether numbers are given, as far as the hours go. */
	open: boolean;
	opening: Opening;
	services: (ServiceOpening & { id: string })[];
}

/** What is not in the ledger; the last word for a topic and key wins. */
export type Status =
	/** Of a kiosk's ticket, or of another paper that was asked for there: then `ticketId` is null. `printerId` as in `PrintJob`. */
	| {
			topic: "job";
			jobId: string;
			ticketId: string | null;
			state: JobState;
			reason?: JobReason;
			printerId?: string;
	  }
	| OfficeStatus
	/** To staff, and to the kiosks that print on it: how a printer is. */
	| ({ topic: "printer" } & PrinterStatus)
	/** How long somebody waits who takes a number now: by service and priority class, "" for none. Null where nothing can be said. */
	| { topic: "waits"; services: { [serviceId: string]: { [priorityClass: string]: WaitRange } } }
	/** To a phone: how long its own ticket still waits. */
	| { topic: "wait"; wait: WaitRange }
	/** The hub is being stopped: what is shown may be old from now on, and it is worth trying again soon. */
	| { topic: "hub"; state: "stopping" }
	/** Whether the hub trusts the machine's clock: `held` keeps the day from turning, `behind` is before the business day. */
	| {
			topic: "clock";
			state: "right" | "held" | "behind";
			/** The day that numbers are given for and the day that the clock shows, YYYY-MM-DD. */
			businessDay: string;
			wallDay: string;
	  }
	/** To admins alone: which devices wait to be let in, and which were. */
	| ({ topic: "devices" } & DeviceList);

/** The rows of each audience, told apart by `kind`; the key is `kind:id` unless said otherwise. */
export interface ServiceRow {
	kind: "service";
	id: string;
	prefix: string;
	name: Names;
	waiting: number;
	/** Whether no numbers are given for now, and what people are told; null while they are. */
	closed: { reason: Names | null } | null;
	/** How many numbers are left today; null without a quota. */
	quotaLeft: number | null;
}

/** `hall`: whether everything stands still. */
export interface HallRow {
	kind: "hall";
	stopped: Stopped | null;
}

/** `counter:ID` on the board. `current` carries a number and never a ticket id. */
export interface BoardCounterRow {
	kind: "counter";
	id: string;
	label: string;
	status: CounterStatus;
	current: { number: string; state: TicketState } | null;
}

/** `call:NUMBER`: one of the last calls. The newest has the highest `calledSeq`; a recall moves it up again. */
export interface CallRow {
	kind: "call";
	number: string;
	serviceId: string;
	counter: { id: string; label: string };
	callCount: number;
	at: string;
	calledSeq: number;
}
export type BoardRow = HallRow | ServiceRow | BoardCounterRow | CallRow;

/** The row `screen` of a counter's own screen, which has the hall's row beside it. Numbers, and never a ticket's id. */
export interface CounterScreenRow {
	kind: "screen";
	id: string;
	label: string;
	status: CounterStatus;
	/** What is done there. */
	services: Names[];
	current: { number: string; state: TicketState; serviceName: Names; callCount: number } | null;
	/** Who would be called there now; null where nobody is, or the counter calls nobody. */
	next: string | null;
}
export type CounterRow = HallRow | CounterScreenRow;

export interface StaffTicket {
	id: string;
	number: string;
	serviceId: string;
	state: TicketState;
	priorityClass: string | null;
	procedureCode: string | null;
	issuedAt: string;
	calledAt: string | null;
	startedAt: string | null;
	callCount: number;
	/** The services that the ticket goes on to after this one, in order. */
	visit: string[];
	/** What officers wrote for whoever serves it next, the oldest first. */
	notes: { about: "parked" | "transferred"; text: string; counterId: string; at: string }[];
}

export interface StaffCounterRow {
	kind: "counter";
	id: string;
	label: string;
	services: string[];
	/** Of those the ones that are served now. */
	serving: string[];
	status: CounterStatus;
	/** Why it is paused, where the officer said so. */
	pausedFor: string | null;
	officer: { username: string; name: string } | null;
	current: StaffTicket | null;
}

/** `line:ID`: who is called next for a service, in calling order; how many wait in all stands in the service's row. */
export interface StaffLineRow {
	kind: "line";
	id: string;
	next: StaffTicket[];
}
export type StaffRow = HallRow | ServiceRow | StaffCounterRow | StaffLineRow;

/** The one row `ticket` of a phone. */
export interface PhoneRow {
	kind: "ticket";
	id: string;
	number: string;
	serviceId: string;
	serviceName: Names;
	/** The services that the ticket goes on to after this one, in order. */
	visit: string[];
	state: TicketState;
	ahead: number | null;
	counter: { id: string; label: string } | null;
	callCount: number;
	issuedAt: string;
	calledAt: string | null;
}

export type KioskRow = HallRow | ServiceRow;
