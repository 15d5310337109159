import { date, time } from "../../words/numbers.ts";
import type { Measure } from "../font.ts";
import type { TicketPaper } from "../paper.ts";
import { type Sheet, sheet, type TextStyle } from "../sheet.ts";
import { capitals, drawOffice, drawOwnLines, pair, qrFor, type Speech, speechOf } from "./frame.ts";
import type { Logo, PaperLayout } from "./parts.ts";
import { maxLines, type Sizes, sizesFor } from "./sizes.ts";

/** The number is the largest thing on it, then where it is called, then how long that may take. */
export function layoutTicket(
	paper: TicketPaper,
	widthDots: number,
	measure: Measure,
	logo: Logo,
): PaperLayout {
	const sizes = sizesFor(widthDots);
	const speech = speechOf(paper);
	const qr = paper.followUrl === null ? null : qrFor(paper.followUrl, widthDots);

	const upper = sheet(widthDots, sizes.margin, measure);
	drawOffice(upper, sizes, paper, speech, logo, widthDots);
	drawReprint(upper, sizes, paper, speech);
	drawNumber(upper, sizes, paper, speech);
	drawService(upper, sizes, paper, speech);
	drawWait(upper, sizes, paper, speech);
	drawTime(upper, sizes, paper, speech);
	if (qr) upper.space(qr.quietDots);

	const lower = sheet(widthDots, sizes.margin, measure);
	if (qr) {
		lower.space(qr.quietDots - 8);
		pair(lower, sizes, speech, (words) => words.scan);
	}
	drawEnd(lower, sizes, paper, speech);

	return { widthDots, parts: [upper.drawing(), ...(qr ? [qr.part] : []), lower.drawing()] };
}

/** Above the number, so that nobody takes the second paper for a second place in the line. */
function drawReprint(
	on: Sheet,
	sizes: Sizes,
	paper: TicketPaper,
	{ words, other, language }: Speech,
): void {
	if (paper.reprintedAt === undefined) return;
	const { reprintedAt, timeZone } = paper;
	const at = [date(reprintedAt, timeZone), time(reprintedAt, timeZone)] as const;
	on.space(14);
	on.banner([
		{
			text: capitals(words.reprint, language),
			style: { size: sizes.reprint, weight: 800, maxLines: 2 },
		},
		{ text: words.reprintedAt(...at), style: { size: sizes.small, weight: 800, maxLines: 2 } },
		{
			text: other?.reprintedAt(...at) ?? "",
			style: { size: sizes.small, weight: 600, maxLines: 2 },
		},
	]);
}

function drawNumber(on: Sheet, sizes: Sizes, paper: TicketPaper, speech: Speech): void {
	const { words, other, language } = speech;
	on.space(14);
	on.text(capitals(words.number, language), { size: sizes.strong, weight: 800, maxLines: 1 });
	if (other) on.text(other.number, { size: sizes.small, weight: 600, maxLines: 1 });
	on.space(24);
	on.fitted(paper.number, { sizeMax: sizes.numberMax, weight: 800 });
	on.space(24);
}

function drawService(on: Sheet, sizes: Sizes, paper: TicketPaper, speech: Speech): void {
	const { words, other, both } = speech;
	const { sign, where, priorityClass, procedureName } = paper;
	const [first, second] = both(paper.serviceName);
	const service = (column: Sheet, align: TextStyle["align"]) => {
		const style = { align, within: 3 };
		column.text(first, { size: sizes.service, weight: 800, maxLines, ...style });
		column.text(second, { size: sizes.small, weight: 600, maxLines, ...style });
		if (where === undefined) return;
		column.space(6);
		column.text(`${words.counter} ${where}`, {
			size: sizes.place,
			weight: 800,
			maxLines: 2,
			...style,
		});
		if (!other) return;
		column.text(`${other.counter} ${where}`, {
			size: sizes.small,
			weight: 600,
			maxLines: 2,
			...style,
		});
	};
	if (sign) on.beside(sign, sizes.signSide, service);
	else service(on, undefined);
	if (procedureName !== null) {
		on.space(10);
		on.text(words.procedure(procedureName), { size: sizes.body, weight: 600, maxLines });
	}
	if (priorityClass) {
		const [name, otherName] = both(priorityClass);
		on.space(12);
		on.banner([
			{ text: words.priority(name), style: { size: sizes.body, weight: 800, maxLines } },
			{
				text: other ? other.priority(otherName || name) : "",
				style: { size: sizes.small, weight: 600, maxLines },
			},
		]);
	}
}

function drawWait(on: Sheet, sizes: Sizes, { ahead, wait }: TicketPaper, speech: Speech): void {
	if (ahead === null && wait === null) return;
	on.space(18);
	on.rule();
	on.space(12);
	const strong = { size: sizes.sentence, within: 1 };
	if (ahead !== null) pair(on, sizes, speech, (words) => words.ahead(ahead), strong);
	if (ahead !== null && wait !== null) on.space(8);
	if (wait !== null) {
		pair(on, sizes, speech, (words) => words.wait(wait.lowMin, wait.highMin), strong);
	}
}

function drawTime(on: Sheet, sizes: Sizes, paper: TicketPaper, { words, other }: Speech): void {
	const { issuedAt, timeZone } = paper;
	on.space(18);
	on.rule();
	on.space(12);
	on.text(words.issued(date(issuedAt, timeZone), time(issuedAt, timeZone)), {
		size: sizes.strong,
		weight: 800,
		maxLines: 2,
	});
	on.text(words.validToday, { size: sizes.body, weight: 800, maxLines: 2 });
	if (other) on.text(other.validToday, { size: sizes.small, weight: 600, maxLines: 2 });
}

function drawEnd(
	on: Sheet,
	sizes: Sizes,
	paper: TicketPaper,
	{ words, other, both }: Speech,
): void {
	on.space(10);
	const style = { size: sizes.small, weight: 600, maxLines: 3 } as const;
	on.text(words.keep, style);
	on.text(other?.keep ?? "", style);
	if (paper.footer) on.space(10);
	drawOwnLines(on, sizes, paper.footer, both);
	on.space(24);
}
