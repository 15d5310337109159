import { endOf, momentAt, nextFrom, type Span } from "./hours.ts";
import type { PresenceBelief } from "./presence.ts";
import type { Random } from "./random.ts";

/** When one counter is there, in one run: its pauses, breaks and the end of its day. Instants are milliseconds since 1970. */
export interface Attendance {
	/** @param thereMs when it is there, or, where it is, when it was last seen to be @param pausedMs when its last pause began today; null: it had none */
	begin(thereMs: number, pausedMs: number | null): void;
	/**
	 * The counter could call at that moment.
	 * @param isFresh nobody has been at it since before the run
	 * @returns null: it is there; else when it is next looked at, infinite: not today
	 */
	awayUntil(atMs: number, isFresh: boolean): number | null;
}

export function createAttendance(
	{ pauses, leaving, afterBreaks }: PresenceBelief,
	spans: readonly Span[] | null,
	random: Random,
): Attendance {
	let lastPauseMs: number | null = null;
	let pauseMs = 0;
	let leavesMs = 0;

	/** What comes next for who is there then. */
	function plan(thereMs: number): void {
		pauseMs = pauses.drawNextMs(thereMs, lastPauseMs, spans, random);
		const its = endOf(spans, thereMs);
		leavesMs = its
			? its.atMs + leaving.drawMs(its.end, thereMs - its.atMs, random)
			: Number.POSITIVE_INFINITY;
	}

	function drawn(values: readonly number[]): number {
		return values[random.below(values.length)] ?? 0;
	}

	return {
		begin(thereMs, pausedMs) {
			lastPauseMs = pausedMs;
			plan(thereMs);
		},
		awayUntil(atMs, isFresh) {
			const moment = momentAt(spans, atMs);
			// Who is free in the break already has stopped.
			if (moment === "before" || (moment !== "within" && isFresh) || atMs >= leavesMs) {
				const next = nextFrom(spans ?? [], atMs);
				if (next === null) return Number.POSITIVE_INFINITY;
				plan(next);
				return next + (moment === "before" ? 0 : drawn(afterBreaks));
			}
			if (moment !== "within" || atMs < pauseMs) return null;
			lastPauseMs = atMs;
			const backMs = atMs + drawn(pauses.lengths);
			pauseMs = pauses.drawNextMs(backMs, lastPauseMs, spans, random);
			return backMs;
		},
	};
}
