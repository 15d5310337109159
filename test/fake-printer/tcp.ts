import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { createMachine, type Machine } from "./machine.ts";
import type { Ways } from "./ways.ts";

/** A network printer on loopback. One connection is served at a time; the kernel takes others, and they wait until it has ended. */
export interface FakePrinter {
	/** As in the office file. */
	readonly device: string;
	readonly port: number;
	readonly machine: Machine;
	/** How many connections were made until now. */
	connections(): number;
	/** The port is closed, and every connection with it; `accept` opens the same port again. */
	refuse(): Promise<void>;
	accept(): Promise<void>;
	/** Connections are taken but nothing is read from them, until it no longer hangs. */
	hang(hangs: boolean): void;
	/** Once so many bytes more have come, the connection is cut; with `restarts`, so is the printer's power, for a moment. */
	dropAfter(bytes: number, how?: "keeps" | "restarts"): void;
	/** Off at the mains: nothing is accepted and all that waits is lost. */
	powerOff(): Promise<void>;
	powerOn(): Promise<void>;
	close(): Promise<void>;
}

/** @param printer as for `createMachine`; 576 dots wide unless said */
export async function startFakePrinter(
	printer: { widthDots?: number; feedUnitsPerDot?: number } = {},
	ways: Partial<Ways> = {},
	random: () => number = Math.random,
): Promise<FakePrinter> {
	const machine = createMachine({ widthDots: 576, ...printer }, ways, random);
	const server = createServer({ allowHalfOpen: true, pauseOnConnect: true });
	/** The first is served. */
	const sockets: Socket[] = [];
	let made = 0;
	let hangs = false;
	let drop: { after: number; restarts: boolean } | null = null;
	/** What has come but found no room. */
	let left = Buffer.alloc(0);

	server.on("connection", (socket) => {
		made++;
		sockets.push(socket);
		// A client that hangs up hard is nothing to a printer.
		socket.on("error", () => undefined);
		socket.on("data", (chunk) => {
			left = Buffer.concat([left, untilDrop(chunk)]);
			takeIn();
			if (drop && drop.after <= 0) cut(socket);
		});
		socket.on("end", () => takeIn());
		socket.on("close", () => {
			const served = sockets[0] === socket;
			sockets.splice(sockets.indexOf(socket), 1);
			if (!served) return;
			left = Buffer.alloc(0);
			serveFirst();
		});
		if (sockets[0] === socket) serveFirst();
	});

	function serveFirst(): void {
		const [socket] = sockets;
		machine.onReply(socket ? (bytes) => socket.writable && socket.write(bytes) : null);
		if (!hangs) socket?.resume();
	}

	function untilDrop(chunk: Buffer): Buffer {
		if (!drop) return chunk;
		const before = chunk.subarray(0, drop.after);
		drop.after -= chunk.length;
		return before;
	}

	function cut(socket: Socket): void {
		if (drop?.restarts) {
			machine.powerOff();
			machine.powerOn();
		}
		drop = null;
		socket.resetAndDestroy();
	}

	/** Hands on what there is room for; the rest, and what is not read yet, waits for room. */
	function takeIn(): void {
		const [socket] = sockets;
		const offered = left;
		left = Buffer.alloc(0);
		const taken = machine.feed(offered);
		left = Buffer.concat([offered.subarray(taken), left]);
		if (left.length > 0) socket?.pause();
		else if (!hangs) socket?.resume();
		if (left.length === 0 && socket?.readableEnded) socket.end();
	}
	machine.onRoom(() => {
		if (left.length > 0) takeIn();
	});

	async function accept(): Promise<void> {
		const listening = once(server, "listening");
		server.listen(port, "127.0.0.1");
		await listening;
	}

	async function refuse(): Promise<void> {
		if (!server.listening) return;
		const closed = once(server, "close");
		server.close();
		for (const socket of [...sockets]) socket.resetAndDestroy();
		await closed;
	}

	let port = 0;
	await accept();
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	port = address.port;

	return {
		device: `tcp://127.0.0.1:${port}`,
		port,
		machine,
		connections: () => made,
		refuse,
		accept,
		hang(now) {
			hangs = now;
			if (hangs) for (const socket of sockets) socket.pause();
			else serveFirst();
		},
		dropAfter(bytes, how = "keeps") {
			drop = { after: bytes, restarts: how === "restarts" };
		},
		async powerOff() {
			machine.powerOff();
			await refuse();
		},
		async powerOn() {
			machine.powerOn();
			await accept();
		},
		async close() {
			machine.powerOff();
			await refuse();
		},
	};
}
