import type { EnterSlip } from "../protocol/slips.ts";
import type { TakeTicket, Ticket } from "../protocol/tickets.ts";

/** What people in the hall can do, each as the hub answers it: over HTTP in the demonstration, on the bare queue in tests. */
export interface Hall {
	take(wish: TakeTicket): Promise<Told<Ticket>>;
	/** On the phone, with the number's own key. */
	giveUp(ticketId: string): Promise<Told<unknown>>;
	/** Who waits, was put aside and was missed, by ticket, as officers see it. */
	lines(officer: string): Promise<Told<Lines>>;
	/** A number that was given on paper. */
	enterSlip(officer: string, slip: EnterSlip): Promise<Told<unknown>>;
	open(desk: Desk): Promise<Told<unknown>>;
	pause(desk: Desk, reason: string): Promise<Told<unknown>>;
	/** Null where nobody waits. */
	callNext(desk: Desk): Promise<Told<Ticket | null>>;
	act(desk: Desk, act: "recall" | "start" | "finish" | "miss", ticketId: string): Answer;
	park(desk: Desk, ticketId: string, reason: string): Answer;
	transfer(desk: Desk, ticketId: string, toServiceId: string, note: string): Answer;
	/** Somebody who was put aside, or missed, comes to this counter and waits again. */
	comeBack(desk: Desk, act: "unpark" | "restore", ticketId: string): Answer;
}

type Answer = Promise<Told<Ticket>>;

/** What was answered, or the code of the refusal. */
export type Told<T> = { ok: true; value: T } | { ok: false; code: string };

/** A counter and who works at it. */
export interface Desk {
	counterId: string;
	officer: string;
}

export interface Lines {
	waiting: { id: string; serviceId: string }[];
	/** Put aside or missed. */
	aside: string[];
}
