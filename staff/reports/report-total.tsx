import { reportShares, reportTimes } from "../../protocol/report-columns.ts";
import type { DayFigures, Spread } from "../../protocol/reports.ts";
import { language } from "../../ui/language.ts";
import { reportWords } from "../../words/reports.ts";
import { minutesOf } from "./minutes.ts";

type ToldWords = (typeof reportWords)["vi"]["told"]["wait"];

/** What a head of office asks first, in sentences. */
export function ReportTotal({ total }: { total: DayFigures }) {
	const words = reportWords[language.value];
	const rest = total.open > 0 || total.expired === 0 ? "open" : "expired";
	return (
		<>
			<dl class="report-total">
				{(["issued", "served", "missed", "cancelled", rest] as const).map((name) => (
					<div key={name}>
						<dt>{words.columns[name]}</dt>
						<dd>{total[name]}</dd>
					</div>
				))}
			</dl>
			<dl class="report-total report-times">
				{reportTimes.map((what) => (
					<div key={what}>
						<dt>{words[what]}</dt>
						<ToldTimes words={words.told[what]} spread={total[what]} />
					</div>
				))}
			</dl>
		</>
	);
}

/** “Half of those who waited at most 7.9 min”, “Half of those who waited under 1 min”. */
function ToldTimes({ words, spread }: { words: ToldWords; spread: Spread }) {
	const { atMost, minutes, underOneMinute } = reportWords[language.value];
	if (spread === null) return <dd>{words.none}</dd>;
	return reportShares.map((share) => {
		const isUnderOne = spread[`${share}Ms`] < 30_000;
		const isBound = share === "p50" || share === "p90";
		return (
			<dd key={share}>
				<span>
					{words[share]} {isBound && !isUnderOne && atMost}
				</span>{" "}
				<strong>
					{isUnderOne ? underOneMinute : minutes(minutesOf(spread, share, language.value) ?? "")}
				</strong>
			</dd>
		);
	});
}
