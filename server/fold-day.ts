import { Answered } from "./answered.ts";
import { type Ledger, type LedgerRecord, stampedEvents } from "./ledger/ledger.ts";
import type { StampedEvent } from "./queue/event.ts";
import { evolve } from "./queue/evolve.ts";
import { thaw } from "./queue/snapshot.ts";
import { emptyState, type QueueState } from "./queue/state.ts";

/** What the records of a day come to. */
export interface FoldedDay {
	state: QueueState;
	answered: Answered;
	/** The number of the last event that a snapshot held; 0 where none was used. */
	snapshotSeq: number;
}

/** How many of the last records an observer sees again: what clients that were away may ask for. */
const observedRecords = 1_000;

/**
 * Folds a day out of the ledger: out of its snapshot and what came after it, where there is one that fits, else out of all its records.
 * @param saw sees the last thousand records' events again, each in the state it left
 */
export async function foldDay(
	ledger: Ledger,
	office: string,
	day: string,
	saw: ((state: QueueState, event: StampedEvent) => void) | null,
): Promise<FoldedDay> {
	const { state, answered, snapshotSeq } = await begin(ledger, office, day);
	const last: LedgerRecord[] = [];
	for await (const run of ledger.readRuns({ office, day, seq: state.seq + 1 })) {
		last.push(...run);
		const keep = saw ? observedRecords : 0;
		for (const older of last.splice(0, last.length - keep)) fold(older, null);
	}
	for (const older of last.splice(0, last.length - observedRecords)) fold(older, null);
	for (const record of last) fold(record, saw);
	return { state, answered, snapshotSeq };

	function fold(record: LedgerRecord, onlooker: typeof saw): void {
		answered.note(record);
		for (const event of stampedEvents(record)) {
			evolve(state, event);
			onlooker?.(state, event);
		}
	}
}

async function begin(ledger: Ledger, office: string, day: string): Promise<FoldedDay> {
	const fromNothing = { state: emptyState(), answered: new Answered(), snapshotSeq: 0 };
	const snapshot = await ledger.readSnapshot({ office, day });
	if (!snapshot) return fromNothing;
	const thawing = thaw();
	const answered = new Answered();
	for await (const line of snapshot.lines) {
		thawing.take(line);
		answered.thaw(line);
	}
	const state = thawing.state();
	return state?.seq === snapshot.seq - 1
		? { state, answered, snapshotSeq: state.seq }
		: fromNothing;
}
