import type { Event, StampedEvent } from "../queue/event.ts";

/**
 * Where an office's events are kept, those of its queue or of another kind: one numbered run of records for each office and day. What `append` has resolved is
 * durable and is never taken back.
 */
export interface Ledger<E = Event> {
	/**
	 * Appends records in order; resolves when all of them are durable, rejects when none of them is.
	 * @throws {LedgerConflict} where the next number of that day is not `expectedSeq`
	 * @throws {LedgerUnavailable} where they could not be made durable
	 */
	append(batch: Batch<E>): Promise<void>;
	/** The records of a day from the one that begins at `seq` (1 = all), in order. A day that never was has none. */
	read(from: { office: string; day: string; seq?: number }): AsyncIterable<LedgerRecord<E>>;
	/** The same, many records at a time and without what requests were answered: what a fold needs. */
	readRuns(from: {
		office: string;
		day: string;
		seq?: number;
	}): AsyncIterable<readonly LedgerRecord<E>[]>;
	/** Calls back for each record of the office that becomes durable from now on, in order. Returns what ends it. */
	follow(office: string, listener: (record: LedgerRecord<E>, day: string) => void): () => void;
	/** The days of which there are records, the oldest first. */
	days(office: string): Promise<string[]>;
	/**
	 * Tries whether something can be written, and changes nothing.
	 * @throws {LedgerUnavailable} where it cannot
	 */
	probe(office: string): Promise<void>;
	/**
	 * Keeps what a fold of the records before `seq` comes to, in place of the day's snapshot before, so that a start need not read them
	 * again. `seq` is where an append marked by `snapshotAfter` ended, or the number of the next event.
	 */
	keepSnapshot(snapshot: Snapshot & { office: string; day: string }): Promise<void>;
	/** The day's snapshot where it is whole and the records before it are still what they were; else null. */
	readSnapshot(of: { office: string; day: string }): Promise<Snapshot | null>;
	close(): Promise<void>;
}

export interface Batch<E = Event> {
	office: string;
	day: string;
	/** The number that the first event of the first record must get. */
	expectedSeq: number;
	records: LedgerRecord<E>[];
	/** Says that `keepSnapshot` may be called for what stands up to the end of these records. */
	snapshotAfter?: boolean;
}

export interface Snapshot {
	/** The number of the first event that is not in it. */
	seq: number;
	/** Lines of text without line feeds; the ledger does not look into them. */
	lines: Iterable<string> | AsyncIterable<string>;
}

/** What one command brought about: one line, so that a crash never keeps half of it. */
export interface LedgerRecord<E = Event> {
	/** The number of its first event; the others follow without a gap. */
	seq: number;
	/** When, ISO 8601 in UTC. */
	at: string;
	/** Who: an account's name, `kiosk:ID`, `lobby` or `hub`. */
	by: string;
	/** The request that asked for it, where that named itself: asked again, it gets this answer. */
	key?: AnsweredRequest;
	events: readonly E[];
}

/** A request with an `Idempotency-Key`, and what it was answered. */
export interface AnsweredRequest {
	/** Who asked for what: a key means the same request only within this. */
	scope: string;
	key: string;
	/** What the body comes to, or a digest of that: the same key with another body is another request and a fault. */
	body: string;
	answer: unknown;
}

/** The number that the event after this record gets. */
export function seqAfter(record: LedgerRecord<unknown>): number {
	return record.seq + record.events.length;
}

/** Its events, each with its own number. */
export function stampedEvents({ seq, at, events }: LedgerRecord): StampedEvent[] {
	return events.map((event, index) => ({ seq: seq + index, at, ...event }));
}

/** Somebody else has written in between: the command must be decided again. */
export class LedgerConflict extends Error {
	override name = "LedgerConflict";
}

/** The records could not be made durable. */
export class LedgerUnavailable extends Error {
	override name = "LedgerUnavailable";
}
