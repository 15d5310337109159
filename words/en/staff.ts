import type { staff as vi } from "../vi/staff.ts";

export const staff: typeof vi = {
	title: "Counter desk",
	loading: "Opening your desk…",
	unreachable: "The system cannot be reached yet. This page keeps trying.",
	noAnswer: "The system did not answer. Please check the network and try again.",
	stale: "Connection lost – what you see may be old",
	staleHint: "This page updates by itself once the connection is back.",
	connecting: "Connecting…",
	language: "Tiếng Việt",

	clock: {
		title: "The hub's clock may be wrong.",
		held: (wallDay: string, businessDay: string) =>
			wallDay === businessDay
				? "It was set a moment ago. No new day begins until somebody says that it is right."
				: `It shows ${wallDay}; the office stays in ${businessDay}, and its numbers go on.`,
		behind: (wallDay: string, businessDay: string) =>
			`It shows ${wallDay}, before the business day ${businessDay}. Have a technician set it right.`,
		askSupervisor: "A supervisor can sign in and confirm it.",
		confirm: (wallDay: string) => `Yes, today is ${wallDay}`,
	},

	signIn: "Sign in",
	signInHint: "For the staff of this office.",
	username: "User name",
	password: "Password",
	sessionEnded: "Your session has ended. Please sign in again.",
	signOut: "Sign out",
	pages: "Pages",
	waitingThere: "waiting",
	desk: "Counter",
	leaving: {
		title: (labels) => `Counter ${labels} is open`,
		ask: "What happens to it when you sign out?",
		close: "Close it and sign out",
		leave: "Leave it open and sign out",
		leaveHint: "Whoever takes over finds the person being served still there.",
		stay: "Stay",
	},
	closing: {
		title: (number) => `${number} is at the counter`,
		titleUnknown: "Somebody is at the counter",
		ask: "What becomes of this person when the counter closes?",
		finish: "Has been served",
		miss: "Not there",
		return: "Goes back to the old place in the line",
		stay: "Do not close",
	},
	handingOver: {
		title: (label) => `Hand over counter ${label}`,
		hint: "The next officer signs in here. Whoever is being served stays at the counter.",
		submit: "Take the counter",
		stay: "Not yet",
	},

	chooseCounter: "Choose your counter",
	noCounters: "This office has no counters yet. Please tell an administrator.",
	counter: (label) => `Counter ${label}`,
	openCounter: "Open counter",
	free: "No officer yet",
	yours: "Your counter",
	youHold: (label) => `You hold counter ${label}. Choose that one and close it first.`,
	heldBy: (name) => `Held by ${name}`,
	takeOver: "Take over",
	takeOverHint: (name) => `${name} will leave this counter; whoever is being served stays there.`,
	takenFromYou: (label, name) => `${name} has taken over counter ${label}.`,
	wasRead: "Got it",
	closedMeanwhile: (label) => `Counter ${label} has been closed.`,
	otherCounter: "Change counter",

	status: { open: "Open", paused: "Paused", closed: "Closed" },
	printAgain: "Print slip again",

	nobodyHere: "Nobody is at the counter",
	nobodyHereHint: (waiting) => {
		if (waiting === 0) return "Nobody is waiting.";
		return waiting === 1
			? "1 person is waiting for this counter."
			: `${waiting} people are waiting for this counter.`;
	},
	pausedHint: "The counter is paused. Reopen it to call on.",
	ticketState: { called: "Called, on the way", serving: "Being served" },
	service: "Service",
	priority: "Priority",
	waited: "Waited",
	calls: "Called",
	times: (count) => (count === 1 ? "once" : `${count} times`),
	underMinute: "under 1 min",
	minutes: (count) => `${count} min`,
	lettersLeft: (count) => `${count} letters left.`,
	hours: (hours, minutes) => (minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`),

	lineEmpty: "Nobody is waiting",
	more: (count) => `and ${count} more`,
};
