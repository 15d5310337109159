import type { Office } from "../config/office.ts";
import { createOfficeEstimator } from "../server/waits/office-estimator.ts";
import type { Forecaster } from "./forecaster.ts";

/** The hub thinks about waits a little more than once a second. Here a minute is enough: from now and then it learns how right it was. */
const thinksEveryMs = 60_000;

/** What the hub itself tells people, from events and the office file alone. Days that it sees follow one another, as in an office. */
export function createHubForecaster(office: Office): Forecaster {
	const estimator = createOfficeEstimator(office);
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
