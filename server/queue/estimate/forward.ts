import type { Ticket } from "../ticket.ts";
import { type Attendance, createAttendance } from "./attendance.ts";
import type { Beliefs, CounterBelief } from "./beliefs.ts";
import { type Coming, createComing } from "./coming.ts";
import type { Floor, FloorLane } from "./floor.ts";
import { servedBetween } from "./hours.ts";
import { createPick, type Pick } from "./pick.ts";
import type { Random } from "./random.ts";
import { createReturns } from "./returns.ts";
import { beginLane, comeTo, newRunLane, type RunLane, someoneFor, takeHead } from "./run-lane.ts";
import { createSoonest } from "./soonest.ts";

/** Goes through what is left of the day, once for each run. */
export interface Forward {
	/**
	 * Plays one run through.
	 * @param called at each place of the floor comes when it is called, milliseconds since 1970; infinite: not today
	 * @returns in how many steps
	 */
	run(at: number, called: Float64Array): number;
}

interface RunService {
	id: string;
	holds: readonly number[];
	/** By how much all its holds are longer in this run. */
	factor: number;
	coming: Coming | null;
	/** Those into which people come, by class. */
	lanes: Map<string | null, RunLane>;
	counters: RunCounter[];
}

interface RunCounter {
	belief: CounterBelief;
	pick: Pick;
	lanes: RunLane[];
	services: RunService[];
	factor: number;
	/** When it can call. */
	freeMs: number;
	attendance: Attendance;
	/** Nobody is there to be called. */
	isIdle: boolean;
	/** It has been free since before the run. */
	isFresh: boolean;
}

/** A day has not more steps than this, whatever was learned. */
const mostSteps = 50_000;
/** Whoever has been at a counter for longer than is ever seen stays at least about so long. */
const leastLeftMs = 2 * 60_000;

/**
 * A forward simulation with the office's own rule of calling: counters call whenever they become free. Each run draws what is not known: how long people
 * take, how far what is believed of that is off, who comes, who does not, who is away.
 *
 * Somebody who would come now stands at the end of every lane. They cost no time and take nobody's turn: one set of runs answers for everybody.
 */
