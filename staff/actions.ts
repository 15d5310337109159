import type { StaffCounterRow } from "../protocol/live.ts";
import type { ReprintTicket } from "../protocol/printing.ts";
import type { ActOnTicket, CallNext, CloseCounter, OpenCounter } from "../protocol/staff.ts";
import type { staff } from "../words/vi/staff.ts";

/** What is sent to the hub: `POST /api/counters/:id/PATH`, or `POST /api/tickets/:id/PATH` where it is done to a ticket alone. */
export interface Act {
	path: string;
	body: CallNext | ActOnTicket | OpenCounter | CloseCounter | ReprintTicket;
	ticketId?: string;
}

/** One thing an officer can do at a counter. All there is to know of it stands in its entry below, and nowhere else. */
export interface Action {
	name: ActionName;
	label: (words: typeof staff) => string;
	/** One letter, as it stands on the button; it acts while no text field has the focus. */
	key: string;
	/** `aside`: what belongs to the person and is seldom done. */
	group: "main" | "person" | "aside" | "counter";
	/** Whether it can be done now. */
	guard: (counter: StaffCounterRow) => boolean;
	perform: (counter: StaffCounterRow) => Act;
	/** Whether the officer is asked first what becomes of the person at the counter. */
	asks?: (counter: StaffCounterRow) => boolean;
}

export type ActionName =
	| "call-next"
	| "recall"
	| "start"
	| "finish"
	| "miss"
	| "print"
	| "pause"
	| "reopen"
	| "close";

/** In the order of the buttons, which never change their place. Keys are the first letters of the Vietnamese words. */
export const actions: readonly Action[] = [
	{
		name: "call-next",
		label: (words) => words.callNext,
		key: "G",
		group: "main",
		guard: ({ status }) => status === "open",
		// What the officer saw goes along: should it have changed meanwhile, the hub calls nobody.
		perform: ({ current }) => ({ path: "call-next", body: { ifCurrent: current?.id ?? null } }),
	},
	{
		name: "recall",
		label: (words) => words.recall,
		key: "L",
		group: "person",
		guard: isCalled,
		perform: (counter) => ({ path: "recall", body: onCurrent(counter) }),
	},
	{
		name: "start",
		label: (words) => words.start,
		key: "B",
		group: "person",
		guard: isCalled,
		perform: (counter) => ({ path: "start", body: onCurrent(counter) }),
	},
	{
		name: "finish",
		label: (words) => words.finish,
		key: "H",
		group: "person",
		guard: ({ current }) => current !== null,
		perform: (counter) => ({ path: "finish", body: onCurrent(counter) }),
	},
	{
		name: "miss",
		label: (words) => words.miss,
		key: "V",
		group: "person",
		guard: isCalled,
		perform: (counter) => ({ path: "miss", body: onCurrent(counter) }),
	},
	{
		name: "print",
		label: (words) => words.printAgain,
		key: "I",
		group: "aside",
		guard: ({ current }) => current !== null,
		perform: ({ current }) => ({
			path: "print",
			body: {},
			...(current && { ticketId: current.id }),
		}),
	},
	{
		name: "pause",
		label: (words) => words.pause,
		key: "T",
		group: "counter",
		guard: ({ status }) => status === "open",
		perform: () => ({ path: "pause", body: {} }),
	},
	{
		name: "reopen",
		label: (words) => words.reopen,
		key: "M",
		group: "counter",
		guard: ({ status }) => status === "paused",
		perform: () => ({ path: "open", body: {} }),
	},
	{
		name: "close",
		label: (words) => words.close,
		key: "D",
		group: "counter",
		guard: ({ status }) => status !== "closed",
		asks: ({ current }) => current !== null,
		perform: () => ({ path: "close", body: { ifCurrent: null } }),
	},
];

function isCalled({ current }: StaffCounterRow): boolean {
	return current?.state === "called";
}

/** Names the person the officer saw, so that an act never falls on somebody else. */
function onCurrent({ current }: StaffCounterRow): ActOnTicket {
	return current ? { ticketId: current.id } : {};
}
