import type { Officer, QueueSettings } from "./event.ts";
import type { Ticket } from "./ticket.ts";

/** One office's day. Only `evolve` changes it. */
export interface QueueState {
	/** The business day, YYYY-MM-DD; empty before the first is opened. */
	day: string;
	dayClosed: boolean;
	/** The number of the last event folded in. */
	seq: number;
	settings: QueueSettings;
	tickets: Map<string, Ticket>;
	/** Who waits for a service: ticket ids in the order in which they were issued, so that a place is found by halving. */
	lines: Map<string, string[]>;
	/** The last number given with each letter today: a service that takes another's letter goes on counting. */
	lastNumber: Map<string, number>;
	counters: Map<string, CounterState>;
	/** The newest calls first, each ticket once; one more than any screen shows, so that a view can name the one that dropped out. */
	recentCalls: RecentCall[];
}

export interface CounterState {
	readonly id: string;
	status: "open" | "paused" | "closed";
	officer: Officer | null;
	currentTicketId: string | null;
}

export interface RecentCall {
	readonly ticketId: string;
	readonly counterId: string;
	readonly callCount: number;
	readonly seq: number;
	readonly at: string;
}

/** How many calls screens show: the one now and six before it. */
export const shownCalls = 7;

export function emptyState(): QueueState {
	return {
		day: "",
		dayClosed: false,
		seq: 0,
		settings: { digest: "", services: [], counters: [], priorityClasses: [] },
		tickets: new Map(),
		lines: new Map(),
		lastNumber: new Map(),
		counters: new Map(),
		recentCalls: [],
	};
}
