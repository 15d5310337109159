import type { ProblemWords } from "../vi/problems.ts";
import type { accessProblems as vi } from "../vi/problems-access.ts";

export const accessProblems: Record<keyof typeof vi, ProblemWords> = {
	"session/required": { title: "Not signed in", detail: "Please sign in and try again." },
	"session/wrong-credentials": {
		title: "Could not sign in",
		detail: "The user name or the password is not right.",
	},
	"session/busy": {
		title: "Many people are signing in",
		detail: "Many people are signing in at once. Please try again in a few seconds.",
	},
	"session/forbidden": {
		title: "Not allowed",
		detail: "This account may not do this; ask the administrator.",
	},
	"session/slowed": {
		title: "Too many wrong sign-ins",
		detail: ({ waitSeconds = 1 }) =>
			`There were many wrong sign-ins. Please try again in ${waitInWords(waitSeconds)}.`,
	},
	"session/must-change": {
		title: "The password has to be changed",
		detail: "Somebody else made this password. Please change it before you go on.",
	},
	"session/disabled": {
		title: "The account is disabled",
		detail: "This account may not sign in any more; ask the administrator.",
	},
	"device/not-trusted": {
		title: "This device is not accepted",
		detail:
			"This device is not paired with the system; open its page and have an administrator accept its code.",
	},
	"device/wrong-role": {
		title: "This device may not do this",
		detail: "This device is paired for something else; pair it anew, or ask the administrator.",
	},
	"device/wrong-place": {
		title: "This device is paired for another place",
		detail:
			"This device is paired as another kiosk or board; open the right page, or pair it anew.",
	},
	"device/revoked": {
		title: "This device is no longer accepted",
		detail: "This device's right was taken back; pair it anew, or ask the administrator.",
	},
	"device/unknown": {
		title: "There is no such device",
		detail: "This device is not in the list any more; look at the list again.",
	},
	"pairing/unknown": {
		title: "This code cannot be used",
		detail: "The code is wrong, over or used already; look at the device's screen again.",
	},
	"pairing/too-many": {
		title: "Too many devices wait to be paired",
		detail:
			"Too many devices wait to be accepted; have an administrator look at the list, or wait a few minutes.",
	},
	"pairing/too-many-tries": {
		title: "Too many wrong codes",
		detail:
			"You have typed several wrong codes; wait a few minutes, then read the code on the screen carefully.",
	},
	"account/exists": {
		title: "This user name is taken",
		detail: "There is an account with this name; choose another.",
	},
	"account/unknown": {
		title: "There is no such account",
		detail: "No account has this user name.",
	},
	"account/own": {
		title: "This account is yours",
		detail:
			"Change your own password on your own page (behind your name), with the one you use now.",
	},
	"account/last-admin": {
		title: "One administrator must be left",
		detail:
			"This is the only administrator who can sign in. Make somebody else an administrator first.",
	},
	"password/too-short": {
		title: "The password is too short",
		detail: "A password needs at least 8 characters.",
	},
	"password/too-common": {
		title: "The password is easy to guess",
		detail: "Many people use this password. Put a few words together that only you would think of.",
	},
	"password/names-account": {
		title: "The password is the name",
		detail: "A password must not be the user name or the name of the account.",
	},
	"password/same": {
		title: "The new password is the old one",
		detail: "Choose another password than the one you use now.",
	},
};

function waitInWords(seconds: number): string {
	return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}
