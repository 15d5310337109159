import { once } from "node:events";
import type { Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { lan } from "../queue/rehearsal.ts";
import { type LiveOffice, openOffice } from "./rehearsal.ts";

let office: LiveOffice;
const sockets: WebSocket[] = [];
afterEach(async () => {
	for (const socket of sockets.splice(0)) socket.terminate();
	await office.close();
});

/** A board by the bare protocol; `takes`: whether it takes compressed messages. */
async function boardThat(takes: boolean) {
	const { host } = new URL(office.url);
	const address = `ws://${host}/socket.io/?EIO=4&transport=websocket`;
	const socket = new WebSocket(address, { perMessageDeflate: takes });
	sockets.push(socket);
	const heard: string[] = [];
	let wire: Socket | undefined;
	socket.on("upgrade", (response) => {
		wire = response.socket;
	});
	await once(socket, "message");
	socket.on("message", (data) => heard.push(String(data)));
	socket.send('40/live,{"view":"board"}');
	await expect.poll(() => heard.join()).toContain("snapshot");
	// The names of connections differ.
	const told = () => heard.filter((message) => message.startsWith("42/live,"));
	return { socket, told, bytes: () => wire?.bytesRead ?? 0 };
}

function work(): void {
	const at = { counterId: "quay-1", officer: lan };
	for (let number = 0; number < 30; number++) {
		office.apply({
			type: "issue-ticket",
			serviceId: "ho-tich",
			priorityClass: null,
			procedureCode: null,
			language: "vi",
			kioskId: null,
		});
		office.apply({ type: "call-next", ...at });
		office.settle();
	}
}

describe("where it is on", () => {
	beforeEach(async () => {
		office = await openOffice([], true);
	});

	test("who takes compressed messages gets the same in far fewer bytes, each once and in order", async () => {
		const [compressed, plain] = await Promise.all([boardThat(true), boardThat(false)]);
		expect(compressed.socket.extensions).toBe("permessage-deflate");
		expect(plain.socket.extensions).toBe("");
		work();
		await expect.poll(() => plain.told().length).toBeGreaterThan(30);
		await expect.poll(() => compressed.told()).toEqual(plain.told());
		expect(compressed.bytes()).toBeLessThan(0.25 * plain.bytes());
	});

	test("no connection stays held back after what was sent", async () => {
		const screens = [office.client({ view: "board" }), office.client({ view: "staff" })];
		await Promise.all(screens.map(({ greeted }) => greeted));
		work();
		await office.arrived(...screens);
		const here = [...office.live.sockets.of("/live").sockets.values()];
		expect(here.map(({ conn }) => conn.request.socket.writableCorked)).toEqual([0, 0]);
	});

	test("a short message that unpacks to a long one closes its socket alone", async () => {
		const [bad, good] = await Promise.all([boardThat(true), boardThat(true)]);
		const closed = once(bad.socket, "close");
		bad.socket.send(`42/live,["${"a".repeat(1_000_000)}"]`);
		await closed;
		const before = good.told().length;
		work();
		await expect.poll(() => good.told().length).toBeGreaterThan(before);
	});
});

test("where it is off nobody gets compressed messages", async () => {
	office = await openOffice();
	const board = await boardThat(true);
	expect(board.socket.extensions).toBe("");
});
