import { dayIn, type MovedHours } from "../../config/calendar.ts";
import { dayAt } from "../../config/local-time.ts";
import { createEstimator, type Estimator } from "../queue/estimate/estimator.ts";
import type { ThinkingAbout } from "./messages.ts";

/**
 * The estimator of an office, with what its file says of hours and minutes.
 * @param moved today's hours, where somebody has moved them
 */
export function createOfficeEstimator(
	office: ThinkingAbout["office"],
	moved: () => MovedHours | null = () => null,
): Estimator {
	const services = new Map(office.services.map((service) => [service.id, service]));
	return createEstimator({
		minutesOf: (id) => services.get(id)?.minutes ?? null,
		hours(serviceId, atMs) {
			const own = serviceId === null ? undefined : services.get(serviceId)?.hours;
			const isAlways = office.hours === "always" && (own === undefined || own === "always");
			const besides = { moved: moved(), own };
			if (isAlways && !besides.moved) return null;
			return dayIn(office, dayAt(atMs, office.timeZone), besides);
		},
		seed: 1,
	});
}