export function createForward(
	floor: Floor,
	beliefs: Beliefs,
	runs: number,
	random: Random,
): Forward {
	const { nowMs } = floor;
	const { spans, losses, horizonMs } = beliefs;
	const { patience } = losses;
	const offsets = beliefs.offsets(runs, random);
	/** How much longer those of a class take in this run. */
	const classFactors = new Map<string | null, number>();
	const services = new Map<string, RunService>();
	for (const [id, { holds, arrivals }] of beliefs.services) {
		services.set(id, {
			id,
			holds,
			factor: 1,
			coming: arrivals && createComing(arrivals, runs, random),
			lanes: new Map(),
			counters: [],
		});
	}
	const lanes = new Map<FloorLane, RunLane>();
	for (const lane of floor.lanes) {
		const own = newRunLane(lane);
		lanes.set(lane, own);
		if (lane.newcomer) services.get(lane.serviceId)?.lanes.set(lane.priorityClass, own);
	}
	const counters = beliefs.counters.map((belief): RunCounter => {
		const mine = belief.counter.lanes.flatMap((lane) => lanes.get(lane) ?? []);
		return {
			belief,
			pick: createPick(floor, mine, belief.counter.turns, greet),
			lanes: mine,
			services: belief.counter.services.flatMap((id) => services.get(id) ?? []),
			factor: 1,
			freeMs: 0,
			attendance: createAttendance(beliefs.presence, spans, random),
			isIdle: false,
			isFresh: true,
		};
	});
	for (const counter of counters) {
		for (const service of counter.services) service.counters.push(counter);
	}
	const order = createSoonest(counters);
	const returns = createReturns<RunLane>(({ to, ticket }) => comeTo(to, ticket));

	let called: Float64Array = new Float64Array(0);
	/** How many of those who can be called in this run have not been. */
	let left = 0;
	/** Which run it is. */
	let playing = 0;
	/** Counters at rest will have somebody to call. */
	let isWoken = false;

	function begin(at: number): void {
		playing = at;
		returns.begin();
		for (const [id, factor] of beliefs.classes) {
			classFactors.set(id, Math.exp(factor + offsets.ofClass(at, id)));
		}
		for (const service of services.values()) {
			service.factor = Math.exp(offsets.ofService(at, service.id));
			service.coming?.begin(at);
		}
		for (const lane of lanes.values()) beginLane(lane);
		const reached = new Set<RunLane>();
		for (const counter of counters) {
			beginCounter(counter, at);
			if (counter.freeMs < horizonMs) for (const lane of counter.lanes) reached.add(lane);
		}
		left = 0;
		for (const { floor: lane } of reached) left += lane.tickets.length + (lane.newcomer ? 1 : 0);
	}

	/** How much longer more files take than one, in the run that is played. */
	function filesFactor(files: number): number {
		return files === 1 ? 1 : Math.exp(beliefs.files(files) + offsets.ofFiles(playing, files));
	}

	function beginCounter(counter: RunCounter, at: number): void {
		const { current, post, speed, officer, pausedMs } = counter.belief;
		counter.pick.begin();
		counter.factor = Math.exp(speed + offsets.ofOfficer(at, officer));
		counter.isIdle = false;
		counter.isFresh = current === null;
		const thereMs = post.drawFromMs(random);
		// Who is with somebody was there when they were called, and may since have had enough.
		const seenMs = current ? nowMs - current.soFarMs : thereMs;
		counter.attendance.begin(seenMs, pausedMs);
		const isAwaited = counter.lanes.some(({ head }) => head !== null);
		const readyMs = current
			? nowMs + leftOf(counter, current) + drawFrom(losses.gaps)
			: thereMs + drawFrom(isAwaited ? losses.gaps : losses.reactions);
		counter.freeMs = Math.max(thereMs, readyMs);
	}

	/** How much longer whoever is there takes, given how long they have been. */
	function leftOf(counter: RunCounter, current: NonNullable<CounterBelief["current"]>): number {
		const { serviceId, soFarMs, maySilentlyBeOver } = current;
		const service = services.get(serviceId);
		if (service && maySilentlyBeOver && random.next() < losses.silentShare) {
			return Math.max(0, drawHold(counter, service, current) - soFarMs);
		}
		for (let tries = 0; service && tries < 8; tries++) {
			const ms = drawHold(counter, service, current) - soFarMs;
			if (ms > 0) return ms;
		}
		// Longer than nearly all: the longer it has lasted, the longer it will.
		return random.exponential(Math.max(leastLeftMs, soFarMs / 3));
	}

	function drawHold(
		counter: RunCounter,
		{ holds, factor }: RunService,
		{ files, priorityClass }: { files: number; priorityClass: string | null },
	): number {
		const ofClass = classFactors.get(priorityClass) ?? 1;
		return drawFrom(holds) * factor * counter.factor * ofClass * filesFactor(files);
	}

	function drawFrom(values: readonly number[]): number {
		return values[random.below(values.length)] ?? 0;
	}

	/** Lets in who has come to the counter's services by then. */
	function admit(counter: RunCounter, untilMs: number): void {
		for (const { coming, lanes: open } of counter.services) {
			while (coming && coming.nextMs <= untilMs) {
				const comesMs = coming.nextMs;
				const lane = open.get(coming.take()) ?? open.get(null);
				if (lane) comeTo(lane, someoneFor(lane, comesMs));
			}
		}
		returns.admit(untilMs);
	}

	function callAt(counter: RunCounter): void {
		const at = counter.freeMs;
		admit(counter, at);
		for (;;) {
			const lane = counter.pick.next(at);
			const ticket = lane?.head;
			if (!lane || !ticket) {
				rest(counter, at);
				return;
			}
			if (lane.headAt >= 0) {
				called[lane.headAt] = at;
				left--;
			}
			takeHead(lane);
			// Who has left meanwhile is not called; had they stayed, they would be called now.
			const soFarMs = triedBy(ticket, nowMs);
			if (random.next() < patience.gaveUpBetween(soFarMs, triedBy(ticket, at))) continue;
			serve(counter, ticket, at);
			return;
		}
	}

	/** How long somebody has waited in the office's hours. */
	function triedBy({ place }: Ticket, at: number): number {
		return servedBetween(spans, place, at);
	}

	function serve(counter: RunCounter, ticket: Ticket, at: number): void {
		counter.isIdle = false;
		counter.isFresh = false;
		const service = services.get(ticket.serviceId);
		if (!service || random.next() < patience.missedAfter(triedBy(ticket, at))) {
			counter.freeMs = at + drawFrom(losses.missedHolds) + drawFrom(losses.gaps);
			return;
		}
		const endMs = at + drawHold(counter, service, ticket);
		counter.freeMs = endMs + drawFrom(losses.gaps);
		const [nextId, ...visit] = ticket.visit;
		if (nextId !== undefined) {
			comesBack({ ...ticket, serviceId: nextId, visit, returning: false }, endMs);
		} else if (random.next() < losses.cameBackShare(service.id)) {
			comesBack({ ...ticket, returning: false }, endMs + random.exponential(losses.backAfterMs));
		}
	}

	/** Into the line again, with the old place. */
	function comesBack(ticket: Ticket, atMs: number): void {
		const service = services.get(ticket.serviceId);
		const lane = service?.lanes.get(ticket.priorityClass) ?? service?.lanes.get(null);
		if (!service || !lane) return;
		returns.add({ atMs, to: lane, ticket });
		for (const counter of service.counters) {
			if (!counter.isIdle) continue;
			counter.freeMs = Math.min(counter.freeMs, atMs);
			isWoken = true;
		}
	}

	/** Nobody is there: until somebody comes. */
	function rest(counter: RunCounter, at: number): void {
		counter.isIdle = true;
		counter.isFresh = false;
		let nextMs = returns.nextMs(counter.lanes);
		for (const { coming } of counter.services) {
			if (coming && coming.nextMs < nextMs) nextMs = coming.nextMs;
		}
		counter.freeMs = Math.max(at, nextMs + drawFrom(losses.reactions));
	}

	function greet(lane: RunLane, at: number): void {
		lane.isNewcomerLeft = false;
		called[lane.floor.newcomerAt] = at;
		left--;
	}

	return {
		run(at, into) {
			called = into;
			called.fill(Number.POSITIVE_INFINITY);
			begin(at);
			order.begin();
			let steps = 0;
			for (; left > 0 && steps < mostSteps; steps++) {
				const counter = order.first();
				if (!counter || counter.freeMs >= horizonMs) break;
				const backMs = counter.attendance.awayUntil(counter.freeMs, counter.isFresh);
				if (backMs === null) callAt(counter);
				else counter.freeMs = backMs;
				if (isWoken) order.begin();
				else order.settle();
				isWoken = false;
			}
			return steps;
		},
	};
}
