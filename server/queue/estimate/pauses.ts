import type { Span } from "./hours.ts";
import type { Random } from "./random.ts";
import { keepNewest } from "./recent.ts";

/** When officers make pauses, and how long: in a half of the day most make one, or none. Instants are milliseconds since 1970. */
export interface Pauses {
	/**
	 * A counter was at work.
	 * @param pausedMs when its last pause began; null: it had none today
	 */
	worked(fromMs: number, untilMs: number, pausedMs: number | null, spans: Spans): void;
	/** A counter was left within the hours, and opened again. */
	made(pause: Pause): void;
	/** A new day: the ones before count less. */
	beginDay(): void;
	belief(): PausesBelief;
}

export interface Pause {
	fromMs: number;
	lengthMs: number;
	/** The counter was closed meanwhile. */
	isClosed: boolean;
	/** When the one before it began; null: it was the first of its day. */
	pausedMs: number | null;
	spans: Spans;
}

export interface PausesBelief {
	/** When a counter that is there at an instant makes its next pause; infinite: not in this half of the day. */
	drawNextMs(fromMs: number, pausedMs: number | null, spans: Spans, random: Random): number;
	/** Milliseconds, as likely as one another: of all, of those that are called a pause, and of those for which the counter is closed. */
	lengths: readonly number[];
	pausedLengths: readonly number[];
	closedLengths: readonly number[];
}

type Spans = readonly Span[] | null;

/** How long counters were at work, and how often they were left meanwhile. */
interface Rate {
	workedMs: number;
	made: number;
}

const minuteMs = 60_000;
const fading = 0.8;
const keptLengths = 60;
/** Before any is known: one of a quarter of an hour in ten hours, and one of an hour where the counter is closed. */
const priorWorkedMs = 10 * 60 * minuteMs;
const priorLengths = [4, 10, 20].map((minutes) => minutes * minuteMs);
const priorClosedLengths = [10, 30, 60].map((minutes) => minutes * minuteMs);
/** Nobody pauses right after coming or right before the break: each quarter of a half of the day has its own rate. */
const quarters = 4;

export function createPauses(): Pauses {
	const first = Array.from({ length: quarters }, (): Rate => ({ workedMs: 0, made: 0 }));
	const again: Rate = { workedMs: 0, made: 0 };
	const pausedLengths: number[] = [];
	const closedLengths: number[] = [];

	/** The rates that hold one after the other from an instant on, each up to where the next begins. */
	function* ratesFrom(fromMs: number, pausedMs: number | null, spans: Spans) {
		// Who never closes has no halves of a day.
		if (!spans) yield { rate: again, share: 1, fromMs, toMs: Number.POSITIVE_INFINITY };
		for (const { from, to } of spans ?? []) {
			if (to <= fromMs) continue;
			if (pausedMs !== null && pausedMs >= from) {
				yield { rate: again, share: 1, fromMs: Math.max(from, fromMs), toMs: to };
				continue;
			}
			for (const [at, rate] of first.entries()) {
				const [begin, end] = [at, at + 1].map((edge) => from + ((to - from) * edge) / quarters);
				if (begin === undefined || end === undefined || end <= fromMs) continue;
				yield { rate, share: 1 / quarters, fromMs: Math.max(begin, fromMs), toMs: end };
			}
		}
	}

	return {
		worked(fromMs, untilMs, pausedMs, spans) {
			for (const step of ratesFrom(fromMs, pausedMs, spans)) {
				step.rate.workedMs += Math.max(0, Math.min(step.toMs, untilMs) - step.fromMs);
			}
		},
		made({ fromMs, lengthMs, isClosed, pausedMs, spans }) {
			const [step] = ratesFrom(fromMs, pausedMs, spans);
			if (step) step.rate.made++;
			keepNewest(isClosed ? closedLengths : pausedLengths, lengthMs, keptLengths);
		},
		beginDay() {
			for (const rate of [again, ...first]) {
				rate.workedMs *= fading;
				rate.made *= fading;
			}
		},
		belief: () => ({
			drawNextMs(fromMs, pausedMs, spans, random) {
				for (const step of ratesFrom(fromMs, pausedMs, spans)) {
					const { workedMs, made } = step.rate;
					const meanMs = (workedMs + step.share * priorWorkedMs) / (made + step.share);
					const nextMs = step.fromMs + random.exponential(meanMs);
					if (nextMs < step.toMs) return nextMs;
				}
				return Number.POSITIVE_INFINITY;
			},
			lengths: [...pausedLengths, ...closedLengths, ...priorLengths],
			pausedLengths: [...pausedLengths, ...priorLengths],
			closedLengths: [...closedLengths, ...priorClosedLengths],
		}),
	};
}
