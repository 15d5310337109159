import type { Crossing } from "./crossings.ts";
import type { HallPeriod, Officer, QueueSettings, Quota, Said, Turns } from "./event.ts";
import type { StopReason } from "./hall.ts";
import type { Lane } from "./lanes.ts";
import {
	type CallPolicy,
	type PolicyToday,
	type TicketRules,
	usualPolicy,
	usualRules,
} from "./policy.ts";
import type { Ticket } from "./ticket.ts";

/** One office's day. Only `evolve` changes it. */
export interface QueueState {
	/** The business day, YYYY-MM-DD; empty before the first is opened. */
	day: string;
	dayClosed: boolean;
	/** The number of the last event folded in. */
	seq: number;
	/** The latest instant of any event, milliseconds since 1970: time never goes back in the line, also where a clock did. */
	clockMs: number;
	settings: QueueSettings;
	policy: CallPolicy;
	rules: TicketRules;
	tickets: Map<string, Ticket>;
	/** Who waits for a service, by lane. */
	lines: Map<string, Lane[]>;
	/** When the order of a line will change by itself: a heap, see `crossings.ts`. */
	crossings: Crossing[];
	/** Whether anybody was given a place that was still to come (a slot, many files): who comes later may stand before them. */
	gaveLaterPlaces: boolean;
	/** The last number given with each letter today: a service that takes another's letter goes on counting. */
	lastNumber: Map<string, number>;
	/** The numbers that were given on paper today. */
	slips: string[];
	counters: Map<string, CounterState>;
	/**
	 * The newest calls first, each ticket once: the last of all, and the last of each counter, since a board may be there for a few counters alone;
	 * one more than any screen shows, so that a view can name the one that dropped out.
	 */
	recentCalls: RecentCall[];
	hall: HallState;
	/** What is of today alone, for each service of the settings. */
	services: Map<string, ServiceState>;
}

/** The hall as a whole, today. Instants are ISO 8601, UTC. */
export interface HallState {
	/** Since when and why nobody is called and no number is given; null while all goes on. */
	stopped: { at: string; reason: StopReason; note: Said | null } | null;
	/** The stops of today that are over. */
	stops: { from: string; to: string }[];
	/** Today's hours where a supervisor has moved them; no periods: closed. */
	hours: { periods: HallPeriod[]; reason: Said | null } | null;
	/** How today's calls are chosen where a supervisor has decided it; null: as the office has set it. */
	policy: PolicyToday | null;
}

export interface ServiceState {
	readonly id: string;
	/** Since when and why no numbers are given; null while they are. */
	closed: { at: string; reason: Said | null } | null;
	quota: Quota;
	/** How many numbers were given today. */
	issued: number;
}

export interface CounterState {
	readonly id: string;
	status: "open" | "paused" | "closed";
	/** Why it is paused, where the officer said so. */
	pausedFor: string | null;
	officer: Officer | null;
	/** The services its officer has chosen to serve; null: all of the counter's. */
	chosen: readonly string[] | null;
	currentTicketId: string | null;
	/** Whose turn it is here. */
	turns: Turns;
	/** What was done here last, as long as it can be undone. */
	lastAct: Act | null;
	/** Since when it stands as it does, by its status and by who is there and how, ISO 8601; null where nothing has happened there. */
	since: string | null;
}

/** What an officer did to tickets in one go, and how things stood before. */
export interface Act {
	/** Milliseconds since 1970. */
	readonly atMs: number;
	readonly lastSeq: number;
	/** Each ticket it was about, as it was before, in the order in which they were touched. */
	readonly before: readonly BeforeAct[];
	readonly turns: Turns;
	/** Since when the counter had stood as it did. */
	readonly since: string | null;
}

export interface BeforeAct {
	readonly ticket: Ticket;
	/** The call of it that screens showed. */
	readonly call: RecentCall | null;
}

export interface RecentCall {
	readonly ticketId: string;
	readonly counterId: string;
	/** The service it was called for. */
	readonly serviceId: string;
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
		clockMs: 0,
		settings: { digest: "", services: [], counters: [], priorityClasses: [] },
		policy: usualPolicy,
		rules: usualRules,
		tickets: new Map(),
		lines: new Map(),
		crossings: [],
		gaveLaterPlaces: false,
		lastNumber: new Map(),
		slips: [],
		counters: new Map(),
		recentCalls: [],
		hall: { stopped: null, stops: [], hours: null, policy: null },
		services: new Map(),
	};
}
