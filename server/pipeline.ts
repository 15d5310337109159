import { Answered } from "./answered.ts";
import { type FoldedDay, foldDay } from "./fold-day.ts";
import { type Ledger, type LedgerRecord, seqAfter, stampedEvents } from "./ledger/ledger.ts";
import type { Event, StampedEvent } from "./queue/event.ts";
import { evolve } from "./queue/evolve.ts";
import { emptyState, type QueueState } from "./queue/state.ts";
import type { RequestKey } from "./requests.ts";
import { createSnapshots } from "./snapshots.ts";

/**
 * The way of an office's events: folded in at once, so that the next command sees them, written in batches, published when
 * they are durable, and set back where they could not be made so.
 */
export interface Pipeline {
	/** The newest state, which may be ahead of what is durable. */
	readonly state: QueueState;
	/** The durable requests of the day. */
	readonly answered: Answered;
	/** The number of the last durable event of the day. */
	readonly durableSeq: number;
	/** Whether something written now has a chance: not after a write failed until one succeeds, nor while one takes more than 5 s. */
	readonly writable: boolean;
	/** Whether a write failed and none has succeeded since. */
	readonly failed: boolean;
	/** Whether events wait for the disk. */
	readonly isWriting: boolean;
	/** Whether the disk has kept them waiting for more than 5 s. */
	readonly isStalled: boolean;
	/** Whether the state holds what the ledger will not: `mend` comes before anything else. */
	readonly isSetBack: boolean;
	/** Counts the times the state was set back. */
	readonly generation: number;
	/** Folds the events in, and sends them to the disk with all others that come meanwhile. */
	write<T>(events: readonly Event[], about: Writing<T>): Written<T>;
	/**
	 * Makes the state again what the ledger holds.
	 * @throws {HubUnavailable} where that cannot be read
	 */
	mend(): Promise<void>;
	/** Begins another day with nothing in it. All of the day before must be durable. */
	beginDay(day: string): void;
	/** Comes back when more is durable, or never will be. */
	progress(): Promise<void>;
	/** Wakes whoever waits for progress, to look again. */
	wake(): void;
	observe(observer: Observer): void;
	onSetBack(listener: () => void): void;
	/** Writes no more, and resolves when what was sent to the disk is durable. */
	close(): Promise<void>;
}

/** Who did it and when, what they are answered, and the request that is remembered with it. */
export interface Writing<T> {
	by: string;
	atMs: number;
	/** Looks at the state just as the events left it. */
	answer: Answer<T>;
	key?: RequestKey<T> | undefined;
}

export interface Written<T> {
	value: T;
	events: readonly StampedEvent[];
	/** Resolves when the events are durable. Rejects with `HubUnavailable` where they never will be. */
	durable: Promise<void>;
}

export type Answer<T> = (state: QueueState, events: readonly StampedEvent[]) => T;

/** Sees all that happens, in order. */
export interface Observer {
	/** Sees an event right after it was folded in. */
	saw?(state: QueueState, event: StampedEvent): void;
	/**
	 * All that was seen since the last time is about to be written together, and the state is as it left it. What is returned
	 * is run when it is durable; `onSetBack` tells where it never will be.
	 */
	seal(state: QueueState): () => void;
}

/** Nothing can be written, or the ledger cannot be read back: whoever asked is told, and asks again later. */
export class HubUnavailable extends Error {
	override name = "HubUnavailable";
}

export interface PipelineParts {
	office: string;
	ledger: Ledger;
	/** A clock that nobody sets, milliseconds. */
	monotonic: () => number;
	log: Log;
	/** Sees each event right after it was folded in, and before anything else the day's last thousand records again. */
	saw?: NonNullable<Observer["saw"]>;
	/** Told when the disk takes what is written again. */
	onWritable(): Promise<void>;
}

export interface Log {
	error(about: object, message: string): void;
	warn(about: object, message: string): void;
}

/** How often a disk that failed is tried again. */
export const probeMs = 1_000;
/** A write that takes as long counts as failing: whoever comes meanwhile is told at once. */
export const stalledMs = 5_000;

/**
 * Many commands at once share a sync. Where several had waited for the last one the next waits for more, until enough have come or
 * this long, so that a disk that syncs quickly is not asked for each of them.
 */
const gatherMs = 3;
const severalCommands = 4;
const enoughCommands = 16;

/** Commands that go to the disk together. */
interface Batch {
	expectedSeq: number;
	lastSeq: number;
	records: LedgerRecord[];
	generation: number;
	/** What is published when it is durable; nothing where the state was set back meanwhile. */
	publish: (() => void)[];
	durable: Promise<void>;
	pass(): void;
	refuse(error: unknown): void;
}

