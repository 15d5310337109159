import type { DayReport } from "../../protocol/reports.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { reportWords } from "../../words/reports.ts";
import { minutesOf, scaleTo } from "./minutes.ts";

/** How long people waited for each service: half of them, and nine of ten. */
export function WaitChart({ services }: Pick<DayReport, "services">) {
	const words = reportWords[language.value];
	const waited = services.flatMap((service) =>
		service.wait === null ? [] : [{ ...service, wait: service.wait }],
	);
	const { end } = scaleTo(Math.max(0, ...waited.map(({ wait }) => wait.p90Ms / 60_000)), 5);
	const share = (ms: number) => `${Math.max(0.5, (ms / 60_000 / end) * 100)}%`;
	return (
		<figure class="panel chart">
			<figcaption>
				<h2>{words.chart.waits}</h2>
				<p class="chart-key">
					<span class="key-issued" /> {words.told.wait.p50} <span class="key-rest" />{" "}
					{words.told.wait.p90}
				</p>
			</figcaption>
			{waited.length === 0 && <p class="soft">{words.told.wait.none}</p>}
			<ul class="wait-bars">
				{waited.map(({ serviceId, prefix, name, wait }) => (
					<li key={serviceId}>
						<span class="wait-name">
							{prefix !== null && <strong>{prefix}</strong>} {inLanguage(name, language.value)}
						</span>
						<span class="wait-bar" aria-hidden="true">
							<span class="bar-rest" style={{ width: share(wait.p90Ms) }} />
							<span class="bar-half" style={{ width: share(wait.p50Ms) }} />
						</span>
						<span class="wait-times">
							{minutesOf(wait, "p50", language.value)} · {minutesOf(wait, "p90", language.value)}
						</span>
					</li>
				))}
			</ul>
		</figure>
	);
}
