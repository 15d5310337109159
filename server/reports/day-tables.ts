import type { Language } from "../../protocol/office.ts";
import type { DayFigures, DayReport, Spread } from "../../protocol/reports.ts";
import { reportWords } from "../../words/reports.ts";

export type TableCell = string | number | null;

/** A day's figures as one reads them in a spreadsheet: what they are by, the headings, and a row each. Times are minutes with one decimal. */
export interface DayTable {
	by: keyof (typeof reportWords)["vi"]["by"];
	title: string;
	columns: string[];
	rows: TableCell[][];
}

export function dayTables(report: DayReport, language: Language): DayTable[] {
	const words = reportWords[language];
	const { total, services, counters, hours, classes } = report;
	const table = (by: DayTable["by"], rows: readonly (readonly [string, DayFigures])[]) => ({
		by,
		title: words.by[by],
		columns: [words.one[by], ...columns(language)],
		rows: rows.map(([name, figures]) => [name, ...cells(figures)]),
	});
	return [
		table("total", [[words.whole, total]]),
		table(
			"services",
			services.map((one) => [
				one.prefix === null ? one.name[language] : `${one.prefix} · ${one.name[language]}`,
				one,
			]),
		),
		table(
			"counters",
			counters.map((one) => [words.counter(one.label), one]),
		),
		table(
			"hours",
			hours.map((one) => [words.hour(one.hour), one]),
		),
		table(
			"classes",
			classes.map((one) => [one.name[language], one]),
		),
	];
}

const counts = ["issued", "called", "served", "missed", "cancelled", "expired", "open"] as const;
const shares = ["p50", "p90", "max"] as const;

function columns(language: Language): string[] {
	const words = reportWords[language];
	const times = [words.wait, words.service].flatMap((what) =>
		shares.map((share) => words.inMinutes(what, words.spread[share])),
	);
	return [...counts.map((name) => words.columns[name]), ...times];
}

function cells(figures: DayFigures): TableCell[] {
	const times = [figures.wait, figures.service].flatMap((spread) =>
		shares.map((share) => minutesOf(spread, share)),
	);
	return [...counts.map((name) => figures[name]), ...times];
}

function minutesOf(spread: Spread, share: (typeof shares)[number]): number | null {
	return spread === null ? null : Math.round(spread[`${share}Ms`] / 6_000) / 10;
}
