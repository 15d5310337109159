/** A second press within this time is the same press: a trembling finger, a double click by habit. */
export const samePressMs = 300;

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
