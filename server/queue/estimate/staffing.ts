import type { QueueState } from "../state.ts";
import type { Span } from "./hours.ts";
import { afterBreak, type Presence, type PresenceBelief } from "./presence.ts";
import type { Random } from "./random.ts";

/** How a counter stands at the beginning of every run. */
export interface Post {
	/** When it may be there to call, drawn anew for each run; infinite: not today. */
	drawFromMs(random: Random): number;
}

/** How sure it is that a counter comes which none of the days before tell of, before the hours have begun. */
const comesShare = 0.95;
const minuteMs = 60_000;

/** When each counter can call again, as far as it depends on who is there, and not on whom they serve. */
export function postOf(
	state: QueueState,
	counterId: string,
	presence: Presence,
	spans: readonly Span[] | null,
	nowMs: number,
): Post {
	const belief = presence.belief();
	const status = state.counters.get(counterId)?.status ?? "closed";
	const today = presence.todayOf(counterId);
	if (status === "open") return { drawFromMs: () => nowMs };
	if (status === "paused") {
		const since = today.pausedMs ?? nowMs;
		const back = afterBreak(spans, since, nowMs);
		if (back !== null) return returning(belief, back, nowMs, 1);
		return away(belief.pauses.pausedLengths, since, nowMs, 1);
	}
	if (today.openedMs !== null && today.closedMs !== null) {
		const back = afterBreak(spans, today.closedMs, nowMs);
		if (back !== null) return returning(belief, back, nowMs, comesShare);
		return away(belief.pauses.closedLengths, today.closedMs, nowMs, belief.reopenShare);
	}
	return notYet(belief, counterId, spans, nowMs);
}

function returning(
	{ afterBreaks }: PresenceBelief,
	backMs: number,
	nowMs: number,
	share: number,
): Post {
	const later = afterBreaks.filter((ms) => backMs + ms > nowMs);
	return {
		drawFromMs: (random) => {
			if (random.next() >= share) return Number.POSITIVE_INFINITY;
			const drawn = later[random.below(later.length)];
			return drawn === undefined ? nowMs + random.exponential(4 * minuteMs) : backMs + drawn;
		},
	};
}

function away(lengths: readonly number[], sinceMs: number, nowMs: number, share: number): Post {
	const soFar = nowMs - sinceMs;
	const longer = lengths.filter((ms) => ms > soFar);
	return {
		drawFromMs: (random) => {
			if (share < 1 && random.next() >= share) return Number.POSITIVE_INFINITY;
			const drawn = longer[random.below(longer.length)];
			// The longer somebody is away, the longer they will be.
			return drawn === undefined
				? nowMs + random.exponential(Math.max(10 * minuteMs, soFar / 2))
				: sinceMs + drawn;
		},
	};
}

function notYet(
	belief: PresenceBelief,
	counterId: string,
	spans: readonly Span[] | null,
	nowMs: number,
): Post {
	const never = { drawFromMs: () => Number.POSITIVE_INFINITY };
	const first = spans?.[0]?.from;
	if (first === undefined) return never;
	const known = belief.openingOf(counterId);
	const soFar = nowMs - first;
	if (!known) {
		if (soFar > 15 * minuteMs) return never;
		return {
			drawFromMs: (random) => {
				if (random.next() >= comesShare) return Number.POSITIVE_INFINITY;
				return soFar < 0 ? first : nowMs + random.exponential(5 * minuteMs);
			},
		};
	}
	const { share, offsets } = known;
	const later = offsets.filter((offset) => offset > soFar);
	const left = offsets.length === 0 ? 1 : later.length / offsets.length;
	// Who is not there by now may be late, or may not come at all.
	const late = soFar < 30 * minuteMs ? 0.2 : 0.02;
	const stillComing = soFar < 0 ? 1 : Math.max(left, late);
	const comes = (share * stillComing) / (share * stillComing + 1 - share);
	return {
		drawFromMs: (random) => {
			if (random.next() >= comes) return Number.POSITIVE_INFINITY;
			const offset = later[random.below(later.length)];
			if (offset !== undefined) return first + offset;
			return Math.max(first, nowMs) + random.exponential(10 * minuteMs);
		},
	};
}
