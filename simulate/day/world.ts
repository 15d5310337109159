import type { Office } from "../../config/office.ts";
import { createOfficeHours, type OfficeHours } from "../../server/office-hours.ts";
import type { Command } from "../../server/queue/command.ts";
import { decide } from "../../server/queue/decide.ts";
import type { Event, QueueSettings, StampedEvent } from "../../server/queue/event.ts";
import { evolve } from "../../server/queue/evolve.ts";
import { emptyState, type QueueState } from "../../server/queue/state.ts";
import type { DayLaws, DayOfficer } from "../laws/day-laws.ts";
import type { Plan } from "../laws/officers.ts";
import type { Random } from "../laws/random.ts";
import { type Agenda, createAgenda } from "./agenda.ts";

/** The office in which a day happens: the counters and the policy that are tried out. */
export interface Place {
	office: Office;
	settings: QueueSettings;
}

/** A day that is under way: the queue as the hub knows it, and the people in the hall, of whom it knows little. */
export interface World {
	readonly place: Place;
	readonly laws: DayLaws;
	readonly state: QueueState;
	/** What is still to happen. Every moment in it can be drawn anew, given that it has not come yet: see truth.ts. */
	readonly agenda: Agenda;
	/** Who waits, is at a counter, mends something or was missed; by ticket id. */
	readonly people: Map<string, Person>;
	readonly officers: readonly OfficerAt[];
	readonly hours: OfficeHours | null;
	/** What nobody's own stream is for. */
	readonly random: Random;
	nowMs: number;
	/** Who stands round the kiosk, and since when the next one does. */
	crowd: number;
	crowdSinceMs: number;
	/** How many have asked for a number. */
	came: number;
	turnedAway: number;
	tickets: number;
	/** The ticket that was issued last, until somebody asks. */
	issuedId: string | null;
	/** Up to when it was looked whether time has changed a line. */
	lookedMs: number;
	saw(event: StampedEvent): void;
}

export interface Person {
	readonly ticketId: string;
	/** Their own chance, so that the same people come to other counters and other policies. */
	readonly random: Random;
	/** Counts what becomes of them. */
	turn: number;
	/** Since when they wait, walk to the counter or mend something. */
	sinceMs: number;
	/** Since when they had waited when they were called. */
	waitedSinceMs: number;
	/** Has gone without a word; nobody can know. */
	hasLeft: boolean;
	/** Has mended what was missing. */
	isBack: boolean;
}

export interface OfficerAt {
	/** The counter's place in the office's list. */
	readonly place: number;
	readonly counterId: string;
	readonly law: DayOfficer;
	readonly random: Random;
	turn: number;
	/**
	 * `out` before opening and after closing, `break` and `errand` away meanwhile, `ready` about to call, `idle` because nobody waits, `noticing` that
	 * somebody does now, `calling` until somebody comes, `serving`.
	 */
	phase: "out" | "ready" | "idle" | "noticing" | "calling" | "serving" | "break" | "errand";
	sinceMs: number;
	/** The half of the day in which they work, or work next. */
	period: number;
	plan: Plan;
	had: { coffee: boolean; errand: boolean };
	/** When they last looked what is due: whatever was so by then has happened. */
	freeMs: number;
	/** Whom they have called or serve. */
	ticketId: string | null;
}

/** A day before anybody has come. */
export function newWorld(
	place: Place,
	laws: DayLaws,
	random: Random,
	saw: World["saw"] = () => {},
): World {
	const state = emptyState();
	const world: World = {
		place,
		laws,
		state,
		agenda: createAgenda(),
		people: new Map(),
		officers: staffOf(place, laws).map((law, at) =>
			newOfficer(place.settings.counters[at]?.id ?? "", at, law, random),
		),
		hours: lastTicketHours(place, state, () => world.nowMs),
		random,
		nowMs: 0,
		crowd: 0,
		crowdSinceMs: 0,
		came: 0,
		turnedAway: 0,
		tickets: 0,
		issuedId: null,
		lookedMs: 0,
		saw,
	};
	return world;
}

/** Where an office refuses who would no longer be served, the hub's own reckoning says who that is. */
export function lastTicketHours(
	{ office }: Place,
	state: QueueState,
	now: () => number,
): OfficeHours | null {
	if (office.lastTicket !== "refuse") return null;
	return createOfficeHours({ office, state: () => state, now });
}

/** Puts a command to the queue, now. Null where it is refused. */
export function put(world: World, command: Command): Event[] | null {
	const decided = decide(world.state, command, {
		now: world.nowMs,
		newTicketId: () => `phieu-${++world.tickets}`,
	});
	if (!decided.ok) return null;
	const at = new Date(world.nowMs).toISOString();
	for (const event of decided.value) {
		const stamped = { seq: world.state.seq + 1, at, ...event };
		evolve(world.state, stamped);
		world.saw(stamped);
	}
	return decided.value;
}

/** Enters when an officer acts next. */
export function actsAt(world: World, officer: OfficerAt, atMs: number): void {
	world.agenda.enter(atMs, { type: "acts", place: officer.place, turn: officer.turn });
}

/** What an officer does next is another thing from now on. */
export function turnTo(world: World, officer: OfficerAt, phase: OfficerAt["phase"]): void {
	officer.phase = phase;
	officer.sinceMs = world.nowMs;
	officer.turn++;
}

/** Who sits at which counter today. Where everybody is missing who has a service, colleagues stand in: late, and slower. */
function staffOf({ settings }: Place, laws: DayLaws): DayOfficer[] {
	const staff = settings.counters.map((_, place) => laws.officer(place));
	const isServed = (serviceId: string) =>
		settings.counters.some(
			({ services }, place) => staff[place]?.isIn && services.includes(serviceId),
		);
	for (const [place, { services }] of settings.counters.entries()) {
		const officer = staff[place];
		if (!officer || officer.isIn || services.every(isServed)) continue;
		staff[place] = { ...officer, isIn: true, late: 1, slowness: officer.slowness * 1.25 };
	}
	return staff;
}

function newOfficer(counterId: string, place: number, law: DayOfficer, random: Random): OfficerAt {
	const never = Number.POSITIVE_INFINITY;
	return {
		place,
		counterId,
		law,
		random: random.fork(`officer/${place}`),
		turn: 0,
		phase: "out",
		sinceMs: 0,
		period: 0,
		plan: { opensMs: never, coffeeMs: never, errandMs: never, leavesMs: never },
		had: { coffee: false, errand: false },
		freeMs: 0,
		ticketId: null,
	};
}
