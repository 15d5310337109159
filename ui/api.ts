import { type Answer, attempt, type Outcome } from "./attempt.ts";
import { deviceToken } from "./device-token.ts";
import { newRequestKey } from "./request-key.ts";

export type { Answer } from "./attempt.ts";
export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** How long a person waits for the hub before the screen says that it does not answer. */
export const patienceMs = 10_000;

/** An attempt silent for so long is given up for another one: its connection may be dead without anybody saying so. */
const usualSilentMs = 4_000;

/** The pause before the first repeat; each next one is twice as long, up to the longest. */
const firstPauseMs = 300;
const longestPauseMs = 1_000;

export interface Repeating {
	/** Of a request that may be the same as an earlier one; each call has a key of its own unless it is given. */
	key?: string;
	/** How long one attempt may be silent, where the hub is known to take its time. */
	silentMs?: number;
	/** How long is waited for an answer in all; `patienceMs` unless given. */
	endsMs?: number;
}

/**
 * For what makes the hub hash a password: it is made to take its time, and when a whole office signs in at once, or the machine is busy, it takes
 * long. Asking again would only make its line longer.
 */
export const whileHashing: Repeating = { silentMs: 30_000, endsMs: 30_000 };

/**
 * Asks the hub. `T` is the shape the contract gives the call; an empty answer is null.
 * Never throws: a refusal, a hub out of reach and one that is silent for 10 s are all answers.
 *
 * A call that changes something carries an `Idempotency-Key` and is repeated with it within these 10 s: where no answer
 * came, and where the hub is too busy to take it in or is being started anew. Once this has answered, nothing is sent any more.
 * @param path absolute, such as `/api/tickets`
 * @param body sent as JSON, a file as it is; undefined sends none
 */
export async function api<T>(
	method: Method,
	path: string,
	body?: unknown,
	{ key = newRequestKey(), silentMs = usualSilentMs, endsMs = patienceMs }: Repeating = {},
): Promise<Answer<T>> {
	const endsAtMs = performance.now() + endsMs;
	const leftMs = () => endsAtMs - performance.now();
	const request: RequestInit = {
		method,
		headers: headersFor(body, method === "GET" ? null : key),
		credentials: "same-origin",
		...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
	};
	if (method === "GET") return (await attempt<T>(path, request, patienceMs)).answer;

	let pauseMs = firstPauseMs;
	for (;;) {
		const outcome = await attempt<T>(path, request, Math.min(silentMs, leftMs()));
		const waitMs = waitBeforeRepeat(outcome, pauseMs);
		if (waitMs === null || waitMs >= leftMs()) return outcome.answer;
		await new Promise((over) => setTimeout(over, waitMs));
		// A machine that slept comes back long after anybody waited.
		if (leftMs() <= 0) return outcome.answer;
		pauseMs = Math.min(2 * pauseMs, longestPauseMs);
	}
}

/**
 * Whether it may have been done all the same: no answer came, or the hub says only that it cannot now (5xx), which tells
 * nothing of an attempt before. Whoever asks for the same once more sends the same key and body.
 */
export function mayBeDone(answer: Answer<unknown>): boolean {
	return !answer.ok && (answer.problem === null || answer.problem.status >= 500);
}

/** Null where the hub has said its word. */
function waitBeforeRepeat(outcome: Outcome<unknown>, pauseMs: number): number | null {
	switch (outcome.is) {
		case "heard":
			return null;
		case "lost":
			return pauseMs;
		case "later":
			return Math.max(outcome.retryAfterMs, pauseMs);
	}
}

function headersFor(body: unknown, key: string | null): Record<string, string> {
	const token = deviceToken();
	return {
		Accept: "application/json, application/problem+json",
		"Accept-Language": document.documentElement.lang || "vi",
		...(body === undefined ? {} : { "Content-Type": typeOf(body) }),
		...(key === null ? {} : { "Idempotency-Key": key }),
		...(token === null ? {} : { Authorization: `Bearer ${token}` }),
	};
}

function typeOf(body: unknown): string {
	return body instanceof Blob ? body.type : "application/json";
}
