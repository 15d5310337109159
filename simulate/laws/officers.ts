import type { Span } from "../../config/spans.ts";
import type { DayOfficer } from "./day-laws.ts";
import { chance, exponential, logNormal, minuteMs, secondMs, uniform } from "./draws.ts";
import type { Random } from "./random.ts";

/** What an officer does in one half of the day beside serving; instants, infinite for what does not happen. Each waits until nobody is at the counter. */
export interface Plan {
	opensMs: number;
	/** A pause of some minutes. */
	coffeeMs: number;
	/** The counter is closed for about an hour. */
	errandMs: number;
	/** When it closes also where people still wait. */
	leavesMs: number;
}

export function drawPlan(
	random: Random,
	officer: DayOfficer,
	{ from, to }: Span,
	isLast: boolean,
): Plan {
	const never = Number.POSITIVE_INFINITY;
	const lengthMs = to - from;
	const within = (begin: number, end: number) =>
		from + uniform(random, begin * lengthMs, end * lengthMs);
	const lateMs = chance(random, officer.late)
		? logNormal(random, 9 * minuteMs, 0.6)
		: uniform(random, 0, 2) * minuteMs;
	const isEarly = chance(random, 0.06);
	const { noon, evening } = officer.overtimeMs;
	return {
		opensMs: officer.isIn ? Math.min(from + lateMs, to) : never,
		coffeeMs: chance(random, officer.coffee) ? within(0.25, 0.8) : never,
		errandMs: chance(random, officer.errand) ? within(0.15, 0.7) : never,
		leavesMs: isEarly
			? to - uniform(random, 5, 20) * minuteMs
			: to + uniform(random, 0, isLast ? evening : noon),
	};
}

export function drawCoffeeMs(random: Random): number {
	return logNormal(random, 9 * minuteMs, 0.4);
}

export function drawErrandMs(random: Random): number {
	return logNormal(random, 50 * minuteMs, 0.3);
}

/** From the end of one person to the call of the next. */
export function drawTurnaroundMs(random: Random, { turnaroundMs }: DayOfficer): number {
	return logNormal(random, turnaroundMs, 0.6);
}

/** From somebody's taking a number to an idle officer's seeing it. */
export function drawNoticeMs(random: Random): number {
	return 2 * secondMs + exponential(random, 6 * secondMs);
}

/** How long somebody called is waited for. */
export function drawRecallMs(random: Random, { recallMs }: DayOfficer): number {
	return logNormal(random, recallMs, 0.25);
}

/** The latest that anybody is called after closing. */
export const longestOvertimeMs = 45 * minuteMs;
