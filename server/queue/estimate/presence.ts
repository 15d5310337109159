import { momentAt, nextFrom, type Span, servedBetween } from "./hours.ts";
import { keepNewest, valueAt } from "./recent.ts";

/** What is learned of when counters are there: how they open, pause, close, come back, and whether they go on beyond the hours. */
export interface Presence {
	opened(counterId: string, atMs: number, spans: readonly Span[] | null): void;
	paused(counterId: string, atMs: number): void;
	closed(counterId: string, atMs: number, spans: readonly Span[] | null): void;
	/** Beyond the hours, with people waiting, it called the next or stopped. */
	beyondHours(at: "break" | "after", wentOn: boolean): void;
	/** The day is over for these counters. */
	endDay(counterIds: readonly string[]): void;
	belief(): PresenceBelief;
	/** How a counter has stood today. */
	todayOf(counterId: string): CounterToday;
}

export interface CounterToday {
	/** When it first opened today; null: not yet. Instants are milliseconds since 1970. */
	openedMs: number | null;
	/** Since when it is paused. */
	pausedMs: number | null;
	/** Since when it is closed again. */
	closedMs: number | null;
}

export interface PresenceBelief {
	/** Milliseconds between two pauses, on average. */
	betweenPausesMs: number;
	/** Milliseconds, as likely as one another. */
	pauses: readonly number[];
	/** How often a counter that was closed within the hours opens again. */
	reopenShare: number;
	/** How often whoever becomes free beyond the hours calls another. */
	goesOn: { break: number; after: number };
	/** How often a counter opens at all, and how long after the hours have begun; null where no day is  */
	openingOf(counterId: string): { share: number; offsets: readonly number[] } | null;
}

const keptPauses = 60;
const keptOffsets = 10;
const fading = 0.8;
/** Before any is known: one of a quarter of an hour in ten hours. */
const priorPauses = [4 * 60_000, 10 * 60_000, 20 * 60_000];
const priorOpenMs = 10 * 3_600_000;
/** One that opens long after the hours have begun does so for other reasons than usual. */
const latestOffsetMs = 6 * 3_600_000;

export function createPresence(): Presence {
	/** How long counters have been open, and how often they were paused, the days before counting less. */
	let openMs = 0;
	let pauseCount = 0;
	const pauses: number[] = [];
	let [closings, reopenings] = [0, 0];
	const beyond = { break: { on: 0, all: 0 }, after: { on: 0, all: 0 } };
	const openings = new Map<string, { days: number; opened: number; offsets: number[] }>();
	const today = new Map<
		string,
		CounterToday & { workingMs: number | null; offset: number | null }
	>();
	const at = (counterId: string) =>
		valueAt(today, counterId, () => ({
			openedMs: null,
			pausedMs: null,
			closedMs: null,
			workingMs: null,
			offset: null,
		}));

	function stopped(counterId: string, atMs: number): void {
		const counter = at(counterId);
		if (counter.workingMs !== null) openMs += Math.max(0, atMs - counter.workingMs);
		counter.workingMs = null;
	}

	/** Breaks are the office's and no pauses. */
	function noteAway(from: number, to: number, spans: readonly Span[] | null): boolean {
		const away = servedBetween(spans, from, to);
		if (away < 30_000) return false;
		pauseCount++;
		keepNewest(pauses, away, keptPauses);
		return true;
	}

	return {
		opened(counterId, atMs, spans) {
			const counter = at(counterId);
			if (counter.openedMs === null) {
				counter.openedMs = atMs;
				const from = spans?.[0]?.from;
				if (from !== undefined) counter.offset = Math.max(0, atMs - from);
			}
			if (counter.pausedMs !== null) noteAway(counter.pausedMs, atMs, spans);
			if (counter.closedMs !== null && noteAway(counter.closedMs, atMs, spans)) reopenings++;
			counter.pausedMs = null;
			counter.closedMs = null;
			counter.workingMs ??= atMs;
		},
		paused(counterId, atMs) {
			stopped(counterId, atMs);
			at(counterId).pausedMs = atMs;
		},
		closed(counterId, atMs, spans) {
			stopped(counterId, atMs);
			const counter = at(counterId);
			counter.pausedMs = null;
			counter.closedMs = atMs;
			// Not where it was for a break, or for the day.
			const isWithin = momentAt(spans, atMs) === "within";
			if (isWithin && momentAt(spans, atMs + 30 * 60_000) === "within") closings++;
		},
		beyondHours(moment, wentOn) {
			const counts = beyond[moment];
			counts.all++;
			if (wentOn) counts.on++;
			if (counts.all <= 60) return;
			counts.all /= 2;
			counts.on /= 2;
		},
		endDay(counterIds) {
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
			pauseCount *= fading;
			openMs *= fading;
			today.clear();
		},
		todayOf: (counterId) => at(counterId),
		belief: () => ({
			betweenPausesMs: (openMs + priorOpenMs) / (pauseCount + 1),
			pauses: [...pauses, ...priorPauses],
			reopenShare: (reopenings + 0.3) / (Math.max(closings, reopenings) + 1),
			goesOn: {
				break: (beyond.break.on + 0.1) / (beyond.break.all + 1),
				after: (beyond.after.on + 0.3) / (beyond.after.all + 1),
			},
			openingOf(counterId) {
				const own = openings.get(counterId);
				if (!own || own.days === 0) return null;
				return { share: (own.opened + 0.1) / (own.days + 0.2), offsets: own.offsets };
			},
		}),
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
