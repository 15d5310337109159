import { type End, endOf, momentAt, nextFrom, type Span, servedBetween } from "./hours.ts";
import { createLeaving, earliestMs, type LeavingBelief } from "./leaving.ts";
import { createPauses, type PausesBelief } from "./pauses.ts";
import { keepNewest, valueAt } from "./recent.ts";

/** What is learned of when counters are there: how they open, pause, close, come back, and whether they go on beyond the hours. */
export interface Presence {
	opened(counterId: string, atMs: number, spans: Spans): void;
	/** @param waited whether it left somebody waiting whom it could have called */
	paused(counterId: string, atMs: number, waited: boolean, spans: Spans): void;
	closed(counterId: string, atMs: number, waited: boolean, spans: Spans): void;
	/** It called somebody, after it was free as told, or went on at once. */
	called(counterId: string, atMs: number, free: Free | null, spans: Spans): void;
	/**
	 * The day is over for these counters.
	 * @param free how a counter that was never closed was last free
	 */
	endDay(counterIds: readonly string[], free: (counterId: string) => Free | null): void;
	belief(): PresenceBelief;
	/** How a counter has stood today. */
	todayOf(counterId: string): CounterToday;
}

/** Since when nobody is at a counter, and whether somebody could have been called then. */
export interface Free {
	sinceMs: number;
	waited: boolean;
}

export interface CounterToday {
	/** When it first opened today; null: not yet. Instants are milliseconds since 1970. */
	openedMs: number | null;
	/** Since when it is paused. */
	pausedMs: number | null;
	/** Since when it is closed again. */
	closedMs: number | null;
	/** When it last made a pause, which may still last. */
	lastPauseMs: number | null;
}

export interface PresenceBelief {
	pauses: PausesBelief;
	leaving: LeavingBelief;
	/** Milliseconds after a break until counters are there again, as likely as one another. */
	afterBreaks: readonly number[];
	/** How often a counter that was closed within the hours opens again. */
	reopenShare: number;
	/** How often a counter opens at all, and how long after the hours have begun; null where no day is  */
	openingOf(counterId: string): { share: number; offsets: readonly number[] } | null;
}

type Spans = readonly Span[] | null;

const keptOffsets = 10;
const keptReturns = 60;
const fading = 0.8;
/** Before any is known: back within some minutes. */
const priorReturns = [0, 1, 3].map((minutes) => minutes * 60_000);
/** One that opens long after the hours have begun does so for other reasons than usual. */
const latestOffsetMs = 6 * 3_600_000;
/** Who is back so soon made no pause. */
const shortestPauseMs = 30_000;

interface Watched extends CounterToday {
	/** Since when it is open without a pause or a break. */
	workingMs: number | null;
	calledMs: number | null;
	offset: number | null;
	/** When the pause before the last began. */
	pauseBeforeMs: number | null;
	/** It was left shortly before the end of the hours, for a pause or for the rest: when it is open again it is seen which. */
	perhapsLeft: { end: End; fromMs: number; atMs: number } | null;
}

