import { connect, type Socket } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type LiveOffice, openOffice } from "./rehearsal.ts";

let office: LiveOffice;
beforeEach(async () => {
	office = await openOffice();
});
afterEach(() => office.close());

/** A board that is shown its rows and from then on reads nothing more, as a machine that hangs. */
async function hangingBoard(): Promise<Socket> {
	const { hostname, port } = new URL(office.url);
	const socket = connect(Number(port), hostname);
	socket.write(
		[
			"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
			`Host: ${hostname}:${port}`,
			"Connection: Upgrade",
			"Upgrade: websocket",
			"Sec-WebSocket-Version: 13",
			"Sec-WebSocket-Key: bW90Y3VhLW1vdGN1YS0xMg==",
			"\r\n",
		].join("\r\n"),
	);
	await reads(socket, '"pingInterval"');
	socket.write(maskedFrame('40/live,{"view":"board"}'));
	await reads(socket, "snapshot");
	socket.pause();
	return socket;
}

function reads(socket: Socket, text: string): Promise<void> {
	return new Promise((found) => {
		let read = "";
		socket.on("data", function look(chunk: Buffer) {
			read += chunk.toString("latin1");
			if (!read.includes(text)) return;
			socket.off("data", look);
			found();
		});
	});
}

/** A text message of less than 126 bytes as a client must send it (RFC 6455, 5.2), masked with zeros. */
function maskedFrame(text: string): Buffer {
	const payload = Buffer.from(text);
	return Buffer.concat([Buffer.from([0x81, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

test("a client that does not read is cut off, and one that reads gets everything", async () => {
	const reading = office.client({ view: "board" });
	await reading.greeted;
	const hanging = await hangingBoard();
	expect(await office.connections()).toBe(2);
	// Far more than the systems on both sides take, in parts that a client that reads keeps up with.
	const long = "việc-in ".repeat(4_000);
	for (let part = 0; part < 60; part++) {
		for (let status = 0; status < 20; status++) {
			office.live.tell("board", { topic: "waits", services: { [long]: {} } });
		}
		await office.arrived(reading);
	}
	await expect.poll(() => office.connections()).toBe(1);
	const closed = new Promise((resolve) => hanging.on("close", resolve).on("error", () => {}));
	hanging.resume();
	await closed;
	expect(reading.socket.connected).toBe(true);
});

test("what is missed all at once may be long, and cuts nobody off", async () => {
	const staff = office.client({ view: "staff" });
	await staff.greeted;
	staff.socket.close();
	for (let number = 0; number < 500; number++) {
		const officer = { username: "lan", name: "Nguyễn Thị Lan" };
		office.apply({
			type: "issue-ticket",
			serviceId: "ho-tich",
			priorityClass: null,
			procedureCode: "1.001193.000.00.00.H29",
			language: "vi",
			kioskId: null,
		});
		if (number > 10) office.apply({ type: "call-next", counterId: "quay-1", officer });
	}
	office.settle();
	const missed = office.hub.durableSeq - staff.known.seq;
	const { epoch = "" } = staff.known;
	const seq = office.hub.durableSeq - Math.min(missed, 1_000);
	const again = office.client({ view: "staff", resume: { epoch, seq } }, { ...staff.known, seq });
	await again.greeted;
	expect(again.snapshots).toEqual([]);
	expect(again.known.seq).toBe(office.hub.durableSeq);
	expect(again.socket.connected).toBe(true);
});

test("a stop is told to everybody and does not wait for a client that hangs", async () => {
	const board = office.client({ view: "board" });
	await board.greeted;
	const hanging = await hangingBoard();
	const told: unknown[] = [];
	board.socket.on("status", (status) => told.push(status));
	const gone = new Promise((resolve) => board.socket.on("disconnect", resolve));
	const begun = performance.now();
	await office.live.close();
	await gone;
	// A polite close would wait 30 s for the other side.
	expect(performance.now() - begun).toBeLessThan(10_000);
	expect(told).toEqual([{ topic: "hub", state: "stopping" }]);
	hanging.destroy();
	office = await openOffice();
});

test("what no client has to say is ignored", async () => {
	const board = office.client({ view: "board" });
	await board.greeted;
	board.socket.emit("change", { seq: 9, type: "called", set: { "call:A001": null } });
	board.socket.emit("snapshot", "xoá hết", () => undefined);
	board.socket.emit("gọi-số", Buffer.from("gọi số"));
	const other = office.client({ view: "board" });
	await other.greeted;
	await office.arrived(board, other);
	expect(board.changes).toEqual([]);
	expect(other.known).toEqual(board.known);
});
