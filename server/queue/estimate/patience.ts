/** Whether people stay, by how long they have waited in the hours of the office: learned of those who do not come when they are called, and of those who give their place up. */
export interface Patience {
	/** Somebody was called who had waited so long. */
	called(waitedMs: number): void;
	/** They did not come. */
	missed(waitedMs: number): void;
	/** A place was given up by somebody who had waited so long. */
	gaveUp(waitedMs: number): void;
	belief(): PatienceBelief;
}

export interface PatienceBelief {
	/** The share that does not come when called after so long a wait. */
	missedAfter(waitedMs: number): number;
	/** The share that gives up between two lengths of wait. */
	gaveUpBetween(fromMs: number, toMs: number): number;
}

interface Step {
	fromMs: number;
	toMs: number;
	calls: number;
	missed: number;
	gaveUp: number;
	/** How long people have waited within this step, all together. */
	waitedMs: number;
}

const minuteMs = 60_000;
const edges = [0, 20 * minuteMs, 45 * minuteMs, 90 * minuteMs, Number.POSITIVE_INFINITY];
/** Counts beyond this are halved, so that an office that changes is followed. */
const most = 2_000;
/** What is believed before anything was seen: one of thirty does not come, one of fifty leaves in an hour. */
const priorCalls = 30;
const priorWaitedMs = 50 * 3_600_000;
/** What is so of all waits weighs in each step as if so much of it had been seen there. */
const allCalls = 25;
const allWaitedMs = 10 * 3_600_000;

export function createPatience(): Patience {
	const steps = edges.slice(1).map((toMs, at): Step => {
		return { fromMs: edges[at] ?? 0, toMs, calls: 0, missed: 0, gaveUp: 0, waitedMs: 0 };
	});

	function stepAt(waitedMs: number): Step | undefined {
		return steps.find(({ toMs }) => waitedMs < toMs);
	}

	function waited(ms: number): void {
		for (const step of steps) step.waitedMs += within(step, 0, ms);
	}

	function sum(key: "calls" | "missed" | "gaveUp" | "waitedMs"): number {
		return steps.reduce((all, step) => all + step[key], 0);
	}

	return {
		called(waitedMs) {
			waited(waitedMs);
			const step = stepAt(waitedMs);
			if (step) step.calls++;
			if (sum("calls") <= most) return;
			for (const one of steps) {
				one.calls /= 2;
				one.missed /= 2;
				one.gaveUp /= 2;
				one.waitedMs /= 2;
			}
		},
		missed(waitedMs) {
			const step = stepAt(waitedMs);
			if (step) step.missed++;
		},
		gaveUp(waitedMs) {
			waited(waitedMs);
			const step = stepAt(waitedMs);
			if (step) step.gaveUp++;
		},
		belief() {
			const missed = (sum("missed") + 1) / (sum("calls") + priorCalls);
			const rate = (sum("gaveUp") + 1) / (sum("waitedMs") + priorWaitedMs);
			const now = steps.map((step) => ({
				...step,
				share: (step.missed + missed * allCalls) / (step.calls + allCalls),
				rate: (step.gaveUp + rate * allWaitedMs) / (step.waitedMs + allWaitedMs),
			}));
			return {
				missedAfter(waitedMs) {
					for (const { toMs, share } of now) if (waitedMs < toMs) return share;
					return missed;
				},
				gaveUpBetween(fromMs, toMs) {
					let expected = 0;
					for (const step of now) expected += step.rate * within(step, fromMs, toMs);
					return 1 - Math.exp(-expected);
				},
			};
		},
	};
}

/** How much of what lies between two lengths of wait lies in a step. */
function within(step: Pick<Step, "fromMs" | "toMs">, fromMs: number, toMs: number): number {
	return Math.max(0, Math.min(step.toMs, toMs) - Math.max(step.fromMs, fromMs));
}
