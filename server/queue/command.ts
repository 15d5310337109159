import type { Officer, QueueSettings } from "./event.ts";

/** What can be asked of the queue. `counterId` says where an officer stands; without `ticketId` the counter's current ticket is meant. */
export type Command =
	| {
			type: "issue-ticket";
			serviceId: string;
			priorityClass: string | null;
			procedureCode: string | null;
			language: "vi" | "en";
			kioskId: string | null;
	  }
	| { type: "call-next"; counterId: string; officer: Officer; ifCurrent?: string | null }
	| { type: TicketAct; counterId: string; officer: Officer; ticketId?: string }
	| {
			type: "open-counter";
			counterId: string;
			officer: Officer;
			/** Whether this officer may hold several counters at once. */
			holdsMany: boolean;
			takeOver: boolean;
	  }
	| { type: "pause-counter"; counterId: string; officer: Officer }
	| {
			type: "close-counter";
			counterId: string;
			officer: Officer;
			/** What becomes of whoever is at the counter; without it an occupied one is not closed. */
			current?: LeftBehind;
			ifCurrent?: string | null;
	  }
	| { type: "open-day"; day: string; settings: QueueSettings }
	| { type: "close-day" }
	| { type: "apply-settings"; settings: QueueSettings };

/** What an officer does with the person called. */
export type TicketAct = "recall" | "start" | "finish" | "miss";

/** `return`: back into the line, at the old place. */
export type LeftBehind = "finish" | "miss" | "return";

/** What a decision may know beside the state: the queue has no clock and no chance of its own. */
export interface Context {
	/** A ticket id that nobody can guess: 128 random bits, base64url. */
	newTicketId(): string;
}
