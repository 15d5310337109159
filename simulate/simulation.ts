import type { Office } from "../config/office.ts";
import { time } from "../words/numbers.ts";
import { calendarDay, openDays } from "./calendar.ts";
import { withCounters } from "./counters.ts";
import { runCourse } from "./course.ts";
import { evaluate } from "./evaluate.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { forecastersNamed } from "./forecasters.ts";
import { drawDay } from "./laws/day-laws.ts";
import { drawOfficeLaws } from "./laws/office-laws.ts";
import { meanServingMs } from "./laws/serving.ts";
import type { Options } from "./options.ts";
import { withPolicy } from "./policies.ts";
import { type ForecasterScore, scoreAll } from "./score.ts";

/** What was simulated, and what came of it. */
export interface Simulation {
	office: Pick<Office, "id" | "name">;
	day: Options["kind"] | "all";
	days: number;
	seed: string;
	withinMinutes: number;
	usualHours: boolean;
	/** One, or with a sweep one for each value. */
	variants: Variant[];
	/** Of the counters that were tried out the fewest with which nine in ten wait less than asked; null where none are enough, or nothing was asked. */
	enoughCounters: number | null;
	sweepOf: "counters" | "policy" | null;
	/** How right each forecaster was. */
	scores: ForecasterScore[];
	names: { services: Office["services"][number]["name"][]; serviceIds: string[] };
}

export interface Variant {
	policy: string;
	counters: { id: string; label: string; services: string[] }[];
	figures: Figures;
}

/** Nine in ten. */
export const enoughShare = 0.9;

export async function simulate(options: Options): Promise<Simulation> {
	const { office, kind, days, seed, withinMinutes, sweep, evaluate: isEvaluation } = options;
	const variants = isEvaluation ? [] : variantsOf(options).map(run);
	const judged = isEvaluation
		? await evaluate(
				{ ...options, office: policed(office, options.policy), names: options.forecast },
				options.jobs,
			)
		: variants.flatMap((variant) => variant.judged);
	const enough = variants.find(({ figures }) => figures.waits.within >= enoughShare);
	return {
		office: { id: office.id, name: office.name },
		day: isEvaluation ? "all" : kind,
		days,
		seed,
		withinMinutes,
		usualHours: options.hasUsualHours,
		variants: variants.map(({ judged: _, ...variant }) => variant),
		enoughCounters: sweep?.of === "counters" ? (enough?.counters.length ?? null) : null,
		sweepOf: sweep?.of ?? null,
		scores: options.forecast.length > 0 ? scoreAll(judged, options.forecast) : [],
		names: {
			services: office.services.map(({ name }) => name),
			serviceIds: office.services.map(({ id }) => id),
		},
	};

	function run({ policy, tried }: { policy: string; tried: Office }) {
		const kinds = Array.from({ length: days }, () => kind);
		const forecasters = forecastersNamed(options.forecast, tried);
		const { askEvery } = options;
		const ran = runCourse({ own: office, tried, seed, kinds }, { forecasters, askEvery });
		const timeOf = (atMs: number) => time(new Date(atMs).toISOString(), office.timeZone);
		return {
			policy,
			counters: tried.counters,
			figures: figuresOf(ran.days, withinMinutes, timeOf),
			judged: ran.judged,
		};
	}
}

function variantsOf({ office, policy, sweep, seed }: Options): { policy: string; tried: Office }[] {
	if (sweep?.of === "policy") {
		return sweep.values.map((name) => ({ policy: name, tried: policed(office, name) }));
	}
	const tried = policed(office, policy);
	if (sweep === null) return [{ policy, tried }];
	const work = workIn(office, seed);
	return sweep.values.map((count) => ({ policy, tried: withCounters(tried, count, work) }));
}

function policed(office: Office, name: string): Office {
	return withPolicy(office, name) ?? office;
}

/** What comes in a typical day for each service, in milliseconds of serving. */
function workIn(office: Office, seed: string): Map<string, number> {
	const [first = ""] = openDays(office, 1);
	const laws = drawDay(drawOfficeLaws(office, seed), "typical", calendarDay(office, first));
	return new Map(
		laws.wants.map(({ id, share }) => {
			const service = laws.services.get(id);
			return [id, service ? share * meanServingMs(laws, service) : 0] as const;
		}),
	);
}
