import { once } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { type DecodedPaper, decodePaper, PaperError } from "../printer/paper-decoder.ts";

/**
 * How a printer behaves with each connection from now on.
 * `well`, `near-end`, `paper-out`: answers the question after the ticket so. `noisy`: sends automatic status before its
 * answer. `mute`: takes everything and says nothing. `hung`: takes nothing. `close-midway`: closes at the first bytes.
 * `close-unanswered`: takes everything and closes.
 */
export type Behaviour =
	| "well"
	| "near-end"
	| "paper-out"
	| "noisy"
	| "mute"
	| "hung"
	| "close-midway"
	| "close-unanswered";

/** A network printer on loopback that speaks ESC/POS: what it is sent is carried out, and GS r 1 is answered in its turn. */
export interface FakePrinter {
	/** As in the office file. */
	device: string;
	port: number;
	/** Whole tickets, in order: the bytes as they came, and what they put on the paper. */
	prints: { bytes: Buffer; paper: DecodedPaper }[];
	/** Streams that a printer would not have understood. */
	faults: PaperError[];
	behave(behaviour: Behaviour): void;
	/** Switched off: connections are refused until it is switched on again, at the same port. */
	switchOff(): Promise<void>;
	switchOn(): Promise<void>;
	close(): Promise<void>;
}

export async function startFakePrinter(widthDots: number): Promise<FakePrinter> {
	const prints: FakePrinter["prints"] = [];
	const faults: PaperError[] = [];
	const sockets = new Set<Socket>();
	let behaviour: Behaviour = "well";

	const server = createServer((socket) => {
		sockets.add(socket);
		socket.on("close", () => sockets.delete(socket));
		// A client that hangs up hard is nothing to a printer.
		socket.on("error", () => undefined);
		if (behaviour === "hung") socket.pause();
		else serve(socket, behaviour);
	});

	function serve(socket: Socket, as: Behaviour): void {
		let received = Buffer.alloc(0);
		socket.on("data", (chunk) => {
			if (as === "close-midway") {
				socket.resetAndDestroy();
				return;
			}
			received = Buffer.concat([received, chunk]);
			const paper = carriedOut(received);
			if (!paper) return;
			prints.push({ bytes: received, paper });
			received = Buffer.alloc(0);
			const answer = answers[as];
			if (answer) socket.write(answer);
			if (as === "close-unanswered") socket.end();
		});
	}

	/** The ticket, when it has come as far as the question at its end. */
	function carriedOut(received: Buffer): DecodedPaper | null {
		if (!received.subarray(-question.length).equals(question)) return null;
		try {
			return decodePaper(received, widthDots);
		} catch (error) {
			if (!(error instanceof PaperError)) throw error;
			// A picture may hold the bytes of the question.
			if (!error.truncated) faults.push(error);
			return null;
		}
	}

	async function switchOff(): Promise<void> {
		const off = once(server, "close");
		server.close();
		for (const socket of sockets) socket.destroy();
		await off;
	}

	const port = await listen(server, 0);
	return {
		device: `tcp://127.0.0.1:${port}`,
		port,
		prints,
		faults,
		behave(next) {
			behaviour = next;
		},
		switchOff,
		async switchOn() {
			await listen(server, port);
		},
		async close() {
			if (server.listening) await switchOff();
		},
	};
}

/** GS r 1. */
const question = Buffer.of(0x1d, 0x72, 0x01);

/** Epson: bits 0 and 1 near the end of the roll, bits 2 and 3 at its end. Who is not here says nothing. */
const answers: Partial<Record<Behaviour, Buffer>> = {
	well: Buffer.of(0b0000_0000),
	"near-end": Buffer.of(0b0000_0011),
	"paper-out": Buffer.of(0b0000_1111),
	// Automatic status of a printer that is well, then the answer.
	noisy: Buffer.of(0b0001_0100, 0, 0, 0b0000_1111, 0),
};

async function listen(server: Server, port: number): Promise<number> {
	const listening = once(server, "listening");
	server.listen(port, "127.0.0.1");
	await listening;
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}
