import { date, time } from "../../words/numbers.ts";
import type { Measure } from "../font.ts";
import type { TestPaper } from "../paper.ts";
import { type Block, type Sheet, sheet } from "../sheet.ts";
import { capitals, drawOffice, qrFor, type Speech, speechOf } from "./frame.ts";
import type { Logo, PaperLayout } from "./parts.ts";
import { type Sizes, sizesFor } from "./sizes.ts";

/** Every letter of Vietnamese that bears a mark, with each of its tones, and those that have one form only. */
const vowels = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"];
/** Grave, hook above, tilde, acute, dot below: in the order of Vietnamese dictionaries, after no tone at all. */
const tones = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"];

const dotsPerMm = 8;

/** Shows at a glance whether a printer has the right width, is clean, and prints every letter. */
export function layoutTestPage(
	paper: TestPaper,
	widthDots: number,
	measure: Measure,
	logo: Logo,
): PaperLayout {
	const sizes = sizesFor(widthDots);
	const speech = speechOf(paper);
	const said = speech.words.test;
	const qr = qrFor(codeOf(paper), widthDots);

	const upper = sheet(widthDots, sizes.margin, measure);
	drawRuler(upper, widthDots, "top");
	upper.text(said.width(widthDots), { size: sizes.small, weight: 600, maxLines: 1 });
	drawOffice(upper, sizes, paper, speech, logo, widthDots);
	drawAbout(upper, sizes, paper, speech);
	upper.space(12);
	upper.put({ kind: "box", x: 0, y: 0, width: widthDots, height: 6 * dotsPerMm });
	upper.space(6 * dotsPerMm + 8);
	drawLetters(upper, sizes);
	drawSizes(upper, sizes, speech);
	upper.rule();
	upper.space(10);
	drawChecks(upper, sizes, paper, speech);
	upper.space(qr.quietDots);

	const lower = sheet(widthDots, sizes.margin, measure);
	lower.space(qr.quietDots);
	lower.text(said.end, { size: sizes.body, weight: 800, maxLines: 2 });
	lower.space(12);
	drawRuler(lower, widthDots, "bottom");
	return { widthDots, parts: [upper.drawing(), qr.part, lower.drawing()] };
}

/** What a phone reads from its code: which printer, and when. */
function codeOf({ printerId, widthDots, printedAt }: TestPaper): string {
	return `motcua ${printerId} ${widthDots} ${printedAt}`;
}

/**
 * A line from the first dot to the last with an upright mark at each end, and a mark for every millimetre, longer for each five and each
 * ten of them. Where the paper is narrower than the office file says, the right mark is missing.
 */
function drawRuler(on: Sheet, widthDots: number, at: "top" | "bottom"): void {
	const height = 5 * dotsPerMm;
	const line = 3;
	const edge = 4;
	const marks: Block[] = [
		{ kind: "box", x: 0, y: at === "top" ? 0 : height - line, width: widthDots, height: line },
		{ kind: "box", x: 0, y: 0, width: edge, height },
		{ kind: "box", x: widthDots - edge, y: 0, width: edge, height },
	];
	for (let mm = 1; mm * dotsPerMm < widthDots - edge; mm++) {
		const long = mm % 10 === 0 ? 24 : mm % 5 === 0 ? 18 : 10;
		const y = at === "top" ? 0 : height - long;
		marks.push({ kind: "box", x: mm * dotsPerMm - 1, y, width: 2, height: long });
	}
	on.put(...marks);
	on.space(height);
}

function drawAbout(on: Sheet, sizes: Sizes, paper: TestPaper, speech: Speech): void {
	const { printedAt, timeZone } = paper;
	const said = speech.words.test;
	on.space(12);
	on.text(capitals(said.title, speech.language), {
		size: sizes.heading,
		weight: 800,
		maxLines: 2,
	});
	on.text(speech.words.issued(date(printedAt, timeZone), time(printedAt, timeZone)), {
		size: sizes.body,
		weight: 800,
		maxLines: 2,
	});
	on.space(6);
	for (const line of [
		said.printer(paper.printerName, paper.printerId),
		said.device(paper.device),
		said.profile(paper.profile),
	]) {
		on.text(line, { size: sizes.small, weight: 600, maxLines: 6, align: "left" });
	}
}

function drawLetters(on: Sheet, sizes: Sizes): void {
	const rows = [...vowels.map((vowel) => tones.map((tone) => (vowel + tone).normalize("NFC")))];
	rows.push(["đ"]);
	for (const upper of [true, false]) {
		const letters = rows.flat().map((letter) => (upper ? letter.toLocaleUpperCase("vi") : letter));
		on.text(letters.join(" "), {
			size: sizes.body,
			weight: upper ? 800 : 600,
			maxLines: 20,
			align: "left",
		});
	}
	on.space(8);
}

function drawSizes(on: Sheet, sizes: Sizes, { words }: Speech): void {
	for (const size of new Set([sizes.heading, sizes.strong, sizes.body, sizes.small])) {
		on.text(words.test.size(size), { size, weight: 800, maxLines: 2, align: "left" });
	}
	on.space(8);
}

function drawChecks(on: Sheet, sizes: Sizes, { isCut }: TestPaper, { words }: Speech): void {
	const { lookFor, edges, bar, letters, code, cut, tear } = words.test;
	on.text(lookFor, { size: sizes.strong, weight: 800, maxLines: 2, align: "left" });
	for (const [index, line] of [edges, bar, letters, code, isCut ? cut : tear].entries()) {
		on.text(`${index + 1}. ${line}`, {
			size: sizes.body,
			weight: 600,
			maxLines: 4,
			align: "left",
		});
	}
}
