export type TicketState =
	| "waiting"
	| "called"
	| "serving"
	| "parked"
	| "missed"
	| "done"
	| "cancelled"
	| "expired";

/** One ticket of the day. Times are ISO 8601 in UTC, as the events carry them. */
export interface Ticket {
	readonly id: string;
	readonly number: string;
	/** The service it is for now; its letter is that of the first. */
	serviceId: string;
	readonly priorityClass: string | null;
	readonly procedureCode: string | null;
	readonly language: string;
	readonly kioskId: string | null;
	/** How many files one brings. */
	readonly files: number;
	/** The slot of an appointment that is kept; null for who came without one, or too late for it. */
	appointmentAt: string | null;
	readonly issuedAt: string;
	/** The number of the event that issued it: who came first. */
	readonly issuedSeq: number;
	state: TicketState;
	/** The services it goes on to when it has been served, in order. */
	visit: readonly string[];
	/** Since when it counts as waiting, milliseconds since 1970: lines are in this order, and those of the same moment in that of `placeSeq`. */
	place: number;
	/** The number of the event that gave it its place. */
	placeSeq: number;
	/** The one counter that may call it, which is open as long as the ticket waits; null: every one with its service. */
	reservedFor: string | null;
	/** It has been at that counter and is called there next. */
	returning: boolean;
	/** The number of the last event about it. */
	touchedSeq: number;
	/** The counter that called it last. */
	counterId: string | null;
	calledAt: string | null;
	startedAt: string | null;
	endedAt: string | null;
	/** Since when it has been put aside, while it is. */
	parkedAt: string | null;
	/** It was given on paper and entered afterwards; `isSettled`: with what had become of it. Null for every other. */
	slip: { isSettled: boolean } | null;
	/** What officers wrote down for whoever serves it next, the oldest first. */
	notes: readonly TicketNote[];
	/** How often it was called at its present counter, and before at others. */
	callCount: number;
	/** How often it was called again since it was last called from the line. */
	recalls: number;
}

export interface TicketNote {
	/** What was done to it: put aside, or sent on. */
	readonly about: "parked" | "transferred";
	readonly text: string;
	/** Where that was, and when. */
	readonly counterId: string;
	readonly at: string;
}

/** Whether the ticket still has something to come: the rest are history. */
export function isOpen(ticket: Ticket): boolean {
	switch (ticket.state) {
		case "waiting":
		case "called":
		case "serving":
		case "parked":
		case "missed":
			return true;
		case "done":
		case "cancelled":
		case "expired":
			return false;
	}
}

/** Whether somebody has been called with it and has not left the counter. */
export function isAtCounter({ state }: Ticket): boolean {
	return state === "called" || state === "serving";
}

/** Whether `one` stands before `other`: negative, or positive where it stands behind. */
export function byPlace(one: Ticket, other: Ticket): number {
	return one.place - other.place || one.placeSeq - other.placeSeq;
}
