import { readDayRuns } from "../ledger/day-file.ts";
import { stampedEvents } from "../ledger/ledger.ts";
import type { StampedEvent } from "../queue/event.ts";
import { evolve } from "../queue/evolve.ts";
import { emptyState, type QueueState } from "../queue/state.ts";

/** What stands in an office's days, folded as it is written, by somebody who only reads. */
export interface DayTail {
	/** The newest day as far as it was read, without those who are done and will stay so. */
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
	/** Who is done, in order, until it can no longer be undone. */
	let done: { ticketId: string; atMs: number }[] = [];

	/** Of a long day nearly all are done. Nothing that comes later is about them, and they would be most of what this holds. */
	function forgetDone(event: StampedEvent): void {
		if ("ticketId" in event && state.tickets.get(event.ticketId)?.state === "done") {
			done.push({ ticketId: event.ticketId, atMs: state.clockMs });
		}
		const keptFromMs = state.clockMs - state.rules.undoSeconds * 1_000;
		let over = 0;
		for (const { ticketId, atMs } of done) {
			if (atMs >= keptFromMs) break;
			if (state.tickets.get(ticketId)?.state === "done") state.tickets.delete(ticketId);
			over++;
		}
		if (over > 0) done = done.slice(over);
	}

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
					forgetDone(event);
				}
			}
		}
	}

	function begin(other: string): void {
		state = emptyState();
		done = [];
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
