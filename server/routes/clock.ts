import { Clock, ConfirmClock } from "../../protocol/health.ts";
import type { App, Parts } from "./parts.ts";
import { Refused } from "./problems.ts";
import { requireAccount } from "./signed-in.ts";

/** What a supervisor says of the hub's clock when it holds a new day back. */
export function addClockRoute(app: App, { sessions, hub }: Parts): void {
	app.post(
		"/api/clock/confirm",
		{
			onRequest: requireAccount(sessions, ["supervisor"]),
			schema: {
				tags: ["staff"],
				summary: "Says that the hub's clock is right; the day that was held back begins",
				body: ConfirmClock,
				response: { 200: Clock },
			},
		},
		async ({ account, body: { day } }) => {
			const said = await hub.confirmClock(day, account.username);
			if (said !== "confirmed") throw new Refused(said);
			return hub.clock;
		},
	);
}
