import type { Problem } from "../protocol/problem.ts";

export type Method = "GET" | "POST" | "DELETE";

/** `problem` is null where the hub gave no answer, or one that cannot be read; `status` is null where it gave none. */
export type Answer<T> =
	| { ok: true; status: number; value: T }
	| { ok: false; status: number | null; problem: Problem | null };

/** How long a person waits for the hub before the screen says that it does not answer. */
export const patienceMs = 10_000;

/**
 * Asks the hub. `T` is the shape the contract gives the call; an empty answer is null.
 * Never throws: a refusal, a hub out of reach and one that is silent for 10 s are all answers.
 * @param path absolute, such as `/api/tickets`
 * @param body sent as JSON; undefined sends none
 */
export async function api<T>(method: Method, path: string, body?: unknown): Promise<Answer<T>> {
	// AbortSignal.timeout is younger than the browsers of many TV boxes.
	const cutOff = new AbortController();
	const timer = setTimeout(() => cutOff.abort(), patienceMs);
	let status: number | null = null;
	try {
		const response = await fetch(path, {
			method,
			headers: headersFor(body),
			credentials: "same-origin",
			signal: cutOff.signal,
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		status = response.status;
		const text = await response.text();
		const value = JSON.parse(text === "" ? "null" : text);
		if (response.ok) return { ok: true, status, value };
		return { ok: false, status, problem: isProblem(value) ? value : null };
	} catch {
		// Out of reach, cut off in the middle, or not JSON: to the person it is the same, the hub gave no answer.
		return { ok: false, status, problem: null };
	} finally {
		clearTimeout(timer);
	}
}

function headersFor(body: unknown): Record<string, string> {
	return {
		Accept: "application/json, application/problem+json",
		"Accept-Language": document.documentElement.lang || "vi",
		...(body === undefined ? {} : { "Content-Type": "application/json" }),
	};
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
