import { once } from "node:events";
import { createServer, type Socket } from "node:net";

/** A network printer that takes all there is at once, and answers; or, while it hangs, accepts and reads nothing. */
export interface PlainPrinter {
	/** As in the office file. */
	device: string;
	/** When the last byte has come, milliseconds of `performance.now`. */
	lastByteMs(): number;
	hang(hangs: boolean): void;
	close(): Promise<void>;
}

/** DLE EOT n, and GS r 1. */
const realTime = Buffer.of(0x10, 0x04);
const paper = Buffer.of(0x1d, 0x72, 0x01);
/** Nothing is wrong: the fixed bits alone. */
const well = 0b0001_0010;

export async function startPlainPrinter(): Promise<PlainPrinter> {
	const sockets = new Set<Socket>();
	let lastByteMs = 0;
	let hangs = false;

	const server = createServer({ pauseOnConnect: true }, (socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		socket.on("error", () => undefined);
		socket.on("data", (bytes) => {
			lastByteMs = performance.now();
			// A question to a printer that is well comes by itself; what is asked after a paper ends it.
			if (bytes.length === 3 && bytes.subarray(0, 2).equals(realTime))
				socket.write(Buffer.of(well));
			else if (bytes.subarray(-paper.length).equals(paper)) socket.write(Buffer.of(0));
		});
		if (!hangs) socket.resume();
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return {
		device: `tcp://127.0.0.1:${address.port}`,
		lastByteMs: () => lastByteMs,
		hang(now) {
			hangs = now;
			for (const socket of sockets) {
				if (hangs) socket.pause();
				else socket.resume();
			}
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
