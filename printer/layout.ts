import { encode as encodeQr } from "uqr";
import type { Language, Names } from "../protocol/office.ts";
import { date, time } from "../words/numbers.ts";
import { paperWords } from "../words/paper.ts";
import type { Measure } from "./font.ts";
import { type Drawing, type Sheet, sheet } from "./sheet.ts";
import type { TicketPaper } from "./ticket-paper.ts";
import { printable } from "./wrap.ts";

/** A ticket from top to bottom: pictures that we draw, and QR codes that the printer draws. */
export interface TicketLayout {
	widthDots: number;
	parts: (Drawing | QrPart)[];
}

/** A QR code with error correction M, centred; `moduleDots` is the side of one of its squares. */
export interface QrPart {
	kind: "qr";
	text: string;
	moduleDots: number;
}

/** Sizes in dots for a paper width. At 203 dpi 8 dots are 1 mm. */
interface Sizes {
	margin: number;
	/** Nothing is smaller. */
	small: number;
	body: number;
	strong: number;
	/** Tried in turn for the service, until it takes no more than three lines. */
	service: readonly number[];
	numberMax: number;
}

const wide: Sizes = {
	margin: 24,
	small: 26,
	body: 28,
	strong: 34,
	service: [42, 34, 28],
	numberMax: 200,
};
const narrow: Sizes = {
	margin: 12,
	small: 26,
	body: 26,
	strong: 28,
	service: [34, 28, 26],
	numberMax: 136,
};

const maxLines = 6;
const maxQrModuleDots = 6;
const minQrModuleDots = 3;
/** ISO/IEC 18004: four modules of white on every side. */
const quietModules = 4;

/** Lays a ticket out for a paper width. Everything drawn is within the width; long names wrap, past six lines they end in "…". */
export function layoutTicket(
	paper: TicketPaper,
	widthDots: number,
	measure: Measure,
): TicketLayout {
	const sizes = widthDots < 500 ? narrow : wide;
	const qr = paper.followUrl === null ? null : qrPart(paper.followUrl, widthDots);
	const quietDots = qr ? quietModules * qr.moduleDots : 0;

	const upper = sheet(widthDots, sizes.margin, measure);
	drawOffice(upper, sizes, paper);
	drawNumber(upper, sizes, paper);
	drawService(upper, sizes, paper);
	drawWait(upper, sizes, paper);
	if (qr) upper.space(quietDots);

	const lower = sheet(widthDots, sizes.margin, measure);
	if (qr) {
		lower.space(quietDots - 8);
		pair(lower, sizes, paper.language, (words) => words.scan);
	}
	drawEnd(lower, sizes, paper);

	return { widthDots, parts: [upper.drawing(), ...(qr ? [qr] : []), lower.drawing()] };
}

function drawOffice(on: Sheet, sizes: Sizes, paper: TicketPaper): void {
	on.space(8);
	const [first, second] = inOrder(paper.office, paper.language);
	on.text(first, { size: sizes.body, weight: 800, maxLines });
	on.text(second, { size: sizes.small, weight: 600, maxLines });
	if (paper.header) {
		const [line, otherLine] = inOrder(paper.header, paper.language);
		on.text(line, { size: sizes.small, weight: 600, maxLines });
		on.text(otherLine, { size: sizes.small, weight: 600, maxLines });
	}
	on.space(18);
	on.rule();
}

function drawNumber(on: Sheet, sizes: Sizes, paper: TicketPaper): void {
	on.space(18);
	const [first, second] = bothWords(paper.language);
	on.text(first.number.toLocaleUpperCase(paper.language), {
		size: sizes.strong,
		weight: 800,
		maxLines: 1,
	});
	on.text(second.number, { size: sizes.small, weight: 600, maxLines: 1 });
	on.space(26);
	on.fitted(paper.number, { sizeMax: sizes.numberMax, weight: 800 });
	on.space(20);
	if (paper.reprintedAt !== undefined) {
		const at = time(paper.reprintedAt, paper.timeZone);
		pair(on, sizes, paper.language, (words) => words.reprint(at));
	}
}

