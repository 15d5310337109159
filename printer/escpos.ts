/**
 * The ESC/POS commands that a ticket is printed with, as bytes. Names and functions as in Epson's "ESC/POS Command
 * Reference for TM Printers". ESC @ (initialise printer) is not among them: the `escpos` package begins with it.
 */

const ESC = 0x1b;
const GS = 0x1d;

const justifications = { left: 0, centre: 1, right: 2 } as const;

/** ESC a, select justification. Takes effect at the start of a line only. */
export function justify(to: keyof typeof justifications): Buffer {
	return Buffer.of(ESC, 0x61, justifications[to]);
}

/** ESC d, print and feed n lines. A line is 1/6 inch after ESC @. */
export function feedLines(lines: number): Buffer {
	return Buffer.of(ESC, 0x64, byteOf(lines));
}

/**
 * GS v 0, print raster bit image, in normal size (m = 0).
 * @param rows the packed rows of the band, 1 is black, the highest bit on the left
 */
export function rasterBand(rowBytes: number, rows: Uint8Array): Buffer {
	const height = rows.length / rowBytes;
	if (!Number.isInteger(height)) throw new Error("a raster band must have whole rows");
	return Buffer.concat([Buffer.of(GS, 0x76, 0x30, 0), word(rowBytes), word(height), rows]);
}

/**
 * A QR code of the printer's own making: GS ( k with cn = 49, functions 165 (model 2), 167 (size of module), 169
 * (error correction M), 180 (store the data) and 181 (print what is stored).
 * @param moduleDots 1 to 16
 * @param text at most 7,089 bytes in UTF-8
 */
export function qrCode(text: string, moduleDots: number): Buffer[] {
	return [
		qrFunction(0x41, Buffer.of(50, 0)),
		qrFunction(0x43, Buffer.of(byteOf(moduleDots))),
		qrFunction(0x45, Buffer.of(49)),
		qrFunction(0x50, Buffer.concat([Buffer.of(48), Buffer.from(text, "utf8")])),
		qrFunction(0x51, Buffer.of(48)),
	];
}

/** GS V, select cut mode and cut paper, function B: feeds to the cutter by itself, wherever that is, and cuts there. */
export function cut(how: "full" | "partial"): Buffer {
	return Buffer.of(GS, 0x56, how === "full" ? 65 : 66, 0);
}

/** GS r 1, transmit paper sensor status: carried out in its turn, so that its answer is the printer's word for all before it. */
export const transmitPaperStatus = Buffer.of(GS, 0x72, 1);

function qrFunction(fn: number, parameters: Buffer): Buffer {
	return Buffer.concat([
		Buffer.of(GS, 0x28, 0x6b),
		word(parameters.length + 2),
		Buffer.of(49, fn),
		parameters,
	]);
}

function word(value: number): Buffer {
	return Buffer.of(byteOf(value & 0xff), byteOf(value >> 8));
}

function byteOf(value: number): number {
	if (!Number.isInteger(value) || value < 0 || value > 255) {
		throw new Error(`${value} does not fit into a byte`);
	}
	return value;
}
