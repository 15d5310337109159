import {
	countsBy,
	type ReportBy,
	reportCounts,
	reportShares,
	reportTimes,
} from "../../protocol/report-columns.ts";
import type { DayFigures, DayReport } from "../../protocol/reports.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { reportWords } from "../../words/reports.ts";
import { minutesOf } from "./minutes.ts";

/** Every figure, by service, counter, hour and class. */
export function ReportTables({ report }: { report: DayReport }) {
	const words = reportWords[language.value];
	const { services, counters, hours, classes } = report;
	const nameOf = ({ prefix, name }: DayReport["services"][number]) =>
		`${prefix === null ? "" : `${prefix} · `}${inLanguage(name, language.value)}`;
	return (
		<>
			<p class="soft report-legend">{words.legend}</p>
			<Table by="services" rows={services.map((one) => [nameOf(one), one])} />
			<Table by="counters" rows={counters.map((one) => [words.counter(one.label), one])} />
			<Table by="hours" rows={hours.map((one) => [words.hour(one.hour), one])} />
			<Table
				by="classes"
				rows={classes.map((one) => [inLanguage(one.name, language.value), one])}
			/>
		</>
	);
}

function Table({ by, rows }: { by: ReportBy; rows: readonly (readonly [string, DayFigures])[] }) {
	const words = reportWords[language.value];
	const columns = countsBy[by];
	return (
		<div class="panel report-table">
			<h2 id={`report-${by}`}>{words.by[by]}</h2>
			{columns === reportCounts && <p class="soft">{words.across}</p>}
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keys */}
			<section class="report-scroll" tabIndex={0} aria-labelledby={`report-${by}`}>
				<table>
					<thead>
						<tr>
							<th scope="col" rowSpan={2}>
								{words.one[by]}
							</th>
							{columns.map((name) => (
								<th key={name} scope="col" rowSpan={2}>
									{words.columns[name]}
								</th>
							))}
							{reportTimes.map((what) => (
								<th key={what} scope="colgroup" colSpan={reportShares.length}>
									{words.inMinutes(words[what])}
								</th>
							))}
						</tr>
						<tr>
							{reportTimes.flatMap((what) =>
								reportShares.map((share) => (
									<th key={`${what}-${share}`} scope="col">
										{words.spread[share].replace(" ≤", "\u00a0≤")}
									</th>
								)),
							)}
						</tr>
					</thead>
					<tbody>
						{rows.map(([name, figures]) => (
							<tr key={name}>
								<th scope="row">{name}</th>
								{columns.map((column) => (
									<td key={column}>{figures[column]}</td>
								))}
								{reportTimes.flatMap((what) =>
									reportShares.map((share) => (
										<td key={`${what}-${share}`}>
											{minutesOf(figures[what], share, language.value) ?? words.notMeasured}
										</td>
									)),
								)}
							</tr>
						))}
					</tbody>
				</table>
			</section>
		</div>
	);
}