function drawService(on: Sheet, sizes: Sizes, paper: TicketPaper): void {
	const { language, priorityClass, procedureName } = paper;
	const [first, second] = inOrder(paper.serviceName, language);
	const [words, otherWords] = bothWords(language);
	on.space(6);
	on.text(first, { size: sizes.service, weight: 800, maxLines });
	on.text(second, { size: sizes.small, weight: 600, maxLines });
	if (procedureName !== null) {
		on.space(8);
		on.text(words.procedure(procedureName), { size: sizes.body, weight: 600, maxLines });
	}
	if (priorityClass) {
		const [name, otherName] = inOrder(priorityClass, language);
		on.space(14);
		on.banner(words.priority(name), { size: sizes.body, weight: 800, maxLines });
		on.text(otherWords.priority(otherName), { size: sizes.small, weight: 600, maxLines });
	}
}

function drawWait(on: Sheet, sizes: Sizes, { ahead, wait, language }: TicketPaper): void {
	if (ahead === null && wait === null) return;
	on.space(18);
	on.rule();
	on.space(14);
	if (ahead !== null) pair(on, sizes, language, (words) => words.ahead(ahead), sizes.strong);
	if (ahead !== null && wait !== null) on.space(8);
	if (wait !== null) {
		pair(on, sizes, language, (words) => words.wait(wait.lowMin, wait.highMin), sizes.body);
	}
}

function drawEnd(on: Sheet, sizes: Sizes, paper: TicketPaper): void {
	const { language, issuedAt, timeZone } = paper;
	const [words, otherWords] = bothWords(language);
	on.space(18);
	on.rule();
	on.space(14);
	on.text(words.issued(date(issuedAt, timeZone), time(issuedAt, timeZone)), {
		size: sizes.body,
		weight: 800,
		maxLines: 2,
	});
	on.space(4);
	on.text(words.validToday, { size: sizes.small, weight: 600, maxLines: 2 });
	on.text(words.keep, { size: sizes.small, weight: 600, maxLines: 2 });
	on.text(`${unbroken(otherWords.validToday)}. ${unbroken(otherWords.keep)}.`, {
		size: sizes.small,
		weight: 600,
		maxLines: 3,
	});
	if (paper.footer) {
		const [line, otherLine] = inOrder(paper.footer, language);
		on.space(10);
		on.text(line, { size: sizes.small, weight: 600, maxLines });
		on.text(otherLine, { size: sizes.small, weight: 600, maxLines });
	}
	on.space(24);
}

/** A line in the ticket's language and, small beneath it, the same in the other one. */
function pair(
	on: Sheet,
	sizes: Sizes,
	language: Language,
	say: (words: (typeof paperWords)[Language]) => string,
	size = sizes.body,
): void {
	const [words, otherWords] = bothWords(language);
	on.text(say(words), { size, weight: 800, maxLines: 3 });
	on.text(say(otherWords), { size: sizes.small, weight: 600, maxLines: 3 });
}

/** Kept on one line where one line can hold it. */
function unbroken(sentence: string): string {
	return sentence.replaceAll(" ", "\u00a0");
}

function bothWords(language: Language) {
	return [paperWords[language], paperWords[otherThan(language)]] as const;
}

function inOrder(names: Names, language: Language): [string, string] {
	const first = printable(names[language]);
	const second = printable(names[otherThan(language)]);
	// An office that has one name for both says it once.
	return [first, second === first ? "" : second];
}

function otherThan(language: Language): Language {
	return language === "vi" ? "en" : "vi";
}

function qrPart(text: string, widthDots: number): QrPart {
	const modules = encodeQr(text, { ecc: "M", border: 0 }).size;
	const fitting = Math.floor((widthDots * 0.6) / modules);
	const moduleDots = Math.max(minQrModuleDots, Math.min(maxQrModuleDots, fitting));
	return { kind: "qr", text, moduleDots };
}
