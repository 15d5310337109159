import { open, rm, stat, writeFile } from "node:fs/promises";
import { fileMode, isMissing, namesIn } from "../disk.ts";
import type { Event } from "../queue/event.ts";
import { seqAfter } from "./ledger.ts";
import { type DecodedLine, decodeLine, type Line } from "./line.ts";

/** Damage that no crash explains: something that had been acknowledged is gone or changed. The hub must not start on it. */
export class LedgerDamaged extends Error {
	override name = "LedgerDamaged";
}

/** Where an event stands in a day's file. */
export interface Place {
	/** The number of the event that begins there. */
	seq: number;
	/** Bytes before it. */
	bytes: number;
}

/** Where the good part of a day's file ends, and what stands after it. */
export interface DayEnd {
	/** Bytes of the file that are whole lines in sequence. */
	goodBytes: number;
	/** The number the next event gets. */
	nextSeq: number;
	/** Why the line after the good part cannot be read; null where the file ends well. */
	damage: { lineNumber: number; why: string } | null;
	/** Places on the way, about `placeEveryBytes` apart, so that one record is found without reading the whole day. */
	places: Place[];
}

export interface DayFileOptions {
	/** Bytes known to be durable: what stands after them is not looked at. */
	limit?: number | undefined;
	/** Where to begin; what stands before is taken to be right. */
	from?: Place | undefined;
	/** Whether to read what requests were answered too. */
	answers?: boolean;
	/** Told where the good part ends, when the reading has got there. */
	onEnd?: (end: DayEnd) => void;
}

const placeEveryBytes = 64 * 1024;
const beginning: Place = { seq: 1, bytes: 0 };

/**
 * Streams the whole lines of a day's file and checks sums and sequence; a file that is not there is an empty day. A damaged end is where a
 * write was cut short: it is reported in the returned `DayEnd`. Damage before a batch that was written later is not: a batch is begun
 * only when the one before it is durable, so that is damage to acknowledged events.
 * @throws {LedgerDamaged} naming file and line, after what stands before it
 */
export async function* readDayFile<E = Event>(
	file: string,
	options: DayFileOptions = {},
): AsyncGenerator<Line<E>, DayEnd> {
	let end = endAt(options.from);
	const onEnd = (reached: DayEnd) => {
		end = reached;
	};
	for await (const run of readDayRuns<E>(file, { ...options, onEnd })) yield* run;
	return end;
}

/** The same, many lines at a time: a day may have a hundred thousand. */
export async function* readDayRuns<E = Event>(
	file: string,
	{
		limit = Number.POSITIVE_INFINITY,
		from = beginning,
		answers = true,
		onEnd,
	}: DayFileOptions = {},
): AsyncGenerator<Line<E>[], void> {
	const end = endAt(from);
	const isThere = limit > from.bytes && (await exists(file));
	let lineNumber = 0;
	for await (const raw of isThere ? linesOf(file, from.bytes, limit) : []) {
		const run: Line<E>[] = [];
		for (const { bytes, whole } of raw) {
			lineNumber++;
			const read: DecodedLine<E> = whole
				? decodeLine<E>(bytes, answers)
				: { ok: false, why: "the line has no end" };
			if (!end.damage && read.ok && read.line.seq === end.nextSeq) {
				take(end, read.line, bytes.length + 1);
				run.push(read.line);
				continue;
			}
			const lineOfFile = lineNumber + (await linesBefore(file, from.bytes));
			const fatal = faultAt(file, lineOfFile, read, end);
			if (!fatal) continue;
			if (run.length > 0) yield run;
			throw fatal;
		}
		if (run.length > 0) yield run;
	}
	onEnd?.(end);
}

function endAt(from: Place = beginning): DayEnd {
	return { goodBytes: from.bytes, nextSeq: from.seq, damage: null, places: [from] };
}

function take(end: DayEnd, line: Line<unknown>, bytes: number): void {
	end.goodBytes += bytes;
	end.nextSeq = seqAfter(line);
	notePlace(end.places, { seq: end.nextSeq, bytes: end.goodBytes });
}

/** Remembers a place where it is far enough from the last one. */
export function notePlace(places: Place[], place: Place): void {
	const last = places.at(-1)?.bytes ?? 0;
	if (place.bytes - last >= placeEveryBytes) places.push(place);
}

