import type { SettingsFault } from "../protocol/settings.ts";
import type { SettingsRule } from "../protocol/settings-rules.ts";
import { at, rows } from "./file-rows.ts";
import { shown } from "./plain-words.ts";

/** What is wrong with how an office chooses whom to call, beyond its schema: rules that would never choose anybody. */
export function callingFaults(file: unknown): SettingsFault[] {
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
			? [
					idle(
						"/calling/classes/rule",
						rule,
						'one with "headStartMinutes" of at least 1',
						"no-head-start",
					),
				]
			: []),
		...((rule === "strict" || rule === "ratio") && !hasLevel
			? [idle("/calling/classes/rule", rule, 'one with a "level" of at least 1', "no-level")]
			: []),
		...(pickupEvery !== undefined && !hasPickup
			? [idle("/calling/pickupEvery", pickupEvery, 'one with "pickup": true', "no-pickup")]
			: []),
	];
}

/** A ratio has two sides, and no other rule has any. */
function sides(classes: unknown): SettingsFault[] {
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
				rule: isRatio ? ({ is: "missing" } as const) : ({ is: "ratio-alone" } as const),
			},
		];
	});
}

type Needed = Extract<SettingsRule["is"], "no-head-start" | "no-level" | "no-pickup">;

function idle(path: string, value: unknown, needed: string, is: Needed): SettingsFault {
	return {
		path,
		found: `${shown(value)} and no priority class that it could choose`,
		allowed: `${shown(value)} where priorityClasses have ${needed}, or none`,
		rule: { is },
	};
}
