import type { Language } from "../../protocol/office.ts";
import { count } from "../../words/numbers.ts";
import { simulateWords } from "../../words/simulate.ts";
import type { Simulation } from "../simulation.ts";
import { escaped } from "./chart.ts";
import { figureSections } from "./figure-sections.ts";
import { policyName } from "./parts.ts";
import { scoreSection } from "./score-section.ts";
import { style } from "./style.ts";
import { sweepSection } from "./sweep-section.ts";

/** The report as one page that needs nothing else: charts of waits, counters, rules and forecasts, or variants side by side. */
export function asPage(simulation: Simulation, language: Language): string {
	const words = simulateWords[language];
	const { office, variants, sweepOf, scores, day, days, seed, usualHours } = simulation;
	const [first] = variants;
	const about = [
		...(day === "all" ? Object.values(words.kinds) : [words.kinds[day]]),
		words.days(count(days, language)),
		...(first && sweepOf !== "policy" ? [words.policy(policyName(first.policy, words))] : []),
		...(first && sweepOf !== "counters" ? [words.counters(first.counters.length)] : []),
		words.seed(seed),
	];
	const other = language === "vi" ? "en" : "vi";
	return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(words.title)}: ${escaped(office.name[language])}</title>
<style>${style}</style>
</head>
<body>
<header>
<a href="report.${other}.html" lang="${other}">${escaped(words.otherLanguage)}</a>
<h1>${escaped(words.title)}</h1>
<p class="office">${escaped(office.name[language])}</p>
<p>${escaped(about.join(" · "))}</p>
<p class="note">${escaped(words.simulated)}${usualHours ? ` ${escaped(words.usualHours)}` : ""}</p>
</header>
<main>
${sweepOf === null && first ? figureSections(first, simulation, language) : ""}
${sweepOf === null ? "" : sweepSection(simulation, language)}
${scores.length > 0 ? scoreSection(scores, language) : ""}
</main>
</body>
</html>
`;
}
