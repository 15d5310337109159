import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { createFront, refuseBareConnection, usualPatience } from "./front.ts";

const open: (Server | Socket)[] = [];
afterEach(() => {
	for (const one of open.splice(0)) {
		if ("destroy" in one) one.destroy();
		else one.close();
	}
});

/** Time goes a hundred times as fast as in an office. */
const patience = {
	headersMs: 100,
	requestMs: 300,
	silenceMs: 600,
	keepAliveMs: 720,
	lookEveryMs: 50,
};

async function listen(takes: (socket: Socket) => boolean = () => true): Promise<number> {
	const server = createFront(
		(request, response) => {
			request.resume().on("end", () => response.end("xong"));
		},
		{ writeHeaders: (_request, response) => response.setHeader("x-cua", "mot"), takes, patience },
	);
	server.on("clientError", refuseBareConnection);
	open.push(server);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}

/** Says this on a bare connection, and gives what came back until the other side closed it. */
async function say(port: number, ...pieces: string[]): Promise<string> {
	const socket = connect(port, "127.0.0.1");
	open.push(socket);
	let text = "";
	socket.setEncoding("utf8").on("data", (piece: string) => {
		text += piece;
	});
	socket.on("error", () => undefined);
	for (const piece of pieces) socket.write(piece);
	await once(socket, "close");
	return text;
}

const head = "POST / HTTP/1.1\r\nhost: localhost\r\n";

describe("who takes their time is not waited for", () => {
	test.each([
		["in the head", head],
		["in the first line", "POST /api/tick"],
		["in the body", `${head}content-length: 100\r\n\r\n{"servi`],
		["in a piece of the body", `${head}transfer-encoding: chunked\r\n\r\n64\r\n{"servi`],
	])("%s", async (_name, half) => {
		const text = await say(await listen(), half);
		expect(text).toMatch(/^HTTP\/1\.1 408 /);
	});

	test("with a head that trickles in a letter at a time, without an end", async () => {
		const socket = connect(await listen(), "127.0.0.1");
		open.push(socket);
		socket.on("error", () => undefined);
		socket.resume().write(head);
		const trickle = setInterval(() => socket.write("a"), 10);
		await once(socket, "close");
		clearInterval(trickle);
	});

	test("after an answer", async () => {
		const text = await say(await listen(), `${head}content-length: 0\r\n\r\n`);
		expect(text).toMatch(/^HTTP\/1\.1 200 OK/);
	});
});

test.each([
	["a head that is too large", `${head}x: ${"a".repeat(20_000)}\r\n\r\n`, 431, "head-too-large"],
	["a language that is not HTTP", "XIN CHAO\r\n\r\n", 400, "malformed"],
	["two lengths", `${head}content-length: 1\r\ncontent-length: 2\r\n\r\n`, 400, "malformed"],
	[
		"a length and pieces, as whoever smuggles requests writes",
		`${head}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
		400,
		"malformed",
	],
])("%s is answered with a problem document", async (_name, said, status, code) => {
	const text = await say(await listen(), said);
	expect(text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
	expect(text).toContain(`"code":"request/${code}"`);
	const [, length = "", body = ""] =
		/content-length: (\d+)[\s\S]*?\r\n\r\n([\s\S]*)$/.exec(text) ?? [];
	expect(Buffer.byteLength(body)).toBe(Number(length));
});

test("an answer to HEAD has no body, whatever is wrong", async () => {
	const text = await say(await listen(), `HEAD / HTTP/1.1\r\nx: ${"a".repeat(20_000)}\r\n\r\n`);
	expect(text).toMatch(/^HTTP\/1\.1 431 [\s\S]*\r\n\r\n$/);
});

test("what a client expects beside is passed over, and the answer bears the headers", async () => {
	const text = await say(
		await listen(),
		`${head}expect: tra-loi-ngay\r\nconnection: close\r\n\r\n`,
	);
	expect(text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
	expect(text).toContain("x-cua: mot");
});

test("a connection too many is closed unheard", async () => {
	const port = await listen(() => false);
	expect(await say(port, `${head}content-length: 0\r\n\r\n`)).toBe("");
});

test("a proxy ends its idle connections before the hub does: a request would meet one that closes", () => {
	expect(usualPatience.keepAliveMs).toBeGreaterThan(60_000);
	expect(usualPatience.headersMs).toBeLessThan(usualPatience.requestMs);
});
