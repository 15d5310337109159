import type { Fault } from "../protocol/problem.ts";
import { at, rows } from "./file-rows.ts";
import { shown } from "./plain-words.ts";

/** What is wrong with how an office chooses whom to call, beyond its schema: rules that would never choose anybody. */
export function callingFaults(file: unknown): Fault[] {
	const calling = at(file, "calling");
	const classes = rows(file, "priorityClasses").map(({ value }) => value);
	const rule = at(at(calling, "classes"), "rule");
	const pickupEvery = at(calling, "pickupEvery");
	const hasHeadStart = classes.some((one) => Number(at(one, "headStartMinutes") ?? 0) > 0);
	const hasLevel = classes.some((one) => Number(at(one, "level") ?? 1) > 0);
	const hasPickup = classes.some((one) => at(one, "pickup") === true);
	return [
		...sides(at(calling, "classes")),
		...(rule === "ageing" && !hasHeadStart
			? [idle("/calling/classes/rule", rule, 'one with "headStartMinutes" of at least 1')]
			: []),
		...((rule === "strict" || rule === "ratio") && !hasLevel
			? [idle("/calling/classes/rule", rule, 'one with a "level" of at least 1')]
			: []),
		...(pickupEvery !== undefined && !hasPickup
			? [idle("/calling/pickupEvery", pickupEvery, 'one with "pickup": true')]
			: []),
	];
}

/** A ratio has two sides, and no other rule has any. */
function sides(classes: unknown): Fault[] {
	if (typeof classes !== "object" || classes === null) return [];
	const isRatio = at(classes, "rule") === "ratio";
	return ["priority", "ordinary"].flatMap((side) => {
		const value = at(classes, side);
		if (isRatio === (value !== undefined)) return [];
		return [
			{
				path: `/calling/classes/${side}`,
				found: value === undefined ? "nothing" : shown(value),
				allowed: isRatio ? "a whole number from 1 to 20" : 'only with the rule "ratio"',
			},
		];
	});
}

function idle(path: string, value: unknown, needed: string): Fault {
	return {
		path,
		found: `${shown(value)} and no priority class that it could choose`,
		allowed: `${shown(value)} where priorityClasses have ${needed}, or none`,
	};
}
