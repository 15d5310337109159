import type { Office } from "../../config/office.ts";
import { logNormal, uniform } from "./draws.ts";
import { type Random, seeded } from "./random.ts";

/** What one office is like in all its days: drawn by its seed, so that nobody can know it beforehand. */
export interface OfficeLaws {
	seed: string;
	/** With its own counters: what comes does not follow the counters that are tried out. */
	office: Office;
	services: ReadonlyMap<string, ServiceLaw>;
	/** The share of the people who come with each class; the rest come without. */
	classes: readonly { id: string; share: number; isPickup: boolean; slower: number }[];
	/** The officer who sits at the counter with this place in the office's list. */
	officer(place: number): OfficerLaw;
}

export interface ServiceLaw {
	/** Half are served in less, by an officer as quick as most. */
	medianMs: number;
	/** The standard deviation of the logarithm. */
	spread: number;
	/** How many people want it, as compared with others. */
	popularity: number;
	/** The share of cases that take several times as long. */
	hardCases: number;
	/** The share of people who bring many files. */
	manyFiles: number;
}

export interface OfficerLaw {
	username: string;
	name: string;
	/** How long this officer takes, as compared with others. */
	slowness: number;
	/** Whether "start" is pressed when somebody has come, and "finish" when they go: some only ever call the next. */
	pressesStart: boolean;
	pressesFinish: boolean;
	/** How often this one is late, has a coffee, is away for an hour: chances for each half of the day. */
	late: number;
	coffee: number;
	errand: number;
}

export function drawOfficeLaws(office: Office, seed: string): OfficeLaws {
	const random = seeded(`office/${seed}`);
	const services = office.services.map(({ id, minutes = 10 }) => {
		const own = random.fork(`service/${id}`);
		// What an office says of itself is about right and no more.
		const meanMs = minutes * 60_000 * logNormal(own, 1, 0.22);
		const spread = uniform(own, 0.45, 0.75);
		return [
			id,
			{
				medianMs: meanMs / Math.exp(spread ** 2 / 2),
				spread,
				popularity: logNormal(own, 1, 0.4),
				hardCases: uniform(own, 0.02, 0.06),
				manyFiles: uniform(own, 0, 0.09),
			},
		] as const;
	});
	const classes = office.priorityClasses.map(({ id, level = 1, pickup = false }) => {
		const own = random.fork(`class/${id}`);
		const share = pickup ? 0 : logNormal(own, 0.045, 0.5);
		return { id, share, isPickup: pickup, slower: level > 0 ? uniform(own, 1, 1.35) : 1 };
	});
	return {
		seed,
		office,
		services: new Map(services),
		classes,
		officer: (place) => drawOfficer(random.fork(`officer/${place}`), place),
	};
}

function drawOfficer(random: Random, place: number): OfficerLaw {
	const name = `Cán bộ ${place + 1}`;
	return {
		username: `can-bo-${place + 1}`,
		name,
		slowness: logNormal(random, 1, 0.2),
		pressesStart: random.next() > 0.1,
		pressesFinish: random.next() > 0.15,
		late: uniform(random, 0.05, 0.2),
		coffee: uniform(random, 0.3, 0.7),
		errand: uniform(random, 0.01, 0.08),
	};
}
