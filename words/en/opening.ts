import type { opening as vi } from "../vi/opening.ts";

export const opening: typeof vi = {
	shut: {
		"before-hours": "Numbers are not given yet",
		break: "Closed for a break",
		"no-more-numbers": "No more numbers; those already given are still served",
		"after-hours": "No more numbers today",
		"day-off": "Closed today",
		holiday: "Closed for a holiday",
		"closed-today": "Closed today",
		"hall-stopped": "Everything is stopped for the moment",
		closed: "No numbers for the moment",
		"quota-reached": "No numbers left today",
		"full-today": "Nobody more can be served today",
	},
	because: (what, why) => `${what}: ${why}`,
	again: (when) => `Numbers again at ${when}`,
	today: (time) => `${time} today`,
	onDay: (time, weekday, day, month) => `${time} on ${weekday},\u00a0${day}/${month}`,
	hoursToday: (periods) => `Open today ${periods}.`,
	noHoursToday: "Closed today.",
	weekdays: {
		Mon: "Monday",
		Tue: "Tuesday",
		Wed: "Wednesday",
		Thu: "Thursday",
		Fri: "Friday",
		Sat: "Saturday",
		Sun: "Sunday",
	},
};
