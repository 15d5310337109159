import type { Problem, ProblemCode } from "../protocol/problem.ts";

/** `problem` is null where the hub gave no answer, or one that cannot be read; `status` is null where it gave none. */
export type Answer<T> =
	| { ok: true; status: number; value: T }
	| { ok: false; status: number | null; problem: Problem | null };

/**
 * What came of one attempt. `heard`: the hub's word on it. `lost`: no word came, and the hub may have done it or not.
 * `later`: the hub, too busy or just being started anew, did not take it in and asks for `retryAfterMs` of patience.
 */
export type Outcome<T> =
	| { is: "heard"; answer: Answer<T> }
	| { is: "lost"; answer: Answer<T> }
	| { is: "later"; answer: Answer<T>; retryAfterMs: number };

/**
 * Sends a request once. Never throws: a hub out of reach and one that is silent are outcomes.
 * @param silentMs how long it may take, to the last byte of the answer; then it is cut off and `lost`
 */
export async function attempt<T>(
	path: string,
	request: RequestInit,
	silentMs: number,
): Promise<Outcome<T>> {
	// AbortSignal.timeout is younger than the browsers of many TV boxes.
	const cutOff = new AbortController();
	const timer = setTimeout(() => cutOff.abort(), silentMs);
	let status: number | null = null;
	try {
		const response = await fetch(path, { ...request, signal: cutOff.signal });
		status = response.status;
		const text = await response.text();
		const value = JSON.parse(text === "" ? "null" : text);
		if (response.ok) return { is: "heard", answer: { ok: true, status, value } };
		if (!isProblem(value)) return unread(status);
		const answer: Answer<T> = { ok: false, status, problem: value };
		if (!tookNothingIn.includes(value.code)) return { is: "heard", answer };
		return { is: "later", answer, retryAfterMs: retryAfterMsOf(response) };
	} catch {
		// Out of reach, cut off in the middle, or not JSON: to the person it is the same, the hub gave no answer.
		return unread(status);
	} finally {
		clearTimeout(timer);
	}
}

const tookNothingIn: readonly ProblemCode[] = ["hub/busy", "hub/stopping"];

/**
 * An answer without a word of the hub's. One that was cut off, and those of something in between that could not reach the
 * hub, tell nothing; any other status is a no, whoever said it.
 */
function unread(status: number | null): Outcome<never> {
	const tellsNothing = status === null || status < 400 || [502, 503, 504].includes(status);
	return { is: tellsNothing ? "lost" : "heard", answer: { ok: false, status, problem: null } };
}

/** `Retry-After` in whole seconds, the only form the hub uses; 0 where it says none. */
function retryAfterMsOf({ headers }: Response): number {
	const seconds = headers.get("Retry-After") ?? "";
	return /^\d{1,6}$/.test(seconds) ? Number(seconds) * 1000 : 0;
}

function isProblem(value: unknown): value is Problem {
	return (
		typeof value === "object" &&
		value !== null &&
		"code" in value &&
		typeof value.code === "string" &&
		"detail" in value &&
		typeof value.detail === "string"
	);
}
