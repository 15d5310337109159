/**
 * The right name that a misspelt one most likely stands for: at most a third of it is different (a letter too many, too few, wrong,
 * or two letters swapped); case does not count. Undefined where nothing comes near.
 */
export function nearest(name: string, known: Iterable<string>): string | undefined {
	let best: { name: string; distance: number } | undefined;
	for (const candidate of known) {
		const reach = Math.floor(Math.max(name.length, candidate.length) / 3);
		const distance = edits(name.toLowerCase(), candidate.toLowerCase());
		if (distance <= reach && distance < (best?.distance ?? Number.POSITIVE_INFINITY)) {
			best = { name: candidate, distance };
		}
	}
	return best?.name;
}

/** The Damerau-Levenshtein distance of two texts (optimal string alignment). */
function edits(from: string, to: string): number {
	// A name is short; a long text that came from outside is not compared letter by letter.
	if (Math.abs(from.length - to.length) > longest || from.length > longest) {
		return Number.POSITIVE_INFINITY;
	}
	let beforeLast: number[] = [];
	let last = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const same = from[row - 1] === to[column - 1] ? 0 : 1;
			let least = Math.min(
				at(last, column) + 1,
				at(current, column - 1) + 1,
				at(last, column - 1) + same,
			);
			const swapped =
				row > 1 &&
				column > 1 &&
				from[row - 1] === to[column - 2] &&
				from[row - 2] === to[column - 1];
			if (swapped) least = Math.min(least, at(beforeLast, column - 2) + 1);
			current.push(least);
		}
		beforeLast = last;
		last = current;
	}
	return at(last, to.length);
}

const longest = 80;

function at(row: number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
