import type { SerialPort } from "serialport";
import { type Line, type Link, LinkError } from "../link.ts";

/** How a serial line is set. */
export interface SerialSettings {
	/** `/dev/ttyUSB0`, `COM3`. */
	path: string;
	baud: number;
}

/** Bytes that are handed on at once: half a second of the slowest line there is. */
const pieceBytes = 512;
/** A bit to begin, eight of data, one to end. */
const bitsPerByte = 10;

/**
 * A printer on a serial line: eight data bits, no parity, one stop bit, RTS/CTS, as printers are set when they come. The package `serialport` is optional:
 * where it could not be installed, the printer is unreachable and says why.
 */
export function serialLink({ path, baud }: SerialSettings, load = loadPackage): Link {
	const bytesPerSecond = baud / bitsPerByte;
	return {
		bytesPerSecond,
		async open(signal) {
			const { SerialPort } = await load();
			if (signal.aborted) throw new LinkError("unreachable", "it is not wanted any more");
			const port = new SerialPort({ path, baudRate: baud, rtscts: true, autoOpen: false });
			return new Promise<Line>((resolve, reject) => {
				port.open((error) => {
					if (error) reject(new LinkError("unreachable", error.message, { cause: error }));
					else resolve(lineOver(port, stalledMsAt(bytesPerSecond)));
				});
			});
		},
	};
}

async function loadPackage(): Promise<{ SerialPort: typeof SerialPort }> {
	try {
		return await import("serialport");
	} catch (cause) {
		throw new LinkError(
			"unreachable",
			"a serial printer needs the package serialport, which could not be loaded here: npm install serialport",
			{ cause },
		);
	}
}

/** Ten times as long as a piece takes, and a while for a printer that feeds or cuts. */
function stalledMsAt(bytesPerSecond: number): number {
	return 10_000 + (10 * 1_000 * pieceBytes) / bytesPerSecond;
}

function lineOver(port: SerialPort, stalledMs: number): Line {
	let ended: LinkError | null = null;
	let refuse: (error: LinkError) => void = () => undefined;
	let onBytes: (bytes: Uint8Array) => void = () => undefined;
	let onLost: (error: LinkError) => void = () => undefined;

	function end(error: LinkError): void {
		if (ended) return;
		ended = error;
		refuse(error);
		onLost(error);
	}

	port.on("data", (bytes: Buffer) => onBytes(bytes));
	port.on("error", (error: Error) => end(new LinkError("closed", error.message)));
	port.on("close", (error: Error | null) => {
		end(new LinkError("closed", error?.message ?? "the serial line was closed"));
	});

	/** Written and gone out over the wire, so that a line that stands still is noticed. */
	function writePiece(piece: Uint8Array): Promise<void> {
		return new Promise((resolve, reject) => {
			if (ended) {
				reject(ended);
				return;
			}
			const timer = setTimeout(() => {
				end(new LinkError("timeout", `no byte was taken for ${stalledMs} ms`));
			}, stalledMs);
			refuse = (error) => {
				clearTimeout(timer);
				reject(error);
			};
			port.write(Buffer.from(piece));
			port.drain((error) => {
				clearTimeout(timer);
				if (error) end(new LinkError("closed", error.message));
				else resolve();
			});
		});
	}

	return {
		hears: true,
		async write(bytes) {
			for (let at = 0; at < bytes.length; at += pieceBytes) {
				await writePiece(bytes.subarray(at, at + pieceBytes));
			}
		},
		onBytes(listener) {
			onBytes = listener;
		},
		onLost(listener) {
			onLost = listener;
		},
		async close(how) {
			onLost = () => undefined;
			ended ??= new LinkError("closed", "the line was let go of");
			refuse(ended);
			if (!port.isOpen) return;
			if (how === "drop") await new Promise<void>((done) => port.flush(() => done()));
			await new Promise<void>((done) => port.close(() => done()));
		},
	};
}
