import type { Calling } from "../config/calling.ts";
import type { Office } from "../config/office.ts";

/** How a policy is named: the words of `--policy`. */
export const policyNames =
	"own, first-come, strict, ratio-2-1 (or another ratio), ageing; each with +max60 (or other minutes) for a maximum wait, own also with +no-max";

/**
 * The office with another policy. What the name does not speak of stays the office's own; a named policy has a maximum wait only where it says so.
 * Null where nothing is named so.
 */
export function withPolicy(office: Office, name: string): Office | null {
	const [, rule = "", limit] = /^([a-z0-9-]+?)(?:\+(.+))?$/.exec(name) ?? [];
	const { classes: own, maxWaitMinutes: ownMax, ...others } = office.calling ?? {};
	const classes = rule === "own" ? (own ?? { rule: "first-come" }) : classRule(rule);
	const isOwn = rule === "own" && limit === undefined;
	const max = isOwn ? ownMax : maxWaitOf(limit);
	const isWithout = limit === undefined || (limit === "no-max" && rule === "own");
	if (!classes || (max === undefined && !isWithout)) return null;
	return {
		...office,
		calling: { ...others, classes, ...(max !== undefined && { maxWaitMinutes: max }) },
		priorityClasses:
			classes.rule === "ageing" ? withHeadStarts(office.priorityClasses) : office.priorityClasses,
	};
}

function classRule(rule: string): Calling["classes"] | undefined {
	if (rule === "first-come" || rule === "strict" || rule === "ageing") return { rule };
	const [, priority, ordinary] = /^ratio-(\d{1,2})-(\d{1,2})$/.exec(rule) ?? [];
	const turns = { priority: Number(priority), ordinary: Number(ordinary) };
	const isRatio = Object.values(turns).every((turn) => turn >= 1 && turn <= 20);
	return isRatio ? { rule: "ratio", ...turns } : undefined;
}

function maxWaitOf(limit = ""): number | undefined {
	const minutes = Number(/^max-?(\d{1,4})$/.exec(limit)?.[1]);
	return minutes >= 1 && minutes <= 24 * 60 ? minutes : undefined;
}

/** A policy by waiting time does nothing where no class has a head start: a quarter of an hour is usual. */
function withHeadStarts(classes: Office["priorityClasses"]): Office["priorityClasses"] {
	if (classes.some(({ headStartMinutes = 0 }) => headStartMinutes > 0)) return classes;
	return classes.map((one) =>
		(one.level ?? 1) > 0 && !one.pickup ? { ...one, headStartMinutes: 15 } : one,
	);
}
