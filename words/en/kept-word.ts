import { count } from "../numbers.ts";
import type { keptWord as vi } from "../vi/kept-word.ts";

export const keptWord: typeof vi = {
	title: "Were the waits as told?",
	day: "Day",
	summary: (asTold, called) =>
		`${count(asTold, "en")} of the ${count(called, "en")} people called so far waited as long as they were told (${Math.round((100 * asTold) / called)}%).`,
	nobodyCalled: "Nobody who was told a wait has been called yet.",
	nobodyTold: "Nobody has been told a wait yet.",
	others: (sooner, later) =>
		`${count(sooner, "en")} called sooner, ${count(later, "en")} called later.`,
	rest: (waiting, left, untold) =>
		`Still waiting: ${count(waiting, "en")}. Left, or not called by the end of the day: ${count(left, "en")}. Told nothing: ${count(untold, "en")}.`,
	range: "Told",
	minutes: (lowMin, highMin) =>
		lowMin > 0 ? `${lowMin}–${highMin} minutes` : `up to ${highMin} minutes`,
	called: "Called",
	asTold: "As told",
	sooner: "Sooner",
	later: "Later",
	failed: "Could not be loaded. The page tries again by itself.",
};
