import type { TakeTicket } from "../protocol/tickets.ts";
import { type Agenda, createAgenda } from "../simulate/day/agenda.ts";
import type { DayLaws, DayOfficer } from "../simulate/laws/day-laws.ts";
import type { Random } from "../simulate/laws/random.ts";
import type { Desk, Hall } from "./hall.ts";

/** What happens next. `turn` names the state of whom it is about: where that has gone on meanwhile, it does not happen. */
export type Happening =
	/** Somebody looks in at the door who wants something of this officer's counter, and stays if the hall is not too full. */
	| { type: "comes"; place: number; isSure: boolean }
	/** Somebody who waits has no more patience. */
	| { type: "leaves"; ticketId: string; turn: number; saysSo: boolean }
	/** Somebody was put aside and has everything now, or was missed and has come after all. */
	| { type: "returns"; ticketId: string; turn: number; act: "unpark" | "restore" }
	/** An officer does what is next. */
	| { type: "acts"; place: number }
	/** It is looked how the lines really stand: others act here too. */
	| { type: "looks" };

/** The hall as those who act in it know it. What the hub does not tell people, they do not know. */
export interface World {
	readonly hall: Hall;
	readonly laws: DayLaws;
	readonly random: Random;
	readonly agenda: Agenda<Happening>;
	readonly officers: readonly OfficerAt[];
	/** Those who are simulated, by ticket, and whoever else has had to do with a simulated officer. Nobody else is known: they come when called. */
	readonly people: Map<string, Person>;
	/** Who waits, with their service: as it stood when it was looked last, and what was done since. */
	waiting: Map<string, string>;
	/** What people ask a kiosk for beside the service. */
	readonly wish: (random: Random, serviceId: string) => Partial<TakeTicket>;
	readonly maxFiles: number;
	nowMs: number;
}

export interface Person {
	readonly random: Random;
	/** Counts what becomes of them. */
	turn: number;
	/** Has a number that nobody here took, such as one of paper or of whoever tries this out: they wait as long as it takes, and come back. */
	readonly isOther: boolean;
	/** Has gone without a word. */
	hasLeft: boolean;
	/** Has mended what was missing. */
	isBack: boolean;
}

export interface OfficerAt {
	readonly place: number;
	readonly desk: Desk;
	/** What one queues for at this counter. */
	readonly services: readonly string[];
	readonly law: DayOfficer;
	readonly random: Random;
	/** How many people come for this counter in a millisecond where the hall is as full as it should be. */
	readonly perMs: number;
	phase: "out" | "ready" | "calling" | "serving" | "pause";
	/** Whom they have called or serve; null also where the next call ends somebody. */
	current: Current | null;
	pauseAtMs: number;
	/** How many they have begun to serve. */
	begun: number;
}

export interface Current {
	ticketId: string;
	serviceId: string;
	priorityClass: string | null;
	files: number;
	/** When its holder stands at the counter; infinite for who has gone. */
	answersMs: number;
	/** When it is called again. */
	recallMs: number;
}

export function newWorld(parts: Omit<World, "agenda" | "people" | "waiting" | "nowMs">): World {
	return { ...parts, agenda: createAgenda(), people: new Map(), waiting: new Map(), nowMs: 0 };
}
