import type { DayLaws, DayOfficer, DayService } from "./day-laws.ts";
import { chance, logNormal, minuteMs, pick } from "./draws.ts";
import { type Random, seeded } from "./random.ts";

/** What an officer can see of whom they serve. */
export interface Case {
	serviceId: string;
	priorityClass: string | null;
	files: number;
}

/** How long serving takes that begins now, milliseconds. */
export function drawServingMs(
	random: Random,
	laws: DayLaws,
	officer: DayOfficer,
	{ serviceId, priorityClass, files }: Case,
	beginsMs: number,
): number {
	const service = laws.services.get(serviceId);
	if (!service) throw new Error(`no law says how long ${serviceId} takes`);
	const its = laws.classes.find(({ id }) => id === priorityClass);
	return (
		drawAloneMs(random, service, its?.isPickup === true, laws.hiddenPickups) *
		(its?.slower ?? 1) *
		files ** 0.55 *
		officer.slowness *
		tiredness(laws, beginsMs)
	);
}

/** What comes of a person who has been served. */
export type Served = { as: "finish" } | { as: "park" } | { as: "transfer"; toServiceId: string };

export function drawServed(
	random: Random,
	{ people, wants }: DayLaws,
	serviceId: string,
	isBack: boolean,
): Served {
	// Who has mended it once does not go a third time.
	if (!isBack && chance(random, people.mend)) return { as: "park" };
	const elsewhere = chance(random, people.wrongPlace)
		? pick(
				random,
				wants.filter(({ id }) => id !== serviceId),
			)
		: undefined;
	return elsewhere ? { as: "transfer", toServiceId: elsewhere.id } : { as: "finish" };
}

/** The mean over all who come for a service, before anybody's slowness: drawn often enough that it is right to a few per cent. */
export function meanServingMs(
	{ classes, hiddenPickups }: Pick<DayLaws, "classes" | "hiddenPickups">,
	service: DayService,
): number {
	const random = seeded("mean");
	const pickups = classes.reduce((sum, { isPickup, share }) => sum + (isPickup ? share : 0), 0);
	let sum = 0;
	for (let person = 0; person < meanOf; person++) {
		const isPickup = chance(random, pickups);
		// Many files are five, about.
		const files = chance(random, service.manyFiles) ? 5 : 1;
		sum += drawAloneMs(random, service, isPickup, hiddenPickups) * files ** 0.55;
	}
	return sum / meanOf;
}

const meanOf = 500;

/** For one file and an officer as quick as most. */
function drawAloneMs(
	random: Random,
	{ medianMs, spread, hardCases }: DayService,
	isPickup: boolean,
	hiddenPickups: number,
): number {
	if (isPickup || chance(random, hiddenPickups)) return logNormal(random, 2 * minuteMs, 0.4);
	const hard = chance(random, hardCases) ? 2.5 : 1;
	return hard * logNormal(random, medianMs, spread);
}

/** Slower in the last hour before a break. */
function tiredness({ tired, calendar }: DayLaws, atMs: number): number {
	const period = calendar.counters.find(({ to }) => atMs < to);
	const leftMs = (period?.to ?? atMs) - atMs;
	return leftMs < 60 * minuteMs ? 1 + tired * (1 - leftMs / (60 * minuteMs)) : 1;
}
