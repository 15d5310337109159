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
	readonly serviceId: string;
	readonly priorityClass: string | null;
	readonly procedureCode: string | null;
	readonly language: "vi" | "en";
	readonly kioskId: string | null;
	readonly issuedAt: string;
	/** The number of the event that issued it: who came first. */
	readonly issuedSeq: number;
	state: TicketState;
	/** The counter that called it last. */
	counterId: string | null;
	calledAt: string | null;
	startedAt: string | null;
	endedAt: string | null;
	callCount: number;
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