/** Takes the damage down; comes back with what must stop the reader. */
function faultAt(
	file: string,
	lineNumber: number,
	read: DecodedLine<unknown>,
	end: DayEnd,
): LedgerDamaged | null {
	if (!read.ok && read.later) {
		return new LedgerDamaged(
			`${file}, line ${lineNumber}: ${read.why}. Run the version of the hub that wrote it.`,
		);
	}
	end.damage ??= { lineNumber, why: read.ok ? outOfSequence(read.line, end) : read.why };
	if (!read.ok || read.line.batch <= end.nextSeq) return null;
	return new LedgerDamaged(
		`${file}, line ${end.damage.lineNumber}: ${end.damage.why}, and line ${lineNumber} was written later and is whole. ` +
			"Events that had been acknowledged are damaged: restore this file from a backup.",
	);
}

/** Cuts a damaged end off and keeps it beside the file as `FILE.cut-OFFSET`, or `-2`, `-3` ... where that is taken. Returns where. */
export async function cutEnd(file: string, { goodBytes }: DayEnd): Promise<string> {
	const aside = await freeName(`${file}.cut-${goodBytes}`);
	const handle = await open(file, "r+");
	try {
		const { size } = await handle.stat();
		const cut = Buffer.alloc(size - goodBytes);
		await handle.read(cut, 0, cut.length, goodBytes);
		try {
			await writeFile(aside, cut, { flush: true, mode: fileMode });
		} catch (error) {
			await rm(aside, { force: true });
			throw error;
		}
		await handle.truncate(goodBytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	return aside;
}

function outOfSequence(line: Line<unknown>, end: DayEnd): string {
	return `event ${line.seq} stands where event ${end.nextSeq} belongs`;
}

/** The days that lie in an office's directory, the oldest first. */
export async function daysIn(directory: string): Promise<string[]> {
	const names = await namesIn(directory);
	return names
		.filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name))
		.map((name) => name.slice(0, 10))
		.sort();
}

interface RawLine {
	/** Without its line feed. */
	bytes: Buffer;
	/** Whether it ends in a line feed. */
	whole: boolean;
}

const pieceBytes = 32 * 1024;

/**
 * The lines of each piece that is read; they are gone when the next piece is asked for. All pieces are read into one place: a buffer for each would be what a
 * long day costs in memory.
 */
async function* linesOf(file: string, start: number, limit: number): AsyncGenerator<RawLine[]> {
	const handle = await open(file);
	try {
		let buffer = Buffer.alloc(pieceBytes);
		/** How much of a line that has not ended stands at its beginning. */
		let kept = 0;
		for (let at = start; ; ) {
			if (kept === buffer.length) buffer = Buffer.concat([buffer], 2 * buffer.length);
			const most = Math.min(buffer.length - kept, limit - at);
			const { bytesRead } = await handle.read(buffer, kept, Math.max(0, most), at);
			if (bytesRead === 0) break;
			at += bytesRead;
			const end = kept + bytesRead;
			const lines: RawLine[] = [];
			let begin = 0;
			for (;;) {
				const feed = buffer.indexOf(10, begin);
				if (feed < 0 || feed >= end) break;
				lines.push({ bytes: buffer.subarray(begin, feed), whole: true });
				begin = feed + 1;
			}
			yield lines;
			buffer.copyWithin(0, begin, end);
			kept = end - begin;
		}
		if (kept > 0) yield [{ bytes: buffer.subarray(0, kept), whole: false }];
	} finally {
		await handle.close();
	}
}

/** How many lines stand before a place; looked up only where damage must be named. */
async function linesBefore(file: string, bytes: number): Promise<number> {
	if (bytes === 0) return 0;
	let lines = 0;
	for await (const some of linesOf(file, 0, bytes)) lines += some.length;
	return lines;
}

async function freeName(name: string): Promise<string> {
	for (let number = 1; ; number++) {
		const candidate = number === 1 ? name : `${name}-${number}`;
		if (!(await exists(candidate))) return candidate;
	}
}

async function exists(file: string): Promise<boolean> {
	try {
		return (await stat(file)).isFile();
	} catch (error) {
		if (isMissing(error)) return false;
		throw error;
	}
}
