import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ProblemCode } from "../../protocol/problem.ts";
import { SignInBusy } from "../accounts/password.ts";
import { DocumentUnavailable } from "../documents.ts";
import { LedgerUnavailable } from "../ledger/ledger.ts";
import { HubUnavailable } from "../pipeline.ts";
import { isReading } from "./methods.ts";
import { Refused, replyProblem } from "./problems.ts";

/** Turns everything that can go wrong on the way to a route into a problem document; an unexpected fault tells nothing of its inside. */
export function addErrorHandling(app: FastifyInstance): void {
	app.setNotFoundHandler((request, reply) => replyProblem(request, reply, "request/not-found"));
	app.setErrorHandler<FastifyError>((error, request, reply) => replyError(error, request, reply));
}

/** What asking again later may get over. */
const unavailable = [HubUnavailable, DocumentUnavailable, LedgerUnavailable];

export function replyError(
	error: FastifyError,
	request: FastifyRequest,
	reply: FastifyReply,
): FastifyReply {
	if (unavailable.some((kind) => error instanceof kind)) {
		return replyProblem(request, reply, "ledger/unavailable");
	}
	if (error instanceof SignInBusy) return replyProblem(request, reply, "session/busy");
	if (error instanceof Refused) return replyProblem(request, reply, error.code, error.detail);
	const code = codeOf(error, request.method);
	if (code === "hub/unexpected") {
		// The route and not the address: a ticket's id in it is its holder's key.
		const { method, routeOptions } = request;
		request.log.error({ err: error, method, route: routeOptions.url }, "unexpected fault");
	}
	return replyProblem(request, reply, code);
}

/** Fastify's own errors, by the codes of its documentation ("Errors"). */
function codeOf(error: FastifyError, method: string): ProblemCode {
	switch (error.code) {
		case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
			return "request/unsupported-media-type";
		case "FST_ERR_CTP_BODY_TOO_LARGE":
			return "request/too-large";
		case "FST_ERR_CTP_INVALID_JSON_BODY":
		case "FST_ERR_CTP_EMPTY_JSON_BODY":
		case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
			return "request/bad-json";
		case "FST_ERR_BAD_URL":
		case "FST_ERR_MAX_PARAM_LENGTH":
			return "request/bad-path";
		case "FST_ERR_NOT_FOUND":
			return "request/not-found";
		default:
			// @fastify/send, of the parts and versions of files that requests name.
			if (error.statusCode === 416) return "request/bad-range";
			if (error.statusCode === 412) return "request/precondition-failed";
			if (error.statusCode !== 400) return "hub/unexpected";
			// secure-json-parse refuses __proto__ and the like without a code of its own, @fastify/static a path with a NUL.
			return isReading(method) ? "request/bad-path" : "request/bad-json";
	}
}
