import { createPatience, type PatienceBelief } from "./patience.ts";
import { keepNewest, valueAt } from "./recent.ts";

/** What comes between calls and the people called, learned: those who do not come, those who leave, those who come back, and officers' own moments. */
export interface Losses {
	/** Somebody was called who had waited so long. */
	called(serviceId: string, waitedMs: number): void;
	/** Nobody came to a counter that was held so long, of one who had waited so long. */
	missed(heldMs: number, waitedMs: number): void;
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
}

export interface LossBelief {
	/** Whether people stay. */
	patience: PatienceBelief;
	/** Milliseconds, as likely as one another; so are `gaps` and `reactions`. */
	missedHolds: readonly number[];
	gaps: readonly number[];
	reactions: readonly number[];
	cameBackShare(serviceId: string): number;
	/** How long whoever comes back is away, on average: they mend a form, or have missed their call. */
	backAfterMs: number;
	/** How often a counter whose work is done does not say so before the next call. */
	silentShare: number;
}

/** Counts beyond this are halved, so that an office that changes is followed. */
const most = 2_000;
const keptTimes = 150;
/** What is believed of coming back weighs as if nobody of so many had. */
const priorCalls = 30;
const priorMissedHolds = [30_000, 60_000, 90_000, 150_000];
const priorGaps = [0, 0, 5_000, 20_000];
const priorReactions = [2_000, 8_000, 20_000];
/** Whoever is away longer makes a pause. */
export const longestGapMs = 10 * 60_000;

export function createLosses(): Losses {
	const patience = createPatience();
	const missedHolds: number[] = [];
	const gaps: number[] = [];
	const reactions: number[] = [];
	const letGo = { byNextCall: 0, all: 0 };
	const services = new Map<string, { calls: number; cameBack: number }>();
	const ofService = (id: string) => valueAt(services, id, () => ({ calls: 0, cameBack: 0 }));

	return {
		called(serviceId, waitedMs) {
			const own = ofService(serviceId);
			own.calls++;
			if (own.calls > most) {
				own.calls /= 2;
				own.cameBack /= 2;
			}
			patience.called(waitedMs);
		},
		missed(heldMs, waitedMs) {
			patience.missed(waitedMs);
			keepNewest(missedHolds, Math.min(heldMs, longestGapMs), keptTimes);
		},
		gaveUp: patience.gaveUp,
		cameBack(serviceId) {
			ofService(serviceId).cameBack++;
		},
		gap(ms) {
			if (ms <= longestGapMs) keepNewest(gaps, Math.max(0, ms), keptTimes);
		},
		reaction(ms) {
			if (ms <= longestGapMs) keepNewest(reactions, Math.max(0, ms), keptTimes);
		},
		letGo(byNextCall) {
			letGo.all++;
			if (byNextCall) letGo.byNextCall++;
			if (letGo.all <= keptTimes) return;
			letGo.all /= 2;
			letGo.byNextCall /= 2;
		},
		belief: () => ({
			patience: patience.belief(),
			missedHolds: [...missedHolds, ...priorMissedHolds],
			gaps: [...gaps, ...priorGaps],
			reactions: [...reactions, ...priorReactions],
			cameBackShare(serviceId) {
				const { calls, cameBack } = services.get(serviceId) ?? { calls: 0, cameBack: 0 };
				return Math.min(0.5, cameBack / (calls + priorCalls));
			},
			backAfterMs: 10 * 60_000,
			silentShare: (letGo.byNextCall + 1) / (letGo.all + 2),
		}),
	};
}
