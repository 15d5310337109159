/** Sizes in dots for a paper width. At 203 dpi 8 dots are 1 mm. */
export interface Sizes {
	margin: number;
	/** Nothing is smaller. */
	small: number;
	body: number;
	strong: number;
	heading: number;
	/** Of the word that tells a reprint from the first print. */
	reprint: number;
	/** Of sentences that are best on one line, tried in turn until they are. */
	sentence: readonly number[];
	/** Tried in turn for the service, until it takes no more than three lines. */
	service: readonly number[];
	numberMax: number;
	/** Of the counters to go to. */
	place: number;
	/** Of a service's sign. */
	signSide: number;
	/** Of a box to tick. */
	tickSide: number;
}

const wide: Sizes = {
	margin: 24,
	small: 26,
	body: 28,
	strong: 34,
	heading: 42,
	reprint: 60,
	sentence: [36, 34, 32, 30, 28],
	service: [46, 40, 34, 28],
	numberMax: 208,
	place: 40,
	signSide: 120,
	tickSide: 28,
};
const narrow: Sizes = {
	margin: 12,
	small: 26,
	body: 26,
	strong: 30,
	heading: 36,
	reprint: 46,
	sentence: [30],
	service: [38, 34, 28],
	numberMax: 140,
	place: 36,
	signSide: 96,
	tickSide: 26,
};

export function sizesFor(widthDots: number): Sizes {
	return widthDots < 500 ? narrow : wide;
}

/** Where a name takes more lines than these it ends in "…": what is longer is no name. */
export const maxLines = 6;
