import type { StaffCounterRow, StaffTicket } from "../../protocol/live.ts";
import type { ConsoleWords } from "../../words/console.ts";
import type { Undoable } from "./undo-offer.ts";

/** Where an officer sits, as far as it decides what can be done now. */
export interface Seat {
	counter: StaffCounterRow;
	/** Everything stands still: a supervisor has stopped the hall. */
	stopped: boolean;
	/** The hub is out of reach: what is shown may be old, and nothing can be done. */
	away: boolean;
	/** What was done here a moment ago and can be undone; null where nothing was. */
	undoable: Undoable | null;
}

/** Of a ticket, what decides what can be done with it. */
export type Held = Pick<StaffTicket, "id" | "number" | "serviceId" | "state">;

/** Why something cannot be done now, by what officers are told of it. */
export type Off = keyof ConsoleWords["off"];

/** The first reason against it; null where there is none. */
export function firstOff(...reasons: (Off | false | null)[]): Off | null {
	for (const reason of reasons) if (reason) return reason;
	return null;
}
