import type { Office } from "../config/office.ts";
import type { TakeTicket } from "../protocol/tickets.ts";
import { usualRules } from "../server/queue/policy.ts";
import type { DayLaws } from "../simulate/laws/day-laws.ts";
import { secondMs, uniform } from "../simulate/laws/draws.ts";
import { type Random, seeded } from "../simulate/laws/random.ts";
import type { Hall } from "./hall.ts";
import { demoLaws, freeCounters, meanTurnMs } from "./laws.ts";
import { act, actsIn } from "./officers.ts";
import { comes, expectNext, isGone, leaves, returns } from "./people.ts";
import { type Happening, newWorld, type OfficerAt, type World } from "./world.ts";

export interface LifeParts {
	office: Office;
	hall: Hall;
	seed: string;
	/** What people ask a kiosk for beside the service. */
	wish: World["wish"];
	clock: LifeClock;
}

export interface LifeClock {
	/** Never goes back. */
	nowMs(): number;
	/** Resolves then, or when the signal is given. */
	until(atMs: number, signal: AbortSignal): Promise<void>;
}

/** So many stand at the door of each counter when the demonstration begins. */
const crowd = 3;
/** How often it is looked how the lines really stand. */
const lookMs = 15 * secondMs;

/** Who works at the counters that are not left free. */
export function officersOf(office: Office, laws: DayLaws, random: Random): OfficerAt[] {
	const free = freeCounters(office);
	// Whoever works at the free counter is not to run out of people at once.
	const isShared = (services: readonly string[]) =>
		office.counters.some(
			({ id, services: own }) => free.includes(id) && own.some((one) => services.includes(one)),
		);
	return office.counters.flatMap(({ id, services }, place) => {
		if (free.includes(id)) return [];
		const law = laws.officer(place);
		return {
			place,
			desk: { counterId: id, officer: `sim-${id}` },
			services,
			law,
			random: random.fork(`officer/${place}`),
			perMs: (isShared(services) ? 1.8 : 1) / (meanTurnMs(laws, services) * law.slowness),
			phase: "out" as const,
			current: null,
			pauseAtMs: 0,
			begun: 0,
		};
	});
}

/**
 * Citizens and officers act until the signal is given, one after the other: what comes next is kept by its moment, and nobody acts while
 * somebody else waits for an answer. A refusal is no fault: people go on as things stand.
 */
export async function live(world: World, clock: LifeClock, signal: AbortSignal): Promise<void> {
	while (!signal.aborted) {
		const next = world.agenda.soonest();
		if (!next) throw new Error("nothing is to happen any more");
		await clock.until(next.atMs, signal);
		if (signal.aborted) return;
		world.agenda.take();
		world.nowMs = Math.max(world.nowMs, clock.nowMs());
		await happen(world, next.what);
	}
}

/** A hall before its door opens: who will come in, and who will work. */
export function beginLife({ office, hall, seed, wish, clock }: LifeParts): World {
	const laws = demoLaws(office, seed);
	const random = seeded(`life/${seed}`);
	const officers = officersOf(office, laws, random);
	const maxFiles = office.tickets?.maxFiles ?? usualRules.maxFiles;
	const world = newWorld({ hall, laws, random, officers, wish, maxFiles });
	world.nowMs = clock.nowMs();
	for (const officer of officers) {
		for (let one = 0; one < crowd; one++) {
			const { place } = officer;
			const atMs = world.nowMs + uniform(random, 0, 6) * secondMs;
			world.agenda.enter(atMs, { type: "comes", place, isSure: true });
		}
		actsIn(world, officer, uniform(random, 0, 2) * secondMs);
		expectNext(world, officer);
	}
	world.agenda.enter(world.nowMs + lookMs, { type: "looks" });
	return world;
}

async function happen(world: World, what: Happening): Promise<void> {
	switch (what.type) {
		case "comes": {
			const officer = officerAt(world, what.place);
			if (!what.isSure) expectNext(world, officer);
			await comes(world, officer, what.isSure);
			return;
		}
		case "leaves":
			if (isStill(world, what)) await leaves(world, what.ticketId, what.saysSo);
			return;
		case "returns":
			if (isStill(world, what)) await returns(world, what.ticketId, what.act);
			return;
		case "acts":
			await act(world, officerAt(world, what.place));
			return;
		case "looks":
			world.agenda.enter(world.nowMs + lookMs, { type: "looks" });
			await look(world);
	}
}

function isStill({ people }: World, { ticketId, turn }: { ticketId: string; turn: number }) {
	return people.get(ticketId)?.turn === turn;
}

function officerAt({ officers }: World, place: number): OfficerAt {
	const officer = officers.find((one) => one.place === place);
	if (!officer) throw new Error(`nobody works at the counter with place ${place}`);
	return officer;
}

/** Whoever is nowhere any more has gone: served by somebody real, or with a day that has ended. */
async function look(world: World): Promise<void> {
	const [first] = world.officers;
	const seen = first && (await world.hall.lines(first.desk.officer));
	if (!seen?.ok) return;
	const { waiting, aside } = seen.value;
	world.waiting = new Map(waiting.map(({ id, serviceId }) => [id, serviceId]));
	const here = new Set([
		...world.waiting.keys(),
		...aside,
		...world.officers.map(({ current }) => current?.ticketId),
	]);
	for (const ticketId of world.people.keys()) if (!here.has(ticketId)) isGone(world, ticketId);
}

/** One of a service's procedures for most people, and a language; printed at one of the kiosks. */
export function wishes(
	kiosks: readonly string[],
	proceduresOf: ReadonlyMap<string, readonly string[]>,
	drawLanguage: (random: Random) => "vi" | "en",
): (random: Random, serviceId: string) => Partial<TakeTicket> {
	const draw = (random: Random, some: readonly string[]) =>
		some[Math.floor(random.next() * some.length)];
	return (random, serviceId) => {
		const kioskId = draw(random, kiosks);
		const code = random.next() < 0.7 ? draw(random, proceduresOf.get(serviceId) ?? []) : undefined;
		return {
			language: drawLanguage(random),
			...(kioskId !== undefined && { kioskId }),
			...(code !== undefined && { procedureCode: code }),
		};
	};
}
