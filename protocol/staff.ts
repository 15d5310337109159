import { type Static, Type } from "typebox";
import { Id, Names } from "./office.ts";
import { Ticket } from "./tickets.ts";

export const Role = Type.Enum(["officer", "supervisor", "admin"]);
export type Role = Static<typeof Role>;

export const SignIn = Type.Object(
	{
		username: Type.String({ minLength: 1, maxLength: 60 }),
		password: Type.String({ minLength: 1, maxLength: 200 }),
	},
	{ additionalProperties: false },
);
export type SignIn = Static<typeof SignIn>;

export const Account = Type.Object({
	username: Type.String(),
	name: Type.String(),
	roles: Type.Array(Role),
});
export type Account = Static<typeof Account>;

/** `GET /api/session`: who is signed in, and the counters that officer holds. */
export const Session = Type.Object({
	account: Account,
	counters: Type.Array(Id),
	mustChange: Type.Boolean({
		description:
			"The password was made by somebody else: until it is changed, nothing else is let through.",
	}),
});
export type Session = Static<typeof Session>;

const NewPassword = Type.String({ minLength: 8, maxLength: 200 });
const AccountName = Type.String({ minLength: 1, maxLength: 100 });
const Roles = Type.Array(Role, { minItems: 1, maxItems: 3, uniqueItems: true });

export const NewAccount = Type.Object(
	{
		username: Type.String({ pattern: "^[a-z0-9][a-z0-9._-]{1,59}$" }),
		password: NewPassword,
		name: AccountName,
		roles: Roles,
	},
	{ additionalProperties: false },
);
export type NewAccount = Static<typeof NewAccount>;

/** What an admin changes of an account; what is left out stays. */
export const AccountChange = Type.Object(
	{
		name: Type.Optional(AccountName),
		roles: Type.Optional(Roles),
		disabled: Type.Optional(Type.Boolean({ description: "May not sign in." })),
	},
	{ additionalProperties: false, minProperties: 1 },
);
export type AccountChange = Static<typeof AccountChange>;

/** A password that an admin makes for somebody; to be changed at the next sign-in unless `mustChange` is false. */
export const SetPassword = Type.Object(
	{ password: NewPassword, mustChange: Type.Optional(Type.Boolean()) },
	{ additionalProperties: false },
);
export type SetPassword = Static<typeof SetPassword>;

/** One's own password, by the one that holds now. */
export const ChangePassword = Type.Object(
	{ password: Type.String({ minLength: 1, maxLength: 200 }), newPassword: NewPassword },
	{ additionalProperties: false },
);
export type ChangePassword = Static<typeof ChangePassword>;

/** An account as an admin sees it. */
export const AccountEntry = Type.Object({
	...Account.properties,
	disabled: Type.Boolean(),
	mustChange: Type.Boolean(),
	sessions: Type.Integer({ minimum: 0, description: "In how many places it is signed in." }),
});
export type AccountEntry = Static<typeof AccountEntry>;

export const AccountList = Type.Object({ items: Type.Array(AccountEntry) });
export type AccountList = Static<typeof AccountList>;

export const CounterStatus = Type.Enum(["open", "paused", "closed"]);
export type CounterStatus = Static<typeof CounterStatus>;

/** A counter as staff see it. */
export const CounterAnswer = Type.Object({
	counter: Type.Object({
		id: Id,
		label: Type.String(),
		status: CounterStatus,
		officer: Type.Union([
			Type.Object({ username: Type.String(), name: Type.String() }),
			Type.Null(),
		]),
	}),
});
export type CounterAnswer = Static<typeof CounterAnswer>;

export const OpenCounter = Type.Object(
	{
		takeOver: Type.Optional(Type.Boolean()),
		services: Type.Optional(
			Type.Array(Type.String({ maxLength: 40 }), {
				minItems: 1,
				maxItems: 100,
				description:
					"Which of the counter's services the officer serves; all of them, or those of before a pause, where nothing is said.",
			}),
		),
	},
	{ additionalProperties: false },
);
export type OpenCounter = Static<typeof OpenCounter>;

/** What an officer writes for others; it stands in the ledger. */
const Written = Type.String({ maxLength: 200 });

export const PauseCounter = Type.Object(
	{ reason: Type.Optional(Written) },
	{ additionalProperties: false },
);
export type PauseCounter = Static<typeof PauseCounter>;

/** What becomes of whoever is called or served at a counter that closes. `return`: back into the line, at the old place. */
export const LeftBehind = Type.Enum(["finish", "miss", "return"]);
export type LeftBehind = Static<typeof LeftBehind>;

export const CloseCounter = Type.Object(
	{
		current: Type.Optional(LeftBehind),
		ifCurrent: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])),
	},
	{ additionalProperties: false },
);
export type CloseCounter = Static<typeof CloseCounter>;

export const CallNext = Type.Object(
	{ ifCurrent: Type.Optional(Type.Union([Type.String({ maxLength: 40 }), Type.Null()])) },
	{ additionalProperties: false },
);
export type CallNext = Static<typeof CallNext>;

/** Which ticket an act is for: the counter's current one unless named. */
export const ActOnTicket = Type.Object(
	{ ticketId: Type.Optional(Type.String({ maxLength: 40 })) },
	{ additionalProperties: false },
);
export type ActOnTicket = Static<typeof ActOnTicket>;

/** As `ActOnTicket`; why the person is put aside, for whoever serves them next. */
export const ParkTicket = Type.Object(
	{ ...ActOnTicket.properties, reason: Type.Optional(Written) },
	{ additionalProperties: false },
);
export type ParkTicket = Static<typeof ParkTicket>;

