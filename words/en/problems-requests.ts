import type { ProblemWords } from "../vi/problems.ts";
import type { requestProblems as vi } from "../vi/problems-requests.ts";

export const requestProblems: Record<keyof typeof vi, ProblemWords> = {
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
