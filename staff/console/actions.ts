import type { ReprintTicket } from "../../protocol/printing.ts";
import type {
	ActOnTicket,
	CallNext,
	CallTicket,
	CloseCounter,
	OpenCounter,
	ParkTicket,
	PauseCounter,
	TransferTicket,
	UndoAct,
} from "../../protocol/staff.ts";
import type { ConsoleWords } from "../../words/console.ts";
import type { Question } from "./question.ts";
import { firstOff, type Off, type Seat } from "./seat.ts";

/** What is sent to the hub: `POST /api/counters/:id/PATH`, or `POST /api/tickets/:id/PATH` where it is done to a ticket alone. */
export interface Act {
	path: string;
	body:
		| CallNext
		| CallTicket
		| ActOnTicket
		| ParkTicket
		| TransferTicket
		| OpenCounter
		| PauseCounter
		| CloseCounter
		| UndoAct
		| ReprintTicket;
	ticketId?: string;
}

/** What an act changes that the hub can set back: how it is told, and the numbers it was about. */
export type Did = keyof ConsoleWords["did"];

/** One thing an officer can do at a counter. All there is to know of it stands in its entry below, and nowhere else. */
interface Entry {
	name: string;
	label: (words: ConsoleWords, seat: Seat) => string;
	/** Where its button stands. `main`: what is done with everybody; `head`: about the counter; `list`: over the lines; `line`: of the lines themselves. */
	group: "main" | "person" | "head" | "list" | "line" | "machine";
	/** Why it cannot be done now; null where it can. */
	off: (seat: Seat) => Off | null;
	/** The button stands there only while this holds; without it, always. */
	shown?: (seat: Seat) => boolean;
	/** Whether this is what most officers do next: at most one at a time. */
	expected?: (seat: Seat) => boolean;
	/** What is asked first; null: nothing, it is done at once. */
	asks?: (seat: Seat) => Question | null;
	/** What is sent where nothing is asked. */
	perform?: (seat: Seat) => Act;
	/** What can be undone after it. */
	did?: Did;
}

/**
 * By their keys, one letter as it stands on the button: two for one key do not compile. In the order of the buttons, which never change
 * their place. Letters are those of the Vietnamese words as far as these differ.
 */
