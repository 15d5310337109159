import type { Language } from "../../protocol/office.ts";
import { count } from "../../words/numbers.ts";
import { simulateWords } from "../../words/simulate.ts";
import type { ForecasterScore } from "../score.ts";
import { escaped, plainBars } from "./chart.ts";
import { fewest, percent } from "./text.ts";

/** How right each forecaster was: a table of all, and for each that says ranges how often they held in each stratum. */
export function scoreSection(scores: readonly ForecasterScore[], language: Language): string {
	const words = simulateWords[language];
	const named: Readonly<Record<string, string>> = words.forecasters;
	const minutes = (value: number) =>
		words.minutes(
			value
				.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", {
					minimumFractionDigits: 1,
					maximumFractionDigits: 1,
				})
				.replace("-", "−"),
		);
	const heads = [words.said, words.hits, words.hitsShown, words.width, words.error, words.bias];
	const rows = scores.map(({ name, pooled }) => {
		const cells = [
			`${count(pooled.said, language)} / ${count(pooled.asked, language)}`,
			percent(pooled.cover),
			percent(pooled.shownCover),
			minutes(pooled.medianWidth),
			minutes(pooled.error),
			minutes(pooled.bias),
		];
		return `<tr><th scope="row">${escaped(named[name] ?? name)}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
	});
	const strata = scores
		.filter(({ pooled }) => pooled.medianWidth > 0)
		.map(({ name, strata }) => {
			const title = words.strata(named[name] ?? name);
			const bars = strata
				.filter(({ said }) => said >= fewest)
				.map(({ kind, group, load, said, cover }) => ({
					label: words.stratum(
						words.kinds[kind],
						words.groups[group],
						words.loads[load],
						count(said, language),
					),
					value: cover,
					text: percent(cover),
					isWeak: cover < leastCover,
				}));
			return bars.length === 0
				? ""
				: `<h3>${escaped(title)}</h3>${plainBars(title, bars, 1, leastCover)}`;
		});
	return `<section><h2>${escaped(words.calibration)}</h2><p>${escaped(words.calibrationNote)}</p><div class="wide"><table><thead><tr><th scope="col">${escaped(words.forecaster)}</th>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table></div>${strata.join("")}</section>`;
}

/** What a range must hold in every stratum. */
const leastCover = 0.7;
