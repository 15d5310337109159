import { encode as encodeQr } from "uqr";
import { type Bitmap, blankBitmap, fillBlack, isBlack, rowBytes } from "./bitmap.ts";

/** What a printer would have put on the paper. */
export interface DecodedPaper {
	picture: Bitmap;
	/** The text of each QR code, from the top. */
	qrTexts: string[];
	cuts: { row: number; how: "full" | "partial" }[];
	/** How often the stream asked for the state of the paper (GS r 1). */
	statusRequests: number;
}

/** A stream that this interpreter, and perhaps a printer, does not understand. `truncated`: more bytes could mend it. */
export class PaperError extends Error {
	readonly offset: number;
	readonly truncated: boolean;

	constructor(what: string, offset: number, truncated = false) {
		super(`${what} at byte ${offset}`);
		this.name = "PaperError";
		this.offset = offset;
		this.truncated = truncated;
	}
}

/**
 * Carries ESC/POS bytes out as a printer `widthDots` wide would, with the commands of `escpos.ts` and no others. Throws a
 * `PaperError` for anything else, and for a picture or QR code that a real printer would clip.
 */
export function decodePaper(bytes: Uint8Array, widthDots: number): DecodedPaper {
	const paper = roll(widthDots);
	const reader = readerOf(bytes);
	while (!reader.atEnd()) readCommand(reader, paper);
	return paper.result();
}

/** 1/6 inch at 203 dpi, the line of a printer after ESC @. */
const lineDots = 34;

type Reader = ReturnType<typeof readerOf>;
type Roll = ReturnType<typeof roll>;

function readCommand(reader: Reader, paper: Roll): void {
	const start = reader.offset();
	const name = String.fromCharCode(reader.byte(), reader.byte());
	switch (name) {
		case "\x1b@":
			paper.initialise();
			break;
		case "\x1ba":
			paper.justify(reader.oneOf([0, 1, 2]));
			break;
		case "\x1bd":
			paper.feed(reader.byte() * lineDots);
			break;
		case "\x1dv":
			readRaster(reader, paper, start);
			break;
		case "\x1d(":
			readQr(reader, paper, start);
			break;
		case "\x1dV": {
			const how = reader.oneOf([65, 66]);
			paper.feed(reader.byte());
			paper.cut(how === 65 ? "full" : "partial");
			break;
		}
		case "\x1dr":
			reader.oneOf([1]);
			paper.statusRequested();
			break;
		default:
			throw new PaperError(`unknown command ${hex(name)}`, start);
	}
}

function readRaster(reader: Reader, paper: Roll, start: number): void {
	reader.oneOf([0x30]);
	reader.oneOf([0]);
	const stride = reader.word();
	const height = reader.word();
	paper.place(
		{ widthDots: stride * 8, heightDots: height, rows: reader.take(stride * height) },
		start,
	);
}

function readQr(reader: Reader, paper: Roll, start: number): void {
	reader.oneOf([0x6b]);
	const length = reader.word();
	reader.oneOf([49]);
	const fn = reader.byte();
	const parameters = reader.take(length - 2);
	const [first = -1] = parameters;
	switch (fn * 256 + first) {
		case 0x4132: // model 2, the only one there is here
		case 0x4531: // error correction M, likewise
			break;
		case 0x5030:
			paper.storeQr(new TextDecoder().decode(parameters.subarray(1)));
			break;
		case 0x5130:
			paper.printQr(start);
			break;
		default:
			if (fn !== 0x43 || first < 1 || first > 16) {
				throw new PaperError(`unknown QR function ${fn} with ${first}`, start);
			}
			paper.qrModule(first);
	}
}

function readerOf(bytes: Uint8Array) {
	let at = 0;
	function byte(): number {
		const value = bytes[at];
		if (value === undefined) throw new PaperError("the stream ends", at, true);
		at++;
		return value;
	}
	return {
		offset: () => at,
		atEnd: () => at >= bytes.length,
		byte,
		word: () => byte() + 256 * byte(),
		oneOf(allowed: readonly number[]): number {
			const value = byte();
			if (!allowed.includes(value)) throw new PaperError(`unknown parameter ${value}`, at - 1);
			return value;
		},
		take(length: number): Uint8Array {
			if (at + length > bytes.length) {
				throw new PaperError("the stream ends", bytes.length, true);
			}
			at += length;
			return bytes.subarray(at - length, at);
		},
	};
}

/** The paper and what the printer remembers between commands. */
function roll(widthDots: number) {
	const pieces: { x: number; y: number; bitmap: Bitmap }[] = [];
	const done: Omit<DecodedPaper, "picture"> = { qrTexts: [], cuts: [], statusRequests: 0 };
	let y = 0;
	let justification = 0;
	let qr = { moduleDots: 3, text: "" };

	function place(bitmap: Bitmap, offset: number): void {
		const free = widthDots - bitmap.widthDots;
		if (free < 0) throw new PaperError(`${bitmap.widthDots} dots do not fit the paper`, offset);
		pieces.push({ x: Math.floor((free * justification) / 2), y, bitmap });
		y += bitmap.heightDots;
	}

	return {
		place,
		initialise() {
			justification = 0;
			qr = { moduleDots: 3, text: "" };
		},
		justify(to: number) {
			justification = to;
		},
		feed(dots: number) {
			y += dots;
		},
		qrModule(moduleDots: number) {
			qr.moduleDots = moduleDots;
		},
		storeQr(text: string) {
			qr.text = text;
		},
		printQr(offset: number) {
			if (qr.text === "") throw new PaperError("no QR code is stored", offset);
			place(drawQr(qr.text, qr.moduleDots), offset);
			done.qrTexts.push(qr.text);
		},
		cut(how: "full" | "partial") {
			done.cuts.push({ row: y, how });
		},
		statusRequested() {
			done.statusRequests++;
		},
		result(): DecodedPaper {
			const picture = blankBitmap(widthDots, y);
			for (const piece of pieces) stamp(picture, piece);
			return { picture, ...done };
		},
	};
}

function drawQr(text: string, moduleDots: number): Bitmap {
	const { size, data } = encodeQr(text, { ecc: "M", border: 0 });
	const bitmap = blankBitmap(size * moduleDots, size * moduleDots);
	for (const [row, modules] of data.entries()) {
		for (const [column, black] of modules.entries()) {
			if (!black) continue;
			const [x, y] = [column * moduleDots, row * moduleDots];
			fillBlack(bitmap, { x, y, width: moduleDots, height: moduleDots });
		}
	}
	return bitmap;
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

function hex(text: string): string {
	return [...text].map((c) => c.charCodeAt(0).toString(16).padStart(2, "0")).join(" ");
}
