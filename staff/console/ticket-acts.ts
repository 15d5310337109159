import type { ConsoleWords } from "../../words/console.ts";
import type { Act, Did } from "./actions.ts";
import type { Question } from "./question.ts";
import { firstOff, type Held, type Off, type Seat } from "./seat.ts";

/** One thing an officer can do with a ticket that is looked at, wherever it stands. */
interface Entry {
	name: keyof ConsoleWords["ticketActs"];
	/** Where its name alone would not say all that it does. */
	label?: (words: ConsoleWords, seat: Seat, ticket: Held) => string;
	/** Why it cannot be done now; null where it can. */
	off: (seat: Seat, ticket: Held) => Off | null;
	asks?: (ticket: Held) => Question;
	perform?: (seat: Seat, ticket: Held) => Act;
	/** What is asked where the hub wants a reason for it. */
	needsReason?: (ticket: Held) => Question;
	did?: Did;
}

/** By their keys while a ticket is looked at: two for one key do not compile. */
const table = {
	G: {
		name: "call",
		label: ({ ticketActs, ticket }, { counter: { current } }, { number }) =>
			current ? ticket.callAfter(current.number, number) : ticketActs.call(number),
		off: (seat, ticket) =>
			firstOff(
				offAtAll(seat),
				seat.counter.status === "paused" && "paused",
				seat.stopped && "stopped",
				isAtCounter(ticket) && "at-a-counter",
				isOver(ticket),
			),
		// What the officer saw goes along, so that nobody on the way to the counter is sent away unseen.
		perform: ({ counter }, { id }) => ({
			path: "call",
			body: { ticketId: id, ifCurrent: counter.current?.id ?? null },
		}),
		needsReason: (ticket) => ({ about: "calling", ticket }),
		did: "call",
	},
	T: {
		name: "unpark",
		off: (seat, ticket) =>
			firstOff(offAtAll(seat), isOver(ticket), ticket.state !== "parked" && "not-parked"),
		perform: (_seat, { id }) => ({ path: "unpark", body: { ticketId: id } }),
		did: "unpark",
	},
	K: {
		name: "restore",
		off: (seat, ticket) =>
			firstOff(offAtAll(seat), isOver(ticket), ticket.state !== "missed" && "not-missed"),
		perform: (_seat, { id }) => ({ path: "restore", body: { ticketId: id } }),
		did: "restore",
	},
	C: {
		name: "transfer",
		off: (seat, ticket) =>
			firstOff(
				offAtAll(seat),
				isOver(ticket),
				isElsewhere(seat, ticket),
				ticket.state === "missed" && "missed",
			),
		asks: (ticket) => ({ about: "transferring", ticket }),
		did: "transfer",
	},
	X: {
		name: "cancel",
		off: (seat, ticket) =>
			firstOff(
				offAtAll(seat),
				isOver(ticket),
				isElsewhere(seat, ticket),
				ticket.state === "serving" && "being-served",
			),
		perform: (_seat, { id }) => ({ path: "cancel", body: { ticketId: id } }),
		did: "cancel",
	},
	I: {
		name: "print",
		off: offAtAll,
		perform: (_seat, { id }) => ({ path: "print", body: {}, ticketId: id }),
	},
} as const satisfies Record<string, Entry>;

export interface TicketAct extends Entry {
	key: string;
}

/** In the order of the buttons. Those that do not fit where the ticket stands are not shown at all. */
export const ticketActs: readonly TicketAct[] = Object.entries<Entry>(table).map(
	([key, entry]) => ({ ...entry, key }),
);

export function labelOf(act: TicketAct, words: ConsoleWords, seat: Seat, ticket: Held): string {
	return act.label?.(words, seat, ticket) ?? words.ticketActs[act.name](ticket.number);
}

/** Whether the button stands there: what is only off for a while (the hub is away, the counter paused) stays where it was. */
export function isShown(act: TicketAct, seat: Seat, ticket: Held): boolean {
	const atEase = {
		...seat,
		away: false,
		stopped: false,
		counter: { ...seat.counter, status: "open" as const },
	};
	return act.off(atEase, ticket) === null;
}

function offAtAll({ away, counter }: Seat): Off | null {
	return firstOff(away && "away", counter.status === "closed" && "closed");
}

function isAtCounter({ state }: Held): boolean {
	return state === "called" || state === "serving";
}

function isElsewhere({ counter }: Seat, ticket: Held): Off | null {
	return isAtCounter(ticket) && ticket.id !== counter.current?.id ? "at-other-counter" : null;
}

function isOver({ state }: Held): Off | null {
	return state === "done" || state === "cancelled" || state === "expired" ? "over" : null;
}