const TicketKey = Type.String({ maxLength: 40 });

/** Calls one ticket, whoever is next. */
export const CallTicket = Type.Object(
	{
		ticketId: TicketKey,
		reason: Type.Optional(
			Type.String({
				maxLength: 200,
				description: "Why it is called out of turn; needed unless it is the next.",
			}),
		),
		ifCurrent: Type.Optional(Type.Union([TicketKey, Type.Null()])),
	},
	{ additionalProperties: false },
);
export type CallTicket = Static<typeof CallTicket>;

/** Which ticket, where it cannot be the counter's current one. */
export const NamedTicket = Type.Object({ ticketId: TicketKey }, { additionalProperties: false });

/** Where a ticket is sent: to a service, to one counter alone, or to one counter for a service. */
export const TransferTicket = Type.Object(
	{
		ticketId: Type.Optional(TicketKey),
		toServiceId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		toCounterId: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
		note: Type.Optional(Written),
	},
	{ additionalProperties: false },
);
export type TransferTicket = Static<typeof TransferTicket>;

/** Why this ticket was called and no other. */
export const Why = Type.Object({
	rule: Type.Enum([
		"first-come",
		"maximum-wait",
		"returning",
		"appointment",
		"result-lane",
		"strict",
		"ratio",
		"ageing",
		"relative-wait",
		"weights",
		"out-of-turn",
	]),
	detail: Names,
});
export type Why = Static<typeof Why>;

/** What was done, by which its undoing may name it. */
const actNumber = Type.Optional(
	Type.Integer({ minimum: 1, description: "What was done, as `ifAct` of its undoing names it." }),
);

export const CallAnswer = Type.Object({
	ticket: Type.Union([Ticket, Type.Null()]),
	why: Type.Optional(Why),
	act: actNumber,
});
export type CallAnswer = Static<typeof CallAnswer>;

export const ActAnswer = Type.Object({ ticket: Ticket, act: actNumber });
export type ActAnswer = Static<typeof ActAnswer>;

/** `ifAct`: only that is undone, and nothing that was done at the counter since. */
export const UndoAct = Type.Object(
	{ ifAct: Type.Optional(Type.Integer({ minimum: 1 })) },
	{ additionalProperties: false },
);
export type UndoAct = Static<typeof UndoAct>;

/** A counter's last act undone: the tickets it was about, as they stand again. */
export const UndoAnswer = Type.Object({ tickets: Type.Array(Ticket) });
export type UndoAnswer = Static<typeof UndoAnswer>;

/** What an officer wrote about a ticket, and where that was. */
export const OfficersNote = Type.Object(
	{
		about: Type.Enum(["parked", "transferred"]),
		text: Type.String(),
		counterId: Id,
		at: Type.String({ description: "ISO 8601, UTC" }),
	},
	{ additionalProperties: false },
);

const asideProperties = {
	id: Type.String(),
	number: Type.String(),
	serviceId: Id,
	priorityClass: Type.Union([Id, Type.Null()]),
	issuedAt: Type.String({ description: "ISO 8601, UTC" }),
	files: Type.Integer({ description: "How many files it is for." }),
	appointmentAt: Type.Union([Type.String(), Type.Null()]),
	reservedFor: Type.Union([Id, Type.Null()], {
		description: "The one counter that may call it; null for every one with its service.",
	}),
	waitedMs: Type.Integer({
		description: "As far as it counts: from its place in the line; 0 for who is early.",
	}),
};
/** A place in the line. */
export const QueuePlace = Type.Object({ ...asideProperties, why: Why });
export type QueuePlace = Static<typeof QueuePlace>;
/** Somebody who stands in no line, and where they were last. */
export const QueueAside = Type.Object({
	...asideProperties,
	counterId: Type.Union([Id, Type.Null()]),
	since: Type.Union([Type.String(), Type.Null()]),
});
export type QueueAside = Static<typeof QueueAside>;
export const QueueAnswer = Type.Object({
	waiting: Type.Array(QueuePlace),
	parked: Type.Array(QueueAside),
	missed: Type.Array(QueueAside),
});
export type QueueAnswer = Static<typeof QueueAnswer>;
/** `GET /api/counters/:id/next`: whom the counter would call now; null where it would call nobody. */
export const NextAnswer = Type.Object({ next: Type.Union([QueuePlace, Type.Null()]) });
export type NextAnswer = Static<typeof NextAnswer>;
export const QueueQuery = Type.Object(
	{ counter: Type.Optional(Type.String({ maxLength: 40 })) },
	{ additionalProperties: false },
);

/** `GET /api/queue/:number`: one ticket of today, wherever it is, and how it came there. Times are ISO 8601 in UTC. */
export const FoundTicket = Type.Object({
	ticket: Ticket,
	startedAt: Type.Union([Type.String(), Type.Null()]),
	since: Type.Union([Type.String(), Type.Null()], {
		description: "Since when it is put aside, missed, done, cancelled or expired.",
	}),
	ahead: Type.Union([
		Type.Integer({ description: "People who will be called before; null when it does not wait." }),
		Type.Null(),
	]),
	reservedFor: Type.Union([Id, Type.Null()], {
		description: "The one counter that may call it; null for every one with its service.",
	}),
	notes: Type.Array(OfficersNote, {
		description: "What officers wrote for whoever serves it next, the oldest first.",
	}),
});
export type FoundTicket = Static<typeof FoundTicket>;
