import { type Ledger, type LedgerRecord, stampedEvents } from "../ledger/ledger.ts";
import type { DayEvents } from "./day-events.ts";
import { type DayFigures, dayFigures } from "./day-figures.ts";

/** The figures of an office's days. Nobody waits for a whole day to be read twice. */
export interface DayBooks {
	/** What a day came to as far as it is durable; null for a day that never was. */
	of(day: string): Promise<Pick<DayFigures, "standing"> | null>;
	/** The days there are, the newest first. */
	days(): Promise<string[]>;
	close(): void;
}

/** So many days are kept, the one that was asked for last the longest: somebody leafs through a week. */
const keptDays = 8;

interface Book {
	figures: DayFigures;
	/** The number of the next event that it has not seen. */
	nextSeq: number;
	/** Resolves when it is read; what comes meanwhile waits in `later`. */
	ready: Promise<void>;
	later: LedgerRecord[] | null;
}

export function createDayBooks(
	ledger: Pick<Ledger, "follow">,
	events: DayEvents,
	office: string,
): DayBooks {
	const books = new Map<string, Book>();
	const stop = ledger.follow(office, (record, day) => {
		const book = books.get(day);
		if (book?.later) book.later.push(record);
		else if (book) take(book, record);
		// A day that begins under one's eyes need not be read.
		else if (record.seq === 1) take(keep(day, { ...emptyBook(), later: null }), record);
	});

	return { of, days: () => events.days(), close: stop };

	async function of(day: string): Promise<Pick<DayFigures, "standing"> | null> {
		const known = books.get(day);
		if (known) {
			books.delete(day);
			books.set(day, known);
			await known.ready;
			return known.figures;
		}
		if (!(await events.days()).includes(day)) return null;
		const book = books.get(day) ?? begin(day);
		await book.ready;
		return book.figures;
	}

	function begin(day: string): Book {
		const book = keep(day, emptyBook());
		book.ready = read(day, book).catch((error) => {
			// Read anew by whoever asks next.
			if (books.get(day) === book) books.delete(day);
			throw error;
		});
		return book;
	}

	function keep(day: string, book: Book): Book {
		books.set(day, book);
		for (const oldest of books.keys()) {
			if (books.size <= keptDays) break;
			books.delete(oldest);
		}
		return book;
	}

	async function read(day: string, book: Book): Promise<void> {
		for await (const event of events.of(day)) {
			book.figures.saw(event);
			book.nextSeq = event.seq + 1;
		}
		const later = book.later ?? [];
		book.later = null;
		for (const record of later) take(book, record);
	}
}

function emptyBook(): Book {
	return { figures: dayFigures(), nextSeq: 1, ready: Promise.resolve(), later: [] };
}

function take(book: Book, record: LedgerRecord): void {
	for (const event of stampedEvents(record)) {
		if (event.seq < book.nextSeq) continue;
		book.figures.saw(event);
		book.nextSeq = event.seq + 1;
	}
}
