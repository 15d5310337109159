import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type LiveOffice, openOffice } from "./rehearsal.ts";

let office: LiveOffice;
afterEach(() => office.close());

/** A board that is shown its rows and from then on reads nothing more, as a machine that hangs. */
async function hangingBoard(): Promise<WebSocket> {
	const { host } = new URL(office.url);
	const socket = new WebSocket(`ws://${host}/socket.io/?EIO=4&transport=websocket`);
	await once(socket, "message");
	socket.send('40/live,{"view":"board"}');
	await new Promise<void>((shown) => {
		socket.on("message", (data) => {
			if (String(data).includes("snapshot")) shown();
		});
	});
	socket.pause();
	return socket;
}

describe.each([
	["plain", false],
	["compressed", true],
])("where messages are %s", (_how, compresses) => {
	beforeEach(async () => {
		office = await openOffice([], compresses);
	});

	test("a client that does not read is cut off, and one that reads gets everything", async () => {
		const reading = office.client({ view: "board" });
		await reading.greeted;
		const hanging = await hangingBoard();
		expect(await office.connections()).toBe(2);
		// Far more than the systems on both sides take, in parts that a client that reads keeps up with.
		const long = randomBytes(24_000).toString("base64");
		for (let part = 0; part < 40; part++) {
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
		hanging.terminate();
		office = await openOffice();
	});
});

test("what no client has to say is ignored", async () => {
	office = await openOffice();
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
