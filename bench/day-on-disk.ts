import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { decodeLine } from "../server/ledger/line.ts";

/** What a ledger's newest day says of how it was written. */
export interface DayOnDisk {
	/** Tickets issued. */
	tickets: number;
	/** Syncs: a batch is what one `fdatasync` made durable, and its lines bear its number. */
	syncs: number;
	/** Syncs that made a ticket durable. */
	syncsOfTickets: number;
	/** Bytes of a line that issues a ticket, with its line feed: the mean, rounded. */
	ticketLineBytes: number;
}

/** @param directory `DATA_DIR/ledger/OFFICE` */
export async function readDay(directory: string): Promise<DayOnDisk> {
	const day = (await readdir(directory)).filter((name) => name.endsWith(".jsonl")).sort();
	const file = join(directory, day.at(-1) ?? "");
	const batches = new Set<number>();
	const ofTickets = new Set<number>();
	let tickets = 0;
	let bytes = 0;
	for await (const text of createInterface({ input: createReadStream(file) })) {
		const read = decodeLine(Buffer.from(text));
		if (!read.ok) throw new Error(`${file}: ${read.why}`);
		const { batch, events } = read.line;
		batches.add(batch);
		if (events[0]?.type !== "ticket-issued") continue;
		ofTickets.add(batch);
		tickets++;
		bytes += Buffer.byteLength(text) + 1;
	}
	return {
		tickets,
		syncs: batches.size,
		syncsOfTickets: ofTickets.size,
		ticketLineBytes: Math.round(bytes / tickets),
	};
}
