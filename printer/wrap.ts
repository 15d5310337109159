/** Tells how wide a text will be, in dots: the sum of what its characters take. */
export type MeasureLine = (text: string) => number;

/**
 * The text in lines that each fit `maxDots`, broken between words where that is possible and else inside one. `even`: evened
 * out so that no word is left alone on the last line; `full`: each line takes what it can. What does not fit into `maxLines` ends in
 * an ellipsis. No lines for an empty text.
 */
export function wrap(
	text: string,
	measure: MeasureLine,
	maxDots: number,
	maxLines: number,
	shape: "even" | "full" = "even",
): string[] {
	const words = printable(text)
		.split(" ")
		.filter(Boolean)
		.flatMap((word) => pieces(word, measure, maxDots))
		.map((piece) => ({ text: piece, dots: measure(piece) }));
	const spaceDots = measure(" ");
	const lines = fill(words, spaceDots, maxDots);
	if (lines.length <= maxLines) {
		return shape === "even" ? even(words, lines, spaceDots, maxDots) : lines;
	}
	const rest = lines.slice(maxLines - 1).join(" ");
	return [...lines.slice(0, maxLines - 1), shorten(rest, measure, maxDots)];
}

/** A word or a piece of one, with its width: lines are added up from these, since widths do not hang on what stands beside. */
interface Word {
	text: string;
	dots: number;
}

/** Sums in another order differ in the last of their bits. */
const rounding = 1e-6;

/**
 * Composed, on one line, and without what cannot be drawn: the font has its Vietnamese letters composed, and a control
 * or direction character would spoil the picture or what is read from it.
 */
export function printable(text: string): string {
	return text
		.normalize("NFC")
		.replace(/(?!\s)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\ufffe\uffff]/gu, "")
		.replace(/[^\S\u00a0\u202f]+/gu, " ")
		.trim();
}

function fill(words: readonly Word[], spaceDots: number, maxDots: number): string[] {
	const lines: string[] = [];
	let line = "";
	let dots = 0;
	for (const word of words) {
		const longer = dots + spaceDots + word.dots;
		if (line !== "" && longer <= maxDots - rounding) {
			line += ` ${word.text}`;
			dots = longer;
			continue;
		}
		if (line !== "") lines.push(line);
		line = word.text;
		dots = word.dots;
	}
	return line === "" ? lines : [...lines, line];
}

/** A word that is wider than a line, cut where each line is full. */
function pieces(word: string, measure: MeasureLine, maxDots: number): string[] {
	if (measure(word) <= maxDots) return [word];
	const cut: string[] = [];
	let piece = "";
	for (const character of word) {
		if (piece !== "" && measure(piece + character) > maxDots) {
			cut.push(piece);
			piece = "";
		}
		piece += character;
	}
	return [...cut, piece];
}

/** The same number of lines at the smallest width that still makes no more of them. */
function even(
	words: readonly Word[],
	lines: string[],
	spaceDots: number,
	maxDots: number,
): string[] {
	if (lines.length < 2) return lines;
	let best = lines;
	let tooNarrow = Math.max(maxDots / 2, ...words.map(({ dots }) => dots));
	let enough = maxDots;
	while (enough - tooNarrow > 4) {
		const width = (enough + tooNarrow) / 2;
		const narrower = fill(words, spaceDots, width);
		if (narrower.length === lines.length) {
			best = narrower;
			enough = width;
		} else {
			tooNarrow = width;
		}
	}
	return best;
}

function shorten(text: string, measure: MeasureLine, maxDots: number): string {
	let kept = text;
	while (kept !== "" && measure(`${kept}…`) > maxDots) {
		const space = kept.lastIndexOf(" ");
		kept = space > 0 ? kept.slice(0, space) : [...kept].slice(0, -1).join("");
	}
	return `${kept}…`;
}
