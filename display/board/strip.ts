/** How the cells of a strip at the board's foot stand: in even rows, and by turns where they are too many for one look. */
export interface Strip {
	/** How many stand side by side. */
	columns: number;
	rows: number;
	/** How many sights there are, and how many cells each has at most. */
	pages: number;
	perPage: number;
}

/** The board's two strips. */
export interface Strips {
	counters: Strip;
	services: Strip;
	/** Whether they need so many rows that each must be lower, so that the call now keeps its size. */
	isCrowded: boolean;
}

/** What they have together: a lying screen is low, an upright one narrow. */
const rooms = {
	wide: { columns: 6, rows: 4, ofServices: 2, easy: 3 },
	tall: { columns: 3, rows: 7, ofServices: 3, easy: 5 },
};

/**
 * @param counters how many there are
 * @param services how many there are; what rows they leave free the counters may have
 * @param isTall whether the screen stands upright
 */
export function stripsOf(counters: number, services: number, isTall: boolean): Strips {
	const room = rooms[isTall ? "tall" : "wide"];
	const ofServices = stripOf(services, room.columns, room.ofServices);
	const ofCounters = stripOf(counters, room.columns, room.rows - ofServices.rows);
	return {
		counters: ofCounters,
		services: ofServices,
		isCrowded: ofCounters.rows + ofServices.rows > room.easy,
	};
}

function stripOf(count: number, mostColumns: number, mostRows: number): Strip {
	const pages = Math.max(1, Math.ceil(count / (mostColumns * mostRows)));
	const perPage = Math.max(1, Math.ceil(count / pages));
	const columns = evenColumns(perPage, mostColumns);
	return { columns, rows: Math.ceil(perPage / columns), pages, perPage };
}

/** As few rows as `most` columns allow, and these as even as can be: 8 cells are two rows of 4, not 6 and 2. */
export function evenColumns(count: number, most: number): number {
	const rows = Math.max(1, Math.ceil(count / most));
	return Math.max(1, Math.ceil(count / rows));
}

/** How long a sight stays: long enough to find one counter among eighteen. */
export const pageMs = 8_000;

/** Which of so many sights is on. All boards turn together, since it goes by the clock. */
export function pageAt(pages: number, nowMs: number): number {
	return Math.floor(nowMs / pageMs) % pages;
}
