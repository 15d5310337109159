import { samePressMs } from "../same-press.ts";

export interface Press {
	name: string;
	atMs: number;
}

/**
 * The press that counts: the new one, or null where it is the same as the last that counted.
 * @param nowMs milliseconds of a steady clock
 */
export function newPress(last: Press | null, name: string, nowMs: number): Press | null {
	if (last && last.name === name && nowMs - last.atMs < samePressMs) return null;
	return { name, atMs: nowMs };
}

/** A press during another's request is kept for this long: the screen often shows the outcome before the answer is in. */
export const keptPressMs = 500;

/** Whether a press that came while another was under way is still meant, now that the other is done. */
export function isStillMeant(press: Press, done: Press, nowMs: number): boolean {
	return press.name !== done.name && nowMs - press.atMs < keptPressMs;
}
