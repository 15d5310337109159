/** Tells how wide a text will be, in dots. */
export type MeasureLine = (text: string) => number;

/**
 * The text in lines that each fit `maxDots`, broken between words where that is possible and else inside one, and evened
 * out so that no word is left alone on the last line. What does not fit into `maxLines` ends in an ellipsis.
 * No lines for an empty text.
 */
export function wrap(
	text: string,
	measure: MeasureLine,
	maxDots: number,
	maxLines: number,
): string[] {
	const words = printable(text).split(" ").filter(Boolean);
	const lines = fill(words, measure, maxDots);
	if (lines.length <= maxLines) return even(words, lines, measure, maxDots);
	const rest = lines.slice(maxLines - 1).join(" ");
	return [...lines.slice(0, maxLines - 1), shorten(rest, measure, maxDots)];
}

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

function fill(words: string[], measure: MeasureLine, maxDots: number): string[] {
	const lines: string[] = [];
	let line = "";
	for (const word of words.flatMap((whole) => pieces(whole, measure, maxDots))) {
		const longer = line === "" ? word : `${line} ${word}`;
		if (line === "" || measure(longer) <= maxDots) {
			line = longer;
		} else {
			lines.push(line);
			line = word;
		}
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
function even(words: string[], lines: string[], measure: MeasureLine, maxDots: number): string[] {
	const widest = Math.max(...words.map(measure));
	if (lines.length < 2 || widest > maxDots) return lines;
	let best = lines;
	let tooNarrow = Math.max(widest, maxDots / 2);
	let enough = maxDots;
	while (enough - tooNarrow > 4) {
		const width = (enough + tooNarrow) / 2;
		const narrower = fill(words, measure, width);
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
