import type { StampedEvent } from "../event.ts";
import type { QueueState } from "../state.ts";
import { notBefore } from "../waited.ts";
import { beliefsOf } from "./beliefs.ts";
import { type Floor, layFloor } from "./floor.ts";
import { createForward } from "./forward.ts";
import { createHindsight } from "./hindsight.ts";
import type { HoursOf } from "./hours.ts";
import { createLearner } from "./learner.ts";
import { createRandom } from "./random.ts";
import { nothingToSay, type Wait, type Waits, waitsFrom } from "./waits.ts";

/** Tells how long people will wait, from nothing but an office's events. Pure: the same events and moments give the same waits. */
export interface Estimator {
	/** Sees each event right after it was folded in, and learns from it. Events of earlier days, seen first, teach as well. */
	saw(state: QueueState, event: StampedEvent): void;
	/**
	 * The waits at a moment. Whoever takes a number within the next half minute is held against what was thought here for them.
	 * @param nowMs milliseconds since 1970
	 */
	estimate(state: QueueState, nowMs: number): Waits;
}

export interface EstimatorParts {
	/** How many minutes a service usually takes, by the office file; null where it does not say. */
	minutesOf(serviceId: string): number | null;
	/** The hours of the day in which an instant lies, breaks left out: of the whole office for null. */
	hours: HoursOf;
	/** What chance begins with. */
	seed: number;
	/** At most so many runs; fewer are made where very many wait. */
	runs?: number;
}

/** So many where few wait; fewer where each run is long, since there chance evens out within a run. */
const usualRuns = { plain: 200, chosen: 120 };
const leastRuns = 5;
/** About so many steps are played through for one estimate, where nobody can be overtaken and where the rule has to be asked. */
const playedSteps = { plain: 60_000, chosen: 12_000 };
/** For so long a thought holds for whoever comes. */
const holdsMs = 30_000;

export function createEstimator(parts: EstimatorParts): Estimator {
	const { hours, seed } = parts;
	const learner = createLearner(parts);
	const hindsight = createHindsight();
	/** What was thought last, as the runs had it. */
	let thought: { waits: Waits; nowMs: number } | null = null;
	/** In how many steps a run goes through. */
	let steps: number | null = null;
	/** What was thought of those who wait when they came, and when that was. */
	const waiting = new Map<string, { wait: Wait; cameMs: number }>();

	return {
		saw(state, event) {
			learner.saw(state, event);
			if (event.type === "ticket-issued") {
				const isNow = thought && Math.abs(state.clockMs - thought.nowMs) <= holdsMs;
				const isUsual = !event.appointmentAt && !event.visit && !event.files && !event.slip;
				const wait =
					isNow && isUsual && thought?.waits.newcomer(event.serviceId, event.priorityClass);
				if (wait) waiting.set(event.ticketId, { wait, cameMs: state.clockMs });
			} else if (event.type === "ticket-called") {
				const told = waiting.get(event.ticketId);
				if (told && event.rule !== "out-of-turn") {
					hindsight.learn(told.wait, state.clockMs - told.cameMs);
				}
				waiting.delete(event.ticketId);
			} else if (event.type === "ticket-transferred" || event.type === "ticket-cancelled") {
				waiting.delete(event.ticketId);
			} else if (event.type === "hall-stopped" || event.type === "day-opened") {
				// A stop is nobody's fault, and no wait.
				waiting.clear();
				thought = null;
			}
		},
		estimate(state, atMs) {
			const nowMs = notBefore(state, atMs);
			thought = null;
			// Nobody knows how long a stop lasts.
			if (state.hall.stopped || state.dayClosed || state.day === "") return nothingToSay;
			const floor = layFloor(state, nowMs);
			const beliefs = beliefsOf(floor, learner, hours);
			if (!beliefs) return nothingToSay;
			const random = createRandom(seed + state.seq);
			// How long a run is the last ones tell, and at first a single one.
			steps ??= createForward(floor, beliefs, 1, random).run(0, new Float64Array(floor.size));
			const count = runsFor(floor, steps, parts.runs);
			const forward = createForward(floor, beliefs, count, random);
			let played = 0;
			const runs = Array.from({ length: count }, (_, at) => {
				const called = new Float64Array(floor.size);
				played += forward.run(at, called);
				return called;
			});
			steps = played / count;
			thought = { waits: waitsFrom(floor, runs, beliefs.horizonMs), nowMs };
			return waitsFrom(floor, runs, beliefs.horizonMs, hindsight.corrector());
		},
	};
}

function runsFor({ isPlain }: Floor, steps: number, asked: number | undefined): number {
	const kind = isPlain ? "plain" : "chosen";
	const most = asked ?? usualRuns[kind];
	return Math.min(most, Math.max(leastRuns, Math.floor(playedSteps[kind] / (steps + 1))));
}