const table = {
	G: {
		name: "call-next",
		label: ({ acts }, { counter: { current } }) =>
			current ? acts.callNextAfter(current.number) : acts.callNext,
		group: "main",
		off: (seat) => firstOff(offAtAll(seat), isPaused(seat), isStopped(seat)),
		expected: ({ counter }) => counter.current?.state !== "called",
		// What the officer saw goes along: should it have changed meanwhile, the hub calls nobody.
		perform: ({ counter }) => ({
			path: "call-next",
			body: { ifCurrent: counter.current?.id ?? null },
		}),
		did: "call-next",
	},
	B: {
		name: "start",
		label: ({ acts }) => acts.start,
		group: "main",
		off: (seat) => firstOff(offAtAll(seat), isNotCalled(seat)),
		expected: ({ counter }) => counter.current?.state === "called",
		perform: (seat) => ({ path: "start", body: onCurrent(seat) }),
		did: "start",
	},
	H: {
		name: "finish",
		label: ({ acts }) => acts.finish,
		group: "main",
		off: (seat) => firstOff(offAtAll(seat), isNobodyHere(seat)),
		perform: (seat) => ({ path: "finish", body: onCurrent(seat) }),
		did: "finish",
	},
	L: {
		name: "recall",
		label: ({ acts }) => acts.recall,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), isNotCalled(seat), isStopped(seat)),
		perform: (seat) => ({ path: "recall", body: onCurrent(seat) }),
		did: "recall",
	},
	V: {
		name: "miss",
		label: ({ acts }) => acts.miss,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), isNotCalled(seat), isStopped(seat)),
		perform: (seat) => ({ path: "miss", body: onCurrent(seat) }),
		did: "miss",
	},
	P: {
		name: "park",
		label: ({ acts }) => acts.park,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), isNobodyHere(seat)),
		asks: ({ counter: { current } }) => current && { about: "parking", ticket: current },
		did: "park",
	},
	C: {
		name: "transfer",
		label: ({ acts }) => acts.transfer,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), isNobodyHere(seat)),
		asks: ({ counter: { current } }) => current && { about: "transferring", ticket: current },
		did: "transfer",
	},
	I: {
		name: "print",
		label: ({ acts }) => acts.print,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), isNobodyHere(seat)),
		perform: ({ counter: { current } }) => ({
			path: "print",
			body: {},
			...(current && { ticketId: current.id }),
		}),
	},
	Z: {
		name: "undo",
		label: ({ acts }) => acts.undo,
		group: "person",
		off: (seat) => firstOff(offAtAll(seat), seat.undoable === null && "nothing-to-undo"),
		// What the button names: should something else have been done there meanwhile, that stays.
		perform: ({ undoable }) => ({
			path: "undo",
			body: undoable === null || undoable.act === null ? {} : { ifAct: undoable.act },
		}),
	},
	S: {
		name: "services",
		label: ({ acts }) => acts.services,
		group: "head",
		off: (seat) => firstOff(offAtAll(seat), seat.counter.services.length < 2 && "one-service"),
		asks: () => ({ about: "services" }),
	},
	T: {
		name: "pause",
		label: ({ acts }) => acts.pause,
		group: "head",
		off: (seat) => firstOff(offAtAll(seat), isPaused(seat)),
		shown: ({ counter }) => counter.status !== "paused",
		asks: () => ({ about: "pausing" }),
	},
	M: {
		name: "reopen",
		label: ({ acts }) => acts.reopen,
		group: "head",
		off: (seat) => firstOff(offAtAll(seat), seat.counter.status === "open" && "not-paused"),
		shown: ({ counter }) => counter.status === "paused",
		expected: ({ counter }) => counter.status === "paused" && counter.current === null,
		perform: () => ({ path: "open", body: {} }),
	},
	D: {
		name: "close",
		label: ({ acts }) => acts.close,
		group: "head",
		off: offAtAll,
		asks: ({ counter: { current } }) => current && { about: "closing", ticket: current },
		perform: () => ({ path: "close", body: { ifCurrent: null } }),
	},
	A: {
		name: "hand-over",
		label: ({ acts }) => acts.handOver,
		group: "head",
		off: offAtAll,
		asks: () => ({ about: "handing-over" }),
	},
	F: {
		name: "find",
		label: ({ acts }) => acts.find,
		group: "list",
		off: offAtAll,
		asks: () => ({ about: "finding" }),
	},
	N: {
		name: "issue",
		label: ({ acts }) => acts.issue,
		group: "list",
		off: (seat) => firstOff(offAtAll(seat), isStopped(seat)),
		asks: () => ({ about: "issuing" }),
	},
	Q: {
		name: "whole-line",
		label: ({ acts }) => acts.wholeLine,
		group: "line",
		off: offAtAll,
		asks: () => ({ about: "whole-line" }),
	},
	"?": {
		name: "keys",
		label: ({ acts }) => acts.keys,
		group: "head",
		off: () => null,
		asks: () => ({ about: "keys" }),
	},
	U: {
		name: "sound",
		label: ({ acts }) => acts.sound,
		group: "machine",
		off: () => null,
	},
} as const satisfies Record<string, Entry>;

export type ActionName = (typeof table)[keyof typeof table]["name"];

export interface Action extends Entry {
	name: ActionName;
	/** It acts while no text is being typed. */
	key: string;
}

export const actions: readonly Action[] = Object.entries<Entry & { name: ActionName }>(table).map(
	([key, entry]) => ({ ...entry, key }),
);

export function actionNamed(name: ActionName): Action {
	const action = actions.find((one) => one.name === name);
	if (!action) throw new Error(`there is no action ${name}`);
	return action;
}

function offAtAll({ away, counter }: Seat): Off | null {
	return firstOff(away && "away", counter.status === "closed" && "closed");
}

function isStopped({ stopped }: Seat): Off | null {
	return stopped ? "stopped" : null;
}

function isPaused({ counter }: Seat): Off | null {
	return counter.status === "paused" ? "paused" : null;
}

function isNobodyHere({ counter }: Seat): Off | null {
	return counter.current ? null : "nobody-here";
}

function isNotCalled(seat: Seat): Off | null {
	return firstOff(isNobodyHere(seat), seat.counter.current?.state !== "called" && "not-called");
}

/** Names the person the officer saw, so that an act never falls on somebody else. */
function onCurrent({ counter: { current } }: Seat): ActOnTicket {
	return current ? { ticketId: current.id } : {};
}
