import { type Bitmap, blankBitmap, fillBlack, isBlack, rowBytes } from "./bitmap.ts";
import { drawQr } from "./qr-picture.ts";
import { type PaperCommand, PaperError, readCommand } from "./read-command.ts";

export { PaperError };

/** What a printer would have put on the paper. */
export interface DecodedPaper {
	picture: Bitmap;
	/** The text of each QR code, from the top. */
	qrTexts: string[];
	cuts: { row: number; how: "full" | "partial" }[];
	/** How often the stream asked for the state of the paper (GS r 1). */
	statusRequests: number;
	/** The process IDs it asked for (GS ( H), in order. */
	processIds: string[];
}

/** The paper in a printer and what the printer remembers between commands. */
export interface PaperRoll {
	/** Throws a `PaperError` for what a real printer would clip, and for what was never stored; `offset` is where the command stands. */
	carryOut(command: PaperCommand, offset: number): void;
	/** How many rows have gone through. */
	rows(): number;
	/** What `result` gives but for the picture, which takes its time. */
	said(): Omit<DecodedPaper, "picture">;
	/** All that was printed on it until now. */
	result(): DecodedPaper;
}

/**
 * Carries ESC/POS bytes out as a printer `widthDots` wide would, with the commands of `escpos.ts` and no others; real-time
 * commands are no part of a paper. Throws a `PaperError` for anything else.
 */
export function decodePaper(
	bytes: Uint8Array,
	widthDots: number,
	feedUnitsPerDot = 1,
): DecodedPaper {
	const roll = paperRoll(widthDots, feedUnitsPerDot);
	for (let at = 0; at < bytes.length; ) {
		const { command, end } = readCommand(bytes, at);
		roll.carryOut(command, at);
		at = end;
	}
	return roll.result();
}

/** 1/6 inch at 203 dpi, the line of a printer after ESC @. */
const lineDots = 34;

export function paperRoll(widthDots: number, feedUnitsPerDot = 1): PaperRoll {
	const pieces: { x: number; y: number; bitmap: Bitmap }[] = [];
	const done: Omit<DecodedPaper, "picture"> = {
		qrTexts: [],
		cuts: [],
		statusRequests: 0,
		processIds: [],
	};
	let y = 0;
	let justification = 0;
	let stored: Bitmap | null = null;
	let qr = { moduleDots: 3, text: "" };

	function place(bitmap: Bitmap, offset: number): void {
		const free = widthDots - bitmap.widthDots;
		if (free < 0) throw new PaperError(`${bitmap.widthDots} dots do not fit the paper`, offset);
		pieces.push({ x: Math.floor((free * justification) / 2), y, bitmap });
		y += bitmap.heightDots;
	}

	function printStored(offset: number): void {
		if (!stored) throw new PaperError("no picture is stored", offset);
		place(stored, offset);
		stored = null;
	}

	function printQr(offset: number): void {
		if (qr.text === "") throw new PaperError("no QR code is stored", offset);
		place(drawQr(qr.text, qr.moduleDots), offset);
		done.qrTexts.push(qr.text);
	}

	return {
		carryOut(command, offset) {
			switch (command.kind) {
				case "initialise":
					justification = 0;
					stored = null;
					qr = { moduleDots: 3, text: "" };
					break;
				case "justify":
					justification = command.to;
					break;
				case "feed-lines":
					y += command.lines * lineDots;
					break;
				case "feed-units":
					y += Math.floor(command.units / feedUnitsPerDot);
					break;
				case "picture":
					place(command.bitmap, offset);
					break;
				case "store-graphics":
					if (stored) throw new PaperError("the picture before was never printed", offset);
					stored = command.bitmap;
					break;
				case "print-graphics":
					printStored(offset);
					break;
				case "qr-module":
					qr.moduleDots = command.moduleDots;
					break;
				case "qr-store":
					qr.text = command.text;
					break;
				case "qr-print":
					printQr(offset);
					break;
				case "cut":
					y += Math.floor(command.feedUnits / feedUnitsPerDot);
					done.cuts.push({ row: y, how: command.how });
					break;
				case "paper-status":
					done.statusRequests++;
					break;
				case "process-id":
					done.processIds.push(command.id);
					break;
				case "qr-setting":
				case "automatic-status":
					break;
			}
		},
		rows: () => y,
		said: () => done,
		result() {
			const picture = blankBitmap(widthDots, y);
			for (const piece of pieces) stamp(picture, piece);
			return { picture, ...done };
		},
	};
}

function stamp(onto: Bitmap, { x, y, bitmap }: { x: number; y: number; bitmap: Bitmap }): void {
	if (x === 0 && bitmap.widthDots === onto.widthDots) {
		onto.rows.set(bitmap.rows, y * rowBytes(onto.widthDots));
		return;
	}
	for (let row = 0; row < bitmap.heightDots; row++) {
		for (let column = 0; column < bitmap.widthDots; column++) {
			if (!isBlack(bitmap, column, row)) continue;
			fillBlack(onto, { x: x + column, y: y + row, width: 1, height: 1 });
		}
	}
}
