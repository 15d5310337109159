import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { createInterface } from "node:readline";
import { crc32 } from "node:zlib";
import { type Disk, isMissing, replaceFile } from "../disk.ts";
import type { Place } from "./day-file.ts";
import type { Snapshot } from "./ledger.ts";

/** A later form is not read: the day is folded from its beginning instead. */
const snapshotForm = 1;

/** The first line of a snapshot: up to where the day's file is in it, and how to tell that this part is still what it was. */
interface Header {
	v: number;
	/** The number of the first event that is not in it. */
	seq: number;
	/** Bytes of the day's file before that event, and their CRC-32. */
	bytes: number;
	crc: number;
	places: Place[];
}

export interface KeptSnapshot extends Snapshot {
	bytes: number;
	places: Place[];
}

/** Writes a day's snapshot whole or not at all: a header, the lines, and a checksum over both. */
export async function writeSnapshotFile(
	dayFile: string,
	{ seq, bytes, places }: { seq: number; bytes: number; places: Place[] },
	lines: Snapshot["lines"],
	disk: Disk,
): Promise<void> {
	const crc = await crcOfStart(dayFile, bytes);
	const header: Header = { v: snapshotForm, seq, bytes, crc, places };
	await replaceFile(snapshotFileOf(dayFile), summed(JSON.stringify(header), lines), disk);
}

/**
 * Reads a day's snapshot. Null where there is none, where it is not whole, or where the part of the day's file that it stands for is no
 * longer what it was: then the file itself must be read, which finds and names what is wrong. `note` is told why it was passed over.
 */
export async function readSnapshotFile(
	dayFile: string,
	note: (line: string) => void,
): Promise<KeptSnapshot | null> {
	const file = snapshotFileOf(dayFile);
	const passOver = (why: string) => {
		note(`${file}: ${why}. It is passed over, and the day is read from its beginning.`);
		return null;
	};
	let sumAt: number;
	try {
		sumAt = (await stat(file)).size - sumLine(0).length;
	} catch (error) {
		if (isMissing(error)) return null;
		return passOver(`it cannot be read (${String(error)})`);
	}
	if (sumAt <= 0 || !(await isWhole(file, sumAt))) return passOver("it is not whole");
	const lines = linesOf(file, sumAt);
	const first = await lines.next();
	const header: Header = JSON.parse(first.done ? "{}" : first.value);
	const misfit = await misfitOf(header, dayFile);
	if (misfit === null) {
		const { seq, bytes, places } = header;
		return { seq, bytes, places, lines };
	}
	await lines.return(undefined);
	return passOver(misfit);
}

/** Why a snapshot cannot stand for the day's file; null where it can. */
async function misfitOf({ v, seq, bytes, crc }: Header, dayFile: string): Promise<string | null> {
	if (v !== snapshotForm) return `it has form ${v}, not ${snapshotForm}`;
	if ((await crcOfStart(dayFile, bytes)) === crc) return null;
	return `the events before event ${seq} are no longer those it was made of`;
}

export function snapshotFileOf(dayFile: string): string {
	return dayFile.replace(/\.jsonl$/, ".snapshot");
}

async function* summed(header: string, lines: Snapshot["lines"]): AsyncGenerator<string> {
	let crc = 0;
	const counted = (line: string) => {
		const text = `${line}\n`;
		crc = crc32(text, crc);
		return text;
	};
	yield counted(header);
	for await (const line of lines) yield counted(line);
	yield sumLine(crc);
}

function sumLine(crc: number): string {
	return `{"sum":"${crc.toString(16).padStart(8, "0")}"}\n`;
}

async function isWhole(file: string, sumAt: number): Promise<boolean> {
	let tail = "";
	for await (const piece of createReadStream(file, { start: sumAt, encoding: "utf8" }))
		tail += piece;
	return tail === sumLine(await crcOfStart(file, sumAt));
}

/** Line by line: a day's snapshot is many megabytes, and what is read of it is soon garbage. */
async function* linesOf(file: string, sumAt: number): AsyncGenerator<string> {
	const input = createReadStream(file, { end: sumAt - 1, encoding: "utf8" });
	yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

/** The CRC-32 of a file's first bytes; -1, which is none, where it has not that many. Memory for one piece is all it takes. */
export async function crcOfStart(file: string, bytes: number): Promise<number> {
	const piece = Buffer.allocUnsafe(pieceBytes);
	const handle = await open(file, "r");
	try {
		let crc = 0;
		for (let read = 0; read < bytes; ) {
			const wanted = Math.min(piece.length, bytes - read);
			const { bytesRead } = await handle.read(piece, 0, wanted, read);
			if (bytesRead === 0) return -1;
			crc = crc32(piece.subarray(0, bytesRead), crc);
			read += bytesRead;
		}
		return crc;
	} finally {
		await handle.close();
	}
}

const pieceBytes = 256 * 1024;
