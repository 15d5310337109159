import type { ForecasterScore } from "../score.ts";
import { enoughShare, type Simulation, type Variant } from "../simulation.ts";

/** The report as lines for the console. */
export function asText(simulation: Simulation): string[] {
	const { office, day, days, seed, variants, sweepOf, scores, usualHours } = simulation;
	const [first] = variants;
	return [
		`${office.id}: ${days} days, ${day}, seed ${seed}${usualHours ? "; the office never closes: simulated with usual office hours" : ""}`,
		...(sweepOf === null && first ? figureLines(first, simulation) : []),
		...(sweepOf === null ? [] : sweepLines(simulation)),
		...scores.flatMap(scoreLines),
	];
}

/** The one line that says how many counters are needed. */
export function enoughLine({
	enoughCounters,
	variants,
	withinMinutes,
}: Simulation): string | undefined {
	const last = variants.at(-1);
	if (!last) return undefined;
	const asked = `wait less than ${withinMinutes} minutes`;
	return enoughCounters === null
		? `${last.counters.length} counters are not enough: only ${percent(last.figures.waits.within)} ${asked}`
		: `${enoughCounters} counters are the least with which ${percent(enoughShare)} ${asked}`;
}

export function percent(share: number): string {
	return `${Math.round(share * 100)} %`;
}

function figureLines({ figures, policy }: Variant, { withinMinutes }: Simulation): string[] {
	const { waits, byGroup, byService, open, calls, longest, ...count } = figures;
	const row = (name: string, { people, p50, p90, max, within }: typeof waits) =>
		`${name.padEnd(18)} ${cell(people)} ${cell(p50)} ${cell(p90)} ${cell(max)} ${percent(within).padStart(8)}`;
	return [
		`policy ${policy}; waits in minutes`,
		`${"".padEnd(18)} ${["people", "p50", "p90", "max"].map((head) => head.padStart(8)).join(" ")} ${`<${withinMinutes} min`.padStart(8)}`,
		row("all", waits),
		...Object.entries(byGroup).map(([name, one]) => row(name, one)),
		...Object.entries(byService).map(([name, one]) => row(name, one)),
		longest ? `longest wait: ${longest.number} on ${longest.day}, ${longest.minutes} min` : "",
		`counters open ${open.openHours} h: somebody there ${percent(open.busy)}, free ${percent(open.idleAlone)}, free while somebody waited ${percent(open.idleWhileWaited)}`,
		`first calls by rule: ${Object.entries(calls)
			.map(([rule, calls]) => `${rule} ${calls}`)
			.join(", ")}`,
		`missed ${count.missed}, gave up ${count.gaveUp}, not back with papers ${count.notBack}, still waiting at the end ${count.notServed}, came and got no number ${count.turnedAway}`,
	].filter((line) => line !== "");
}

function sweepLines(simulation: Simulation): string[] {
	const { variants, sweepOf, withinMinutes } = simulation;
	const groups = [...new Set(variants.flatMap(({ figures }) => Object.keys(figures.byGroup)))];
	const heads = ["p50", "p90", "max", `<${withinMinutes} min`, "free", ...groups];
	const enough = sweepOf === "counters" ? enoughLine(simulation) : undefined;
	return [
		`waits in minutes; each class: p90`,
		`${(sweepOf ?? "").padEnd(18)} ${heads.map((head) => head.padStart(8)).join(" ")}`,
		...variants.map(({ policy, counters, figures }) => {
			const { waits, open, byGroup } = figures;
			const name = sweepOf === "policy" ? policy : `${counters.length}`;
			const cells = [
				cell(waits.p50),
				cell(waits.p90),
				cell(waits.max),
				percent(waits.within).padStart(8),
				percent(open.idleAlone).padStart(8),
				...groups.map((group) => cell(byGroup[group]?.p90 ?? 0)),
			];
			return `${name.padEnd(18)} ${cells.join(" ")}`;
		}),
		...(enough === undefined ? [] : [enough]),
	];
}

function scoreLines({
	name,
	pooled,
	strata,
	errorAgainst,
	widthAgainstOracle,
}: ForecasterScore): string[] {
	const worst = strata
		.filter(({ said }) => said >= fewest)
		.reduce((least, { cover }) => Math.min(least, cover), 1);
	const against = Object.entries(errorAgainst).map(([other, ratio]) => `${ratio} of ${other}'s`);
	return [
		`${name}: said ${pooled.said} of ${pooled.asked}; cover ${percent(pooled.cover)} (shown ${percent(pooled.shownCover)}, least in a stratum of ${fewest} or more ${percent(worst)}); median width ${pooled.medianWidth} min${widthAgainstOracle === null ? "" : `, ${widthAgainstOracle} of the oracle's at the same cover`}; error ${pooled.error} min${against.length > 0 ? `, ${against.join(", ")}` : ""}; bias ${pooled.bias} min`,
	];
}

/** Of fewer than these nobody can say how often a range holds. */
export const fewest = 30;

function cell(value: number): string {
	return String(value).padStart(8);
}
