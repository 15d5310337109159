import type { ProblemWords } from "../vi/problems.ts";
import type { queueProblems as vi } from "../vi/problems-queue.ts";

export const queueProblems: Record<keyof typeof vi, ProblemWords> = {
	"office/closed": {
		title: "The office is closed",
		detail: "The office takes nobody in at this hour; please come back during opening hours.",
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
	"policy/no-head-start": {
		title: "No priority class counts as having come earlier",
		detail:
			"No priority class has minutes by which it counts as having come earlier, so that nobody would go first. Choose another way of calling, or set the minutes under Settings.",
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
};
