import type { SpokenCall } from "./announcement.ts";

/** What is announced now, and what comes after: one at a time, in the order of the calls. */
export interface CallQueue<Call extends SpokenCall = SpokenCall> {
	now: Call | null;
	next: readonly Call[];
}

export const silence: CallQueue<never> = { now: null, next: [] };

/**
 * An announcement takes some 7 s in one language, so that the last of eight is heard within a minute, and some 13 s in two, within two
 * minutes: about as long as somebody stays who waits for a number. A voice that lags further behind calls people whom the board has long shown, and drowns the calls of now.
 */
export const mostWaiting = 8;

/**
 * Takes a call in. A number that waits already keeps its place and is said as it was called last, so that nobody hears it twice in a row.
 * One that is being said now comes again. With more than eight waiting the oldest gives way.
 */
export function enqueue<Call extends SpokenCall>(
	{ now, next }: CallQueue<Call>,
	call: Call,
): CallQueue<Call> {
	if (next.some(({ number }) => number === call.number)) {
		return { now, next: next.map((waiting) => (waiting.number === call.number ? call : waiting)) };
	}
	return { now, next: [...next, call].slice(-mostWaiting) };
}

/** Drops calls that are over before they were said. What is being said is said to its end. */
export function keepWanted<Call extends SpokenCall>(
	queue: CallQueue<Call>,
	isWanted: (call: Call) => boolean,
): CallQueue<Call> {
	const next = queue.next.filter(isWanted);
	return next.length === queue.next.length ? queue : { now: queue.now, next };
}

/** What was said is over; the next one has its turn. */
export function advance<Call extends SpokenCall>({
	next: [now, ...next],
}: CallQueue<Call>): CallQueue<Call> {
	return { now: now ?? null, next };
}
