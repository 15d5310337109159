import type { Command, Context } from "./command.ts";
import { type HeldCounter, heldCounter } from "./decide-counter.ts";
import type { CallFacts, CallRule, Event, Turns } from "./event.ts";
import { goOn } from "./go-on.ts";
import { chooseNext } from "./order.ts";
import { accepted, type Result, refused } from "./result.ts";
import { servedAt } from "./serving.ts";
import type { QueueState } from "./state.ts";
import { isAtCounter, isOpen, type Ticket } from "./ticket.ts";

type Of<T extends Command["type"]> = Extract<Command, { type: T }>;

/**
 * Finishes whoever is at the counter and calls the next. With nobody waiting the counter is only freed.
 * Refuses a counter that is not open, or whose current ticket is no longer the one the officer saw.
 */
export function callNext(
	state: QueueState,
	command: Of<"call-next">,
	context: Context,
): Result<Event[]> {
	const free = freeCounter(state, command);
	if (!free.ok) return free;
	const { held, ending, goesOn } = free.value;
	const next = nextAt(state, held, context, goesOn);
	return accepted(next ? [...ending, called(held, next, ending)] : ending);
}

/**
 * Calls somebody who waits, is parked or was missed, whoever is next. Out of turn it needs a reason, which stands in the ledger. Refuses a
 * counter that is not open, and a ticket that is at a counter or over.
 */
export function callTicket(
	state: QueueState,
	command: Of<"call-ticket">,
	context: Context,
): Result<Event[]> {
	const free = freeCounter(state, command);
	if (!free.ok) return free;
	const { held, ending, goesOn } = free.value;
	const ticket = state.tickets.get(command.ticketId);
	if (!ticket) return refused("ticket/unknown");
	const { number } = ticket;
	if (isAtCounter(ticket)) return refused("ticket/not-waiting", { number });
	if (!isOpen(ticket)) return refused("ticket/over", { number });
	const next = nextAt(state, held, context, goesOn);
	if (next?.ticket === ticket) return accepted([...ending, called(held, next, ending)]);
	const reason = command.reason?.trim() ?? "";
	if (reason === "") return refused("ticket/reason-needed", { number });
	const outOfTurn = {
		ticket,
		rule: "out-of-turn" as const,
		facts: { reason, ...(next && { insteadOf: next.ticket.number }) },
		turns: null,
	};
	return accepted([...ending, called(held, outOfTurn, ending)]);
}

function nextAt(
	state: QueueState,
	{ counter }: HeldCounter,
	{ now }: Context,
	goesOn: Ticket | null = null,
) {
	const { id: counterId, turns } = counter;
	const services = servedAt(state, counterId);
	return chooseNext(state, { services, turns, counterId }, now, goesOn);
}

interface Freed {
	held: HeldCounter;
	ending: Event[];
	/** Whoever was here, as they will wait for the next service of their visit. */
	goesOn: Ticket | null;
}

/** An open counter, and what lets whoever is at it go. */
function freeCounter(state: QueueState, command: Of<"call-next" | "call-ticket">): Result<Freed> {
	const held = heldCounter(state, command);
	if (!held.ok) return held;
	const { counter } = held.value;
	if (counter.status !== "open") return refused("counter/not-open");
	if (command.ifCurrent !== undefined && command.ifCurrent !== counter.currentTicketId) {
		return refused("counter/current-changed");
	}
	const current = state.tickets.get(counter.currentTicketId ?? "");
	if (!current) return accepted({ held: held.value, ending: [], goesOn: null });
	const ending = goOn(current, counter.id);
	const goesOn =
		ending.type === "ticket-transferred" ? { ...current, serviceId: ending.serviceId } : null;
	return accepted({ held: held.value, ending: [ending], goesOn });
}

function called(
	{ counter }: HeldCounter,
	choice: { ticket: Ticket; rule: CallRule; facts: CallFacts; turns: Turns | null },
	ending: readonly Event[],
): Event {
	const { ticket, rule, facts, turns } = choice;
	return {
		type: "ticket-called",
		ticketId: ticket.id,
		counterId: counter.id,
		rule,
		...(Object.keys(facts).length > 0 && { facts }),
		...(turns && { turns }),
		...(ending.length > 0 && { endedCurrent: true as const }),
	};
}
