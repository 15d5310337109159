import type { DayLaws, PeopleLaw } from "./day-laws.ts";
import { chance, exponential, logNormal } from "./draws.ts";
import type { Random } from "./random.ts";

/** How long somebody waits before they go, in the office's hours, and whether they say so: then the number is given up, else nobody knows. */
export interface Patience {
	lastsMs: number;
	saysSo: boolean;
}

export function drawPatience(random: Random, { people }: DayLaws): Patience {
	return {
		lastsMs: logNormal(random, people.patienceMs, people.patienceSpread),
		saysSo: chance(random, people.saySo),
	};
}

/** From the call to the counter, for somebody who is there. */
export function drawWalkMs(random: Random, { people }: DayLaws): number {
	const walkMs = logNormal(random, people.walkMs, 0.4);
	const late = chance(random, people.distracted);
	return late ? walkMs + exponential(random, people.distractedMs) : walkMs;
}

/** How long mending a form takes; infinite for who does not come back. */
export function drawMendingMs(random: Random, people: PeopleLaw): number {
	if (chance(random, people.neverBack)) return Number.POSITIVE_INFINITY;
	return logNormal(random, people.mendMs, 0.6);
}
