import { basename, dirname, join } from "node:path";
import { Low } from "lowdb";
import { type Disk, ensureDirectory, fileMode, realDisk, writeAll } from "../disk.ts";
import type { Event } from "../queue/event.ts";
import { AppendingAdapter, type Pending } from "./appending-adapter.ts";
import {
	cutEnd,
	type DayEnd,
	daysIn,
	LedgerDamaged,
	notePlace,
	type Place,
	readDayFile,
	readDayRuns,
} from "./day-file.ts";
import { createFollowers } from "./followers.ts";
import {
	type Batch,
	type Ledger,
	LedgerConflict,
	type LedgerRecord,
	LedgerUnavailable,
	seqAfter,
} from "./ledger.ts";
import { encodeLine } from "./line.ts";
import { readSnapshotFile, writeSnapshotFile } from "./snapshot-file.ts";

/** A day that is being written: lowdb over the appending adapter, and the number its next event gets. */
interface OpenDay<E> {
	nextSeq: number;
	low: Low<Pending>;
	adapter: AppendingAdapter;
	/** Records that followers have not heard of, in order. */
	untold: LedgerRecord<E>[];
	places: Place[];
	/** Resolves when the lines that wait now are durable. */
	written: Promise<void>;
	onDurable: () => void;
	onFailure: (cause: unknown) => never;
	/** Where a snapshot may begin, by the number of its first event that is not in it. */
	snapshotPlaces: Map<number, number>;
}

/** What a disk must take before it is trusted again: some hundred commands. */
const probeBytes = 64 * 1024;

/**
 * The ledger of an office on its own disk: one file an office and day, `DIRECTORY/OFFICE/YYYY-MM-DD.jsonl`, one line a command, and
 * beside it `YYYY-MM-DD.snapshot`, which may be deleted at any time.
 * @param note told of a damaged end that was cut off and where it is kept, and of a snapshot that was passed over
 */
