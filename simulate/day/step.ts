import type { Happening } from "./agenda.ts";
import { act, beginPeriod, beginServing, whoCalled } from "./officers.ts";
import {
	comes,
	comesLate,
	crowdComes,
	expectCrowds,
	expectNext,
	leaves,
	openDoor,
	returns,
} from "./people.ts";
import type { World } from "./world.ts";
import { put } from "./world.ts";

/** Opens the day, some time before anybody may come. */
export function beginDay(world: World): void {
	const { calendar } = world.laws;
	const first = Math.min(...[...calendar.counters, ...calendar.tickets].map(({ from }) => from));
	world.nowMs = first - 30 * 60_000;
	put(world, { type: "open-day", day: calendar.day, settings: world.place.settings });
	expectNext(world);
	expectCrowds(world);
	for (const officer of world.officers) beginPeriod(world, officer);
}

/** Lets the next thing happen; says whether there was one. */
export function step(world: World): boolean {
	const next = world.agenda.soonest();
	if (!next) return false;
	// The hub looks every five seconds whether time has changed a line: only that moves places without anybody's act.
	const crossedMs = nextCrossing(world);
	if (crossedMs < next.atMs) {
		world.nowMs = Math.max(world.nowMs, crossedMs);
		world.lookedMs = world.nowMs;
		put(world, { type: "pass-time" });
		return true;
	}
	world.agenda.take();
	if (next.atMs < world.nowMs) throw new Error(`${next.what.type} comes too late`);
	world.nowMs = next.atMs;
	happen(world, next.what);
	return true;
}

/** Ends the day once nothing more happens. */
export function endDay(world: World): void {
	while (step(world));
	put(world, { type: "close-day" });
}

const lookEveryMs = 5_000;

function nextCrossing({ state, lookedMs }: World): number {
	const [soonest] = state.crossings;
	if (!soonest) return Number.POSITIVE_INFINITY;
	let crossingMs = soonest.atMs;
	if (crossingMs <= lookedMs) {
		crossingMs = Number.POSITIVE_INFINITY;
		for (const { atMs } of state.crossings) {
			if (atMs > lookedMs) crossingMs = Math.min(crossingMs, atMs);
		}
	}
	return Math.ceil(crossingMs / lookEveryMs) * lookEveryMs;
}

function happen(world: World, what: Happening): void {
	switch (what.type) {
		case "comes":
			comes(world);
			expectNext(world);
			return;
		case "door-opens":
			openDoor(world, what.place);
			return;
		case "crowd-comes":
			crowdComes(world);
			return;
		case "acts": {
			const officer = world.officers[what.place];
			if (officer?.turn === what.turn) act(world, officer);
			return;
		}
		default: {
			const person = world.people.get(what.ticketId);
			if (person?.turn !== what.turn) return;
			if (what.type === "leaves") leaves(world, person, what.saysSo);
			else if (what.type === "returns") returns(world, person);
			else {
				const officer = whoCalled(world, what.ticketId);
				if (officer) beginServing(world, officer, person);
				else comesLate(world, person);
			}
		}
	}
}