export function createPresence(): Presence {
	const pauses = createPauses();
	const leaving = createLeaving();
	const afterBreaks: number[] = [];
	let [closings, reopenings] = [0, 0];
	const openings = new Map<string, { days: number; opened: number; offsets: number[] }>();
	const today = new Map<string, Watched>();
	/** The hours of the day that lasts. */
	let daySpans: Spans = null;
	const at = (counterId: string) => valueAt(today, counterId, newWatched);

	function hasLeft(counter: Watched): void {
		const left = counter.perhapsLeft;
		counter.perhapsLeft = null;
		if (!left) return;
		leaving.stayed(left.end, left.fromMs, left.atMs);
		leaving.left(left.end, left.atMs);
	}

	/** It stopped, with somebody waiting or nobody. */
	function stops(counter: Watched, atMs: number, waited: boolean, spans: Spans): void {
		const { workingMs, calledMs, lastPauseMs } = counter;
		counter.workingMs = null;
		if (workingMs === null) return;
		pauses.worked(workingMs, atMs, lastPauseMs, spans);
		const its = endOf(spans, atMs);
		if (!its || atMs < its.atMs + earliestMs) return;
		const { end } = its;
		const since = (ms: number) => ms - its.atMs;
		const fromMs = since(workingMs);
		const isOver = atMs >= its.atMs;
		const thereMs = Math.max(calledMs ?? workingMs, isOver ? its.atMs : workingMs);
		if (isOver && !waited) {
			leaving.stayed(end, fromMs, since(thereMs));
			return;
		}
		// It was decided while somebody was at the counter.
		counter.perhapsLeft = { end, fromMs, atMs: since((thereMs + atMs) / 2) };
		if (isOver) hasLeft(counter);
	}

	/** It stood open over the end of the hours, and did not call again in them. */
	function satOut(counter: Watched, endMs: number, free: Free | null, spans: Spans): void {
		const leftMs = free && free.sinceMs >= endMs ? free.sinceMs : endMs;
		stops(counter, leftMs, leftMs > endMs && free?.waited === true, spans);
	}

	function isLeft(counter: Watched, atMs: number): void {
		counter.pauseBeforeMs = counter.lastPauseMs;
		counter.lastPauseMs = atMs;
	}

	function isBack(counter: Watched, atMs: number, spans: Spans): void {
		const sinceMs = counter.pausedMs ?? counter.closedMs;
		if (sinceMs === null) return;
		const fromBreakMs = afterBreak(spans, sinceMs, atMs);
		if (fromBreakMs !== null && atMs >= (endOf(spans, sinceMs)?.atMs ?? 0)) {
			hasLeft(counter);
			keepNewest(afterBreaks, Math.max(0, atMs - fromBreakMs), keptReturns);
			return;
		}
		counter.perhapsLeft = null;
		const { pauseBeforeMs } = counter;
		// Breaks are the office's and no pauses.
		const lengthMs = servedBetween(spans, sinceMs, atMs);
		if (lengthMs < shortestPauseMs) {
			counter.lastPauseMs = pauseBeforeMs;
			return;
		}
		const isClosed = counter.closedMs !== null;
		pauses.made({ fromMs: sinceMs, lengthMs, isClosed, pausedMs: pauseBeforeMs, spans });
		if (isClosed) reopenings++;
	}

	return {
		opened(counterId, atMs, spans) {
			const counter = at(counterId);
			if (counter.openedMs === null) {
				counter.openedMs = atMs;
				const from = spans?.[0]?.from;
				if (from !== undefined) counter.offset = Math.max(0, atMs - from);
			}
			daySpans = spans;
			isBack(counter, atMs, spans);
			counter.pausedMs = null;
			counter.closedMs = null;
			counter.workingMs ??= atMs;
		},
		paused(counterId, atMs, waited, spans) {
			const counter = at(counterId);
			stops(counter, atMs, waited, spans);
			isLeft(counter, atMs);
			counter.pausedMs = atMs;
		},
		closed(counterId, atMs, waited, spans) {
			const counter = at(counterId);
			stops(counter, atMs, waited, spans);
			if (counter.pausedMs === null) isLeft(counter, atMs);
			counter.pausedMs = null;
			counter.closedMs = atMs;
			// Not where it was for a break, or for the day.
			const isWithin = momentAt(spans, atMs) === "within";
			if (isWithin && momentAt(spans, atMs + 30 * 60_000) === "within") closings++;
		},
		called(counterId, atMs, free, spans) {
			const counter = at(counterId);
			const its = endOf(spans, atMs);
			const before = counter.workingMs === null ? null : endOf(spans, counter.workingMs);
			if (its && before && its.atMs > before.atMs) {
				satOut(counter, before.atMs, free, spans);
				counter.workingMs = nextFrom(spans ?? [], before.atMs);
			}
			counter.calledMs = atMs;
		},
		endDay(counterIds, free) {
			for (const [id, counter] of today) {
				const last = counter.workingMs === null ? null : endOf(daySpans, counter.workingMs);
				if (last) satOut(counter, last.atMs, free(id), daySpans);
				hasLeft(counter);
			}
			// A day on which nobody opened says nothing of any.
			if ([...today.values()].some(({ openedMs }) => openedMs !== null)) {
				for (const id of counterIds) {
					const own = valueAt(openings, id, () => ({ days: 0, opened: 0, offsets: [] }));
					const { openedMs = null, offset = null } = today.get(id) ?? {};
					own.days = own.days * fading + 1;
					own.opened = own.opened * fading + (openedMs === null ? 0 : 1);
					if (offset !== null && offset < latestOffsetMs) {
						keepNewest(own.offsets, offset, keptOffsets);
					}
				}
			}
			pauses.beginDay();
			leaving.beginDay();
			today.clear();
		},
		todayOf: (counterId) => at(counterId),
		belief: () => ({
			pauses: pauses.belief(),
			leaving: leaving.belief(),
			afterBreaks: [...afterBreaks, ...priorReturns],
			reopenShare: (reopenings + 0.3) / (Math.max(closings, reopenings) + 1),
			openingOf(counterId) {
				const own = openings.get(counterId);
				if (!own || own.days === 0) return null;
				return { share: (own.opened + 0.1) / (own.days + 0.2), offsets: own.offsets };
			},
		}),
	};
}

function newWatched(): Watched {
	return {
		openedMs: null,
		pausedMs: null,
		closedMs: null,
		lastPauseMs: null,
		workingMs: null,
		calledMs: null,
		offset: null,
		pauseBeforeMs: null,
		perhapsLeft: null,
	};
}

/** When a counter begins again that stopped for a break; null where it stopped for something else, or should long have been back. */
export function afterBreak(
	spans: readonly Span[] | null,
	stoppedMs: number,
	nowMs: number,
): number | null {
	if (!spans) return null;
	const next = nextFrom(spans, stoppedMs - 1);
	if (next === null || nowMs - next > lateMs) return null;
	return servedBetween(spans, stoppedMs, next) <= lateMs ? next : null;
}

/** So long before a break one leaves for it, and so long after it one comes back from it. */
const lateMs = 30 * 60_000;