/** Folds the ledger's newest day. */
export async function startPipeline(parts: PipelineParts): Promise<Pipeline> {
	const { office, ledger, monotonic, log } = parts;
	const observers: Observer[] = [];
	const setBackListeners: (() => void)[] = [];
	const progressWaiters: (() => void)[] = [];
	const snapshots = createSnapshots(ledger, office, log);
	let state = emptyState();
	let answered = new Answered();
	let durableSeq = 0;
	/** What is still being gathered, and what is on its way to the disk. */
	let filling: Batch | null = null;
	let underWay: Batch | null = null;
	let lastBatchCommands = 0;
	/** Ends the wait for more commands. */
	let enough: (() => void) | null = null;
	let lastAppend: Promise<void> = Promise.resolve();
	/** How many appends are on their way: after a fault of ours one may be that is no longer published from here. */
	let appending = 0;
	/** When the disk last made something durable, or was first asked to; on the monotonic clock. */
	let progressAt = 0;
	let failed = false;
	let closing = false;
	let isSetBack = false;
	let generation = 0;
	let refolding: Promise<void> | null = null;
	let probe: NodeJS.Timeout | undefined;

	ledger.follow(office, (record, day) => {
		progressAt = monotonic();
		// What was folded before a failed write is read back from the ledger, not published from here.
		if (!underWay || day !== state.day || record.seq !== durableSeq + 1) return;
		answered.note(record);
		durableSeq = seqAfter(record) - 1;
		if (durableSeq === underWay.lastSeq) for (const publish of underWay.publish) tell(publish);
		wake();
	});
	await refold(parts.saw ?? null);

	return {
		get state() {
			return state;
		},
		get answered() {
			return answered;
		},
		get durableSeq() {
			return durableSeq;
		},
		get writable() {
			return !failed && !isStalled();
		},
		get failed() {
			return failed;
		},
		get isWriting() {
			return isWriting();
		},
		get isStalled() {
			return isStalled();
		},
		get isSetBack() {
			return isSetBack;
		},
		get generation() {
			return generation;
		},
		write,
		mend,
		beginDay(day) {
			state = emptyState();
			state.day = day;
			answered = new Answered();
			snapshots.beginAt(0);
			durableSeq = 0;
		},
		progress: () =>
			new Promise((wakeUp) => {
				progressWaiters.push(wakeUp);
			}),
		wake,
		observe: (observer) => observers.push(observer),
		onSetBack: (listener) => setBackListeners.push(listener),
		async close() {
			closing = true;
			clearTimeout(probe);
			while (isWriting()) await (filling?.durable ?? lastAppend).catch(() => undefined);
			if (!failed && !isSetBack) await snapshots.takeAtStop(state, answered);
		},
	};

	function isWriting(): boolean {
		return appending > 0 || filling !== null;
	}

	function isStalled(): boolean {
		return isWriting() && monotonic() - progressAt > stalledMs;
	}

	function write<T>(events: readonly Event[], { by, atMs, answer, key }: Writing<T>): Written<T> {
		const at = new Date(atMs).toISOString();
		const record: LedgerRecord = { seq: state.seq + 1, at, by, events };
		const stamped = stampedEvents(record);
		let value: T;
		try {
			for (const event of stamped) {
				evolve(state, event);
				parts.saw?.(state, event);
				for (const observer of observers) observer.saw?.(state, event);
			}
			value = answer(state, stamped);
		} catch (error) {
			// A fault of ours: the state now holds what the ledger will not. What was rightly done before goes to the disk all the same.
			if (filling) append(filling);
			forgetWhatWaits();
			mend().catch(() => undefined);
			throw error;
		}
		if (key) record.key = { scope: key.scope, key: key.key, body: key.body, answer: value };
		return { value, events: stamped, durable: put(record).durable };
	}

	function put(record: LedgerRecord): Batch {
		if (!isWriting()) progressAt = monotonic();
		if (!filling) {
			filling = newBatch(record.seq);
			if (!underWay) setImmediate(seal, filling);
		}
		const batch = filling;
		batch.records.push(record);
		batch.lastSeq = seqAfter(record) - 1;
		if (batch.records.length === enoughCommands) enough?.();
		return batch;
	}

	/** Closes a batch: all that the state holds is in it or durable, so what screens show of it is made now, and once. */
	function seal(batch: Batch): void {
		// It was set back while it was being gathered.
		if (filling !== batch) return;
		filling = null;
		underWay = batch;
		lastBatchCommands = batch.records.length;
		try {
			batch.publish = observers.map((observer) => observer.seal(state));
		} catch (error) {
			// A fault of ours: it is done, and screens are told of it by beginning anew.
			log.error({ err: error }, "what was done could not be made ready for the screens");
			append(batch);
			forgetWhatWaits();
			mend().catch(() => undefined);
			return;
		}
		append(batch);
	}

	function append(batch: Batch): void {
		const snapshotAfter = batch === underWay && snapshots.isDue(state);
		const { expectedSeq, records } = batch;
		const { day } = state;
		lastAppend = ledger.append({ office, day, expectedSeq, records, snapshotAfter });
		appending++;
		lastAppend.then(
			() => {
				appending--;
				if (batch === underWay) next();
				batch.pass();
			},
			(error) => {
				appending--;
				setBack(error, batch);
			},
		);
		if (snapshotAfter) snapshots.take(state, answered, batch.durable);
	}

	/** After a batch became durable: the next one goes as soon as it is worth a sync. */
	function next(): void {
		underWay = null;
		const batch = filling;
		if (!batch) return;
		const isBusy = lastBatchCommands >= severalCommands;
		if (!isBusy || batch.records.length >= enoughCommands) {
			setImmediate(seal, batch);
			return;
		}
		const timer = setTimeout(() => enough?.(), gatherMs);
		enough = () => {
			clearTimeout(timer);
			enough = null;
			setImmediate(seal, batch);
		};
	}

	/** What was not made durable never happened: the state becomes again what the ledger holds, then whoever waited is told. */
	async function setBack(error: unknown, batch: Batch): Promise<void> {
		const refused = [batch];
		if (batch.generation === generation) {
			log.error({ err: error }, "the ledger could not be written; it is tried again every second");
			failed = true;
			// What came meanwhile followed from what is not there.
			if (filling) refused.push(filling);
			forgetWhatWaits();
			probeLater();
		}
		// Where this fails too, the next probe tries again.
		await mend().catch(() => undefined);
		const cause = new HubUnavailable("the ledger could not be written", { cause: error });
		for (const { refuse } of refused) refuse(cause);
	}

	/** The state holds what the ledger will not: it is folded anew before anything else. */
	function forgetWhatWaits(): void {
		generation++;
		filling = null;
		underWay = null;
		enough?.();
		isSetBack = true;
		wake();
	}

	/** Tries the disk until it can be written again; nobody's command has to find out. */
	function probeLater(): void {
		clearTimeout(probe);
		if (closing) return;
		probe = setTimeout(async () => {
			try {
				await ledger.probe(office);
				if (isSetBack) await mend();
				failed = false;
				log.warn({}, "the ledger can be written again");
				await parts.onWritable();
			} catch (error) {
				log.warn({ err: error }, "the ledger still cannot be written");
				probeLater();
			}
		}, probeMs);
		probe.unref();
	}

	async function mend(): Promise<void> {
		refolding ??= lastAppend
			.catch(() => undefined)
			.then(() => refold(null))
			.catch((cause) => {
				log.error({ err: cause }, "the ledger could not be read");
				throw new HubUnavailable("the ledger could not be read back", { cause });
			})
			.finally(() => {
				refolding = null;
			});
		await refolding;
	}

	async function refold(saw: Observer["saw"] | null): Promise<void> {
		let folded: FoldedDay | null = null;
		// A day whose first write was cut short has no records, and has not begun.
		for (const day of (await ledger.days(office)).reverse()) {
			folded = await foldDay(ledger, office, day, saw ?? null);
			if (folded.state.seq > 0) break;
		}
		state = folded?.state ?? emptyState();
		answered = folded?.answered ?? new Answered();
		snapshots.beginAt(folded?.snapshotSeq ?? 0);
		durableSeq = state.seq;
		isSetBack = false;
		// Before anybody can do something in the state that they have not heard of.
		for (const listener of setBackListeners) tell(listener);
		wake();
	}

	function newBatch(expectedSeq: number): Batch {
		const batch: Batch = {
			expectedSeq,
			lastSeq: expectedSeq,
			records: [],
			generation,
			publish: [],
			durable: Promise.resolve(),
			pass() {},
			refuse() {},
		};
		batch.durable = new Promise((pass, refuse) => {
			Object.assign(batch, { pass, refuse });
		});
		// Each command hears how it went; where none is left to hear it, nobody need.
		batch.durable.catch(() => undefined);
		return batch;
	}

	function wake(): void {
		for (const wakeUp of progressWaiters.splice(0)) wakeUp();
	}

	/** Whoever is told hears of faults of their own in the log; what was done is durable all the same. */
	function tell(publish: () => void): void {
		try {
			publish();
		} catch (error) {
			log.error({ err: error }, "the screens could not be told");
		}
	}
}
