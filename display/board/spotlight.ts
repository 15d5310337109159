/** A call that deserves the lobby's eyes. */
export interface LitCall {
	number: string;
	counterId: string;
	counterLabel: string;
	callCount: number;
	/** Whoever does not come now loses the turn. */
	isLast: boolean;
}

/** Whose turn it is in the spotlight, and who comes after. Times are milliseconds of one steady clock. */
export interface Spotlight {
	now: { call: LitCall; sinceMs: number } | null;
	next: readonly LitCall[];
}

export const dark: Spotlight = { now: null, next: [] };

/** How long one call is lit when no other waits for its turn: what deployed number halls use. */
export const litMs = 20_000;

/** With others waiting a turn is shorter: enough to read number and counter twice. */
export const sharedLitMs = 6_000;

/** One for each counter of a large hall; a board that was cut off for an hour does not light up an hour of calls. */
export const mostWaiting = 12;

/**
 * Takes a call in. The spotlight free: lit at once. A number lit now and called again begins its turn anew; one that waits
 * keeps its place. With more than 12 waiting the oldest gives way.
 * @param isHeld whether the call that is lit is being said, and keeps the light until the voice has done
 */
export function light(
	spotlight: Spotlight,
	call: LitCall,
	nowMs: number,
	isHeld = false,
): Spotlight {
	const { now, next } = isHeld ? spotlight : turn(spotlight, nowMs);
	if (now === null || now.call.number === call.number) {
		return { now: { call, sinceMs: nowMs }, next };
	}
	if (next.some((waiting) => waiting.number === call.number)) {
		return {
			now,
			next: next.map((waiting) => (waiting.number === call.number ? call : waiting)),
		};
	}
	return { now, next: [...next, call].slice(-mostWaiting) };
}

/**
 * Lets go of calls that are over: the person has been served, did not come, or another has been called to the counter. The next
 * one takes the place of one that was lit.
 */
export function keepOpen(
	spotlight: Spotlight,
	isOpen: (number: string) => boolean,
	nowMs: number,
): Spotlight {
	const next = spotlight.next.filter(({ number }) => isOpen(number));
	const { now } = spotlight;
	if (now === null || isOpen(now.call.number)) {
		return next.length === spotlight.next.length ? spotlight : { now, next };
	}
	const [call, ...others] = next;
	return call ? { now: { call, sinceMs: nowMs }, next: others } : dark;
}

/**
 * Lights the call that is being said from now on: what is heard is what is read. One that it takes the light from before its time waits
 * for it again.
 */
export function follow({ now, next }: Spotlight, call: LitCall, nowMs: number): Spotlight {
	const others = next.filter(({ number }) => number !== call.number);
	const isCutShort =
		now !== null && now.call.number !== call.number && nowMs - now.sinceMs < sharedLitMs;
	return {
		now: { call, sinceMs: nowMs },
		next: isCutShort ? [now.call, ...others].slice(-mostWaiting) : others,
	};
}

/** The spotlight at a moment: the next call takes its turn when the one before has had its own. */
export function turn(spotlight: Spotlight, nowMs: number): Spotlight {
	const dueMs = turnsAt(spotlight);
	if (dueMs === null || nowMs < dueMs) return spotlight;
	const [call, ...next] = spotlight.next;
	return call ? { now: { call, sinceMs: nowMs }, next } : dark;
}

/** When `turn` will next change something; null while nothing is lit. */
export function turnsAt({ now, next }: Spotlight): number | null {
	if (now === null) return null;
	return now.sinceMs + (next.length > 0 ? sharedLitMs : litMs);
}
