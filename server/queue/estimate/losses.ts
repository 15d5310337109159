import { keepNewest, valueAt } from "./recent.ts";

/** What comes between calls and the people called, learned: those who do not come, those who leave, those who come back, and officers' own moments. */
export interface Losses {
	/** Somebody was called who had waited so long. */
	called(serviceId: string, waitedMs: number): void;
	/** Nobody came to a counter that was held so long. */
	missed(heldMs: number): void;
	/** A place was given up by somebody who had waited so long. */
	gaveUp(waitedMs: number): void;
	/** Somebody stands in a service's line again who had been called before. */
	cameBack(serviceId: string): void;
	/** A counter was free and people waited, until the next was called. */
	gap(ms: number): void;
	/** Nobody waited, until somebody came and was called. */
	reaction(ms: number): void;
	/** A counter went on with people waiting: whoever was there was let go by the next call, or by a word of their own. */
	letGo(byNextCall: boolean): void;
	belief(): LossBelief;
	keep(): KeptLosses;
}

export interface LossBelief {
	missedShare: number;
	/** Milliseconds, as likely as one another; so are `gaps` and `reactions`. */
	missedHolds: readonly number[];
	gaps: readonly number[];
	reactions: readonly number[];
	/** Of those who wait, how many leave in a millisecond. */
	leaveRate: number;
	cameBackShare(serviceId: string): number;
	/** How long whoever comes back is away, on average: they mend a form, or have missed their call. */
	backAfterMs: number;
	/** How often a counter whose work is done does not say so before the next call. */
	silentShare: number;
}

/** As plain JSON. */
export interface KeptLosses {
	calls: number;
	missed: number;
	gaveUp: number;
	waitedMs: number;
	missedHolds: number[];
	gaps: number[];
	reactions: number[];
	letGo: { byNextCall: number; all: number };
	services: Record<string, { calls: number; cameBack: number }>;
}

/** Counts beyond this are halved, so that an office that changes is followed. */
const most = 2_000;
const keptTimes = 150;
/** What is believed before anything was seen: one of thirty does not come, one of fifty leaves in an hour. */
const priorCalls = 30;
const priorWaitedMs = 50 * 3_600_000;
const priorMissedHolds = [30_000, 60_000, 90_000, 150_000];
const priorGaps = [0, 0, 5_000, 20_000];
const priorReactions = [2_000, 8_000, 20_000];
/** Whoever is away longer makes a pause. */
export const longestGapMs = 10 * 60_000;

export function createLosses(kept?: KeptLosses): Losses {
	const counts = kept
		? structuredClone(kept)
		: {
				calls: 0,
				missed: 0,
				gaveUp: 0,
				waitedMs: 0,
				missedHolds: [],
				gaps: [],
				reactions: [],
				letGo: { byNextCall: 0, all: 0 },
				services: {},
			};
	const services = new Map(Object.entries(counts.services));
	const ofService = (id: string) => valueAt(services, id, () => ({ calls: 0, cameBack: 0 }));

	return {
		called(serviceId, waitedMs) {
			const own = ofService(serviceId);
			own.calls++;
			if (own.calls > most) {
				own.calls /= 2;
				own.cameBack /= 2;
			}
			counts.calls++;
			counts.waitedMs += Math.max(0, waitedMs);
			if (counts.calls <= most) return;
			counts.calls /= 2;
			counts.missed /= 2;
			counts.gaveUp /= 2;
			counts.waitedMs /= 2;
		},
		missed(heldMs) {
			counts.missed++;
			keepNewest(counts.missedHolds, Math.min(heldMs, longestGapMs), keptTimes);
		},
		gaveUp(waitedMs) {
			counts.gaveUp++;
			counts.waitedMs += Math.max(0, waitedMs);
		},
		cameBack(serviceId) {
			ofService(serviceId).cameBack++;
		},
		gap(ms) {
			if (ms <= longestGapMs) keepNewest(counts.gaps, Math.max(0, ms), keptTimes);
		},
		reaction(ms) {
			if (ms <= longestGapMs) keepNewest(counts.reactions, Math.max(0, ms), keptTimes);
		},
		letGo(byNextCall) {
			const { letGo } = counts;
			letGo.all++;
			if (byNextCall) letGo.byNextCall++;
			if (letGo.all <= keptTimes) return;
			letGo.all /= 2;
			letGo.byNextCall /= 2;
		},
		belief: () => ({
			missedShare: (counts.missed + 1) / (counts.calls + priorCalls),
			missedHolds: [...counts.missedHolds, ...priorMissedHolds],
			gaps: [...counts.gaps, ...priorGaps],
			reactions: [...counts.reactions, ...priorReactions],
			leaveRate: (counts.gaveUp + 1) / (counts.waitedMs + priorWaitedMs),
			cameBackShare(serviceId) {
				const { calls, cameBack } = services.get(serviceId) ?? { calls: 0, cameBack: 0 };
				return Math.min(0.5, cameBack / (calls + priorCalls));
			},
			backAfterMs: 10 * 60_000,
			silentShare: (counts.letGo.byNextCall + 1) / (counts.letGo.all + 2),
		}),
		keep: () => structuredClone({ ...counts, services: Object.fromEntries(services) }),
	};
}
