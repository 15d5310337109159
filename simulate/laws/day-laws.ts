import type { Span } from "../../config/spans.ts";
import { type CalendarDay, msWithin } from "../calendar.ts";
import { type Crowd, drawCrowds, drawQuarters, type Quarter } from "./arrivals.ts";
import { type DayKind, type KindOfDay, kindsOfDay, type Range } from "./day-kind.ts";
import { chance, logNormal, minuteMs, secondMs, uniform } from "./draws.ts";
import type { OfficeLaws, OfficerLaw } from "./office-laws.ts";
import { type Random, seeded } from "./random.ts";
import { meanServingMs } from "./serving.ts";

/** What one day of an office is like: what varies from day to day is drawn by the day's seed. */
export interface DayLaws {
	kind: DayKind;
	calendar: CalendarDay;
	/** Names the day's streams of chance. */
	seed: string;
	quarters: readonly Quarter[];
	/** Who stands at the door when numbers begin. */
	crowds: readonly Crowd[];
	/** What people come for: for each service its share of them. */
	wants: readonly { id: string; share: number }[];
	services: ReadonlyMap<string, DayService>;
	classes: readonly { id: string; share: number; isPickup: boolean; slower: number }[];
	/** The share of people who only fetch a result, where the office has no class for them: nobody sees it before they are served. */
	hiddenPickups: number;
	people: PeopleLaw;
	/** How much slower work gets in the last hour before a break. */
	tired: number;
	officer(place: number): DayOfficer;
}

export interface DayService {
	medianMs: number;
	spread: number;
	hardCases: number;
	manyFiles: number;
}

export interface PeopleLaw {
	/** How long people wait before they go, in the hours of the office; and of those who go, how many say so on their phone. */
	patienceMs: number;
	patienceSpread: number;
	saySo: number;
	/** From the call to the counter. */
	walkMs: number;
	/** The share that hears the call late, and how much later they come. */
	distracted: number;
	distractedMs: number;
	/** The shares of those served who must mend something first, who were at the wrong place, and who want another service as well. */
	mend: number;
	mendMs: number;
	neverBack: number;
	wrongPlace: number;
	visits: number;
	/** The share that has an appointment, where the office has such. */
	appointments: number;
}

export interface DayOfficer extends OfficerLaw {
	isIn: boolean;
	/** Between two people. */
	turnaroundMs: number;
	/** How long somebody called is waited for before they are called again. */
	recallMs: number;
	/** How long after closing those who still wait are called: at noon, and in the evening. */
	overtimeMs: { noon: number; evening: number };
}

export function drawDay(laws: OfficeLaws, kind: DayKind, calendar: CalendarDay): DayLaws {
	const seed = `${laws.seed}/${kind}/${calendar.day}`;
	const random = seeded(`day/${seed}`);
	const its = kindsOfDay[kind];
	const services = new Map(
		[...laws.services].map(([id, law]) => {
			const own = random.fork(`service/${id}`);
			return [id, { ...law, medianMs: law.medianMs * logNormal(own, 1, 0.08) }] as const;
		}),
	);
	const people = drawPeople(random.fork("people"));
	const pickups = between(random, its.pickups);
	const { classes, hiddenPickups } = classesOf(laws, random.fork("classes"), pickups);
	const day = {
		kind,
		calendar,
		seed,
		services,
		classes,
		hiddenPickups,
		people,
		tired: uniform(random, 0, 0.2),
		officer: (place: number) =>
			drawOfficerToday(laws.officer(place), random.fork(`officer/${place}`), its),
	};
	const wants = demand(laws, day, random.fork("demand"), between(random, its.load));
	const expected = wants.reduce((sum, { share }) => sum + share, 0);
	const early = between(random, its.atTheDoor);
	return {
		...day,
		wants,
		crowds: drawCrowds(calendar, expected * early),
		quarters: drawQuarters(
			random.fork("quarters"),
			calendar,
			expected * (1 - early),
			between(random, its.peaks),
		),
	};
}

