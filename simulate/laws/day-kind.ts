/** What kinds of day there are. */
export const dayKinds = ["typical", "peak", "results-day", "storm"] as const;
export type DayKind = (typeof dayKinds)[number];

/** From and to: a day has something in between. */
export type Range = readonly [from: number, to: number];

export interface KindOfDay {
	/** The work that comes, as a share of what all officers could do in the opening hours. */
	load: Range;
	/** The share of a day's people who wait at the door before numbers are given. */
	atTheDoor: Range;
	/** The share of people who only fetch a result. */
	pickups: Range;
	/** The share of officers who are not there. */
	missingOfficers: Range;
	/** How much stronger the peaks are than the hours between. */
	peaks: Range;
}

/** The kinds of day as offices tell of them: crowds at the opening and at 15:00, results days, and days of storm on which few come and few can. */
export const kindsOfDay: Record<DayKind, KindOfDay> = {
	typical: {
		load: [0.36, 0.6],
		atTheDoor: [0.03, 0.09],
		pickups: [0.08, 0.18],
		missingOfficers: [0, 0.08],
		peaks: [1, 2.2],
	},
	peak: {
		load: [0.54, 0.75],
		atTheDoor: [0.08, 0.18],
		pickups: [0.08, 0.18],
		missingOfficers: [0, 0.08],
		peaks: [1.5, 3.2],
	},
	"results-day": {
		load: [0.48, 0.72],
		atTheDoor: [0.06, 0.15],
		pickups: [0.4, 0.6],
		missingOfficers: [0, 0.08],
		peaks: [1.2, 2.8],
	},
	storm: {
		load: [0.15, 0.35],
		atTheDoor: [0, 0.04],
		pickups: [0.05, 0.15],
		missingOfficers: [0.25, 0.5],
		peaks: [0.3, 1.2],
	},
};
