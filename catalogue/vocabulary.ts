/** The terms of an index, looked up by their letters. */
export interface Vocabulary {
	/** The place of a term, -1 where it is none. */
	placeOf(term: string): number;
	/** Where the terms that begin so begin, and where they end. */
	beginningWith(letters: string): { from: number; to: number };
	/** The terms that at most so many letters put in, left out or taken for another make of this one; the term itself is not among them. */
	near(term: string, mostEdits: number): { place: number; edits: number }[];
}

/** @param terms each once, in the order of their code units */
export function createVocabulary(terms: readonly string[]): Vocabulary {
	/** How many letters each has in common with the one before it. */
	const shared = Uint16Array.from(terms, (term, place) => sharedBeginning(terms[place - 1], term));

	return {
		placeOf(term) {
			const place = firstFrom(term);
			return terms[place] === term ? place : -1;
		},
		beginningWith(letters) {
			const from = firstFrom(letters);
			let to = from;
			while (to < terms.length && terms[to]?.startsWith(letters)) to++;
			return { from, to };
		},
		near,
	};

	/** The place of the first term that is not before `letters`. */
	function firstFrom(letters: string): number {
		let low = 0;
		let high = terms.length;
		while (low < high) {
			const middle = (low + high) >>> 1;
			if ((terms[middle] ?? "") < letters) low = middle + 1;
			else high = middle;
		}
		return low;
	}

	/**
	 * Levenshtein's table, a row a letter of the term: rows of the letters that a term has in common with the one before it are there already,
	 * and where the smallest number of a row is too large, so is all that begins with these letters.
	 */
	function near(term: string, mostEdits: number): { place: number; edits: number }[] {
		const found: { place: number; edits: number }[] = [];
		const wanted = Array.from({ length: term.length }, (_, at) => term.charCodeAt(at));
		const columns = wanted.length + 1;
		const longest = wanted.length + mostEdits;
		const table = new Uint16Array((longest + 1) * columns);
		for (let column = 0; column < columns; column++) table[column] = column;
		let rowsDone = 0;
		let hopelessFrom = Number.POSITIVE_INFINITY;

		for (let place = 0; place < terms.length; place++) {
			const common = shared[place] ?? 0;
			if (common >= hopelessFrom) continue;
			hopelessFrom = Number.POSITIVE_INFINITY;
			rowsDone = Math.min(rowsDone, common);
			const letters = terms[place] ?? "";
			while (rowsDone < letters.length) {
				rowsDone++;
				if (rowsDone > longest || fillRow(rowsDone, letters.charCodeAt(rowsDone - 1)) > mostEdits) {
					hopelessFrom = rowsDone;
					break;
				}
			}
			if (hopelessFrom !== Number.POSITIVE_INFINITY) continue;
			const edits = table[rowsDone * columns + columns - 1] ?? mostEdits + 1;
			if (edits > 0 && edits <= mostEdits) found.push({ place, edits });
		}
		return found;

		function fillRow(row: number, letter: number): number {
			const begin = row * columns;
			table[begin] = row;
			let smallest = row;
			for (let column = 1; column < columns; column++) {
				const above = begin - columns + column;
				const replaced = (table[above - 1] ?? 0) + (wanted[column - 1] === letter ? 0 : 1);
				const leftOut = (table[above] ?? 0) + 1;
				const putIn = (table[begin + column - 1] ?? 0) + 1;
				const edits = Math.min(replaced, leftOut, putIn);
				table[begin + column] = edits;
				if (edits < smallest) smallest = edits;
			}
			return smallest;
		}
	}
}

function sharedBeginning(before: string | undefined, term: string): number {
	if (before === undefined) return 0;
	let at = 0;
	while (at < term.length && before.charCodeAt(at) === term.charCodeAt(at)) at++;
	return at;
}
