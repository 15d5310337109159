import escpos, { type Adapter } from "escpos";
import type { Cut, PrinterAbilities } from "../protocol/printing.ts";
import { type Bitmap, rowBytes } from "./bitmap.ts";
import {
	automaticStatus,
	clearBuffers,
	cut,
	feedDots,
	feedLines,
	graphicsBand,
	initialise,
	justify,
	qrCode,
	rasterBand,
} from "./escpos.ts";
import type { QrPart } from "./layout.ts";
import { drawQr } from "./qr-picture.ts";
import { beginsRealTime, withoutRealTime } from "./without-real-time.ts";

/** A part of a paper that is ready to be sent. */
export type PrintablePart = { kind: "picture"; bitmap: Bitmap } | QrPart;

/** How a paper is to be encoded. */
export interface Encoding {
	cut: Cut;
	abilities: PrinterAbilities;
	/** Across the paper. */
	widthDots: number;
}

/** Printers with a small buffer stop in the middle of a taller band. */
const bandRows = 128;
/** As few blank rows are sent as picture: a feed takes the printer out of its stride. 24 are 3 mm. */
const feedRows = 24;
/** No command of a paper is longer: a band at the greatest width, and its head. */
const longestCommandBytes = bandRows * rowBytes(576) + 64;

/**
 * The bytes that print a paper: ESC @, its parts, the cut or the feed past the tear bar. No real-time command is anywhere in it; whether it was printed is
 * asked by whoever sends it.
 */
export function encodePaper(parts: readonly PrintablePart[], how: Encoding): Buffer {
	const { abilities } = how;
	const collected = collector();
	const printer = new escpos.Printer(collected).hardware("init");
	// ESC @ ends automatic status on many printers.
	if (abilities.autoStatus) printer.raw(automaticStatus(true));
	for (const command of parts.flatMap((part) => commandsOf(part, how))) printer.raw(command);
	printer.raw(how.cut === "none" ? feedLines(abilities.tearOffLines) : cut(how.cut));
	printer.flush((error) => {
		if (error) throw error;
	});
	return collected.bytes();
}

/**
 * Brings a printer that may have got only a part of a paper back to where the next one can begin. Whatever it still expects of a picture is filled with
 * NUL, which outside of one is no command; then what hangs out is cut off, so that nobody's half ticket comes with the next. A printer without
 * a cutter passes over the cut.
 * @param clears whether what it has not printed yet is thrown away first
 */
export function afterHalfPaper(clears: boolean): Buffer {
	return Buffer.concat([
		...(clears ? [clearBuffers] : []),
		Buffer.alloc(longestCommandBytes),
		initialise,
		cut("partial"),
	]);
}

function commandsOf(part: PrintablePart, { abilities, widthDots }: Encoding): Buffer[] {
	if (part.kind === "picture") return pictureCommands(part.bitmap, abilities);
	if (abilities.qr === "picture") {
		return pictureCommands(drawQr(part.text, part.moduleDots, widthDots), abilities);
	}
	return [justify("centre"), ...qrCode(part.text, part.moduleDots), justify("left")];
}

/** Bands of ink and, between them, feeds over what is blank. */
function pictureCommands(
	picture: Bitmap,
	{ picture: how, feedUnitsPerDot }: PrinterAbilities,
): Buffer[] {
	const { rows, widthDots } = withoutRealTime(picture);
	const stride = rowBytes(widthDots);
	const band = how === "graphics" ? graphicsBand : rasterBand;
	return stretchesOf(rows, stride).map(({ from, to, blank }) =>
		blank
			? feedDots(to - from, feedUnitsPerDot)
			: band(stride, rows.subarray(from * stride, to * stride)),
	);
}

/** Rows that go out together, from the top; `to` is the first row that is no longer among them. */
interface Stretch {
	from: number;
	to: number;
	blank: boolean;
}

function stretchesOf(rows: Uint8Array, stride: number): Stretch[] {
	const height = rows.length / stride;
	const stretches: Stretch[] = [];
	let from = 0;
	function ink(to: number): void {
		if (to > from) stretches.push({ from, to, blank: false });
		from = to;
	}
	for (let row = 0; row < height; ) {
		const blankTo = endOfBlank(rows, stride, row);
		if (blankTo - row >= feedRows) {
			ink(row);
			stretches.push({ from, to: blankTo, blank: true });
			row = from = blankTo;
			continue;
		}
		row++;
		if (row - from === bandRows || beginsRealTime(rows, row * stride - 1)) ink(row);
	}
	ink(height);
	return stretches;
}

/** The first row from `row` on that is not blank. */
function endOfBlank(rows: Uint8Array, stride: number, row: number): number {
	let at = row * stride;
	while (at < rows.length && rows[at] === 0) at++;
	return Math.floor(at / stride);
}

/** An adapter that keeps what is written: a paper is whole before the first byte goes to a device. */
function collector(): Adapter & { bytes(): Buffer } {
	const chunks: Buffer[] = [];
	return {
		open: (done) => done(null),
		write(bytes, done) {
			// The package goes on using the buffer it hands over.
			chunks.push(Buffer.from(bytes));
			done(null);
		},
		close: (done) => done(null),
		bytes: () => Buffer.concat(chunks),
	};
}
