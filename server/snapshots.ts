import { setImmediate as turn } from "node:timers/promises";
import type { Answered } from "./answered.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { type FrozenState, freeze, linesOfState } from "./queue/snapshot.ts";
import type { QueueState } from "./queue/state.ts";

/**
 * A snapshot stands for a growing day, so the next is taken only when the day has grown by a quarter: what is written in all is no more than
 * five times the day, and a start reads at most these events or a fifth of the day line by line.
 */
const leastEvents = 20_000;
const leastGrowth = 0.25;
/** A stop takes one for less: there is time, and the next start is quicker. */
const leastAtStop = 500;

export interface Snapshots {
	/** Whether one is to be taken of this state. */
	isDue(state: QueueState): boolean;
	/** Takes the state down now, and keeps it when `durable` has resolved. */
	take(state: QueueState, answered: Answered, durable: Promise<unknown>): void;
	/** Takes one of a state that is durable, where it is worth it; resolves when it is kept. */
	takeAtStop(state: QueueState, answered: Answered): Promise<void>;
	/** Another day, or a state folded anew, of which the first `seq` events are in a snapshot. */
	beginAt(seq: number): void;
}

/** Takes snapshots of an office's day so that a start stays quick. One that cannot be kept is no harm and is logged. */
export function createSnapshots(
	ledger: Ledger,
	office: string,
	log: { warn(about: object, message: string): void },
): Snapshots {
	let lastSeq = 0;
	let underWay: Promise<void> | null = null;

	async function keep(state: QueueState, answered: Answered, durable: Promise<unknown>) {
		const { day, seq } = state;
		lastSeq = seq;
		const frozen = freeze(state);
		try {
			await durable;
			await ledger.keepSnapshot({
				office,
				day,
				seq: seq + 1,
				lines: unhurried(frozen, answered, seq),
			});
		} catch (error) {
			log.warn({ err: error, day, seq }, "no snapshot of the day could be kept");
		} finally {
			underWay = null;
		}
	}

	return {
		isDue: ({ seq }) =>
			underWay === null && seq - lastSeq >= Math.max(leastEvents, lastSeq * leastGrowth),
		take(state, answered, durable) {
			underWay = keep(state, answered, durable);
		},
		async takeAtStop(state, answered) {
			await underWay;
			if (state.seq - lastSeq >= leastAtStop) await keep(state, answered, Promise.resolve());
		},
		beginAt(seq) {
			lastSeq = seq;
		},
	};
}

/** Lets the hub do something else between two lines. */
async function* unhurried(frozen: FrozenState, answered: Answered, seq: number) {
	for (const lines of [linesOfState(frozen), answered.freeze(seq)]) {
		for (const line of lines) {
			yield line;
			await turn();
		}
	}
}
