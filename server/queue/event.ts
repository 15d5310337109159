import type { CallPolicy, PolicyToday, TicketRules } from "./policy.ts";

/** Everything that can have happened in an office's day. State is a fold of these and of nothing else. */
export type Event =
	| { type: "day-opened"; day: string }
	| { type: "day-closed" }
	/** Somebody has come to wait too long, or an appointment is due: the order of a line is another without anybody having done anything. */
	| { type: "time-passed" }
	| { type: "settings-applied"; settings: QueueSettings }
	| {
			type: "ticket-issued";
			ticketId: string;
			number: string;
			serviceId: string;
			priorityClass: string | null;
			procedureCode: string | null;
			language: string;
			kioskId: string | null;
			/** How many files it is for, where that is more than one. */
			files?: number;
			/** The services it goes on to afterwards, in order. */
			visit?: string[];
			/** The slot of an appointment that is kept. */
			appointmentAt?: string;
			/** Since when it counts as waiting, milliseconds since 1970, where that is not the moment at which it was issued. */
			place?: number;
			/** It was given on paper while the hub was away, at `takenAt`, ISO 8601, and was entered afterwards. */
			slip?: { takenAt: string };
			/** How long its holder was told it would take until it is called; left out where nothing was said. */
			told?: ToldWait;
	  }
	| {
			type: "ticket-called";
			ticketId: string;
			counterId: string;
			rule: CallRule;
			facts?: CallFacts;
			/** Whose turn it is at the counter afterwards; left as it was where nothing is said. */
			turns?: Turns;
			/** The event before this one, which let the person before go, is part of the same act. */
			endedCurrent?: true;
	  }
	| { type: "ticket-recalled"; ticketId: string; counterId: string }
	| { type: "ticket-started"; ticketId: string; counterId: string }
	| { type: "ticket-finished"; ticketId: string; counterId: string }
	| { type: "ticket-missed"; ticketId: string; counterId: string }
	/** Back in the line, where it stood by its number: the counter was closed before it was served. */
	| { type: "ticket-returned"; ticketId: string; counterId: string }
	/** Put aside while the person mends something; it stands in no line. */
	| { type: "ticket-parked"; ticketId: string; counterId: string; reason?: string }
	/** Back from there: next at the counter it was parked at, or in the line where that counter is not open. */
	| {
			type: "ticket-unparked";
			ticketId: string;
			counterId: string;
			reservedFor: string | null;
	  }
	/** Into another line, or to one counter alone. `fromServiceId`: the line it leaves, where it waited or was served. */
	| {
			type: "ticket-transferred";
			ticketId: string;
			counterId: string;
			fromServiceId: string;
			serviceId: string;
			reservedFor: string | null;
			atEnd: boolean;
			/** `visit`: served, and on to its next service by itself. */
			by: "officer" | "visit";
			/** What the next officer should know. */
			note?: string;
	  }
	| {
			type: "ticket-restored";
			ticketId: string;
			counterId: string;
			/** Since when it counts as waiting, milliseconds since 1970, where that is not its old place. */
			place?: number;
			/** The late window of its appointment is over: it waits like those who have none. */
			lostAppointment?: true;
	  }
	/** The place was given up. `counterId`: where the officer stood who did it, or to which its holder had been called. */
	| {
			type: "ticket-cancelled";
			ticketId: string;
			counterId: string | null;
			by: "officer" | "holder";
	  }
	/** The counter's last act on this ticket is undone: it stands as before. */
	| { type: "ticket-set-back"; ticketId: string; counterId: string; fromServiceId: string }
	/** What became of a number on paper before it was entered. `counterId`: where, as far as it is known. */
	| {
			type: "slip-settled";
			ticketId: string;
			counterId: string | null;
			as: "served" | "left";
			startedAt?: string;
			endedAt: string;
	  }
	/** It was entered amiss: as if it never had been. */
	| { type: "slip-withdrawn"; ticketId: string; number: string; serviceId: string }
	/** `services`: those the officer serves, where that is not all of the counter's. */
	| { type: "counter-opened"; counterId: string; officer: Officer; services?: string[] }
	| { type: "counter-paused"; counterId: string; reason?: string }
	| { type: "counter-closed"; counterId: string }
	/** Everything stands still. `note` is what people are told beside the reason. */
	| {
			type: "hall-stopped";
			reason: "evacuation" | "power" | "system" | "other";
			note: Said | null;
	  }
	| { type: "hall-resumed" }
	/** Today's hours, where they are not the usual ones. */
	| { type: "hours-set"; periods: HallPeriod[] | "usual"; reason: Said | null }
	/** Whom counters call next is chosen otherwise for today, or as usual again. */
	| { type: "policy-set"; policy: PolicyToday | "usual" }
	/** No numbers are given for the service; whoever has one is called as ever. */
	| { type: "service-closed"; serviceId: string; reason: Said | null }
	| { type: "service-opened"; serviceId: string }
	| { type: "quota-set"; serviceId: string; quota: Quota };

/** An event with its place in the ledger: the office's own numbering within a day, and the instant it happened. */
export type StampedEvent = Event & { readonly seq: number; readonly at: string };

/** Which rule chose the ticket that was called. */
export const callRules = [
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
] as const;
export type CallRule = (typeof callRules)[number];

/** What the rule went by, as far as it can be said in a sentence. */
export interface CallFacts {
	/** The number of whoever came earlier and would have been called without the rule. */
	insteadOf?: string;
	waitedMinutes?: number;
	headStartMinutes?: number;
	priority?: number;
	ordinary?: number;
	/** One of so many calls. */
	every?: number;
	weight?: number;
	/** The slot of an appointment, ISO 8601. */
	at?: string;
	/** Why somebody was called out of turn, in the officer's words. */
	reason?: string;
}

/** Whose turn it is at a counter, by the rules that take turns. */
export interface Turns {
	/** The place in a round of priority and ordinary calls. */
	ratio?: number;
	/** Calls of others since the last one for a result, while somebody waited for it. */
	pickup?: number;
	/** What each service has not been given yet of its share of calls. */
	services?: Readonly<Record<string, number>>;
}

/** Today's numbers of a service: so many, as many as are asked for, or what the settings say. */
export type Quota = number | "none" | "usual";

/** Times of day `HH:MM`: when counters serve, and numbers are given where that is not as long. */
export interface HallPeriod {
	from: string;
	to: string;
	ticketsFrom?: string;
	ticketsTo?: string;
}

/** A sentence for people. Where it was written in one language alone, that stands in both. */
export interface Said {
	vi: string;
	en: string;
}

export interface Officer {
	username: string;
	name: string;
}

/** The part of an office's settings that the queue decides by; one version of it is one event. */
export interface QueueSettings {
	/** Names this very content, so that the same settings are not taken in twice. */
	digest: string;
	/** `dailyQuota`: how many numbers a day usually has; without it as many as are asked for. */
	services: { id: string; prefix: string; dailyQuota?: number }[];
	counters: { id: string; label: string; services: string[] }[];
	priorityClasses: string[];
	/** Where it is not there, the ledger is from before there were policies: first come, first called. */
	policy?: CallPolicy;
	rules?: TicketRules;
}

/** A range of minutes as it was said to somebody. */
export interface ToldWait {
	lowMin: number;
	highMin: number;
}
