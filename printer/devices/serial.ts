import type { SerialPort } from "serialport";
import { type Line, type Link, LinkError } from "../link.ts";
import { pieceLine } from "./piece-line.ts";

/** How a serial line is set. */
export interface SerialSettings {
	/** `/dev/ttyUSB0`, `COM3`. */
	path: string;
	baud: number;
}

/** Half a second of the slowest line there is. */
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
	const { line, heard, lost } = pieceLine({
		pieceBytes,
		stalledMs,
		/** Taken is what has gone out over the wire, so that a line that stands still is noticed. */
		hand(piece, taken) {
			port.write(Buffer.from(piece));
			port.drain((error) => {
				if (error) lost(new LinkError("closed", error.message));
				else taken();
			});
		},
		async close(how) {
			if (!port.isOpen) return;
			if (how === "drop") await new Promise<void>((done) => port.flush(() => done()));
			await new Promise<void>((done) => port.close(() => done()));
		},
	});
	port.on("data", heard);
	port.on("error", (error: Error) => lost(new LinkError("closed", error.message)));
	port.on("close", (error: Error | null) => {
		lost(new LinkError("closed", error?.message ?? "the serial line was closed"));
	});
	return line;
}
