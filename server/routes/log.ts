import { Readable } from "node:stream";
import { LogCsvQuery, LogPage, LogQuery } from "../../protocol/log.ts";
import type { Language } from "../../protocol/office.ts";
import { logAsCsv } from "../log/log-csv.ts";
import { daysIn, readPiece } from "../log/log-page.ts";
import { whoHadAccess } from "../log/tell-access.ts";
import { whoIs } from "../log/tell-day.ts";
import { type ToldOffice, toldOffice } from "../log/told-office.ts";
import type { App, Parts } from "./parts.ts";
import { languageOf } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

const usual = 100;

/** Who did what when, for admins: a page of it, or whole days for a spreadsheet. */
export function addLogRoutes(app: App, { sessions, accounts, office, log }: Parts): void {
	const onRequest = requireAccount(sessions, ["admin"]);
	const told = (language: Language) =>
		toldOffice(office, language, (username) => accounts.find(username)?.name);

	app.get(
		"/api/admin/log",
		{
			onRequest,
			schema: {
				tags: ["admin"],
				summary: "Who did what when, in a day or several, the newest first",
				querystring: LogQuery,
				response: { 200: LogPage },
			},
		},
		async (request) => {
			const { query } = request;
			const { limit = usual, offset = 0, before } = query;
			const days = await log.days();
			const named = told(languageOf(request));
			const place = { limit, offset, before };
			const piece = await readPiece(log, daysIn(query, days), query, place, named);
			const { items, total, older } = piece;
			const day = query.day ?? query.to ?? days[0] ?? "";
			const people = peopleOf(named);
			return { day, days, people, ...(total !== null && { total }), items, older };
		},
	);

	app.get(
		"/api/admin/log.csv",
		{
			onRequest,
			schema: {
				tags: ["admin"],
				summary: "The same for a spreadsheet, in the order in which it happened",
				querystring: LogCsvQuery,
			},
		},
		async (request, reply) => {
			const { query } = request;
			const days = daysIn(query, await log.days());
			const named = told(query.language ?? languageOf(request));
			const span = [...new Set([days.at(-1), days[0]])].filter((one) => one !== undefined);
			const name = ["log", ...span].join("_");
			return reply
				.type("text/csv; charset=utf-8")
				.header("content-disposition", `attachment; filename="${name}.csv"`)
				.header("cache-control", "no-store")
				.send(Readable.from(logAsCsv(log, days, query, named)));
		},
	);

	/** Everybody by whom the ledgers may name an event: accounts, kiosks, and those who are no account. */
	function peopleOf(named: ToldOffice) {
		const others = ["lobby", "machine", "hub"].map((by) => ({ by, who: either(by, named) }));
		return [
			...accounts.list().map(({ username, name }) => ({ by: username, who: name })),
			...office.kiosks.map(({ id }) => ({ by: `kiosk:${id}`, who: whoIs(`kiosk:${id}`, named) })),
			...others,
		];
	}
}

/** How people call them in the one ledger or the other. */
function either(by: string, office: ToldOffice): string {
	const access = whoHadAccess(by, office);
	const queue = whoIs(by, office);
	return queue === by || queue === access ? access : `${queue} / ${access}`;
}
