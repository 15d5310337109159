import type { Office } from "../config/office.ts";
import type { DayLaws, DayOfficer } from "../simulate/laws/day-laws.ts";
import { chance, minuteMs, secondMs, uniform } from "../simulate/laws/draws.ts";
import { drawOfficeLaws } from "../simulate/laws/office-laws.ts";
import { type Random, seeded } from "../simulate/laws/random.ts";
import { meanServingMs } from "../simulate/laws/serving.ts";

/** Minutes that each service takes: an office of short errands, so that whoever looks on sees a call every forty seconds or so. */
const minutes = 2;

/** The sample office as the demonstration has it: its file tells the hub too how long a service takes. */
export function demoOffice(office: Office): Office {
	return { ...office, services: office.services.map((service) => ({ ...service, minutes })) };
}

/** The counters that are left to whoever tries the demonstration out: the last of those that have a colleague with the same services. */
export function freeCounters({ counters }: Pick<Office, "counters">): string[] {
	const twins = counters.filter(({ services }, at) =>
		counters.slice(0, at).some((other) => services.every((id) => other.services.includes(id))),
	);
	return twins.slice(-1).map(({ id }) => id);
}

/**
 * The simulator's laws for a day that does not end and has neither rush nor lunch. People are less patient than in an office, and mend what
 * is missing sooner: everything that can become of a number becomes of one within some minutes.
 */
export function demoLaws(office: Office, seed: string): DayLaws {
	const laws = drawOfficeLaws(office, seed);
	const random = seeded(`demo/${seed}`);
	const always = [{ from: 0, to: Number.POSITIVE_INFINITY }];
	return {
		kind: "typical",
		calendar: {
			day: "",
			counters: always,
			tickets: always,
			byService: new Map(office.services.map(({ id }) => [id, always])),
		},
		seed,
		quarters: [],
		crowds: [],
		wants: office.services.map(({ id }) => ({ id, share: 1 })),
		services: laws.services,
		classes: laws.classes,
		hiddenPickups: 0.1,
		people: {
			patienceMs: 30 * minuteMs,
			patienceSpread: 0.6,
			saySo: 0.5,
			walkMs: 16 * secondMs,
			distracted: 0.04,
			distractedMs: 2 * minuteMs,
			mend: 0.06,
			mendMs: 4 * minuteMs,
			neverBack: 0.05,
			wrongPlace: 0.03,
			visits: 0.04,
			appointments: 0,
		},
		tired: 0,
		officer: (place) => officerOf(laws.officer(place), random.fork(`officer/${place}`)),
	};
}

function officerOf(law: ReturnType<ReturnType<typeof drawOfficeLaws>["officer"]>, random: Random) {
	return {
		...law,
		isIn: true,
		turnaroundMs: uniform(random, 5, 12) * secondMs,
		recallMs: uniform(random, 25, 40) * secondMs,
		overtimeMs: { noon: 0, evening: 0 },
	} satisfies DayOfficer;
}

/** From the call of one person to the call of the next, about, at a counter with these services. */
export function meanTurnMs(laws: DayLaws, services: readonly string[]): number {
	const means = services.flatMap((id) => {
		const service = laws.services.get(id);
		return service ? [meanServingMs(laws, service)] : [];
	});
	const servingMs = means.reduce((sum, ms) => sum + ms, 0) / Math.max(1, means.length);
	return servingMs + 35 * secondMs;
}

/** From one pause of an officer to the next, and how long it is. */
export function drawPauseAfterMs(random: Random): number {
	return uniform(random, 6, 40) * minuteMs;
}

export function drawPauseMs(random: Random): number {
	return uniform(random, 1, 3) * minuteMs;
}

/** One in twelve reads English. */
export function drawLanguage(random: Random): "vi" | "en" {
	return chance(random, 1 / 12) ? "en" : "vi";
}
