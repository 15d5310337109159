import type { HallPeriod, Officer, QueueSettings, Quota, Said, ToldWait } from "./event.ts";
import type { StopReason } from "./hall.ts";
import type { PolicyToday } from "./policy.ts";

/** Where an officer stands, and who it is. */
interface AtCounter {
	counterId: string;
	officer: Officer;
}

/** What can be asked of the queue. Without `ticketId` the counter's current ticket is meant. */
export type Command =
	| {
			type: "issue-ticket";
			serviceId: string;
			priorityClass: string | null;
			procedureCode: string | null;
			language: string;
			kioskId: string | null;
			/** How many files it is for; 1 unless said. */
			files?: number;
			/** Services it goes on to afterwards, in order. */
			visit?: string[];
			/** The slot of an appointment, ISO 8601. */
			appointmentAt?: string;
			/** How long its holder is told it will take, where anything is said: what came of it is looked at later. */
			told?: ToldWait;
	  }
	/** A number that was given on paper while the hub was away, and what became of it. Instants are ISO 8601. */
	| {
			type: "enter-slip";
			number: string;
			serviceId: string;
			priorityClass: string | null;
			takenAt: string;
			outcome: SlipOutcome;
	  }
	| { type: "withdraw-slip"; ticketId: string }
	| ({ type: "call-next"; ifCurrent?: string | null } & AtCounter)
	| ({
			type: "call-ticket";
			ticketId: string;
			/** Why it is called out of turn; needed unless it is the next. */
			reason?: string;
			ifCurrent?: string | null;
	  } & AtCounter)
	| ({ type: Exclude<TicketAct, "park">; ticketId?: string } & AtCounter)
	| ({ type: "park"; ticketId?: string; reason?: string } & AtCounter)
	/** To another service, or to one counter alone, or both. */
	| ({
			type: "transfer";
			ticketId?: string;
			toServiceId?: string;
			toCounterId?: string;
			/** What the next officer should know. */
			note?: string;
	  } & AtCounter)
	| ({ type: "unpark"; ticketId: string } & AtCounter)
	| ({ type: "restore"; ticketId: string } & AtCounter)
	/** Given up by an officer for somebody, or by its holder. */
	| ({ type: "cancel"; ticketId?: string } & AtCounter)
	| { type: "give-up"; ticketId: string }
	/** Whatever was done last; where it is named, that alone. */
	| ({ type: "undo"; ifAct?: number } & AtCounter)
	| {
			type: "open-counter";
			counterId: string;
			officer: Officer;
			/** Whether this officer may hold several counters at once. */
			holdsMany: boolean;
			takeOver: boolean;
			/** Of the counter's services, those the officer serves; all where nothing is said. */
			services?: readonly string[];
	  }
	| { type: "pause-counter"; counterId: string; officer: Officer; reason?: string }
	| {
			type: "close-counter";
			counterId: string;
			officer: Officer;
			/** What becomes of whoever is at the counter; without it an occupied one is not closed. */
			current?: LeftBehind;
			ifCurrent?: string | null;
	  }
	| { type: "stop-hall"; reason: StopReason; note: Said | null }
	| { type: "resume-hall" }
	| { type: "set-hours"; periods: HallPeriod[] | "usual"; reason: Said | null }
	| { type: "set-policy"; policy: PolicyToday | "usual" }
	| { type: "close-service"; serviceId: string; reason: Said | null }
	| { type: "open-service"; serviceId: string }
	| { type: "set-quota"; serviceId: string; quota: Quota }
	| { type: "open-day"; day: string; settings: QueueSettings }
	| { type: "close-day" }
	/** The hub looks whether the order of a line has changed by itself. */
	| { type: "pass-time" }
	| { type: "apply-settings"; settings: QueueSettings };

/** `left`: went without being served. */
export type SlipOutcome =
	| { as: "waiting"; counterId?: undefined; startedAt?: undefined; endedAt?: undefined }
	| { as: "served" | "left"; counterId?: string; startedAt?: string; endedAt: string };

/** What an officer does with the person called. */
export type TicketAct = "recall" | "start" | "finish" | "miss" | "park";

/** `return`: back into the line, at the old place. */
export type LeftBehind = "finish" | "miss" | "return";

/** What a decision may know beside the state: the queue has no clock and no chance of its own. */
export interface Context {
	/** A ticket id that nobody can guess: 128 random bits, base64url. */
	newTicketId(): string;
	/** The wall clock, milliseconds since 1970. */
	now: number;
}
