import type { Language } from "../../protocol/office.ts";
import { count } from "../../words/numbers.ts";
import { simulateWords } from "../../words/simulate.ts";
import type { Simulation, Variant } from "../simulation.ts";
import { colours, dayLines, escaped, plainBars, shareBars, waitBars } from "./chart.ts";
import { key, legend, section, whole, wordOf } from "./parts.ts";
import { percent } from "./text.ts";

/** What some days came to: waits, where the counters' time went, by which rules people were called, and who was not served. */
export function figureSections(
	{ figures, counters }: Variant,
	{ withinMinutes, names }: Simulation,
	language: Language,
): string {
	const words = simulateWords[language];
	const { waits, byHalfHour, byService, byGroup, calls } = figures;
	const { missed, gaveUp, notBack, notServed, turnedAway } = figures;
	const minutes = (value: number) => words.minutes(whole(value, language));
	const tiles = [
		[count(waits.people, language), words.people],
		[minutes(waits.p50), words.half],
		[minutes(waits.p90), words.mostWait],
		[percent(waits.within), words.within(withinMinutes)],
		[minutes(waits.max), words.longest],
	];
	const bar = (label: string, { p50, p90, people }: typeof waits) => ({
		label: `${label} (${count(people, language)})`,
		half: p50,
		most: p90,
		text: `${whole(p50, language)} · ${minutes(p90)}`,
	});
	const serviceName = (id: string) =>
		names.services[names.serviceIds.indexOf(id)]?.[language] ?? id;
	const most = Math.max(...Object.values(calls));
	const lost = [missed, gaveUp, notBack, notServed, turnedAway];
	return [
		`<dl class="tiles">${tiles.map(([figure = "", what = ""]) => `<div><dt>${escaped(what)}</dt><dd>${escaped(figure)}</dd></div>`).join("")}</dl>`,
		section(
			words.byHour,
			legend(words) +
				dayLines(
					words.byHour,
					byHalfHour.map(({ from, p50, p90 }) => ({ at: from, half: p50, most: p90 })),
					words.minutes,
				),
		),
		section(
			words.byService,
			legend(words) +
				waitBars(
					words.byService,
					Object.entries(byService).map(([id, one]) => bar(serviceName(id), one)),
					null,
				),
		),
		section(
			words.byGroup,
			legend(words) +
				waitBars(
					words.byGroup,
					Object.entries(byGroup).map(([group, one]) => bar(wordOf(words.groups, group), one)),
					null,
				),
		),
		section(
			words.counterTime,
			key([
				[colours.busy, words.busy],
				[colours.free, words.idleAlone],
				[colours.waste, words.idleWhileWaited],
			]) +
				shareBars(
					words.counterTime,
					figures.counters.map(({ id, openHours, busy, idleAlone, idleWhileWaited }) => ({
						label: words.counter(
							counters.find((one) => one.id === id)?.label ?? id,
							whole(openHours, language),
						),
						parts: [
							{ share: busy, colour: colours.busy, ink: "#fff" },
							{ share: idleAlone, colour: colours.free, ink: colours.ink },
							{ share: idleWhileWaited, colour: colours.waste, ink: "#fff" },
						],
					})),
				),
		),
		section(
			words.rules,
			`<p>${escaped(words.rulesNote)}</p>` +
				plainBars(
					words.rules,
					Object.entries(calls).map(([rule, calls]) => ({
						label: wordOf(words.rule, rule),
						value: calls,
						text: count(calls, language),
					})),
					most,
				),
		),
		section(
			words.outcomes,
			plainBars(
				words.outcomes,
				[words.missed, words.gaveUp, words.notBack, words.notServed, words.turnedAway].map(
					(label, at) => ({
						label,
						value: lost[at] ?? 0,
						text: count(lost[at] ?? 0, language),
					}),
				),
				Math.max(1, ...lost),
			),
		),
	].join("\n");
}