export function createLowdbLedger<E = Event>(
	directory: string,
	note: (line: string) => void,
	disk: Disk = realDisk,
): Ledger<E> {
	const openDays = new Map<string, Promise<OpenDay<E>>>();
	/** Those of them that are open already: a command need not wait for what is there. */
	const opened = new Map<string, OpenDay<E>>();
	/** What this process knows to be durable: lines after it were refused, even where they stand in the file. */
	const durableBytes = new Map<string, number>();
	/** Where a whole snapshot ends in its day's file: the part before it need not be read again to be known as good. */
	const snapshotEnds = new Map<string, { end: Place; places: Place[] }>();
	const followers = createFollowers<E>();
	const fileOf = (office: string, day: string) => `${directory}/${office}/${day}.jsonl`;

	function openDay(file: string): Promise<OpenDay<E>> {
		return openDays.get(file) ?? opening(file, readToEnd(file));
	}

	/** One that cannot be opened is tried anew by whoever comes next. */
	function opening(file: string, open: Promise<OpenDay<E>>): Promise<OpenDay<E>> {
		openDays.set(file, open);
		open.catch(() => openDays.delete(file));
		return open;
	}

	async function readToEnd(file: string): Promise<OpenDay<E>> {
		const from = snapshotEnds.get(file)?.end;
		const lines = readDayFile<E>(file, { limit: durableBytes.get(file), from });
		for (;;) {
			const step = await lines.next();
			if (step.done) return openAt(file, step.value);
		}
	}

	async function openAt(file: string, end: DayEnd): Promise<OpenDay<E>> {
		const known = durableBytes.get(file);
		if (known !== undefined && end.goodBytes !== known) {
			const why = end.damage?.why ?? `the file ends after ${end.goodBytes} bytes`;
			throw new LedgerDamaged(
				`${file}: ${why}, though ${known} bytes of it were durable. Something else has written or shortened the file.`,
			);
		}
		const cutLater =
			end.damage && !(await isCut(file, end, end.damage)) ? () => cutEnd(file, end) : null;
		const { goodBytes: bytes, nextSeq } = end;
		durableBytes.set(file, bytes);
		const adapter = new AppendingAdapter(disk, file, { bytes, nextSeq }, cutLater);
		const wholeDay = end.places[0]?.bytes === 0;
		const open: OpenDay<E> = {
			nextSeq,
			adapter,
			untold: [],
			places: wholeDay ? end.places : [...placesOfSnapshot(file), ...end.places],
			snapshotPlaces: new Map(),
			low: new Low<Pending>(adapter, { waiting: [] }),
			written: Promise.resolve(),
			onDurable: () => tellDurable(file, open),
			onFailure: (cause) => {
				abandon(file, open);
				throw new LedgerUnavailable(`${file} cannot be written`, { cause });
			},
		};
		opened.set(file, open);
		return open;
	}

	/** Puts records in the line; all that are in it when it is written share one promise. */
	function appendTo(
		open: OpenDay<E>,
		{ expectedSeq, records, snapshotAfter }: Batch<E>,
	): Promise<void> {
		if (expectedSeq !== open.nextSeq) {
			const why = `the next event is ${open.nextSeq}, not ${expectedSeq}`;
			return Promise.reject(new LedgerConflict(why));
		}
		const { data } = open.low;
		const isFirst = data.waiting.length === 0;
		for (const record of records) {
			const nextSeq = seqAfter(record);
			const isMarked = snapshotAfter && record === records.at(-1);
			data.waiting.push({
				seq: record.seq,
				nextSeq,
				encode: (batch) => encodeLine(record, batch),
				...(isMarked && { placed: (endBytes) => open.snapshotPlaces.set(nextSeq, endBytes) }),
			});
			open.untold.push(record);
			open.nextSeq = nextSeq;
		}
		if (isFirst) open.written = open.low.write().then(open.onDurable, open.onFailure);
		return open.written;
	}

	function tellDurable(file: string, open: OpenDay<E>): void {
		const { end } = open.adapter;
		durableBytes.set(file, end.bytes);
		notePlace(open.places, { seq: end.nextSeq, bytes: end.bytes });
		// All of a batch is durable at once, and everything before it.
		const told = open.untold.findIndex(({ seq }) => seq >= end.nextSeq);
		const office = basename(dirname(file));
		const day = basename(file, ".jsonl");
		for (const record of open.untold.splice(0, told < 0 ? open.untold.length : told)) {
			followers.tell(office, record, day);
		}
		if (openDays.size > 1) closeDaysBefore(file);
	}

	/** Numbers handed out after a failed batch hang in the air: the day is opened anew from what is durable. */
	function abandon(file: string, failed: OpenDay<E>): void {
		if (opened.get(file) !== failed) return;
		opened.delete(file);
		openDays.delete(file);
		durableBytes.set(file, failed.adapter.end.bytes);
		failed.low.data.waiting.length = 0;
		failed.adapter.close().catch((error) => note(`${file} could not be closed: ${error.message}`));
	}

	/** A day that is over gets no more events: its file need not stay open, and somebody else may rewrite it. */
	function closeDaysBefore(file: string): void {
		for (const [other, opening] of openDays) {
			if (dirname(other) !== dirname(file) || other >= file) continue;
			openDays.delete(other);
			opened.delete(other);
			durableBytes.delete(other);
			snapshotEnds.delete(other);
			opening
				.then(({ adapter }) => adapter.close())
				.catch((error) => note(`${other} could not be closed: ${error.message}`));
		}
	}

	/** Whether a damaged end could be cut off and kept; a full disk holds no start up, but nothing is written before it is done. */
	async function isCut(file: string, end: DayEnd, damage: NonNullable<DayEnd["damage"]>) {
		const what =
			`${file}, line ${damage.lineNumber}: ${damage.why}. The last write was cut short before it was acknowledged, or what was written ` +
			"last is damaged;";
		try {
			note(`${what} what stood there is kept in ${await cutEnd(file, end)}.`);
			return true;
		} catch (error) {
			note(`${what} what stands there cannot be kept aside yet (${String(error)}).`);
			return false;
		}
	}

	function placesOfSnapshot(file: string): Place[] {
		const kept = snapshotEnds.get(file);
		return kept ? [...kept.places, kept.end] : [];
	}

	async function* readRuns(
		{ office, day, seq = 1 }: Parameters<Ledger<E>["readRuns"]>[0],
		answers: boolean,
	) {
		const file = fileOf(office, day);
		const places = (await openDays.get(file))?.places ?? placesOfSnapshot(file);
		const from = places.findLast((place) => place.seq <= seq);
		let reached: DayEnd | null = null;
		const onEnd = (end: DayEnd) => {
			reached = end;
		};
		const options = { limit: durableBytes.get(file), from, answers, onEnd };
		for await (const run of readDayRuns<E>(file, options)) {
			const first = run[0];
			yield first && first.seq >= seq ? run : run.filter((line) => line.seq >= seq);
		}
		// Whoever has read to the end knows it: a start reads the day once.
		if (reached && !openDays.has(file)) opening(file, openAt(file, reached));
		await openDays.get(file);
	}

	return {
		append(batch) {
			const file = fileOf(batch.office, batch.day);
			const open = opened.get(file);
			if (open) return appendTo(open, batch);
			return openDay(file).then(
				(now) => appendTo(now, batch),
				(cause) => {
					throw new LedgerUnavailable(`${file} cannot be opened`, { cause });
				},
			);
		},
		async *read(from) {
			for await (const run of readRuns(from, true)) {
				for (const { batch: _, ...record } of run) yield record;
			}
		},
		readRuns: (from) => readRuns(from, false),
		follow: followers.follow,
		days: (office) => daysIn(join(directory, office)),
		async probe(office) {
			const folder = join(directory, office);
			const file = join(folder, "probe.tmp");
			try {
				await ensureDirectory(folder, disk);
				const handle = await disk.open(file, "w", fileMode);
				try {
					await writeAll(handle, Buffer.alloc(probeBytes, " "), 0);
					await handle.sync();
				} finally {
					await handle.close();
					await disk.rm(file, { force: true });
				}
			} catch (cause) {
				throw new LedgerUnavailable(`${folder} cannot be written`, { cause });
			}
		},
		async keepSnapshot({ office, day, seq, lines }) {
			const file = fileOf(office, day);
			const open = await openDay(file);
			const { end } = open.adapter;
			const bytes = end.nextSeq === seq ? end.bytes : open.snapshotPlaces.get(seq);
			if (bytes === undefined)
				throw new Error(`no append that ended before event ${seq} was marked`);
			open.snapshotPlaces.delete(seq);
			const places = open.places.filter((place) => place.bytes <= bytes);
			await writeSnapshotFile(file, { seq, bytes, places }, lines, disk);
		},
		async readSnapshot({ office, day }) {
			const file = fileOf(office, day);
			const kept = await readSnapshotFile(file, note);
			if (!kept) return null;
			const { seq, bytes, places, lines } = kept;
			snapshotEnds.set(file, { end: { seq, bytes }, places });
			return { seq, lines };
		},
		async close() {
			for (const opening of openDays.values()) await (await opening).adapter.close();
			openDays.clear();
			opened.clear();
		},
	};
}
