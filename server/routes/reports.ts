import {
	DayReport,
	DayReportFileQuery,
	DayReportQuery,
	KeptWordAnswer,
	KeptWordQuery,
} from "../../protocol/reports.ts";
import { reportWords } from "../../words/reports.ts";
import { dayReportCsv, dayReportXlsx } from "../reports/day-files.ts";
import { dayReport } from "../reports/day-report.ts";
import { keptWordOfDay } from "../reports/kept-word.ts";
import type { App, Parts } from "./parts.ts";
import { languageOf, Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

/** What a day came to, for supervisors. */
export function addReportRoutes(
	app: App,
	{ sessions, hub, office, isDemo, dayBooks, dayEvents, now }: Parts,
): void {
	app.get(
		"/api/reports/waits",
		{
			onRequest: requireAccount(sessions, ["supervisor"]),
			schema: {
				tags: ["hall"],
				summary: "Of those who were told how long they would wait, how many waited that",
				querystring: KeptWordQuery,
				response: { 200: KeptWordAnswer },
			},
		},
		async ({ query }) => {
			const days = await dayEvents.days();
			const day = query.day ?? days[0] ?? "";
			const word = keptWordOfDay();
			for await (const event of dayEvents.of(day)) word.saw(event);
			return { day, days, waits: word.standing() };
		},
	);

	const onRequest = requireAccount(sessions, ["supervisor"]);

	app.get(
		"/api/reports/day",
		{
			onRequest,
			schema: {
				tags: ["hall"],
				summary:
					"What a day came to: numbers, calls, waits and services, in all and by service, counter, hour and class",
				querystring: DayReportQuery,
				response: { 200: DayReport },
			},
		},
		async ({ query }) => reportOf(query.date),
	);

	app.get(
		"/api/reports/day.csv",
		{
			onRequest,
			schema: {
				tags: ["hall"],
				summary: "The same as one table for other software",
				querystring: DayReportFileQuery,
			},
		},
		async (request, reply) => {
			const { date, language = languageOf(request) } = request.query;
			const report = await reportOf(date);
			return reply
				.type("text/csv; charset=utf-8")
				.headers(asFile(`${reportWords[language].file.name(report.date, isDemo)}.csv`))
				.send(dayReportCsv(report, reporting(), language));
		},
	);

	app.get(
		"/api/reports/day.xlsx",
		{
			onRequest,
			schema: {
				tags: ["hall"],
				summary: "The same as a workbook for a spreadsheet, a sheet for each table",
				querystring: DayReportFileQuery,
			},
		},
		async (request, reply) => {
			const { date, language = languageOf(request) } = request.query;
			const report = await reportOf(date);
			return reply
				.type("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
				.headers(asFile(`${reportWords[language].file.name(report.date, isDemo)}.xlsx`))
				.send(await dayReportXlsx(report, reporting(), language));
		},
	);

	/** Its name as it now is. */
	const reporting = () => ({ name: office.name, isDemo });

	async function reportOf(date = hub.clock.businessDay): Promise<DayReport> {
		const totals = await dayBooks.of(date);
		if (totals === null) throw new Refused("report/no-day");
		const madeAt = new Date(now()).toISOString();
		return dayReport(totals, office, { date, madeAt, days: await dayBooks.days() });
	}
}

function asFile(name: string) {
	return {
		"content-disposition": `attachment; filename="${name}"`,
		"cache-control": "no-store",
	};
}
