import { dayIn } from "../config/calendar.ts";
import { dayAt } from "../config/local-time.ts";
import type { Office } from "../config/office.ts";
import { createEstimator } from "../server/queue/estimate/estimator.ts";
import type { Forecaster } from "./forecaster.ts";

/** The hub thinks about waits a little more than once a second. Here a minute is enough: from now and then it learns how right it was. */
const thinksEveryMs = 60_000;

/** What the hub itself tells people, from events and the office file alone. Days that it sees follow one another, as in an office. */
export function createHubForecaster(office: Office): Forecaster {
	const services = new Map(office.services.map((service) => [service.id, service]));
	const estimator = createEstimator({
		minutesOf: (id) => services.get(id)?.minutes ?? null,
		hours: (id, atMs) => {
			const own = id === null ? undefined : services.get(id)?.hours;
			return dayIn(office, dayAt(atMs, office.timeZone), { own });
		},
		seed: 1,
	});
	let thoughtMs = Number.NEGATIVE_INFINITY;
	return {
		name: "hub",
		saw(state, event) {
			estimator.saw(state, event);
			if (Math.abs(state.clockMs - thoughtMs) < thinksEveryMs) return;
			thoughtMs = state.clockMs;
			estimator.estimate(state, thoughtMs);
		},
		forecast: (state, ticketId, nowMs) => estimator.estimate(state, nowMs).ticket(ticketId),
	};
}
