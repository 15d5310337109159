import { readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Low } from "lowdb";
import { AppendingAdapter, type Pending } from "./appending-adapter.ts";
import { measureDayFile, readDayFile } from "./day-file.ts";
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

/** A day that is being written: lowdb over the appending adapter, and the number its next event gets. */
interface OpenDay {
	nextSeq: number;
	low: Low<Pending>;
	adapter: AppendingAdapter;
	/** Records that followers have not heard of, in order. */
	untold: LedgerRecord[];
}

/**
 * The ledger of an office on its own disk: one file an office and day, `DIRECTORY/OFFICE/YYYY-MM-DD.jsonl`, one line a command.
 * @param note told of a damaged end that was cut off and where it is kept
 */
export function createLowdbLedger(directory: string, note: (line: string) => void): Ledger {
	const openDays = new Map<string, Promise<OpenDay>>();
	/** What this process knows to be durable: lines after it were refused, even where they stand in the file. */
	const durableBytes = new Map<string, number>();
	const followers = createFollowers();
	const fileOf = (office: string, day: string) => join(directory, office, `${day}.jsonl`);

	function openDay(file: string): Promise<OpenDay> {
		let opening = openDays.get(file);
		if (!opening) {
			opening = openFile(file);
			openDays.set(file, opening);
			opening.catch(() => openDays.delete(file));
		}
		return opening;
	}

	async function openFile(file: string): Promise<OpenDay> {
		const { goodBytes, nextSeq } = await measureDayFile(file, durableBytes.get(file), note);
		durableBytes.set(file, goodBytes);
		const adapter = new AppendingAdapter(file, goodBytes);
		return { nextSeq, adapter, untold: [], low: new Low<Pending>(adapter, { waiting: [] }) };
	}

	/** Numbers handed out after a failed batch hang in the air: the day is opened anew from what is durable. */
	function abandon(file: string, failed: OpenDay): void {
		durableBytes.set(file, failed.adapter.durableBytes);
		failed.low.data.waiting.length = 0;
		openDays.delete(file);
		failed.adapter.close().catch((error) => note(`${file} could not be closed: ${error.message}`));
	}

	/** A day that is over gets no more events: its file need not stay open. */
	function closeDaysBefore(file: string): void {
		for (const [other, opening] of openDays) {
			if (dirname(other) !== dirname(file) || other >= file) continue;
			openDays.delete(other);
			opening
				.then(({ adapter }) => adapter.close())
				.catch((error) => note(`${other} could not be closed: ${error.message}`));
		}
	}

	return {
		async append({ office, day, expectedSeq, records }: Batch) {
			const file = fileOf(office, day);
			const opening = openDay(file);
			const open = await opening.catch((cause) => {
				throw new LedgerUnavailable(`${file} cannot be opened`, { cause });
			});
			if (expectedSeq !== open.nextSeq) {
				throw new LedgerConflict(`the next event is ${open.nextSeq}, not ${expectedSeq}`);
			}
			for (const record of records) {
				open.low.data.waiting.push({
					seq: record.seq,
					encode: (batch) => encodeLine({ ...record, batch }),
				});
				open.untold.push(record);
				open.nextSeq = seqAfter(record);
			}
			const nextSeq = open.nextSeq;
			try {
				await open.low.write();
			} catch (cause) {
				if (openDays.get(file) === opening) abandon(file, open);
				throw new LedgerUnavailable(`${file} cannot be written`, { cause });
			}
			durableBytes.set(file, open.adapter.durableBytes);
			// Whatever stands before these records is durable too, whichever append is answered first.
			const isDurable = ({ seq }: LedgerRecord) => seq < nextSeq;
			while (open.untold[0] && isDurable(open.untold[0])) {
				followers.tell(office, open.untold[0], day);
				open.untold.shift();
			}
			closeDaysBefore(file);
		},
		async *read({ office, day, seq = 1 }) {
			const file = fileOf(office, day);
			await openDay(file);
			for await (const { batch: _, ...record } of readDayFile(file, durableBytes.get(file))) {
				if (record.seq >= seq) yield record;
			}
		},
		follow: followers.follow,
		async days(office) {
			const names = await readdir(join(directory, office)).catch((error) => {
				if (error.code === "ENOENT") return [];
				throw error;
			});
			return names
				.filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name))
				.map((name) => name.slice(0, 10))
				.sort();
		},
		async close() {
			for (const opening of openDays.values()) await (await opening).adapter.close();
			openDays.clear();
		},
	};
}
