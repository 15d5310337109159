import type { DayReport } from "../../protocol/reports.ts";
import { language } from "../../ui/language.ts";
import { reportWords } from "../../words/reports.ts";
import { scaleTo } from "./minutes.ts";

const width = 640;
const height = 260;
const left = 40;
const bottom = 34;
const top = 10;
/** Of `17:00` with the space around it. */
const labelWidth = 48;

/** The load of each hour: numbers given, and people served. The table below says the same in figures. */
export function LoadChart({ hours }: Pick<DayReport, "hours">) {
	const words = reportWords[language.value];
	const { step, end } = scaleTo(
		Math.max(...hours.map((one) => Math.max(one.issued, one.served))),
		5,
	);
	const inner = height - bottom - top;
	const y = (count: number) => top + inner - (count / end) * inner;
	const slot = (width - left) / Math.max(hours.length, 1);
	const bar = Math.min(26, slot * 0.36);
	// As many as stand side by side and can be told apart.
	const every = Math.ceil(labelWidth / slot);
	const lines = Array.from({ length: end / step + 1 }, (_, index) => index * step);
	return (
		<figure class="panel chart">
			<figcaption>
				<h2>{words.chart.load}</h2>
				<p class="chart-key">
					<span class="key-issued" /> {words.columns.issued} <span class="key-served" />{" "}
					{words.columns.served}
				</p>
			</figcaption>
			<svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.chart.load}>
				{lines.map((count) => (
					<g key={count}>
						<line class="chart-line" x1={left} x2={width} y1={y(count)} y2={y(count)} />
						<text class="chart-number" x={left - 8} y={y(count) + 5} text-anchor="end">
							{count}
						</text>
					</g>
				))}
				{hours.map(({ hour, issued, served }, index) => {
					const middle = left + slot * (index + 0.5);
					return (
						<g key={hour}>
							<rect
								class="bar-issued"
								x={middle - bar - 1}
								y={y(issued)}
								width={bar}
								height={height - bottom - y(issued)}
							>
								<title>{words.chart.issuedAt(words.hour(hour), issued)}</title>
							</rect>
							<rect
								class="bar-served"
								x={middle + 1}
								y={y(served)}
								width={bar}
								height={height - bottom - y(served)}
							>
								<title>{words.chart.servedAt(words.hour(hour), served)}</title>
							</rect>
							{index % every === 0 && (
								<text class="chart-number" x={middle} y={height - 12} text-anchor="middle">
									{words.chart.hour(hour)}
								</text>
							)}
						</g>
					);
				})}
			</svg>
		</figure>
	);
}
