import type { Office } from "../config/office.ts";
import { queueSettings } from "../server/queue-settings.ts";
import { calendarDay, openDays } from "./calendar.ts";
import type { HappenedDay } from "./happened.ts";
import type { DayKind } from "./laws/day-kind.ts";
import { drawDay } from "./laws/day-laws.ts";
import { drawOfficeLaws } from "./laws/office-laws.ts";
import { type RunOptions, runDay } from "./run.ts";
import { type Judged, judge } from "./score.ts";

/** Some days of one office, one after the other. */
export interface Course {
	/** As it is: what comes is drawn for it. */
	own: Office;
	/** As it is tried out: with other counters or another policy. */
	tried: Office;
	seed: string;
	/** What kind each day is, in order. */
	kinds: readonly DayKind[];
	/** On so many days at the beginning nobody is asked anything: forecasters learn on them. */
	unasked?: number;
}

/** Lets the days happen, each as it is drawn by the seed and its date. */
export function runCourse(
	{ own, tried, seed, kinds, unasked = 0 }: Course,
	options: RunOptions = {},
): { days: HappenedDay[]; judged: Judged[] } {
	const laws = drawOfficeLaws(own, seed);
	const place = { office: tried, settings: queueSettings(tried) };
	const days: HappenedDay[] = [];
	const judged: Judged[] = [];
	const dates = openDays(own, kinds.length);
	for (const [at, kind] of kinds.entries()) {
		const day = drawDay(laws, kind, calendarDay(own, dates[at] ?? ""));
		const isAsked = at >= unasked;
		const { happened, said } = runDay(
			place,
			day,
			isAsked ? options : { ...options, askEvery: Number.POSITIVE_INFINITY },
		);
		if (!isAsked) continue;
		days.push(happened);
		judged.push(...judge(happened, said));
	}
	return { days, judged };
}
