import type { display as vi } from "../vi/display.ts";

export const display: typeof vi = {
	board: {
		title: "Call board",
		invite: "Number",
		goTo: "please go to counter",
		call: (number, label) => `Number ${number}, please go to counter ${label}`,
		counterShort: (label) => `Counter ${label}`,
		calls: "Called",
		counters: "Now serving",
		waiting: "Waiting",
		noCalls: "No number has been called yet",
		noCallNow: "Please wait for your turn",
		noCallsHint: "Please take a number at the kiosk and wait a moment.",
		free: "Ready",
		paused: "Paused",
		closed: "Not open",
		connecting: "Connecting…",
		stale: "Connection lost – what you see may be old",
		refused: "This screen is not allowed to show calls. Please tell the administrator.",
	},
};
