import { createReadStream } from "node:fs";
import { open, stat, writeFile } from "node:fs/promises";
import { seqAfter } from "./ledger.ts";
import { type DecodedLine, decodeLine, type Line } from "./line.ts";

/** Damage that no crash explains: something that had been acknowledged is gone or changed. The hub must not start on it. */
export class LedgerDamaged extends Error {
	override name = "LedgerDamaged";
}

/** Where the good part of a day's file ends, and what stands after it. */
export interface DayEnd {
	/** Bytes of the file that are whole lines in sequence. */
	goodBytes: number;
	/** The number the next event gets. */
	nextSeq: number;
	/** Why the line after the good part cannot be read; null where the file ends well. */
	damage: { lineNumber: number; why: string } | null;
}

/**
 * Finds the end of a day's file; a file that is not there is an empty day. A damaged end is cut off, kept beside the file as
 * `FILE.cut-OFFSET`, and `note` is told.
 * @param limit bytes known to be durable: what stands after them is not looked at
 * @throws {LedgerDamaged} where acknowledged events are damaged
 */
export async function measureDayFile(
	file: string,
	limit: number | undefined,
	note: (line: string) => void,
): Promise<DayEnd> {
	const lines = readDayFile(file, limit);
	for (;;) {
		const step = await lines.next();
		if (!step.done) continue;
		if (step.value.damage) await cutEnd(file, step.value, step.value.damage, note);
		return step.value;
	}
}

/**
 * Streams the whole lines of a day's file and checks sums and sequence. A damaged end is where a write was cut short: it is
 * reported in the returned `DayEnd`. Damage before a batch that was written later is not: a batch is begun only when the one before it is
 * durable, so that is damage to acknowledged events.
 * @throws {LedgerDamaged} naming file and line
 */
export async function* readDayFile(
	file: string,
	limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<Line, DayEnd> {
	const end: DayEnd = { goodBytes: 0, nextSeq: 1, damage: null };
	let lineNumber = 0;
	if (limit === 0 || !(await exists(file))) return end;
	for await (const { text, bytes, whole } of linesOf(file, limit)) {
		lineNumber++;
		const read: DecodedLine = whole ? decodeLine(text) : { ok: false, why: "the line has no end" };
		if (!end.damage && read.ok && read.line.seq === end.nextSeq) {
			end.goodBytes += bytes;
			end.nextSeq = seqAfter(read.line);
			yield read.line;
			continue;
		}
		if (!read.ok && read.later) {
			throw new LedgerDamaged(
				`${file}, line ${lineNumber}: ${read.why}. Run the version of the hub that wrote it.`,
			);
		}
		end.damage ??= { lineNumber, why: read.ok ? outOfSequence(read.line, end) : read.why };
		if (read.ok && read.line.batch > end.nextSeq) {
			throw new LedgerDamaged(
				`${file}, line ${end.damage.lineNumber}: ${end.damage.why}, and line ${lineNumber} was written later and is whole. ` +
					"Events that had been acknowledged are damaged: restore this file from a backup.",
			);
		}
	}
	return end;
}

function outOfSequence(line: Line, end: DayEnd): string {
	return `event ${line.seq} stands where event ${end.nextSeq} belongs`;
}

interface RawLine {
	text: string;
	/** With its line feed. */
	bytes: number;
	/** Whether it ends in a line feed. */
	whole: boolean;
}

async function* linesOf(file: string, limit: number): AsyncGenerator<RawLine> {
	let rest: Buffer = Buffer.alloc(0);
	for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20, end: limit - 1 })) {
		const buffer: Buffer = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
		let start = 0;
		for (;;) {
			const feed = buffer.indexOf(10, start);
			if (feed < 0) break;
			yield { text: buffer.toString("utf8", start, feed), bytes: feed + 1 - start, whole: true };
			start = feed + 1;
		}
		rest = buffer.subarray(start);
	}
	if (rest.length > 0) yield { text: rest.toString("utf8"), bytes: rest.length, whole: false };
}

async function cutEnd(
	file: string,
	{ goodBytes }: DayEnd,
	damage: NonNullable<DayEnd["damage"]>,
	note: (line: string) => void,
): Promise<void> {
	const aside = `${file}.cut-${goodBytes}`;
	const handle = await open(file, "r+");
	try {
		const { size } = await handle.stat();
		const cut = Buffer.alloc(size - goodBytes);
		await handle.read(cut, 0, cut.length, goodBytes);
		await writeFile(aside, cut, { flush: true });
		await handle.truncate(goodBytes);
		await handle.sync();
	} finally {
		await handle.close();
	}
	note(
		`${file}, line ${damage.lineNumber}: ${damage.why}. The last write was cut short before it was acknowledged; ` +
			`what stood there is kept in ${aside}.`,
	);
}

async function exists(file: string): Promise<boolean> {
	try {
		return (await stat(file)).isFile();
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
		throw error;
	}
}
