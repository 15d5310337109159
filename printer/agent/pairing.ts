import { randomUUID } from "node:crypto";
import { Check } from "typebox/value";
import { PairingAsked, PairingStanding } from "../../protocol/devices.ts";
import type { KeptAdmittance } from "./admittance.ts";
import type { Say } from "./say.ts";

export interface PairingParts {
	hub: string;
	name: string;
	admittance: KeptAdmittance;
	say: Say;
	pause(ms: number, signal: AbortSignal): Promise<void>;
}

/** How soon the agent learns that it was let in, and how long it leaves a hub alone that gives no code. */
export const pollMs = 2_000;
export const askAgainMs = 10_000;

/**
 * Asks the hub for a code, says it, and waits until an admin has typed it; then the token is kept. A code that runs out is followed by another,
 * and a hub that is away is waited for. Ends also with `signal`.
 */
export async function pair(parts: PairingParts, signal: AbortSignal): Promise<void> {
	const { admittance, say, pause } = parts;
	let said = "";
	/** Nothing is said twice in a row. */
	function sayOnce(key: string, ...words: Parameters<Say>): void {
		if (said !== key) say(...words);
		said = key;
	}

	while (!signal.aborted) {
		const asked = admittance.asked();
		if (!asked) {
			const got = await ask(parts, "", { role: "print-agent", place: parts.name }, signal);
			if (Check(PairingAsked, got.body)) {
				const { code, secret } = got.body;
				admittance.keep({ asked: { code, secret } });
			} else {
				const why = got.code ?? got.why;
				sayOnce(why, (words) =>
					got.code === "print-agent/unknown" ? words.unknownName(parts.name) : words.noCode(why),
				);
				await pause(askAgainMs, signal);
			}
			continue;
		}
		const got = await ask(parts, "/collect", { secret: asked.secret }, signal);
		if (Check(PairingStanding, got.body)) {
			const standing = got.body;
			if (standing.state === "paired") {
				admittance.keep({ token: standing.token });
				say((words) => words.paired);
				return;
			}
			const { state, expiresInMs } = standing;
			sayOnce(`${state} ${asked.code}`, (words) =>
				state === "refused"
					? words.refused
					: `${words.enterCode(inGroups(asked.code), `${parts.hub}/staff/`)} ${words.codeMinutes(Math.ceil(expiresInMs / 60_000))}`,
			);
		} else if (got.code === "pairing/unknown") {
			// The code has run out, or the hub was started anew.
			admittance.keep({});
			continue;
		}
		await pause(pollMs, signal);
	}
}

interface Got {
	body: unknown;
	/** Of a refusal. */
	code: string | null;
	/** What went wrong where it is no refusal of the hub. */
	why: string;
}

const answerWithinMs = 10_000;

async function ask(
	{ hub }: PairingParts,
	path: string,
	body: object,
	signal: AbortSignal,
): Promise<Got> {
	try {
		const response = await fetch(`${hub}/api/devices/pairings${path}`, {
			method: "POST",
			headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
			body: JSON.stringify(body),
			signal: AbortSignal.any([signal, AbortSignal.timeout(answerWithinMs)]),
		});
		const answer: unknown = await response.json();
		if (response.ok) return { body: answer, code: null, why: "" };
		return { body: null, code: codeOf(answer), why: `HTTP ${response.status}` };
	} catch (error) {
		const cause = error instanceof Error ? (error.cause ?? error) : error;
		return { body: null, code: null, why: cause instanceof Error ? cause.message : String(cause) };
	}
}

function codeOf(answer: unknown): string | null {
	if (typeof answer !== "object" || answer === null || !("code" in answer)) return null;
	return typeof answer.code === "string" ? answer.code : null;
}

/** `4821 9300`: as people read it out. */
function inGroups(code: string): string {
	return code.replace(/(\d{4})(?=\d)/g, "$1 ");
}
