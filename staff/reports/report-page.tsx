import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { DayReport } from "../../protocol/reports.ts";
import { api } from "../../ui/api.ts";
import { language } from "../../ui/language.ts";
import { inLanguage } from "../../words/language.ts";
import { exactTime, localDay, plainDate, time } from "../../words/numbers.ts";
import { reportWords } from "../../words/reports.ts";
import { staffWords } from "../../words/staff.ts";
import type { PageProps } from "../pages.ts";
import { refusalIn } from "../refusal.ts";
import { LoadChart } from "./load-chart.tsx";
import { ReportTables } from "./report-tables.tsx";
import { ReportTotal } from "./report-total.tsx";
import "./reports.css";
import "./report-print.css";
import { WaitChart } from "./wait-chart.tsx";

/** A day that goes on is looked at anew while somebody reads it. */
const everyMs = 60_000;

/** What a day came to, for supervisors: in sight, on paper, and as a file. */
export function ReportPage({ live, sessions, office }: PageProps) {
	const words = reportWords[language.value];
	const report = useSignal<DayReport | null>(null);
	const refusal = useSignal<string | null>(null);
	/** Empty: the office's own today. */
	const date = useSignal("");
	const asked = date.value;
	const away = live.state.value !== "live";

	const load = async () => {
		const query = asked === "" ? "" : `?date=${asked}`;
		const got = await api<DayReport>("GET", `/api/reports/day${query}`);
		// Another day was chosen meanwhile.
		if (date.peek() !== asked) return;
		if (got.ok) {
			report.value = got.value;
			refusal.value = null;
		} else if (got.status === 401) sessions.over();
		else refusal.value = refusalIn(got, staffWords[language.value]);
	};
	useEffect(() => {
		if (away) return;
		void load();
		const timer = setInterval(() => {
			if (report.peek()?.isOver !== true) void load();
		}, everyMs);
		return () => clearInterval(timer);
	}, [asked, away]);

	const told = report.value;
	const fileOf = (kind: "csv" | "xlsx") =>
		`/api/reports/day.${kind}?date=${told?.date ?? ""}&language=${language.value}`;
	return (
		<main class="page report">
			<div class="report-head">
				<div>
					<p class="report-office only-printed">
						{office.value && inLanguage(office.value.name, language.value)}
					</p>
					<h1>
						{told ? words.titleOf : words.title}
						{told && <span class="report-date"> {plainDate(told.date)}</span>}
					</h1>
					<p class="soft">{words.intro}</p>
				</div>
				{told && (
					<div class="report-acts not-printed">
						<label class="field">
							{words.day}
							<select
								value={told.date}
								onChange={({ currentTarget }) => {
									date.value = currentTarget.value;
								}}
							>
								{told.days.map((one, index) => (
									<option key={one} value={one}>
										{index === 0 && !(told.date === one && told.isOver)
											? words.today(plainDate(one))
											: plainDate(one)}
									</option>
								))}
							</select>
						</label>
						{!told.isOver && (
							<button type="button" class="button" disabled={away} onClick={() => void load()}>
								{words.again}
							</button>
						)}
						<a class="button" href={fileOf("xlsx")} download>
							{words.xlsx}
						</a>
						<a class="button" href={fileOf("csv")} download>
							{words.csv}
						</a>
						<button type="button" class="button" onClick={() => print()}>
							{words.print}
						</button>
					</div>
				)}
			</div>
			{refusal.value !== null && (
				<p class="notice is-wrong" role="alert">
					{refusal.value}
				</p>
			)}
			{told === null ? (
				refusal.value === null && <p role="status">{words.loading}</p>
			) : (
				<>
					{office.value?.demo && (
						<p class="report-demo only-printed">
							{reportWords.vi.demo} / {reportWords.en.demo}
						</p>
					)}
					<p class="soft" role="status">
						{told.isOver ? null : `${words.soFar} `}
						{madeAt(told)}.
					</p>
					<ReportTotal total={told.total} />
					{told.total.issued === 0 ? (
						<p>{words.none}</p>
					) : (
						<>
							<div class="report-charts">
								<LoadChart hours={told.hours} />
								<WaitChart services={told.services} />
							</div>
							<ReportTables report={told} />
						</>
					)}
				</>
			)}
		</main>
	);
}

/** Of a day that goes on to the second: whoever asks anew sees that it was. */
function madeAt({ madeAt, timeZone, isOver }: DayReport): string {
	const clock = isOver ? time : exactTime;
	const date = plainDate(localDay(madeAt, timeZone));
	return reportWords[language.value].made(clock(madeAt, timeZone), date);
}
