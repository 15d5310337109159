import { open, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Static, Type } from "typebox";
import { fits } from "../../config/faults.ts";
import { DayFigures } from "../../protocol/reports.ts";
import { type Disk, isMissing, realDisk, replaceFile } from "../disk.ts";
import { seqAfter } from "../ledger/ledger.ts";
import { decodeLine } from "../ledger/line.ts";
import { crcOfStart } from "../ledger/snapshot-file.ts";
import type { DayTotals } from "./day-totals.ts";

/** What days came to, so that nobody waits for a day that is over to be read again. */
export interface KeptTotals {
	/** What was kept of a day; null where nothing was, or where the day, or the clock it was reckoned by, is no longer what it was. */
	read(day: string): Promise<DayTotals | null>;
	/** Whether something is kept that seems to fit, by a look that costs nothing. */
	has(day: string): Promise<boolean>;
	/**
	 * Keeps what a day comes to, where it ends before event `nextSeq` now.
	 * @returns false where it does not: then nothing is kept
	 */
	keep(day: string, totals: DayTotals, nextSeq: number): Promise<boolean>;
}

/** Raised whenever the figures are reckoned in another way. */
const form = 2;

const KeptFile = Type.Object({
	form: Type.Literal(form),
	timeZone: Type.String(),
	/** Length of the day's file and its CRC-32. */
	bytes: Type.Integer(),
	crc: Type.Integer(),
	isOver: Type.Boolean(),
	total: DayFigures,
	services: Type.Array(Type.Tuple([Type.String(), DayFigures])),
	counters: Type.Array(Type.Tuple([Type.String(), DayFigures])),
	hours: Type.Array(Type.Tuple([Type.Integer(), DayFigures])),
	classes: Type.Array(Type.Tuple([Type.Union([Type.String(), Type.Null()]), DayFigures])),
});
type KeptFile = Static<typeof KeptFile>;

/**
 * Keeps them beside the days, as `YYYY-MM-DD.figures`: such a file may be deleted at any time, and goes with its day. One that does not fit is
 * passed over, and written anew when the day has been read.
 * @param directory where the office's days lie, `DATA_DIR/ledger/OFFICE`
 * @param timeZone by which the office's hours go
 */
export function createKeptTotals(
	directory: string,
	timeZone: string,
	disk: Disk = realDisk,
): KeptTotals {
	const dayFile = (day: string) => join(directory, `${day}.jsonl`);
	const keptFile = (day: string) => join(directory, `${day}.figures`);

	/** What is kept, where it is whole and of a day as long as this one. */
	async function fitting(day: string): Promise<KeptFile | null> {
		const text = await orNull(readFile(keptFile(day), "utf8"));
		const size = (await orNull(stat(dayFile(day))))?.size;
		const kept = text === null ? null : parsed(text);
		return kept?.timeZone === timeZone && kept.bytes === size ? kept : null;
	}

	return {
		has: async (day) => (await fitting(day)) !== null,
		async read(day) {
			const kept = await fitting(day);
			if (kept === null || (await crcOfStart(dayFile(day), kept.bytes)) !== kept.crc) return null;
			const { isOver, total, services, counters, hours, classes } = kept;
			return {
				isOver,
				total,
				services: new Map(services),
				counters: new Map(counters),
				hours: new Map(hours),
				classes: new Map(classes),
			};
		},
		async keep(day, { isOver, total, services, counters, hours, classes }, nextSeq) {
			const { size: bytes } = await stat(dayFile(day));
			if ((await seqAtEnd(dayFile(day), bytes)) !== nextSeq) return false;
			const kept: KeptFile = {
				form,
				timeZone,
				bytes,
				crc: await crcOfStart(dayFile(day), bytes),
				isOver,
				total,
				services: [...services],
				counters: [...counters],
				hours: [...hours],
				classes: [...classes],
			};
			await replaceFile(keptFile(day), [`${JSON.stringify(kept)}\n`], disk);
			return true;
		},
	};
}

/** Null where it is cut short or of another form. */
function parsed(text: string): KeptFile | null {
	try {
		const kept: unknown = JSON.parse(text);
		return fits(KeptFile, kept) ? kept : null;
	} catch (error) {
		if (error instanceof SyntaxError) return null;
		throw error;
	}
}

/** The number of the event after a day's last line; null where that is no whole line. Only the last line is read: one may be megabytes. */
async function seqAtEnd(file: string, bytes: number): Promise<number | null> {
	const handle = await open(file, "r");
	try {
		for (let length = 64 * 1024; ; length *= 4) {
			const from = Math.max(0, bytes - length);
			const piece = Buffer.alloc(bytes - from);
			await handle.read(piece, 0, piece.length, from);
			const before = piece.lastIndexOf("\n", piece.length - 2);
			if (before < 0 && from > 0) continue;
			const last = decodeLine(piece.subarray(before + 1, -1), false);
			return last.ok && piece.at(-1) === 0x0a ? seqAfter(last.line) : null;
		}
	} finally {
		await handle.close();
	}
}

async function orNull<Found>(found: Promise<Found>): Promise<Found | null> {
	try {
		return await found;
	} catch (error) {
		if (isMissing(error)) return null;
		throw error;
	}
}
