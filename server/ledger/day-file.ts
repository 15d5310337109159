import { createReadStream } from "node:fs";
import { open, stat, writeFile } from "node:fs/promises";
import { fileMode, isMissing } from "../disk.ts";
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
}

const placeEveryBytes = 64 * 1024;
const beginning: Place = { seq: 1, bytes: 0 };

/**
 * Streams the whole lines of a day's file and checks sums and sequence; a file that is not there is an empty day. A damaged end is where a
 * write was cut short: it is reported in the returned `DayEnd`. Damage before a batch that was written later is not: a batch is begun
 * only when the one before it is durable, so that is damage to acknowledged events.
 * @throws {LedgerDamaged} naming file and line
 */
export async function* readDayFile(
	file: string,
	{ limit = Number.POSITIVE_INFINITY, from = beginning }: DayFileOptions = {},
): AsyncGenerator<Line, DayEnd> {
	const end: DayEnd = { goodBytes: from.bytes, nextSeq: from.seq, damage: null, places: [from] };
	if (limit <= from.bytes || !(await exists(file))) return end;
	let lineNumber = 0;
	let placed = from.bytes;
	for await (const { bytes, whole } of linesOf(file, from.bytes, limit)) {
		lineNumber++;
		const read: DecodedLine = whole ? decodeLine(bytes) : { ok: false, why: "the line has no end" };
		if (!end.damage && read.ok && read.line.seq === end.nextSeq) {
			end.goodBytes += bytes.length + 1;
			end.nextSeq = seqAfter(read.line);
			yield read.line;
			if (end.goodBytes - placed >= placeEveryBytes) {
				placed = end.goodBytes;
				end.places.push({ seq: end.nextSeq, bytes: placed });
			}
			continue;
		}
		const lineOfFile = lineNumber + (await linesBefore(file, from.bytes));
		if (!read.ok && read.later) {
			throw new LedgerDamaged(
				`${file}, line ${lineOfFile}: ${read.why}. Run the version of the hub that wrote it.`,
			);
		}
		end.damage ??= {
			lineNumber: lineOfFile,
			why: read.ok ? outOfSequence(read.line, end) : read.why,
		};
		if (read.ok && read.line.batch > end.nextSeq) {
			throw new LedgerDamaged(
				`${file}, line ${end.damage.lineNumber}: ${end.damage.why}, and line ${lineOfFile} was written later and is whole. ` +
					"Events that had been acknowledged are damaged: restore this file from a backup.",
			);
		}
	}
	return end;
}

/** Cuts a damaged end off and keeps it beside the file as `FILE.cut-OFFSET`, or `-2`, `-3` ... where that is taken. Returns where. */
export async function cutEnd(file: string, { goodBytes }: DayEnd): Promise<string> {
	const aside = await freeName(`${file}.cut-${goodBytes}`);
	const handle = await open(file, "r+");
	try {
		const { size } = await handle.stat();
		const cut = Buffer.alloc(size - goodBytes);
		await handle.read(cut, 0, cut.length, goodBytes);
		await writeFile(aside, cut, { flush: true, mode: fileMode });
		await handle.truncate(goodBytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	return aside;
}

function outOfSequence(line: Line, end: DayEnd): string {
	return `event ${line.seq} stands where event ${end.nextSeq} belongs`;
}

interface RawLine {
	/** Without its line feed. */
	bytes: Buffer;
	/** Whether it ends in a line feed. */
	whole: boolean;
}

async function* linesOf(file: string, start: number, limit: number): AsyncGenerator<RawLine> {
	let rest: Buffer = Buffer.alloc(0);
	const chunks = createReadStream(file, { highWaterMark: 1 << 18, start, end: limit - 1 });
	for await (const chunk of chunks) {
		const buffer: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		let begin = 0;
		for (;;) {
			const feed = buffer.indexOf(10, begin);
			if (feed < 0) break;
			yield { bytes: buffer.subarray(begin, feed), whole: true };
			begin = feed + 1;
		}
		rest = buffer.subarray(begin);
	}
	if (rest.length > 0) yield { bytes: rest, whole: false };
}

/** How many lines stand before a place; looked up only where damage must be named. */
async function linesBefore(file: string, bytes: number): Promise<number> {
	if (bytes === 0) return 0;
	let lines = 0;
	for await (const _ of linesOf(file, 0, bytes)) lines++;
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
