import { type Static, type TSchema, Type } from "typebox";
import { calledParts, rowsOf } from "./live-rows.ts";
import { statusesOf } from "./live-statuses.ts";

export type * from "./live-rows.ts";
export type { OfficeStatus, Status } from "./live-statuses.ts";

/** The socket.io namespace of everything live. */
export const liveNamespace = "/live";

export const Audience = Type.Enum(["board", "counter", "ticket", "kiosk", "staff"]);
export type Audience = Static<typeof Audience>;

const closed = { additionalProperties: false } as const;

/** The board that an address names which names none. */
export const usualBoard = "sanh";

/** What a client says of itself in the handshake. `id`: the ticket, kiosk, counter or board it is. */
export const LiveAuth = Type.Object(
	{
		view: Audience,
		id: Type.Optional(Type.String({ maxLength: 40 })),
		token: Type.Optional(Type.String({ maxLength: 200 })),
		/** Of a screen in the lobby: which version of its page it runs. */
		page: Type.Optional(Type.String({ maxLength: 60 })),
		resume: Type.Optional(
			Type.Object(
				{ epoch: Type.String({ maxLength: 100 }), seq: Type.Integer({ minimum: 0 }) },
				closed,
			),
		),
	},
	closed,
);
export type LiveAuth = Static<typeof LiveAuth>;

/** A view is keyed rows; `set` replaces rows by key, null removes one. This is all that a client must know. */
export type Rows<Row> = { [key: string]: Row };
export type RowChanges<Row> = { [key: string]: Row | null };

/** All rows as they stand; `view` holds them. */
const SnapshotHead = Type.Object({
	epoch: Type.String({ description: "The ledger this is a view of: office and day." }),
	seq: Type.Integer({ minimum: 0, description: "The number of the last event in it." }),
});
export interface Snapshot<Row = unknown> extends Static<typeof SnapshotHead> {
	view: Rows<Row>;
}

/**
 * What happened last. To boards and phones each comes by itself, but for `issued` and `moved-up`, which carry nothing but rows and come
 * with what is told next; kiosks and staff show how things stand, and are told all that happens within a tenth of a second as one change.
 * `moved-up`: to a phone its place in the line, to a counter's screen who is next. `set-back`: an officer's last act on it was undone.
 * `reordered`: time alone has changed the order of a line.
 */
export const ChangeType = Type.Enum([
	"issued",
	"moved-up",
	"called",
	"started",
	"finished",
	"missed",
	"returned",
	"parked",
	"unparked",
	"transferred",
	"restored",
	"cancelled",
	"set-back",
	"reordered",
	"counter-opened",
	"counter-paused",
	"counter-closed",
	"hall-stopped",
	"hall-resumed",
	"hours-set",
	"service-closed",
	"service-opened",
	"quota-set",
]);
export type ChangeType = Static<typeof ChangeType>;

/**
 * What is told beside the rows that changed; `set` holds them. `ticket`, `counter` and `callCount` come with type `called` alone: what chime and
 * voice need. A recall is a `called` with a higher `callCount`.
 */
const ChangeHead = Type.Object({
	seq: Type.Integer({ minimum: 1 }),
	type: ChangeType,
	at: Type.String({ description: "ISO 8601, UTC" }),
	...Type.Partial(Type.Object(calledParts)).properties,
});
export interface Change<Row = unknown> extends Static<typeof ChangeHead> {
	set: RowChanges<Row>;
}

/** All that the hub may say to an audience, by the socket.io event that it comes as; a status by its topic. */
interface LiveMessages {
	snapshot: TSchema;
	change: TSchema;
	status: Readonly<Record<string, TSchema>>;
}

/** What is not named here is never said. */
export const liveMessages: Readonly<Record<Audience, LiveMessages>> = {
	board: messages(rowsOf.board, statusesOf.board),
	counter: messages(rowsOf.counter, statusesOf.counter),
	ticket: messages(rowsOf.ticket, statusesOf.ticket),
	kiosk: messages(rowsOf.kiosk, statusesOf.kiosk),
	staff: messages(rowsOf.staff, statusesOf.staff),
};

function messages(rows: Record<string, TSchema>, status: LiveMessages["status"]): LiveMessages {
	const orRemoved = Object.entries(rows).map(([key, row]) => [key, Type.Union([row, Type.Null()])]);
	const set = keyed(Object.fromEntries(orRemoved));
	return {
		snapshot: Type.Object({ ...SnapshotHead.properties, view: keyed(rows) }, closed),
		change: Type.Object({ ...ChangeHead.properties, set }, closed),
		status,
	};
}

/** Rows by the pattern of their keys, and none under another key. */
function keyed(rows: Record<string, TSchema>): TSchema {
	return Type.Object({}, { ...closed, patternProperties: rows });
}
