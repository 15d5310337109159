import { loadSettings } from "../config/load.ts";
import { defaultOfficeFile } from "../config/places.ts";
import { withHours } from "../simulate/calendar.ts";
import { runCourse } from "../simulate/course.ts";
import type { Figure } from "./figure.ts";

const days = 365;

/** How long a year of typical days of the sample office takes, with nobody who forecasts. */
export async function simulateFigure(): Promise<Figure[]> {
	const loaded = loadSettings(defaultOfficeFile());
	if (!loaded.ok) throw new Error("the sample office is not right");
	const office = withHours(loaded.office);
	const course = { own: office, tried: office, seed: "1" };
	const kinds = Array.from({ length: days }, () => "typical" as const);
	runCourse({ ...course, kinds: kinds.slice(0, 20) });
	const begun = performance.now();
	const { days: happened } = runCourse({ ...course, kinds });
	const tookS = (performance.now() - begun) / 1_000;
	const tickets = happened.reduce((sum, day) => sum + day.tickets.length, 0);
	const events = happened.reduce((sum, day) => sum + day.events, 0);
	return [
		{
			name: "a year of typical days, simulated",
			wanted: "<= 60 s",
			measured: `${tookS.toFixed(1)} s`,
			against: `${events} events of ${tickets} tickets, in microseconds each`,
			ratio: (tookS * 1_000_000) / events,
		},
	];
}
