import { KeptWordAnswer, KeptWordQuery } from "../../protocol/reports.ts";
import { keptWordOfDay } from "../reports/kept-word.ts";
import type { App, Parts } from "./parts.ts";
import { requireAccount } from "./signed-in.ts";

/** What a day came to, for supervisors. */
export function addReportRoutes(app: App, { sessions, dayEvents }: Parts): void {
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
}
