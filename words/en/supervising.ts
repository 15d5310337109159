import type { supervising as vi } from "../vi/supervising.ts";
import { calling } from "./calling.ts";

export const supervising: typeof vi = {
	title: "Hall",
	intro: "What is changed here holds for today alone.",
	loading: "Loading…",
	stale: "The newest state could not be loaded. The page tries again by itself.",
	shownEverywhere: "Optional. Shown on kiosks and boards.",
	shownOnKiosks: "Optional. Shown on kiosks.",
	shownWithHours: "Optional. Shown with the new hours on kiosks and along the foot of boards.",

	hall: "The whole hall",
	goesOn: "Everything goes on as usual.",
	stopHint:
		"While it is stopped no numbers are given or called, and nobody is counted as missing. Every number keeps its place.",
	reason: "Reason",
	reasons: {
		evacuation: "Evacuation",
		power: "Power cut",
		system: "System failure",
		other: "Another reason",
	},
	note: "More to say",
	stop: "Stop everything",
	stoppedNow: "Everything is stopped.",
	stopped: (reason, since) => `Everything is stopped since ${since}: ${reason}`,
	resume: "Go on",
	resumed: "Everything goes on.",
	deskStopped: "Everything is stopped.",
	deskStoppedHint:
		"Nobody can be called or counted as missing. Who is being served is served to the end.",
	deskLeave: "Lead people out of the building. Every number is kept; counters need not be closed.",

	services: "Services",
	given: (issued) => `${issued} given`,
	givenOf: (issued, numbers) => `${issued} of ${numbers} given`,
	open: "Numbers are given",
	edit: "Change",
	editOf: (service) => `Change ${service}`,
	quota: "Limit for today",
	quotaHint: "Those given included. Empty: as many as are asked for.",
	unreadQuota: "A whole number from 0 to 100,000, or nothing.",
	noMoreToday: (issued, numbers) => `${issued} of ${numbers} given: no more today.`,
	save: "Save",
	usualQuota: "Back to the usual limit",
	closeService: "Give no numbers for now",
	openService: "Give numbers again",
	close: "Done",
	done: "Saved.",
	quotaLeft: (numbers) =>
		numbers === 0
			? "no more numbers today"
			: `${numbers} more ${numbers === 1 ? "number" : "numbers"} can be given`,
	noNumbers: "no numbers for now",

	policy: {
		title: "Calling today",
		usual: "As usual.",
		changed: "Decided for today.",
		hint: "Tomorrow it is as usual. Whoever waits is put into the new order at once.",
		classes: "People with and without priority",
		classRules: calling.classRules,
		priority: "So many with priority",
		ordinary: "to so many without",
		services: "Counters with several services",
		serviceRules: calling.serviceRules,
		most: "Called at once after waiting (minutes)",
		mostHint: "Empty: none.",
		unread: "Whole numbers: a ratio from 1 to 20, a wait from 1 to 1440 minutes.",
		save: "Call like this today",
		saved: "Today's calling is decided.",
		back: "Back to usual",
		backSaved: "Calling is as usual again.",
	},

	hours: "Today's hours",
	usualHours: "As usual.",
	alwaysOpen: "Usually open all day.",
	movedHours: (periods) => `Moved: ${periods}`,
	closedToday: "Closed today.",
	morning: "Morning",
	afternoon: "Afternoon",
	from: "from",
	to: "to",
	hoursHint: "Leave both fields empty where there is no work.",
	unreadTime: (typed) => `“${typed}” is no time of day. Write it like 07:30.`,
	halfPeriod: (half) => `${half}: fill in both times, or neither.`,
	endsFirst: (from, to) => `The end ${to} must come after the beginning ${from}.`,
	noPeriods: "There are no hours. For a whole day off choose “Close for today”.",
	moveHours: "Move today's hours",
	closeToday: "Close for today",
	backToUsual: "Back to the usual hours",

	live: {
		alerts: "Needs a look",
		noAlerts: "All is as it should be.",
		alert: {
			"closed-today": (waiting) =>
				waiting === 1
					? "Closed today, and 1 person still waits."
					: `Closed today, and ${waiting} people still wait.`,
			"nobody-serves": (service, waiting) =>
				`${service}: ${waiting === 1 ? "1 person waits" : `${waiting} people wait`}, and no counter calls them.`,
			"long-wait": (service, number, minutes, usual) =>
				`${service}: ${number ?? "somebody"} has waited ${minutes} minutes (usually ${usual} at most).`,
			"idle-counter": (label, minutes) =>
				`Counter ${label} has been free for ${minutes} minutes while people wait.`,
			printer: (name, what) => `${name}: ${what}.`,
			device: (name, seen) =>
				seen === null
					? `${name} is not connected.`
					: `${name} is not connected, last seen ${seen}.`,
		},
		counters: "Counters",
		called: (number) => `Calling ${number}`,
		serving: (number) => `Serving ${number}`,
		free: "Free",
		closed: "Not open",
		edit: (label) => `Manage counter ${label}`,
		press: "Manage",
		leave: "Done",
		pause: "Pause the counter",
		paused: (label) => `Counter ${label} is paused.`,
		reopen: "Let the counter go on",
		reopened: (label) => `Counter ${label} goes on.`,
		close: "Close the counter",
		wasClosed: (label) => `Counter ${label} is closed.`,
		serve: "Services of this counter",
		saveServices: "Save services",
		servicesSaved: (label) => `Counter ${label} serves other services now.`,
		oneAtLeast: "Choose one service at least.",
		give: "Give the counter to",
		choose: "Choose an officer",
		giveHint: "Only officers who hold no counter.",
		giveIt: "Give it",
		given: (label, name) => `Counter ${label} is ${name}'s now.`,
		givenAndOpen: (label, name) => `Counter ${label} is ${name}'s now, and is no longer paused.`,
		nobodyFree: "Every officer holds a counter.",
		nobodyHolds: "No officer is there; officers open it themselves when they sign in.",
		waiting: (count) =>
			count === 0 ? "nobody waits" : count === 1 ? "1 person waits" : `${count} people wait`,
		longest: (number, minutes) =>
			["longest", number && `${number},`, minutes === 0 ? "under 1 min" : `${minutes} min`]
				.filter(Boolean)
				.join(" "),
		range: (low, high) => `who comes now waits about ${low}–${high} min`,
		devices: "Kiosks, boards, printers",
		online: "connected",
		offline: (seen) => (seen === null ? "not connected" : `not connected since ${seen}`),
		own: (name) => `${name} (on the hub's machine)`,
		noDevices: "No machine has come since the hub was started.",
	},
};
