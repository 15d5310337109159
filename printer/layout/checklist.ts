import { date, plainDate, time } from "../../words/numbers.ts";
import type { Measure } from "../font.ts";
import type { ChecklistPaper } from "../paper.ts";
import { type Block, type Sheet, sheet, type TextStyle } from "../sheet.ts";
import { capitals, drawOffice, drawOwnLines, qrFor, type Speech, speechOf } from "./frame.ts";
import type { Logo, PaperLayout } from "./parts.ts";
import { maxLines, type Sizes, sizesFor } from "./sizes.ts";

/** A line of it is as long as the source has it. */
const maxItemLines = 40;
/** As many as no procedure asks for: a paper longer than this is a fault of the data, and the roll is for others too. */
const maxItems = 30;
const tickStroke = 4;

/** What to bring with a box before each paper, what it costs, how long it takes, where, and how sure all that is. */
export function layoutChecklist(
	paper: ChecklistPaper,
	widthDots: number,
	measure: Measure,
	logo: Logo,
): PaperLayout {
	const sizes = sizesFor(widthDots);
	const speech = speechOf(paper);
	const { words } = speech;
	const said = words.checklist;
	const qr = paper.sourceUrl === null ? null : qrFor(paper.sourceUrl, widthDots);

	const upper = sheet(widthDots, sizes.margin, measure);
	drawOffice(upper, sizes, paper, speech, logo, widthDots);
	upper.space(12);
	upper.banner([
		{
			text: capitals(said.title, speech.language),
			style: { size: sizes.strong, weight: 800, maxLines: 2 },
		},
	]);
	upper.space(8);
	upper.text(paper.name, { size: [sizes.heading, sizes.strong], weight: 800, maxLines: 12 });
	upper.text(said.code(paper.code), { size: sizes.small, weight: 600, maxLines: 2 });

	heading(upper, sizes, said.documents);
	if (paper.documents === null || paper.documents.length === 0) {
		plain(upper, sizes, said.documentsUnknown);
	} else {
		upper.text(said.tick, { size: sizes.small, weight: 600, maxLines: 2, align: "left" });
		for (const document of paper.documents.slice(0, maxItems)) tick(upper, sizes, document);
		const more = paper.documents.length - maxItems;
		if (more > 0) plain(upper, sizes, said.more(more));
	}
	lines(upper, sizes, said.fees, paper.fees);
	lines(upper, sizes, said.times, paper.times);
	drawWhere(upper, sizes, paper, speech);
	upper.space(16);
	upper.banner([
		{ text: said.checkAtCounter, style: { size: sizes.body, weight: 800, maxLines: 4 } },
	]);
	if (qr) upper.space(qr.quietDots);

	const lower = sheet(widthDots, sizes.margin, measure);
	if (qr) {
		lower.space(qr.quietDots - 8);
		lower.text(said.official, { size: sizes.body, weight: 800, maxLines: 3 });
	}
	drawEnd(lower, sizes, paper, speech);
	return { widthDots, parts: [upper.drawing(), ...(qr ? [qr.part] : []), lower.drawing()] };
}

function heading(on: Sheet, sizes: Sizes, text: string): void {
	on.space(16);
	on.rule();
	on.space(8);
	on.text(text, { size: sizes.strong, weight: 800, maxLines: 2, align: "left" });
}

function plain(on: Sheet, sizes: Sizes, text: string): void {
	on.text(text, { size: sizes.body, weight: 600, maxLines: maxItemLines, align: "left" });
}

function lines(on: Sheet, sizes: Sizes, title: string, said: readonly string[]): void {
	if (said.length === 0) return;
	heading(on, sizes, title);
	for (const line of said.slice(0, maxItems)) plain(on, sizes, line);
}

function tick(
	on: Sheet,
	sizes: Sizes,
	{ name, detail, have = false }: { name: string; detail: string | null; have?: boolean },
): void {
	on.space(8);
	const { body, small, tickSide, margin } = sizes;
	const top = Math.round((body * 1.34 - tickSide) / 2);
	on.put(...frame(margin, top, tickSide, tickStroke));
	if (have) on.put(filling(margin, top, tickSide));
	const style = { maxLines: maxItemLines, align: "left", indentDots: tickSide + 14 } as const;
	on.text(name, { size: body, weight: 800, ...style });
	on.text(detail ?? "", { size: small, weight: 600, ...style });
}

/** The four sides of a square. */
function frame(x: number, y: number, side: number, stroke: number): Block[] {
	const far = side - stroke;
	return [
		{ kind: "box", x, y, width: side, height: stroke },
		{ kind: "box", x, y: y + far, width: side, height: stroke },
		{ kind: "box", x, y, width: stroke, height: side },
		{ kind: "box", x: x + far, y, width: stroke, height: side },
	];
}

/** A box that is ticked already is filled but for a white line along its sides. */
function filling(x: number, y: number, side: number): Block {
	const inset = 2 * tickStroke;
	const inner = side - 2 * inset;
	return { kind: "box", x: x + inset, y: y + inset, width: inner, height: inner };
}

function drawWhere(on: Sheet, sizes: Sizes, paper: ChecklistPaper, speech: Speech): void {
	const { serviceName, sign, where } = paper;
	if (serviceName === null && where === null) return;
	const { words, both } = speech;
	heading(on, sizes, words.checklist.where);
	const [service] = serviceName ? both(serviceName) : [""];
	const fill = (column: Sheet, align: TextStyle["align"]) => {
		const style = { weight: 800, align } as const;
		if (where !== null) {
			column.text(`${words.counter} ${where}`, { size: sizes.place, maxLines: 3, ...style });
		}
		column.text(service, { size: sizes.body, maxLines, ...style, weight: 600 });
	};
	on.space(4);
	if (sign) on.beside(sign, sizes.signSide, fill);
	else fill(on, "left");
}

function drawEnd(on: Sheet, sizes: Sizes, paper: ChecklistPaper, speech: Speech): void {
	const { asOf, sourceUrl, printedAt, timeZone } = paper;
	const said = speech.words.checklist;
	const style = { size: sizes.small, weight: 600, maxLines: 3 } as const;
	on.space(10);
	const host = sourceUrl === null ? null : hostOf(sourceUrl);
	if (host !== null) on.text(said.source(host), style);
	if (asOf !== null) on.text(said.asOf(plainDate(asOf)), style);
	on.text(said.printed(date(printedAt, timeZone), time(printedAt, timeZone)), style);
	drawOwnLines(on, sizes, paper.footer, speech.both);
	on.space(24);
}

function hostOf(url: string): string | null {
	return URL.canParse(url) ? new URL(url).host : null;
}
