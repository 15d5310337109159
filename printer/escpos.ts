/**
 * The ESC/POS commands that a paper is printed with and a printer asked with, as bytes. Names and functions as in Epson's
 * "ESC/POS Command Reference for TM Printers".
 */

const DLE = 0x10;
const ESC = 0x1b;
const GS = 0x1d;

/** ESC @, initialise printer. A job begins with it, but by the `escpos` package. */
export const initialise = Buffer.of(ESC, 0x40);

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
 * ESC J, print and feed paper, as often as it takes: one goes no further than 255 units.
 * @param unitsPerDot the vertical motion unit (GS P) is half a dot on Epson's printers, a whole one on most others
 */
export function feedDots(dots: number, unitsPerDot: number): Buffer {
	const atMost = Math.floor(255 / unitsPerDot);
	const commands: number[] = [];
	for (let left = dots; left > 0; left -= atMost) {
		commands.push(ESC, 0x4a, byteOf(Math.min(left, atMost) * unitsPerDot));
	}
	return Buffer.from(commands);
}

/**
 * GS v 0, print raster bit image, in normal size (m = 0).
 * @param rows the packed rows of the band, 1 is black, the highest bit on the left
 */
export function rasterBand(rowBytes: number, rows: Uint8Array): Buffer {
	const height = heightOf(rowBytes, rows);
	return Buffer.concat([Buffer.of(GS, 0x76, 0x30, 0), word(rowBytes), word(height), rows]);
}

/**
 * GS 8 L function 112, store the graphics data in the print buffer (raster format): m = 48, a = 48 (black and white), bx = by =
 * 1 (normal size), c = 49 (the first colour); then GS ( L function 50, print what is stored.
 * @param rows as for `rasterBand`
 */
export function graphicsBand(rowBytes: number, rows: Uint8Array): Buffer {
	const height = heightOf(rowBytes, rows);
	const parameters = Buffer.concat([
		Buffer.of(48, 112, 48, 1, 1, 49),
		word(rowBytes * 8),
		word(height),
		rows,
	]);
	const length = Buffer.alloc(4);
	length.writeUInt32LE(parameters.length);
	return Buffer.concat([
		Buffer.of(GS, 0x38, 0x4c),
		length,
		parameters,
		Buffer.of(GS, 0x28, 0x4c, 2, 0, 48, 50),
	]);
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

/**
 * GS ( H function 48, set the process ID response: the printer sends the ID back once all that came before it is printed.
 * @param id four characters from U+0020 to U+007E
 */
function requestProcessId(id: string): Buffer {
	if (!/^[ -~]{4}$/.test(id)) throw new Error(`${JSON.stringify(id)} is no process ID`);
	return Buffer.concat([Buffer.of(GS, 0x28, 0x48, 6, 0, 48, 48), Buffer.from(id, "latin1")]);
}

/** The n-th process ID. No two are alike within 95 to the power of 4 of them. */
export function processIdOf(n: number): string {
	const digits = [0, 1, 2, 3].map((place) => Math.floor(n / 95 ** (3 - place)) % 95);
	return String.fromCharCode(...digits.map((digit) => 0x20 + digit));
}

/** GS a, enable or disable automatic status back: online or offline, errors and paper. Ended by ESC @ on many printers. */
export function automaticStatus(on: boolean): Buffer {
	return Buffer.of(GS, 0x61, on ? 0b1110 : 0);
}

/**
 * DLE EOT, transmit real-time status: 1 printer, 2 cause of being offline, 3 cause of an error, 4 paper sensors. Answered at
 * once, before what was sent earlier is printed.
 */
export function transmitRealTimeStatus(n: 1 | 2 | 3 | 4): Buffer {
	return Buffer.of(DLE, 0x04, n);
}

/** DLE DC4 function 8, clear buffers: all that is not printed yet is thrown away, at once. */
export const clearBuffers = Buffer.of(DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8);

function qrFunction(fn: number, parameters: Buffer): Buffer {
	return Buffer.concat([
		Buffer.of(GS, 0x28, 0x6b),
		word(parameters.length + 2),
		Buffer.of(49, fn),
		parameters,
	]);
}

function heightOf(rowBytes: number, rows: Uint8Array): number {
	const height = rows.length / rowBytes;
	if (!Number.isInteger(height)) throw new Error("a band must have whole rows");
	return height;
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

/**
 * What a job ends with where its printer is asked whether it was printed: GS ( H with the process ID, where the printer knows it, and GS r 1. The answers come
 * when all before them is done.
 */
export function endQuestions(processId: string | null): Buffer {
	return processId === null
		? transmitPaperStatus
		: Buffer.concat([requestProcessId(processId), transmitPaperStatus]);
}
