import { stoppedMs } from "../hall.ts";
import type { QueueState } from "../state.ts";
import type { ArrivalBelief } from "./arrivals.ts";
import type { Floor, FloorCounter } from "./floor.ts";
import { type HoursOf, type Span, withoutBreaks } from "./hours.ts";
import { type Learner, officerAt } from "./learner.ts";
import type { LossBelief } from "./losses.ts";
import type { PresenceBelief } from "./presence.ts";
import type { ServiceTimes } from "./service-times.ts";
import { type Post, postOf } from "./staffing.ts";

/** All that runs draw from: what is believed at one moment. */
export interface Beliefs {
	spans: readonly Span[] | null;
	/** When the day is over, whoever still waits. */
	horizonMs: number;
	services: Map<string, { holds: readonly number[]; arrivals: ArrivalRates | null }>;
	counters: CounterBelief[];
	losses: LossBelief;
	presence: PresenceBelief;
	/** The logarithmic factor of those of a priority class. */
	classes: ReadonlyMap<string, number>;
	/** The logarithmic factor of so many files. */
	files: ServiceTimes["ofFiles"];
	/** How far what is believed of holds, officers, classes and files may be off. */
	offsets: ServiceTimes["draw"];
}

/** How people come, by steps of a quarter of an hour from `fromMs` on. */
export interface ArrivalRates extends Pick<ArrivalBelief, "doubt" | "classes"> {
	fromMs: number;
	/** People a millisecond. */
	rates: number[];
}

export interface CounterBelief {
	counter: FloorCounter;
	post: Post;
	officer: string;
	/** Its officer's logarithmic factor. */
	speed: number;
	/** When its last pause began today; null: it had none. */
	pausedMs: number | null;
	/** Who is there. */
	current: {
		serviceId: string;
		priorityClass: string | null;
		files: number;
		soFarMs: number;
		maySilentlyBeOver: boolean;
	} | null;
}

export const stepMs = 15 * 60_000;
/** Where an office never closes nobody is told of a wait beyond this. */
const farthestMs = 12 * 3_600_000;
/** How much longer than its hours an office may go on. */
const overtimeMs = 2 * 3_600_000;

/** Null where nothing is known of any service. */
export function beliefsOf(floor: Floor, learner: Learner, hours: HoursOf): Beliefs | null {
	const { state, nowMs } = floor;
	const spans = hours(null, nowMs)?.counters ?? null;
	const last = spans?.at(-1)?.to;
	const horizonMs = spans ? Math.max(last ?? nowMs, nowMs) + overtimeMs : nowMs + farthestMs;
	const services: Beliefs["services"] = new Map();
	const given = new Set(state.settings.services.map(({ id }) => id));
	for (const id of new Set([...given, ...floor.lanes.map(({ serviceId }) => serviceId)])) {
		const holds = learner.times.holdsOf(id);
		if (!holds) continue;
		const arrivals =
			floor.isPlain || !given.has(id)
				? null
				: ratesOf(
						learner.arrivals.beliefOf(id, nowMs, hours(id, nowMs)?.tickets ?? null),
						nowMs,
						horizonMs,
					);
		services.set(id, { holds, arrivals });
	}
	if (services.size === 0) return null;
	return {
		spans,
		horizonMs,
		services,
		counters: floor.counters.map((counter) => {
			const officer = officerAt(state, counter.id);
			const speed = learner.times.ofOfficer(officer);
			const post = postOf(state, counter.id, learner.presence, spans, nowMs);
			const current = currentAt(state, counter, spans, nowMs);
			const pausedMs = learner.presence.todayOf(counter.id).lastPauseMs;
			return { counter, post, officer, speed, pausedMs, current };
		}),
		losses: learner.losses.belief(),
		presence: learner.presence.belief(),
		classes: new Map(
			state.settings.priorityClasses.map((id) => [id, learner.times.ofClass(id)] as const),
		),
		files: learner.times.ofFiles,
		offsets: learner.times.draw,
	};
}

function ratesOf(
	{ rateAt, doubt, classes }: ArrivalBelief,
	nowMs: number,
	horizonMs: number,
): ArrivalRates {
	const rates: number[] = [];
	for (let at = nowMs; at < horizonMs; at += stepMs) rates.push(rateAt(at));
	return { fromMs: nowMs, rates, doubt, classes };
}

function currentAt(
	state: QueueState,
	counter: FloorCounter,
	spans: readonly Span[] | null,
	nowMs: number,
): CounterBelief["current"] {
	const ticket = state.tickets.get(state.counters.get(counter.id)?.currentTicketId ?? "");
	if (!ticket?.calledAt) return null;
	const since = Date.parse(ticket.calledAt);
	const soFarMs = withoutBreaks(spans, since, nowMs) - stoppedMs(state.hall, since, nowMs);
	return {
		serviceId: ticket.serviceId,
		priorityClass: ticket.priorityClass,
		files: ticket.files,
		soFarMs: Math.max(0, soFarMs),
		maySilentlyBeOver: counter.lanes.every(({ tickets }) => tickets.length === 0),
	};
}
