import type { Lane } from "./lanes.ts";
import type { QueueState, ServiceState } from "./state.ts";
import type { Ticket } from "./ticket.ts";

/**
 * The form of a state's lines. Raise it whenever `QueueState` or what `evolve` makes of an event changes: a snapshot of another form is
 * passed over and the day is folded from its events.
 */
const stateForm = 9;

/** How many tickets stand in a line, so that writing them never holds the hub up for long. */
const ticketsALine = 200;

interface Head
	extends Omit<QueueState, "tickets" | "lines" | "lastNumber" | "counters" | "services"> {
	form: number;
	lines: [string, Lane[]][];
	lastNumber: [string, number][];
	services: ServiceState[];
	counters: QueueState["counters"] extends Map<string, infer Counter> ? Counter[] : never;
}

/** A state as it was at one moment. */
export interface FrozenState {
	head: string;
	tickets: Ticket[];
}

/** Takes a state down as it is now; quick, since only flat copies are made. */
export function freeze(state: QueueState): FrozenState {
	const { tickets, lines, lastNumber, counters, services, ...plain } = state;
	const head: Head = {
		form: stateForm,
		...plain,
		lines: [...lines],
		lastNumber: [...lastNumber],
		counters: [...counters.values()],
		services: [...services.values()],
	};
	return {
		head: JSON.stringify(head),
		tickets: [...tickets.values()].map((ticket) => ({ ...ticket })),
	};
}

/** The lines of a frozen state: its head, then its tickets. */
export function* linesOfState({ head, tickets }: FrozenState): Generator<string> {
	yield `{"state":${head}}`;
	for (let from = 0; from < tickets.length; from += ticketsALine) {
		yield JSON.stringify({ tickets: tickets.slice(from, from + ticketsALine) });
	}
}

/** Takes a state's lines one by one; lines of anything else are left to others. */
export interface Thawing {
	take(text: string): void;
	/** The state that the lines told of; null where they are of another form. */
	state(): QueueState | null;
}

export function thaw(): Thawing {
	let head: Head | undefined;
	const tickets = new Map<string, Ticket>();
	return {
		take(text) {
			if (text.startsWith('{"state":')) head = JSON.parse(text).state;
			if (!text.startsWith('{"tickets":')) return;
			const line: { tickets: Ticket[] } = JSON.parse(text);
			for (const ticket of line.tickets) tickets.set(ticket.id, ticket);
		},
		state: () => (head?.form === stateForm ? stateOf(head, tickets) : null),
	};
}

function stateOf(head: Head, tickets: Map<string, Ticket>): QueueState {
	const { form: _, lines: waiting, lastNumber, counters, services, ...plain } = head;
	return {
		...plain,
		tickets,
		lines: new Map(waiting),
		lastNumber: new Map(lastNumber),
		counters: new Map(counters.map((counter) => [counter.id, counter])),
		services: new Map(services.map((service) => [service.id, service])),
	};
}
