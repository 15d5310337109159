import { codeForMs } from "./waiting-devices.ts";

/** How many wrong codes one account may type while a code is good (RFC 8628, section 5.1). */
export const mostWrongCodes = 10;

/** Counts wrong codes, so that none is found by trying. */
export interface CodeTries {
	/** Whether this account may try one more. */
	mayTry(username: string): boolean;
	wrong(username: string): void;
}

/** @param monotonic a clock that nobody sets, milliseconds */
export function createCodeTries(monotonic: () => number): CodeTries {
	/** When each account was wrong; there are as many entries as accounts that may accept devices. */
	const wrongAtMs = new Map<string, number[]>();

	function recent(username: string): number[] {
		return (wrongAtMs.get(username) ?? []).filter((atMs) => atMs > monotonic() - codeForMs);
	}

	return {
		mayTry: (username) => recent(username).length < mostWrongCodes,
		wrong: (username) => void wrongAtMs.set(username, [...recent(username), monotonic()]),
	};
}
