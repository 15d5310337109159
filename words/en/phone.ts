import { bareLabel } from "../counter-name.ts";
import type { phone as vi } from "../vi/phone.ts";

export const phone: typeof vi = {
	yourNumber: "Your number",
	takenAt: (time) => `Taken at ${time}`,
	counters: (labels) =>
		`${labels.length === 1 ? "At counter" : "At counters"}\u00a0${labels.map(bareLabel).join(", ")}`,
	goesOnTo: (services) => `After this you go on to: ${services.join(", ")}`,
	ahead: "Waiting before you",
	people: (count) => (count === 1 ? "1 person" : `${count} people`),
	nobodyAhead: "Nobody",
	wait: "Expected wait from now",
	minutes: (lowMin, highMin) =>
		lowMin > 0 ? `${lowMin}–${highMin} minutes` : `up to ${highMin} minutes`,
	waiting: "Waiting",
	waitHint: "This page tells you the counter when it is your turn. No need to reload it.",
	moved: "You were moved to another service",
	movedHint: "You keep this number and wait to be called. No need for a new one.",
	soon: "It is almost your turn",
	soonHint: "Please come back near the counters and have your papers ready.",
	next: "You are next",
	nextHint: "Please stay near the counters. The counter appears here.",
	called: "It is your turn",
	goTo: "Please go to",
	counterName: () => "counter",
	counter: (label) => `counter ${bareLabel(label)}`,
	calledHint: "Please go to the counter now and bring your papers.",
	calledAgain: (count) => `Called ${count} times`,
	lastCall: "Last call",
	lastCallHint: "If you do not come now, you count as not there.",
	serving: (label) => `Being served at counter\u00a0${bareLabel(label)}`,
	servingHere: "Being served",
	servingHint: "The officer is working on your request.",
	parked: "Your number is kept",
	parkedHint: (label) =>
		`If the officer asked for more papers, please get them ready and then report at ${label === null ? "the counter" : `counter\u00a0${bareLabel(label)}`}. You need no new number.`,
	missed: "You were called but not there",
	missedHint: (label) =>
		`Please go to ${label === null ? "a counter" : `counter\u00a0${bareLabel(label)}`} now and tell the officer, to be called again.`,
	done: "Served",
	doneHint:
		"Thank you. If there is something else to do, please take a new number at the kiosk. You may close this page.",
	cancelled: "This number was cancelled",
	cancelledHint: "If you still need the service, please take a new number at the kiosk.",
	expired: "This number has expired",
	expiredHint: "Numbers are valid for one day. Please take a new number at the kiosk.",
	unknown: "This number was not found",
	unknownSteps: [
		"Scan the QR code on your slip again, or check whether a part of the address is missing.",
		"A slip of another day is no longer valid: please take a new number at the kiosk.",
		"If you are waiting, you can still watch the call board or ask an officer.",
	],
	gone: (number) => `Number ${number} has expired`,
	loading: "Looking up your number…",
	unreachable: "The office cannot be reached yet",
	unreachableHint:
		"Please check your phone's network. This page keeps trying by itself. Meanwhile, please watch the call board.",
	stale: "Connection lost – what you see may be old",
	staleSince: (time) => `What you see is from ${time}.`,
	staleHint: "Please watch the call board in the waiting room. This page reconnects by itself.",
	refused: "The office did not accept this connection",
	dayOnly: "Valid today only",
	language: "Tiếng Việt",

	bell: {
		title: "Sound",
		turnOn: "Turn on the sound",
		turnOnAgain: "Touch to turn the sound on again",
		turnOff: "Turn off the sound",
		on: "The sound is on",
		onHint:
			"Your phone rings and vibrates when it is your turn. Keep this page open, the screen lit and the volume up.",
		off: "The sound is off",
		offHint: "Turn it on and your phone rings and vibrates when it is your turn.",
		blocked: "The sound was interrupted",
		blockedHint: "Your phone has silenced this page.",
		impossible: "This phone cannot ring for you",
		impossibleHint: "Please keep this page open and watch the call board.",
	},

	giveUp: {
		ask: "I no longer want to wait",
		title: "Give up this number?",
		hint: (number) =>
			`Number ${number} will be cancelled and cannot be had back. If you still need the service, you must take a new one.`,
		yes: "Give up the number",
		no: "Keep the number",
		busy: "Giving up the number…",
		cutOff: "The connection is lost; the number cannot be given up now.",
		notDone: "The number was not given up. You still have it.",
		unsure:
			"The office has not answered, so it is not known whether the number was given up. You can safely press again.",
	},
};
