import type { printers as vi } from "../vi/printers.ts";

export const printers: typeof vi = {
	title: "Printers",
	intro: "What stands here was said by the printers themselves.",
	loading: "Loading…",
	stale: "Nothing new could be loaded. This page keeps trying.",
	none: "This office has no printers yet.",

	states: {
		ready: "Ready",
		low: "Paper low",
		blocked: "Stopped",
		offline: "Not connected",
	},
	reasons: {
		"paper-low": "Paper nearly used up",
		"paper-out": "Out of paper",
		"cover-open": "Cover open",
		cutter: "Cutter jammed",
		error: "Printer reports a fault",
		offline: "Printer off or not ready",
		unreachable: "Cannot be reached",
		timeout: "Does not answer",
		closed: "Connection just lost",
		stale: "Waited too long, not printed any more",
		paused: "Paused",
	},
	toDo: {
		"paper-low": "Have a new roll ready. It still prints.",
		"paper-out": "Open the cover and put a new roll in.",
		"cover-open": "Put the roll in, pull its end out and close the cover.",
		cutter: "Switch it off, remove the paper jammed at the cutter and switch it on again.",
		error: "Look at its lights, switch it off and on. If that does not help, call a technician.",
		offline: "See that it is switched on and that its ready light is lit.",
		unreachable: "Check its power and its network or USB cable.",
		timeout: "Switch it off, wait 10 seconds and switch it on again.",
		closed: "Wait a moment. If it does not come back by itself, check the cable.",
		paused: "Press “Go on printing” when it may print again.",
	},
	nothingToDo: "Nothing to do.",
	atKiosks: (kiosks) => `Kiosks: ${kiosks}`,
	atNoKiosk: "No kiosk uses it yet",
	width: (dots) => (dots === 384 ? "58 mm paper" : "80 mm paper"),
	waiting: (jobs) => {
		if (jobs === 0) return "Nothing waits to be printed";
		return jobs === 1 ? "1 slip waits to be printed" : `${jobs} slips wait to be printed`;
	},

	test: "Print a test",
	pause: "Pause",
	resume: "Go on printing",
	check: "Check again",
	of: (what, printer) => `${what}: ${printer}`,
	testSent: (printer) => `A test page was sent to ${printer}.`,
	paused: (printer) => `${printer} is paused.`,
	resumed: (printer) => `${printer} goes on printing.`,
	checked: (printer) => `${printer} was asked again.`,

	lastJobs: "Printed last",
	older: (jobs) => `${jobs} more before these`,
	noJobs: "Nothing yet.",
	testPage: "Test page",
	jobs: {
		queued: "Waiting",
		printing: "Printing",
		confirmed: "Printed",
		unconfirmed: "Perhaps printed",
		failed: "Not printed",
		blocked: "Waiting for the printer",
	},

	walk: {
		title: "Changing the roll",
		steps: {
			"near-end": "Nearly out",
			out: "Out",
			"cover-open": "Cover open",
			"new-paper": "New paper",
			test: "Test",
			"goes-on": "Goes on",
		},
		now: {
			"near-end": "Get a new roll and keep it beside the printer.",
			out: "Open the cover and take the old core out.",
			"cover-open": "Put the new roll in, pull its end out and close the cover.",
			"new-paper": "The printer has paper. Press “Print a test” to see that the roll is in right.",
			test: "The test page is being printed…",
			"goes-on": "Done. The printer works as usual.",
		},
		isClear: "Is the test page clear to read?",
		clear: "Yes, clear",
		blank: "Blank or faint",
		blankHint:
			"The roll is in the wrong way round: its thermal side must face the print head. Scratched with a fingernail, that side turns black. Open the cover, turn the roll, close the cover and print a test again.",
		testFailed: "The test page was not printed. See above what to do, then test again.",
	},

	look: "See the printers",

	again: {
		title: "Print a slip again by its number",
		hint: "For numbers that hold today. The slip is marked as a reprint.",
		number: "Number on the slip",
		numberHint: "For example A012",
		printer: "Print on",
		usualPrinter: "The printer where it was taken",
		unknown: (number) => `${number} is not among those waiting, called, parked or missed.`,
		nowhere: (number) =>
			`${number} was taken at no kiosk. Print it on the page of printers, where a printer can be chosen.`,
		of: (number) => `Print slip ${number} again`,
		sent: (number) => `Slip ${number} was sent to the printer.`,
		waits: (number, why) => `Slip ${number} waits for the printer: ${why}.`,
		done: (number) => `Slip ${number} was printed again.`,
		doneAt: (number, printer) => `Slip ${number} was printed again on ${printer}.`,
		unsure: (number) =>
			`Slip ${number} may or may not have come out. Look at the printer before printing again.`,
		failed: (number, why) => `Slip ${number} was not printed: ${why}.`,
		failedUnsaid: (number) => `Slip ${number} was not printed.`,
	},
};
