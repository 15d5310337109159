import type { FastifyRequest } from "fastify";
import { LogCsvQuery, LogPage, LogQuery } from "../../protocol/log.ts";
import { logAsCsv } from "../log/log.ts";
import { toldOffice } from "../log/told-office.ts";
import type { App, Parts } from "./parts.ts";
import { languageOf } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const usual = 100;

/** Who did what when, for admins: a page of it, or a day for a spreadsheet. */
export function addLogRoutes(app: App, { sessions, office, log }: Parts): void {
	const onRequest = requireAccount(sessions, ["admin"]);
	const told = (request: FastifyRequest) => toldOffice(office, languageOf(request));

	app.get(
		"/api/admin/log",
		{
			onRequest,
			schema: {
				tags: ["admin"],
				summary: "Who did what when in a day, the newest first",
				querystring: LogQuery,
				response: { 200: LogPage },
			},
		},
		async (request) => {
			const { limit = usual, offset = 0, ...filter } = request.query;
			const days = await log.days();
			const day = filter.day ?? days[0] ?? "";
			const items = await log.items(day, filter, told(request));
			return {
				day,
				days,
				total: items.length,
				items: items.reverse().slice(offset, offset + limit),
			};
		},
	);

	app.get(
		"/api/admin/log.csv",
		{
			onRequest,
			schema: {
				tags: ["admin"],
				summary: "The same day for a spreadsheet, in the order in which it happened",
				querystring: LogCsvQuery,
			},
		},
		async (request, reply) => {
			const day = request.query.day ?? (await log.days())[0] ?? "";
			const office = told(request);
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="log-${day}.csv"`)
				.header("cache-control", "no-store")
				.send(logAsCsv(await log.items(day, request.query, office), office));
		},
	);
}
