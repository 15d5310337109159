import { withinSentence } from "../language.ts";
import type { ledger as vi } from "../vi/ledger.ts";
import { calling } from "./calling.ts";

export const ledger: typeof vi = {
	hub: "The system",
	holder: "the holder",
	lobby: "The lobby",
	kiosk: (id) => `Kiosk ${id}`,
	dayOpened: (day) => `opened the day ${day}`,
	dayClosed: "closed the day",
	settingsApplied: (services, counters) =>
		`applied settings: ${services} services, ${counters} counters`,
	issued: (number, service) => `issued ${number}, ${service}`,
	slipEntered: (number, service) => `entered paper number ${number}, ${service}`,
	slipSettled: (number, counter, served) =>
		`paper number ${number} ${served ? "was served" : "was not waiting any more"}${counter === null ? "" : ` at counter ${counter}`} while the system was away`,
	slipWithdrawn: (number) => `took back paper number ${number}, entered by mistake`,
	priority: (name) => `priority: ${name}`,
	procedure: (code) => `procedure ${code}`,
	called: (number, counter) => `called ${number} to counter ${counter}`,
	recalled: (number, counter) => `called ${number} to counter ${counter} again`,
	started: (number, counter) => `began to serve ${number} at counter ${counter}`,
	finished: (number, counter) => `finished ${number} at counter ${counter}`,
	missed: (number, counter) => `${number} did not come to counter ${counter}`,
	returned: (number, counter) =>
		`${number} went from counter ${counter} back to its place in the line`,
	parked: (number, counter) => `put ${number} aside at counter ${counter} until papers are mended`,
	unparked: (number, counter) => `let ${number} come back with its papers (counter ${counter})`,
	restored: (number, counter) => `restored ${number}, which had been missed (counter ${counter})`,
	setBack: (number, counter) => `undid the last act on ${number} at counter ${counter}`,
	transferred: (number, counter, service, toCounter, byItself) =>
		byItself
			? `${number} was served at counter ${counter} and went on to ${service} by itself`
			: `counter ${counter} transferred ${number} to ${service}${toCounter === null ? "" : `, counter ${toCounter}`}`,
	cancelled: (number, counter) =>
		counter === null
			? `the holder of ${number} gave the place up`
			: `counter ${counter} cancelled ${number} as asked`,
	expired: (number) => `${number} expired with the day`,
	counterOpened: (counter) => `opened counter ${counter}`,
	counterReopened: (counter) => `opened counter ${counter} again`,
	counterTakenOver: (counter, from) => `took counter ${counter} over from ${from}`,
	counterPaused: (counter) => `paused counter ${counter}`,
	counterClosed: (counter) => `closed counter ${counter}`,

	hallStopped: (why) => `stopped the whole hall (${why})`,
	stopReasons: {
		evacuation: "evacuation",
		power: "power cut",
		system: "system failure",
		other: "another reason",
	},
	hallResumed: "let the hall go on",
	hoursSet: (periods) =>
		periods.length === 0 ? "closed for today" : `moved today's hours to ${periods.join(", ")}`,
	hoursUsual: "went back to the usual hours",
	policySet: (classes, services, maxWaitMinutes) =>
		`chose how today's numbers are called: ${withinSentence(classes)}; at counters with several services: ${withinSentence(services)}${maxWaitMinutes === null ? "" : `; at once after ${maxWaitMinutes} minutes`}`,
	policyUsual: "went back to the usual way of calling",
	classRules: calling.classRules,
	serviceRules: calling.serviceRules,
	serviceClosed: (service) => `closed ${service} for now`,
	serviceOpened: (service) => `opened ${service} again`,
	quotaSet: (service, quota) =>
		quota === "none"
			? `lifted today's quota of ${service}`
			: quota === "usual"
				? `went back to the usual quota of ${service}`
				: `set today's quota of ${service} to ${quota}`,

	columns: {
		number: "Number",
		service: "Service",
		priorityClass: "Priority class",
		procedure: "Procedure",
		language: "Language",
		kiosk: "Kiosk",
		issued: "Issued",
		called: "Called",
		started: "Started",
		ended: "Ended",
		state: "State",
		counter: "Counter",
		officer: "Officer",
		calls: "Calls",
		waitedSeconds: "Waited (seconds)",
		servedSeconds: "Served (seconds)",
	},
	states: {
		waiting: "Waiting",
		called: "Called",
		serving: "Serving",
		parked: "Parked",
		missed: "Missed",
		done: "Done",
		cancelled: "Cancelled",
		expired: "Expired",
	},
};
