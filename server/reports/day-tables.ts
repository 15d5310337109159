import type { Language } from "../../protocol/office.ts";
import {
	countsBy,
	type ReportBy,
	type ReportShare,
	reportCounts,
	reportShares,
	reportTimes,
} from "../../protocol/report-columns.ts";
import type { DayFigures, DayReport, Spread } from "../../protocol/reports.ts";
import { reportWords } from "../../words/reports.ts";

export type TableCell = string | number | null;

/** A day's figures as one reads them in a spreadsheet: what they are by, the headings, and a row each. Times are minutes with one decimal. */
export interface DayTable {
	title: string;
	columns: string[];
	/** A cell is null where there is no such figure. */
	rows: TableCell[][];
	/** What a reader may stumble over. */
	notes: string[];
}

export function dayTables(report: DayReport, language: Language): DayTable[] {
	const words = reportWords[language];
	const { total, services, counters, hours, classes } = report;
	const table = (by: ReportBy, rows: readonly (readonly [string, DayFigures])[]): DayTable => ({
		title: words.by[by],
		columns: [words.one[by], ...columns(language)],
		rows: rows.map(([name, figures]) => [name, ...cells(by, figures)]),
		notes: [...(countsBy[by] === reportCounts ? [words.across] : []), words.legend],
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

/** The same in each table, so that they can stand one beneath the other. */
function columns(language: Language): string[] {
	const words = reportWords[language];
	const times = reportTimes.flatMap((what) =>
		reportShares.map((share) => words.inMinutes(words[what], words.spread[share])),
	);
	return [...reportCounts.map((name) => words.columns[name]), ...times];
}

function cells(by: ReportBy, figures: DayFigures): TableCell[] {
	const times = reportTimes.flatMap((what) =>
		reportShares.map((share) => minutesOf(figures[what], share)),
	);
	return [
		...reportCounts.map((name) => (countsBy[by].includes(name) ? figures[name] : null)),
		...times,
	];
}

function minutesOf(spread: Spread, share: ReportShare): number | null {
	return spread === null ? null : Math.round(spread[`${share}Ms`] / 6_000) / 10;
}
