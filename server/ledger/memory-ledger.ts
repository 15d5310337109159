import type { Event } from "../queue/event.ts";
import { createFollowers } from "./followers.ts";
import { type Batch, type Ledger, LedgerConflict, type LedgerRecord, seqAfter } from "./ledger.ts";

/** A ledger that forgets: for tests, held to the same contract as those that last. */
export function createMemoryLedger<E = Event>(): Ledger<E> {
	const days = new Map<string, LedgerRecord<E>[]>();
	const snapshots = new Map<string, { seq: number; lines: string[] }>();
	const followers = createFollowers<E>();
	const recordsOf = (office: string, day: string) => days.get(`${office}/${day}`) ?? [];
	return {
		async append({ office, day, expectedSeq, records }: Batch<E>) {
			const kept = recordsOf(office, day);
			const last = kept.at(-1);
			const nextSeq = last ? seqAfter(last) : 1;
			if (expectedSeq !== nextSeq) {
				throw new LedgerConflict(`the next event is ${nextSeq}, not ${expectedSeq}`);
			}
			days.set(`${office}/${day}`, [...kept, ...structuredClone(records)]);
			for (const record of records) followers.tell(office, record, day);
		},
		async *read({ office, day, seq = 1 }) {
			for (const record of recordsOf(office, day)) {
				if (record.seq >= seq) yield structuredClone(record);
			}
		},
		async *readRuns({ office, day, seq = 1 }) {
			yield structuredClone(recordsOf(office, day).filter((record) => record.seq >= seq));
		},
		follow: followers.follow,
		async days(office) {
			return [...days.keys()]
				.filter((key) => key.startsWith(`${office}/`))
				.map((key) => key.slice(office.length + 1))
				.sort();
		},
		async probe() {},
		async keepSnapshot({ office, day, seq, lines }) {
			const kept: string[] = [];
			for await (const line of lines) kept.push(line);
			snapshots.set(`${office}/${day}`, { seq, lines: kept });
		},
		readSnapshot: async ({ office, day }) => snapshots.get(`${office}/${day}`) ?? null,
		async close() {},
	};
}
