import type { Language } from "../../protocol/office.ts";
import { count } from "../../words/numbers.ts";
import { simulateWords } from "../../words/simulate.ts";
import { enoughShare, type Simulation, type Variant } from "../simulation.ts";
import { colours, escaped, waitBars } from "./chart.ts";
import { key, policyName, section, whole, wordOf } from "./parts.ts";
import { percent } from "./text.ts";

/** Numbers of counters, or policies, side by side: a chart, a table, and for counters the fewest that are enough. */
export function sweepSection(simulation: Simulation, language: Language): string {
	const { variants, sweepOf, withinMinutes, enoughCounters } = simulation;
	const words = simulateWords[language];
	const isCounters = sweepOf === "counters";
	const name = ({ policy, counters }: Variant) =>
		isCounters ? words.counters(counters.length) : policyName(policy, words);
	const groups = [...new Set(variants.flatMap(({ figures }) => Object.keys(figures.byGroup)))];
	const shown = (value: number) => whole(value, language);
	const last = variants.at(-1);
	const verdict = !isCounters
		? ""
		: enoughCounters === null
			? words.notEnough(
					last?.counters.length ?? 0,
					percent(last?.figures.waits.within ?? 0),
					withinMinutes,
				)
			: words.enough(enoughCounters, percent(enoughShare), withinMinutes);
	const heads = [
		words.p50,
		words.p90,
		words.maximum,
		words.within(withinMinutes),
		words.idleAlone,
		words.notServed,
		...groups.map((group) => `${wordOf(words.groups, group)}: ${words.p90}`),
	];
	const rows = variants.map((variant) => {
		const { waits, open, notServed, byGroup } = variant.figures;
		const cells = [
			shown(waits.p50),
			shown(waits.p90),
			shown(waits.max),
			percent(waits.within),
			percent(open.idleAlone),
			count(notServed, language),
			...groups.map((group) => shown(byGroup[group]?.p90 ?? 0)),
		];
		const isEnough = isCounters && variant.counters.length === enoughCounters;
		return `<tr${isEnough ? ' class="enough"' : ""}><th scope="row">${escaped(name(variant))}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
	});
	const title = isCounters ? words.sweepCounters : words.sweepPolicies;
	return section(
		title,
		(verdict === "" ? "" : `<p class="verdict">${escaped(verdict)}</p>`) +
			`<p>${escaped(words.sweep)}</p>` +
			key([
				[colours.half, words.p50],
				[colours.most, words.p90],
				[colours.ink, words.minutes(String(withinMinutes))],
			]) +
			waitBars(
				title,
				variants.map((variant) => {
					const { p50, p90, within } = variant.figures.waits;
					return {
						label: name(variant),
						half: p50,
						most: p90,
						text: `${shown(p50)} · ${words.minutes(shown(p90))} (${percent(within)})`,
					};
				}),
				withinMinutes,
			) +
			`<div class="wide"><table><thead><tr><th scope="col">${escaped(words.variant[isCounters ? "counters" : "policy"])}</th>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>`,
	);
}
