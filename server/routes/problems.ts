import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language, Names } from "../../protocol/office.ts";
import type { Fault, Problem, ProblemCode } from "../../protocol/problem.ts";
import { problemWords } from "../../words/problems.ts";
import type { ProblemAbout } from "../../words/vi/problems.ts";

/** The HTTP status of each refusal. */
export const problemStatus: Record<ProblemCode, number> = {
	"request/invalid": 400,
	"request/bad-json": 400,
	"request/unsupported-media-type": 415,
	"request/too-large": 413,
	"request/bad-path": 400,
	"request/not-found": 404,
	"request/malformed": 400,
	"request/head-too-large": 431,
	"request/address-too-long": 414,
	"request/too-slow": 408,
	"request/too-many": 429,
	"request/unknown-host": 421,
	"request/bad-range": 416,
	"request/precondition-failed": 412,
	"request/foreign-origin": 403,
	"request/key-reused": 422,
	"request/not-done": 404,
	"session/required": 401,
	"session/wrong-credentials": 401,
	"session/busy": 503,
	"session/forbidden": 403,
	"session/slowed": 429,
	"session/must-change": 403,
	"session/disabled": 403,
	"device/not-trusted": 403,
	"device/wrong-role": 403,
	"device/wrong-place": 403,
	"device/revoked": 403,
	"device/unknown": 404,
	"pairing/unknown": 404,
	"pairing/too-many": 429,
	"pairing/too-many-tries": 429,
	"office/closed": 409,
	"account/exists": 409,
	"account/unknown": 404,
	"account/own": 409,
	"account/last-admin": 409,
	"password/too-short": 422,
	"password/too-common": 422,
	"password/names-account": 422,
	"password/same": 422,
	"report/no-day": 404,
	"service/unknown": 404,
	"service/not-at-counter": 409,
	"service/not-served": 409,
	"service/not-now": 409,
	"service/closed": 409,
	"service/quota-reached": 409,
	"service/full-today": 409,
	"device/too-many-open": 409,
	"procedure/unknown": 404,
	"catalogue/unknown": 404,
	"procedure/other-service": 409,
	"priority-class/unknown": 404,
	"language/unknown": 404,
	"kiosk/unknown": 404,
	"print-agent/unknown": 404,
	"print-agent/taken": 409,
	"print-agent/other-form": 409,
	"counter/unknown": 404,
	"counter/not-open": 409,
	"counter/not-yours": 409,
	"counter/taken": 409,
	"counter/officer-elsewhere": 409,
	"counter/occupied": 409,
	"counter/no-current": 409,
	"counter/current-changed": 409,
	"ticket/unknown": 404,
	"ticket/not-called": 409,
	"ticket/at-other-counter": 409,
	"counter/nothing-to-undo": 409,
	"counter/other-act": 409,
	"counter/undo-too-late": 409,
	"ticket/not-waiting": 409,
	"ticket/not-parked": 409,
	"slip/number-wrong": 409,
	"slip/number-given": 409,
	"slip/times-wrong": 409,
	"slip/unknown": 404,
	"slip/in-use": 409,
	"ticket/not-missed": 409,
	"ticket/missed": 409,
	"ticket/restore-too-late": 409,
	"ticket/over": 409,
	"ticket/being-served": 409,
	"ticket/reason-needed": 422,
	"ticket/too-many-files": 409,
	"ticket/already-there": 409,
	"appointment/none": 409,
	"appointment/other-day": 409,
	"visit/service-twice": 422,
	"hall/stopped": 409,
	"policy/no-head-start": 409,
	"printer/unknown": 404,
	"print/under-way": 409,
	"print/too-often": 429,
	"clock/other-day": 409,
	"clock/behind": 409,
	"settings/changed": 409,
	"settings/wrong": 422,
	"settings/in-use": 409,
	"settings/unknown-version": 404,
	"picture/none": 422,
	"picture/wrong-size": 413,
	"picture/no-room": 409,
	"ledger/unavailable": 503,
	"hub/busy": 503,
	"hub/stopping": 503,
	"hub/unexpected": 500,
};

/** When it is worth asking again, in seconds: sent as `Retry-After`. */
const retryAfterSeconds: { [code in ProblemCode]?: number } = {
	"request/too-many": 60,
	"session/busy": 2,
	"pairing/too-many": 60,
	"pairing/too-many-tries": 60,
	"ledger/unavailable": 2,
	"hub/busy": 1,
	"hub/stopping": 2,
};

export interface ProblemDetail extends ProblemAbout {
	errors?: Fault[];
	/** A sentence more, in the reader's language: why, and until when. */
	said?: Names | undefined;
	/** When numbers are given again, ISO 8601. */
	opensAt?: string | undefined;
	/** Where it is known better than by the code alone. */
	waitSeconds?: number;
}

/** A refusal on its way out of a route: thrown where a hook or a validator must stop the request. */
export class Refused extends Error {
	override name = "Refused";
	readonly code: ProblemCode;
	readonly detail: ProblemDetail;

	constructor(code: ProblemCode, detail: ProblemDetail = {}) {
		super(code);
		this.code = code;
		this.detail = detail;
	}
}

/** The problem document (RFC 9457) of a refusal, in the language the request asks for. */
export function problemOf(
	code: ProblemCode,
	language: Language,
	{ errors, said, opensAt, ...about }: ProblemDetail = {},
): Problem {
	const { title, detail: words } = problemWords[language][code];
	const detail = typeof words === "string" ? words : words(about);
	return {
		type: `urn:motcua:problem:${code}`,
		title,
		status: problemStatus[code],
		code,
		detail: said ? `${detail} ${said[language]}` : detail,
		...(errors && { errors }),
		...(opensAt !== undefined && { opensAt }),
		...(about.holder && { holder: about.holder }),
	};
}

/** Answers with a problem document. */
export function replyProblem(
	request: FastifyRequest,
	reply: FastifyReply,
	code: ProblemCode,
	detail?: ProblemDetail,
): FastifyReply {
	const language = languageOf(request);
	const seconds = detail?.waitSeconds ?? retryAfterSeconds[code];
	if (seconds !== undefined) reply.header("retry-after", seconds);
	return reply
		.code(problemStatus[code])
		.header("content-language", language)
		.type("application/problem+json")
		.serializer(JSON.stringify)
		.send(problemOf(code, language, detail));
}

/** The first of the languages the hub writes that the request names in `Accept-Language`; Vietnamese unless it asks otherwise. */
export function languageOf(request: FastifyRequest): Language {
	for (const range of (request.headers["accept-language"] ?? "").split(",")) {
		// The language alone, without where it is spoken or how much it is wanted: `en` of `en-GB;q=0.8`.
		const tag = /^[a-z]*/.exec(range.trim().toLowerCase())?.[0];
		if (tag === "vi" || tag === "en") return tag;
	}
	return "vi";
}
