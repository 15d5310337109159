import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { blankBitmap, fillBlack } from "../../printer/bitmap.ts";
import { encodePaper } from "../../printer/encode.ts";
import { endQuestions, transmitRealTimeStatus } from "../../printer/escpos.ts";
import { abilitiesOf } from "../../printer/profiles.ts";
import { createReplyReader, type Reply } from "../../printer/replies.ts";
import { type FakePrinter, startFakePrinter } from "./tcp.ts";
import type { Ways } from "./ways.ts";

const widthDots = 384;
const abilities = abilitiesOf({ profile: "epson-tm-t88", widthDots }, []);

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

async function newPrinter(ways: Partial<Ways> = {}): Promise<FakePrinter> {
	const printer = await startFakePrinter({ widthDots, feedUnitsPerDot: 2 }, ways);
	cleanUps.push(() => printer.close());
	return printer;
}

async function client({ port }: FakePrinter) {
	const socket: Socket = connect({ host: "127.0.0.1", port });
	cleanUps.push(() => socket.destroy());
	const reader = createReplyReader();
	const replies: Reply[] = [];
	socket.on("data", (bytes) => replies.push(...reader.read(bytes)));
	socket.on("error", () => undefined);
	await once(socket, "connect");
	return { socket, replies };
}

function ticket(id: string): Buffer {
	const bitmap = blankBitmap(widthDots, 800);
	fillBlack(bitmap, { x: 8, y: 8, width: 200, height: 780 });
	const parts = [{ kind: "picture" as const, bitmap }];
	const paper = encodePaper(parts, { cut: "partial", abilities, widthDots });
	return Buffer.concat([paper, endQuestions(id)]);
}

const ids = (replies: readonly Reply[]) =>
	replies.flatMap((reply) => (reply.kind === "process-id" ? [reply.id] : []));

test("a ticket comes out and is confirmed over the line", async () => {
	const printer = await newPrinter();
	const { socket, replies } = await client(printer);
	socket.write(ticket("0001"));
	await vi.waitFor(() => expect(ids(replies)).toEqual(["0001"]));
	expect(printer.machine.papers).toHaveLength(1);
	expect(printer.machine.faults).toEqual([]);
});

test("a slow printer with a small buffer gets it all, though the client hangs up after its last byte", async () => {
	const ways = { bytesPerSecond: 960, clockSpeed: 200, bufferBytes: 4_096 };
	const printer = await newPrinter(ways);
	const { socket } = await client(printer);
	const closed = once(socket, "close");
	socket.end(ticket("0001"));
	await vi.waitFor(() => expect(printer.machine.papers).toHaveLength(1), 5_000);
	expect(printer.machine.papers[0]?.bytes.equals(ticket("0001"))).toBe(true);
	await closed;
});

test("a second client waits until the first has gone", async () => {
	const printer = await newPrinter();
	const first = await client(printer);
	const second = await client(printer);
	second.socket.write(ticket("0002"));
	first.socket.write(ticket("0001"));
	await vi.waitFor(() => expect(ids(first.replies)).toEqual(["0001"]));
	expect(printer.machine.papers).toHaveLength(1);
	expect(second.replies).toEqual([]);
	first.socket.end();
	await vi.waitFor(() => expect(ids(second.replies)).toEqual(["0002"]));
	expect(printer.connections()).toBe(2);
});

test("one that hangs takes the connection and nothing else", async () => {
	const printer = await newPrinter();
	printer.hang(true);
	const { socket, replies } = await client(printer);
	const written = new Promise((done) => socket.write(ticket("0001"), done));
	await written;
	expect(printer.machine.papers).toHaveLength(0);
	printer.hang(false);
	await vi.waitFor(() => expect(ids(replies)).toEqual(["0001"]));
});

test("one that refuses is there again at the same port", async () => {
	const printer = await newPrinter();
	await printer.refuse();
	await expect(client(printer)).rejects.toMatchObject({ code: "ECONNREFUSED" });
	await printer.accept();
	const { socket, replies } = await client(printer);
	socket.write(transmitRealTimeStatus(1));
	await vi.waitFor(() => expect(replies).toHaveLength(1));
});

test.each(["keeps", "restarts"] as const)(
	"one that drops in the midst of a ticket and %s what it had",
	async (how) => {
		const printer = await newPrinter();
		const { socket } = await client(printer);
		printer.dropAfter(3_000, how);
		socket.write(ticket("0001"));
		await once(socket, "close");
		expect(printer.machine.papers).toHaveLength(0);
		const again = await client(printer);
		again.socket.write(ticket("0002"));
		if (how === "restarts") {
			await vi.waitFor(() => expect(ids(again.replies)).toEqual(["0002"]));
			expect(printer.machine.faults).toEqual([]);
		} else {
			await vi.waitFor(() => expect(printer.machine.faults.length).toBeGreaterThan(0));
		}
	},
);

test("without power the port is closed and what waited is lost", async () => {
	const printer = await newPrinter({ bytesPerSecond: 960 });
	const { socket } = await client(printer);
	socket.write(ticket("0001"));
	await vi.waitFor(() => expect(printer.machine.room()).toBeLessThan(65_536));
	await printer.powerOff();
	await expect(client(printer)).rejects.toMatchObject({ code: "ECONNREFUSED" });
	await printer.powerOn();
	printer.machine.set({ bytesPerSecond: null });
	const again = await client(printer);
	again.socket.write(ticket("0002"));
	await vi.waitFor(() => expect(ids(again.replies)).toEqual(["0002"]));
});
