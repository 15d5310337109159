/** What stands over a counter, in the parts that can be read aloud one after the other. */
export type LabelPart = { kind: "digits"; digits: string } | { kind: "letter"; letter: string };

/** More letters are words, and a word that is spelled out is understood by nobody. */
const mostSpelled = 3;

/**
 * The parts of a counter's label: "3", "12A", "VIP". Letters lose their marks, Đ is D, and words that the sentence says anyway ("Quầy số 3") are
 * left out. Null where it cannot be read aloud ("Tiếp dân"): people are then sent to the board.
 */
export function readLabel(label: string): LabelPart[] | null {
	const folded = label
		.normalize("NFD")
		.replace(/\p{M}/gu, "")
		.toUpperCase()
		.replace(/Đ/g, "D")
		.trim();
	const bare = folded
		.replace(/^(QUAY|COUNTER|DESK)(?=[^A-Z]*[A-Z0-9])(?![A-Z])/, "")
		.replace(/^[^A-Z0-9]*(SO|NO)(?=[^A-Z0-9]*[0-9])/, "");
	const runs = bare.match(/[0-9]+|[A-Z]+/g) ?? [];
	if (runs.length === 0) return null;
	if (runs.filter(isLetters).join("").length > mostSpelled) return null;
	return runs.flatMap((run): LabelPart[] =>
		isLetters(run)
			? Array.from(run, (letter) => ({ kind: "letter", letter }))
			: [{ kind: "digits", digits: run }],
	);
}

function isLetters(run: string): boolean {
	return /^[A-Z]/.test(run);
}
