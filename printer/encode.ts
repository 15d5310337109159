import escpos, { type Adapter } from "escpos";
import { type Bitmap, rowBytes } from "./bitmap.ts";
import { cut, feedLines, justify, qrCode, rasterBand, transmitPaperStatus } from "./escpos.ts";
import type { QrPart } from "./layout.ts";

export type Cut = "full" | "partial" | "none";

/** A part of a ticket that is ready to be sent. */
export type PrintablePart = { kind: "picture"; bitmap: Bitmap } | QrPart;

/** Printers with a small buffer stop in the middle of a taller band. */
const bandRows = 128;
/** Brings the end of the ticket past the tear bar where nothing cuts. */
const tearOffLines = 5;

/**
 * The bytes that print a ticket, from ESC @ to the question whether there still is paper, which the printer answers only
 * after it has cut.
 */
export function encodeTicket(parts: readonly PrintablePart[], how: Cut): Buffer {
	const collected = collector();
	const printer = new escpos.Printer(collected).hardware("init");
	for (const command of parts.flatMap(commandsOf)) printer.raw(command);
	printer.raw(how === "none" ? feedLines(tearOffLines) : cut(how));
	printer.raw(transmitPaperStatus);
	printer.flush((error) => {
		if (error) throw error;
	});
	return collected.bytes();
}

function commandsOf(part: PrintablePart): Buffer[] {
	if (part.kind === "qr") {
		return [justify("centre"), ...qrCode(part.text, part.moduleDots), justify("left")];
	}
	const { rows, widthDots } = part.bitmap;
	const stride = rowBytes(widthDots);
	const bands: Buffer[] = [];
	for (let at = 0; at < rows.length; at += stride * bandRows) {
		bands.push(rasterBand(stride, rows.subarray(at, at + stride * bandRows)));
	}
	return bands;
}

/** An adapter that keeps what is written: a ticket is whole before the first byte goes to a device. */
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
