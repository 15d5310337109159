import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import { type Ledger, type LedgerRecord, stampedEvents } from "../ledger/ledger.ts";
import type { DayEvents } from "./day-events.ts";
import { type DayFigures, dayFigures } from "./day-figures.ts";
import { type DayTotals, totalsOf } from "./day-totals.ts";
import type { KeptTotals } from "./kept-totals.ts";

/** The figures of an office's days. Nobody waits for a whole day to be read twice. */
export interface DayBooks {
	/** What a day came to as far as it is durable; null for a day that never was. */
	of(day: string): Promise<DayTotals | null>;
	/** The days there are, the newest first. */
	days(): Promise<string[]>;
	/** Reads the newest day, and at leisure each one before of which nothing is kept: after a start, and whenever days may have been rewritten. */
	catchUp(): Promise<void>;
	/** Keeps what the newest day came to so far. To be called once nothing is written any more. */
	close(): Promise<void>;
}

export interface DayBooksParts {
	ledger: Pick<Ledger, "follow">;
	events: DayEvents;
	kept: KeptTotals;
	office: { id: string; timeZone: string };
	log: { warn(about: object, message: string): void };
}

/** A day that others write in. */
interface Book {
	fold: DayFigures;
	/** The number of the next event that it has not seen. */
	nextSeq: number;
	/** Resolves when it is read; what comes meanwhile waits in `later`. */
	ready: Promise<void>;
	later: LedgerRecord[] | null;
}

/** Some kilobytes each: somebody leafs through a month. */
const rememberedDays = 40;

/** Somebody waits for the day: after some milliseconds of it, calls are decided, written and answered. */
const piecesAtOnce = 8;
const restMs = 1;
/** Nobody does: the rest is several times as long as a piece takes. */
const leisureMs = 10;

/**
 * Of a day that grows every number is known, and its figures go on with it. A day before the newest gets no more events: of it the reckoned
 * figures are known, and kept.
 */
export function createDayBooks({ ledger, events, kept, office, log }: DayBooksParts): DayBooks {
	const books = new Map<string, Book>();
	const past = new Map<string, Promise<DayTotals>>();
	/** Days that somebody waits for. */
	const awaited = new Set<string>();
	let isCatchingUp = false;
	const stop = ledger.follow(office.id, (record, day) => {
		past.delete(day);
		const book = books.get(day);
		if (book?.later) book.later.push(record);
		else if (book) take(book, record);
		else if (record.seq === 1) {
			// A day that begins under one's eyes need not be read.
			const begun = { ...emptyBook(), later: null };
			take(begun, record);
			books.set(day, begun);
			for (const before of books.keys()) if (before < day) settle(before);
		}
	});

	async function of(day: string): Promise<DayTotals | null> {
		const days = await events.days();
		if (!days.includes(day)) return null;
		if (!books.has(day)) {
			// The newest one, too, may be as it was when the hub stopped.
			const known = await whileAwaited(day, () => atRest(day, day === days[0]));
			if (known) return known;
		}
		const book = books.get(day) ?? begin(day);
		await whileAwaited(day, () => book.ready);
		return totalsOf(book.fold, office.timeZone);
	}

	/** A day in which nobody writes; null where it may grow and nothing is kept of it as it is. */
	function atRest(day: string, mayGrow: boolean): Promise<DayTotals | null> {
		return mayGrow ? kept.read(day) : pastDay(day);
	}

	async function whileAwaited<Got>(day: string, get: () => Promise<Got>): Promise<Got> {
		awaited.add(day);
		try {
			return await get();
		} finally {
			awaited.delete(day);
		}
	}

	function begin(day: string): Book {
		const book = emptyBook();
		books.set(day, book);
		book.ready = read(day, book).catch((error) => {
			// Read anew by whoever asks next.
			if (books.get(day) === book) books.delete(day);
			throw error;
		});
		return book;
	}

	function pastDay(day: string): Promise<DayTotals> {
		const known = past.get(day);
		if (known) return known;
		const found = (async () => {
			const before = await kept.read(day);
			if (before) return before;
			const book = emptyBook();
			await read(day, book);
			return keep(day, book);
		})();
		remember(day, found);
		found.catch(() => past.get(day) === found && past.delete(day));
		return found;
	}

	function remember(day: string, totals: Promise<DayTotals>): void {
		past.set(day, totals);
		for (const oldest of past.keys()) {
			if (past.size <= rememberedDays) break;
			past.delete(oldest);
		}
	}

	async function read(day: string, book: Book): Promise<void> {
		let pieces = 0;
		const rest = () => {
			pieces++;
			if (!awaited.has(day)) return wait(leisureMs);
			return pieces % piecesAtOnce === 0 ? wait(restMs) : turn();
		};
		for await (const event of events.of(day, rest)) {
			book.fold.saw(event);
			book.nextSeq = event.seq + 1;
		}
		const later = book.later ?? [];
		book.later = null;
		for (const record of later) take(book, record);
	}

	/** Reckons a day and keeps it. Where that cannot be, it is read again another time. */
	async function keep(day: string, book: Book): Promise<DayTotals> {
		const { nextSeq } = book;
		const totals = await totalsOf(book.fold, office.timeZone);
		try {
			await kept.keep(day, totals, nextSeq);
		} catch (error) {
			log.warn({ err: error, day }, "the day's figures could not be kept");
		}
		return totals;
	}

	/** Of a day that is over, only what it came to need be known. */
	function settle(day: string): void {
		const book = books.get(day);
		if (!book) return;
		const settled = book.ready.then(() => keep(day, book));
		remember(day, settled);
		settled
			.catch((error) => {
				past.delete(day);
				log.warn({ err: error, day }, "the day's figures could not be reckoned");
			})
			.finally(() => books.delete(day));
	}

	return {
		of,
		days: () => events.days(),
		async catchUp() {
			if (isCatchingUp) return;
			isCatchingUp = true;
			try {
				const [newest, ...before] = await events.days();
				if (newest !== undefined) await (books.get(newest) ?? begin(newest)).ready;
				for (const day of before) {
					if (books.has(day) || (await kept.has(day))) continue;
					await pastDay(day).catch((error) =>
						log.warn({ err: error, day }, "the day's figures could not be read"),
					);
				}
			} finally {
				isCatchingUp = false;
			}
		},
		async close() {
			stop();
			for (const [day, book] of books) if (book.later === null) await keep(day, book);
		},
	};
}

function emptyBook(): Book {
	return { fold: dayFigures(), nextSeq: 1, ready: Promise.resolve(), later: [] };
}

function take(book: Book, record: LedgerRecord): void {
	for (const event of stampedEvents(record)) {
		if (event.seq < book.nextSeq) continue;
		book.fold.saw(event);
		book.nextSeq = event.seq + 1;
	}
}
