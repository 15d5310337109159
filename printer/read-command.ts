import { type Bitmap, rowBytes } from "./bitmap.ts";

/** A command of `escpos.ts`, as a printer reads it. */
export type PaperCommand =
	| { kind: "initialise" }
	| { kind: "justify"; to: number }
	| { kind: "feed-lines"; lines: number }
	| { kind: "feed-units"; units: number }
	/** GS v 0: printed at once. */
	| { kind: "picture"; bitmap: Bitmap }
	/** GS 8 L function 112, and function 50. */
	| { kind: "store-graphics"; bitmap: Bitmap }
	| { kind: "print-graphics" }
	/** Model 2 and error correction M, the only ones there are here. */
	| { kind: "qr-setting" }
	| { kind: "qr-module"; moduleDots: number }
	| { kind: "qr-store"; text: string }
	| { kind: "qr-print" }
	| { kind: "cut"; how: "full" | "partial"; feedUnits: number }
	| { kind: "paper-status" }
	| { kind: "process-id"; id: string }
	| { kind: "automatic-status"; on: boolean };

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

/** Reads the command that begins at `start`; `end` is where the next one does. Throws a `PaperError`. */
export function readCommand(
	bytes: Uint8Array,
	start: number,
): { command: PaperCommand; end: number } {
	const reader = readerOf(bytes, start);
	const command = commandOf(reader, start);
	return { command, end: reader.offset() };
}

type Reader = ReturnType<typeof readerOf>;

function commandOf(reader: Reader, start: number): PaperCommand {
	const first = reader.byte();
	if (first !== 0x1b && first !== 0x1d) throw unknown([first], start);
	const second = reader.byte();
	switch (String.fromCharCode(first, second)) {
		case "\x1b@":
			return { kind: "initialise" };
		case "\x1ba":
			return { kind: "justify", to: reader.oneOf([0, 1, 2]) };
		case "\x1bd":
			return { kind: "feed-lines", lines: reader.byte() };
		case "\x1bJ":
			return { kind: "feed-units", units: reader.byte() };
		case "\x1dv":
			return rasterOf(reader);
		case "\x1d8":
			return graphicsOf(reader, start);
		case "\x1d(":
			return functionOf(reader, start);
		case "\x1dV": {
			const how = reader.oneOf([65, 66]) === 65 ? "full" : "partial";
			return { kind: "cut", how, feedUnits: reader.byte() };
		}
		case "\x1dr":
			reader.oneOf([1]);
			return { kind: "paper-status" };
		case "\x1da":
			return { kind: "automatic-status", on: reader.oneOf([0, 0b1110]) !== 0 };
		default:
			throw unknown([first, second], start);
	}
}

function rasterOf(reader: Reader): PaperCommand {
	reader.oneOf([0x30]);
	reader.oneOf([0]);
	const stride = reader.word();
	const heightDots = reader.word();
	const rows = reader.take(stride * heightDots);
	return { kind: "picture", bitmap: { widthDots: stride * 8, heightDots, rows } };
}

function graphicsOf(reader: Reader, start: number): PaperCommand {
	reader.oneOf([0x4c]);
	const length = reader.word() + 65_536 * reader.word();
	for (const fixed of [48, 112, 48, 1, 1, 49]) reader.oneOf([fixed]);
	const widthDots = reader.word();
	const heightDots = reader.word();
	const size = rowBytes(widthDots) * heightDots;
	if (length !== size + 10) throw new PaperError(`a picture of ${length - 10} bytes`, start);
	return {
		kind: "store-graphics",
		bitmap: { widthDots, heightDots, rows: reader.take(size) },
	};
}

/** GS ( and a letter: a length, and as many bytes. */
function functionOf(reader: Reader, start: number): PaperCommand {
	const letter = reader.oneOf([0x48, 0x4c, 0x6b]);
	const parameters = reader.take(reader.word());
	const [first, second, third = -1] = parameters;
	if (letter === 0x4c && parameters.length === 2 && first === 48 && second === 50) {
		return { kind: "print-graphics" };
	}
	if (letter === 0x48 && parameters.length === 6 && first === 48 && second === 48) {
		const id = String.fromCharCode(...parameters.subarray(2));
		if (/^[ -~]{4}$/.test(id)) return { kind: "process-id", id };
	}
	if (letter === 0x6b && first === 49) {
		const rest = parameters.subarray(3);
		if (second === 0x41 && third === 50 && rest.length === 1) return { kind: "qr-setting" };
		if (second === 0x45 && third === 49) return { kind: "qr-setting" };
		if (second === 0x43 && third >= 1 && third <= 16) {
			return { kind: "qr-module", moduleDots: third };
		}
		if (second === 0x50 && third === 48) {
			return { kind: "qr-store", text: new TextDecoder().decode(rest) };
		}
		if (second === 0x51 && third === 48) return { kind: "qr-print" };
	}
	throw unknown([0x1d, 0x28, letter, ...parameters.subarray(0, 3)], start);
}

function readerOf(bytes: Uint8Array, start: number) {
	let at = start;
	function byte(): number {
		const value = bytes[at];
		if (value === undefined) throw new PaperError("the stream ends", at, true);
		at++;
		return value;
	}
	return {
		offset: () => at,
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

function unknown(bytes: readonly number[], start: number): PaperError {
	const hex = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join(" ");
	return new PaperError(`unknown command ${hex}`, start);
}
