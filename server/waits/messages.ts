import type { Office } from "../../config/office.ts";
import type { WaitRange } from "../../protocol/tickets.ts";

/** What the thread that thinks about waits is given at its start. */
export interface ThinkingAbout {
	/** Where the office's days lie. */
	directory: string;
	office: Pick<Office, "hours" | "timeZone" | "holidays" | "workingDays"> & {
		services: Pick<Office["services"][number], "id" | "minutes" | "hours">[];
		priorityClasses: { id: string }[];
	};
}

/** Asks for the waits as they are now. */
export interface Question {
	/** The business day, whose file may have grown. */
	day: string;
	/** How often the hub has taken back what it had written. */
	generation: number;
	/** The wall clock, milliseconds since 1970. */
	nowMs: number;
	/** Tickets that somebody follows. */
	followed: readonly string[];
}

export interface Answer {
	/** The question's. */
	nowMs: number;
	/** Of whoever takes a number now, by service and by class; "" for those of none. */
	newcomers: { [serviceId: string]: { [priorityClass: string]: WaitRange } };
	/** Of tickets that wait: those that are followed, and others while they are not too many. */
	tickets: { [ticketId: string]: WaitRange };
}

/** A question that could not be answered, and why. */
export interface Failure {
	failure: string;
}
