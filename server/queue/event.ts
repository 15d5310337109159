/** Everything that can have happened in an office's day. State is a fold of these and of nothing else. */
export type Event =
	| { type: "day-opened"; day: string }
	| { type: "day-closed" }
	| { type: "settings-applied"; settings: QueueSettings }
	| {
			type: "ticket-issued";
			ticketId: string;
			number: string;
			serviceId: string;
			priorityClass: string | null;
			procedureCode: string | null;
			language: "vi" | "en";
			kioskId: string | null;
	  }
	| { type: "ticket-called"; ticketId: string; counterId: string; rule: CallRule }
	| { type: "ticket-recalled"; ticketId: string; counterId: string }
	| { type: "ticket-started"; ticketId: string; counterId: string }
	| { type: "ticket-finished"; ticketId: string; counterId: string }
	| { type: "ticket-missed"; ticketId: string; counterId: string }
	/** Back in the line, where it stood by its number: the counter was closed before it was served. */
	| { type: "ticket-returned"; ticketId: string; counterId: string }
	| { type: "counter-opened"; counterId: string; officer: Officer }
	| { type: "counter-paused"; counterId: string }
	| { type: "counter-closed"; counterId: string };

/** An event with its place in the ledger: the office's own numbering within a day, and the instant it happened. */
export type StampedEvent = Event & { readonly seq: number; readonly at: string };

/** Which rule chose the ticket that was called. */
export type CallRule = "first-come";

export interface Officer {
	username: string;
	name: string;
}

/** The part of an office's settings that the queue decides by; one version of it is one event. */
export interface QueueSettings {
	/** Names this very content, so that the same settings are not taken in twice. */
	digest: string;
	services: { id: string; prefix: string }[];
	counters: { id: string; label: string; services: string[] }[];
	priorityClasses: string[];
}