/** How many people come for each service: as much work as its counters can do in the day, times the load. */
function demand(
	laws: OfficeLaws,
	day: Pick<DayLaws, "services" | "classes" | "hiddenPickups" | "people" | "calendar">,
	random: Random,
	load: number,
): { id: string; share: number }[] {
	const { counters, tickets, byService } = day.calendar;
	const openMs = lengthOf(counters);
	const work = new Map(
		[...day.services].map(([id, service]) => {
			const meanMs = meanServingMs(day, service) + betweenTwoMs;
			// Where a service has its own hours fewer come for it.
			const hours = lengthOf(byService.get(id) ?? []) / Math.max(1, lengthOf(tickets));
			return [id, { meanMs, wanted: hours * (laws.services.get(id)?.popularity ?? 1) }] as const;
		}),
	);
	const msFor = new Map<string, number>();
	for (const { services } of laws.office.counters) {
		const here = services.flatMap((id) => {
			const its = work.get(id);
			return its ? [{ id, part: its.wanted * its.meanMs }] : [];
		});
		const whole = here.reduce((sum, { part }) => sum + part, 0);
		for (const { id, part } of here) {
			const ms = whole > 0 ? (openMs * part) / whole : 0;
			const most = lengthOf(byService.get(id) ?? []);
			msFor.set(id, (msFor.get(id) ?? 0) + Math.min(ms, most));
		}
	}
	return [...msFor].map(([id, ms]) => {
		const own = random.fork(id);
		const meanMs = work.get(id)?.meanMs ?? minuteMs;
		return { id, share: (load * ms * logNormal(own, 1, 0.12)) / meanMs };
	});
}

/** What calling, walking and clearing the desk take, about. */
const betweenTwoMs = 50 * secondMs;

function classesOf(laws: OfficeLaws, random: Random, pickups: number) {
	const lanes = laws.classes.filter(({ isPickup }) => isPickup).length;
	const classes = laws.classes.map((one) => {
		const own = random.fork(one.id);
		return { ...one, share: one.isPickup ? pickups / lanes : one.share * logNormal(own, 1, 0.2) };
	});
	return { classes, hiddenPickups: lanes > 0 ? 0 : pickups };
}

function drawPeople(random: Random): PeopleLaw {
	return {
		patienceMs: uniform(random, 110, 200) * minuteMs,
		patienceSpread: uniform(random, 0.5, 0.8),
		saySo: uniform(random, 0.1, 0.4),
		walkMs: uniform(random, 15, 30) * secondMs,
		distracted: uniform(random, 0.01, 0.05),
		distractedMs: uniform(random, 3, 8) * minuteMs,
		mend: uniform(random, 0.02, 0.06),
		mendMs: uniform(random, 12, 30) * minuteMs,
		neverBack: uniform(random, 0.1, 0.3),
		wrongPlace: uniform(random, 0.005, 0.025),
		visits: uniform(random, 0.01, 0.05),
		appointments: uniform(random, 0.05, 0.15),
	};
}

function drawOfficerToday(law: OfficerLaw, random: Random, kind: KindOfDay): DayOfficer {
	return {
		...law,
		slowness: law.slowness * logNormal(random, 1, 0.07),
		isIn: !chance(random, between(random, kind.missingOfficers)),
		turnaroundMs: uniform(random, 8, 25) * secondMs,
		recallMs: uniform(random, 30, 60) * secondMs,
		overtimeMs: {
			noon: uniform(random, 8, 25) * minuteMs,
			evening: uniform(random, 15, 40) * minuteMs,
		},
	};
}

function between(random: Random, [from, to]: Range): number {
	return uniform(random, from, to);
}

function lengthOf(spans: readonly Span[]): number {
	return msWithin(spans, 0, Number.POSITIVE_INFINITY);
}
