import { readDayRuns } from "../ledger/day-file.ts";
import { stampedEvents } from "../ledger/ledger.ts";
import type { StampedEvent } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { emptyState, type QueueState } from "../queue/state.ts";

/** What stands in an office's days, folded as it is written, by somebody who only reads. */
export interface DayTail {
	/** The newest day as far as it was read. */
	readonly state: QueueState;
	/**
	 * Reads on to where the day's file ends now, and first to the end of the day before. Each event is shown right after it was folded in.
	 * @param generation another one than before says that the hub took back what it had written: the day is read from its beginning
	 */
	readOn(day: string, generation: number): Promise<void>;
}

/** @param directory where the office's days lie */
export function createDayTail(
	directory: string,
	saw: (state: QueueState, event: StampedEvent) => void,
): DayTail {
	let state = emptyState();
	let day = "";
	let generation = 0;
	let place = { seq: 1, bytes: 0 };

	async function readToEnd(): Promise<void> {
		const onEnd = ({ nextSeq, goodBytes }: { nextSeq: number; goodBytes: number }) => {
			place = { seq: nextSeq, bytes: goodBytes };
		};
		const file = `${directory}/${day}.jsonl`;
		for await (const run of readDayRuns(file, { from: place, answers: false, onEnd })) {
			for (const record of run) {
				for (const event of stampedEvents(record)) {
					evolve(state, event);
					saw(state, event);
				}
			}
		}
	}

	function begin(other: string): void {
		state = emptyState();
		day = other;
		place = { seq: 1, bytes: 0 };
	}

	return {
		get state() {
			return state;
		},
		async readOn(newest, now) {
			if (now !== generation) {
				generation = now;
				begin(newest);
			} else if (newest !== day) {
				if (day) await readToEnd();
				begin(newest);
			}
			await readToEnd();
		},
	};
}
