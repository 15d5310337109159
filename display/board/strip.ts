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
	/** Whether they fill all their room, so that the call now has less; where there are few their letters are larger. */
	fill: "roomy" | "usual" | "crowded";
}

/**
 * What each has: a lying screen is low, an upright one narrow. The letters are to be read from eight metres, so that what is more than this takes
 * turns and is not made smaller.
 */
const rooms = {
	wide: { rows: 3, ofCounters: 2, counterColumns: 6, serviceColumns: 3, roomy: 2 },
	tall: { rows: 5, ofCounters: 3, counterColumns: 3, serviceColumns: 2, roomy: 3 },
};

/**
 * @param counters how many there are
 * @param services how many there are; they have the rows that the counters leave free
 * @param isTall whether the screen stands upright
 */
export function stripsOf(counters: number, services: number, isTall: boolean): Strips {
	const room = rooms[isTall ? "tall" : "wide"];
	const ofCounters = stripOf(counters, room.counterColumns, room.ofCounters);
	const ofServices = stripOf(services, room.serviceColumns, room.rows - ofCounters.rows);
	const rows = ofCounters.rows + ofServices.rows;
	const fill = rows <= room.roomy ? "roomy" : rows < room.rows ? "usual" : "crowded";
	return { counters: ofCounters, services: ofServices, fill };
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
