import { slidePictureLimits } from "../../protocol/slide-pictures.ts";
import { fileSize, pictureSize } from "../numbers.ts";
import type { problems as vi } from "../vi/problems.ts";

export const problems: typeof vi = {
	"request/invalid": {
		title: "The request is not right",
		detail: "Some of what was sent is not right; the list of errors names each part.",
	},
	"request/bad-json": {
		title: "The content cannot be read",
		detail: "What was sent is not valid JSON.",
	},
	"request/unsupported-media-type": {
		title: "This kind of content is not taken",
		detail: "Send application/json.",
	},
	"request/too-large": {
		title: "The content is too large",
		detail: "What was sent is larger than allowed.",
	},
	"request/bad-path": {
		title: "The address is not right",
		detail: "The address is too long or holds a wrongly encoded character; please check it.",
	},
	"request/not-found": {
		title: "There is no such page",
		detail:
			"Nothing is at this address. The start page (/) leads to every screen; /api/docs lists the calls.",
	},
	"request/malformed": {
		title: "This is not HTTP",
		detail: "What was sent is no valid HTTP request.",
	},
	"request/head-too-large": {
		title: "The request's head is too large",
		detail: "The headers are larger than allowed; clear this site's cookies and try again.",
	},
	"request/address-too-long": {
		title: "The address is too long",
		detail: "The address is longer than allowed; please search for something shorter.",
	},
	"request/too-slow": {
		title: "This took too long to send",
		detail: "The request was not sent whole in the time allowed. Please try again.",
	},
	"request/too-many": {
		title: "Too many requests",
		detail: "This device has just sent too many requests. Please wait a moment and try again.",
	},
	"request/unknown-host": {
		title: "The hub does not go by this name",
		detail:
			"Requests to this name are not taken; use the office's own address. The administrator can add a name to ALLOWED_HOSTS.",
	},
	"request/bad-range": {
		title: "There is no such part",
		detail: "The file does not have the part that was asked for; load the whole file.",
	},
	"request/precondition-failed": {
		title: "The file has changed",
		detail: "The file is no longer the one that the request names; reload the page.",
	},
	"request/foreign-origin": {
		title: "The request comes from another site",
		detail: "Only this system's own pages may ask for changes.",
	},
	"request/key-reused": {
		title: "The key was used for something else",
		detail:
			"This Idempotency-Key was sent before with another body. Use a new key for a new request.",
	},
	"request/not-done": {
		title: "The earlier request was not done",
		detail: "The request with this Idempotency-Key was not done and has been withdrawn.",
	},
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
	"office/closed": {
		title: "The office is closed",
		detail: "The office takes nobody in at this hour; please come back during opening hours.",
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
	"language/unknown": {
		title: "There is no such language",
		detail: "This office has not added this language.",
	},
	"report/no-day": {
		title: "There is no report of this day",
		detail: "The office did not work on that day, or its figures are kept no longer.",
	},
	"service/unknown": {
		title: "There is no such service",
		detail: "This office has no such service; choose one from the list.",
	},
	"service/not-at-counter": {
		title: "Not one of this counter's services",
		detail: "Choose among the services of this counter.",
	},
	"service/not-served": {
		title: "No counter serves this",
		detail: "No counter takes this service yet; please ask the staff.",
	},
	"service/not-now": {
		title: "Not within this service's hours",
		detail: "No numbers are given for this service now.",
	},
	"service/closed": {
		title: "No numbers for this service at the moment",
		detail: "No numbers are given for this service at the moment; please ask the staff.",
	},
	"service/quota-reached": {
		title: "No numbers left today",
		detail: "All of today's numbers for this service have been given; please come another day.",
	},
	"service/full-today": {
		title: "Nobody more can be served today",
		detail: "Those who wait already take up the hours that are left; please come another day.",
	},
	"device/too-many-open": {
		title: "Too many numbers of this kiosk still wait",
		detail: "Please use another kiosk, wait a few minutes, or ask the staff.",
	},
	"procedure/unknown": {
		title: "Procedure not found",
		detail: "No procedure has this code; search by its name.",
	},
	"catalogue/unknown": {
		title: "No longer the catalogue",
		detail: "The catalogue has changed; ask for the one that the office names now.",
	},
	"procedure/other-service": {
		title: "The procedure belongs elsewhere",
		detail:
			"This procedure is taken at another service; take the ticket from the procedure's page.",
	},
	"priority-class/unknown": {
		title: "There is no such priority class",
		detail: "This office has no such priority class; choose one from the list, or none.",
	},
	"kiosk/unknown": {
		title: "There is no such kiosk",
		detail: "The office's settings name no such kiosk; tell the administrator.",
	},
	"print-agent/unknown": {
		title: "There is no such print agent",
		detail:
			"The office's settings name no printer that hangs on this print agent; look at its name, and at the settings.",
	},
	"print-agent/taken": {
		title: "This print agent runs elsewhere",
		detail: "A name is for one print agent: stop the other, or choose another name.",
	},
	"print-agent/other-form": {
		title: "The print agent is of another version than the hub",
		detail: "Install the same version on both machines.",
	},
	"counter/unknown": {
		title: "There is no such counter",
		detail: "This office has no such counter; choose one from the list.",
	},
	"counter/not-open": {
		title: "The counter is not open",
		detail: "It is closed or paused; open it and try again, or choose another.",
	},
	"counter/not-yours": {
		title: "Somebody else holds the counter",
		detail: ({ holder = "Somebody" }) => `${holder} holds this counter; open it to take it back.`,
	},
	"counter/taken": {
		title: "The counter is taken",
		detail: ({ holder = "Somebody" }) =>
			`${holder} sits at this counter; take it over only once you have told them.`,
	},
	"counter/officer-elsewhere": {
		title: "You are at another counter",
		detail: "You hold another counter; close that one first.",
	},
	"counter/occupied": {
		title: "Somebody is still at the counter",
		detail:
			"Say whether whoever is at the counter is done, did not come or goes back into the line, and close.",
	},
	"counter/no-current": {
		title: "Nobody has been called to the counter",
		detail: "Call a ticket first.",
	},
	"counter/current-changed": {
		title: "The ticket at the counter has just changed",
		detail: "The counter no longer has the ticket your screen showed; look again, then call.",
	},
	"ticket/unknown": {
		title: "Ticket not found",
		detail: "There is no such ticket today. A ticket is valid only on the day it was taken.",
	},
	"ticket/not-called": {
		title: "The ticket is not being called",
		detail: "This can be done only with a ticket that is called and not yet being served.",
	},
	"ticket/at-other-counter": {
		title: "The ticket is not at this counter",
		detail: "This is not the counter's current ticket.",
	},
	"counter/nothing-to-undo": {
		title: "There is nothing to undo",
		detail:
			"The counter has done nothing that can be undone, or the ticket has been dealt with elsewhere since.",
	},
	"counter/other-act": {
		title: "Something else was done",
		detail: "Something else has been done at this counter since, so nothing was undone.",
	},
	"counter/undo-too-late": {
		title: "It is too late to undo",
		detail: "Only what was done some seconds ago can be undone; mend it with another act.",
	},
	"ticket/not-waiting": {
		title: "The ticket is at a counter",
		detail: "It has been called and is at a counter; it cannot be called here as well.",
	},
	"ticket/not-parked": {
		title: "The ticket is not parked",
		detail: "Only a ticket that was put aside can come back in this way.",
	},
	"slip/number-wrong": {
		title: "The paper number is not right",
		detail:
			"A paper number begins with the letter of its service and has three digits or more, as A901.",
	},
	"slip/number-given": {
		title: "This number was given today",
		detail: "The number on the paper is one that was given today already; please check it.",
	},
	"slip/times-wrong": {
		title: "The times are not right",
		detail: "Taken, begun and ended must be in this order, of today and not still to come.",
	},
	"slip/unknown": {
		title: "There is no such paper number",
		detail: "No such paper number was entered today.",
	},
	"slip/in-use": {
		title: "The paper number is in use",
		detail: "It was called or dealt with after it was entered, and cannot be taken back.",
	},
	"ticket/not-missed": {
		title: "The ticket was not missed",
		detail: "Only a ticket that was missed can be restored.",
	},
	"ticket/missed": {
		title: "The ticket was missed",
		detail: "Restore it first, then transfer it.",
	},
	"ticket/restore-too-late": {
		title: "It is too late to restore the ticket",
		detail: "It was missed longer ago than the office allows; please take a new number.",
	},
	"ticket/over": {
		title: "The ticket is over",
		detail: "This ticket is done, cancelled or expired.",
	},
	"ticket/being-served": {
		title: "The ticket is being served",
		detail: "This person is being served at a counter; finish instead.",
	},
	"ticket/reason-needed": {
		title: "A reason is needed",
		detail: "Calling out of turn needs a reason; it is kept in the ledger.",
	},
	"ticket/too-many-files": {
		title: "Too many files for one number",
		detail: "The office does not take as many files with one number; please ask an officer.",
	},
	"ticket/already-there": {
		title: "The ticket is already there",
		detail: "This ticket waits where you want to send it; choose another service or counter.",
	},
	"appointment/none": {
		title: "There are no appointments here",
		detail: "The office's settings know no appointments.",
	},
	"appointment/other-day": {
		title: "The appointment is on another day",
		detail: "A number is for today; please come on the day of the appointment.",
	},
	"visit/service-twice": {
		title: "A service is named twice",
		detail: "One number comes to each service once.",
	},
	"hall/stopped": {
		title: "Everything is stopped for the moment",
		detail:
			"The office is stopped for the moment: no numbers are given or called. Those who have a number keep their place.",
	},
	"printer/unknown": {
		title: "There is no such printer",
		detail: "The office's settings name no such printer.",
	},
	"print/under-way": {
		title: "The slip is being printed",
		detail:
			"This slip is being printed or waits for the printer. Please wait a moment and try again.",
	},
	"print/too-often": {
		title: "The slip was printed again too often",
		detail:
			"A kiosk does not print this slip any more. Please ask a member of staff to print it again.",
	},
	"clock/other-day": {
		title: "The day does not match the hub's clock",
		detail: "The hub's clock does not show this day; look at the day again and confirm.",
	},
	"clock/behind": {
		title: "The hub's clock is behind the business day",
		detail: "A business day never goes back. Set the hub's clock right; the hub notices by itself.",
	},
	"settings/changed": {
		title: "The settings have just been changed",
		detail: ({ holder }) =>
			`${holder && holder !== "hub" ? `Account "${holder}" has` : "Somebody has"} just changed the settings; what you edited is not saved. Load the new settings and go on from there.`,
	},
	"settings/wrong": {
		title: "The settings are not right",
		detail: "Nothing was changed. Mend the marked places and save again.",
	},
	"settings/in-use": {
		title: "Somebody still needs it",
		detail: ({ numbers = [], counters = [] }) =>
			[
				"Nothing was changed.",
				numbers.length > 0 &&
					`People still hold numbers of a service that would go: ${someOf(numbers)}. Serve them or send them on to another service, then save again.`,
				counters.length > 0 &&
					`Counters that would go are still open: ${someOf(counters)}. Close them, then save again.`,
			]
				.filter(Boolean)
				.join(" "),
	},
	"settings/unknown-version": {
		title: "There is no such version",
		detail: "This version of the settings is not kept any more.",
	},
	"picture/none": {
		title: "No picture that can be used",
		detail: ({ picture }) =>
			`${
				picture?.found === "cut-short"
					? "The picture is damaged, or its end is missing."
					: picture?.found === "unshowable"
						? "This JPEG is of a kind that boards cannot show."
						: "What was sent is neither a PNG nor a JPEG."
			} Choose another PNG or JPEG.`,
	},
	"picture/wrong-size": {
		title: "The picture is not of a size that can be used",
		detail: ({ picture = {} }) => {
			const { bytes, widthPx, heightPx } = picture;
			const { bytes: most, sidePx, leastPx } = slidePictureLimits;
			const found = [
				...(widthPx && heightPx ? [pictureSize(widthPx, heightPx)] : []),
				...(bytes ? [fileSize(bytes, "en")] : []),
			];
			const is = found.length > 0 ? `This one has ${found.join(", ")}.` : "This one is too large.";
			return `${is} Each side may have ${leastPx} to ${sidePx} px, the file at most ${fileSize(most, "en")}.`;
		},
	},
	"picture/no-room": {
		title: "There is no room for more pictures",
		detail: ({ picture: { kept = 0, bytes = 0 } = {} }) =>
			`${kept} pictures, ${fileSize(bytes, "en")}, are kept for the versions of the settings; ${slidePictureLimits.kept} and ${fileSize(slidePictureLimits.keptBytes, "en")} may be. What no version uses is deleted after a day; use a picture that is there, or a smaller one.`,
	},
	"ledger/unavailable": {
		title: "Nothing can be written for the moment",
		detail:
			"The system cannot write for the moment, and nothing has changed. Please try again in a few minutes, or ask the staff.",
	},
	"hub/busy": {
		title: "The hub is overloaded",
		detail: "Too many requests came at once; nothing has changed. Please try again in a moment.",
	},
	"hub/stopping": {
		title: "The hub is restarting",
		detail:
			"The hub is stopping or restarting; nothing has changed. Please try again in a few seconds.",
	},
	"hub/unexpected": {
		title: "Something unexpected went wrong",
		detail:
			"The system met an unexpected fault and has recorded it. Please try again, or tell the administrator.",
	},
};

function waitInWords(seconds: number): string {
	return seconds <= 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;
}

/** So many are named; how many more there are is told. */
const named = 8;

function someOf(all: readonly string[]): string {
	const first = all.slice(0, named).join(", ");
	return all.length > named ? `${first} and ${all.length - named} more` : first;
}
