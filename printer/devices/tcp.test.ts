import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { LinkError } from "../link.ts";
import { tcpLink } from "./tcp.ts";

/** A printer's port, and whoever has come to it. */
async function port(): Promise<{ server: Server; port: number; came: Socket[] }> {
	const came: Socket[] = [];
	const server = createServer({ pauseOnConnect: true }, (socket) => {
		socket.on("error", () => undefined);
		came.push(socket);
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	onTestFinished(() => {
		for (const socket of came) socket.destroy();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	return { server, port: address.port, came };
}

test("a connection that is given up before it stands is not made later", async () => {
	const { server, port: at, came } = await port();
	await expect(
		tcpLink({ host: "127.0.0.1", port: at }).open(AbortSignal.abort()),
	).rejects.toBeInstanceOf(LinkError);
	const other = connect(at, "127.0.0.1");
	onTestFinished(() => void other.destroy());
	await once(server, "connection");
	await once(other, "connect");
	expect(came.map(({ remotePort }) => remotePort)).toEqual([other.localPort]);
});

test("what a printer has not taken in time never reaches it", async () => {
	const { server, port: at } = await port();
	const connected = once(server, "connection");
	const link = tcpLink({ host: "127.0.0.1", port: at }, { connectMs: 10_000, stalledMs: 50 });
	const line = await link.open(new AbortController().signal);
	const [socket] = await connected;
	await expect(line.write(Buffer.alloc(32 * 1024 * 1024))).rejects.toMatchObject({
		reason: "timeout",
	});
	let gotBytes = 0;
	socket.on("data", (bytes: Buffer) => {
		gotBytes += bytes.length;
	});
	socket.resume();
	await once(socket, "close");
	// Two systems' buffers hold some millions; what the printer had already read is not much.
	expect(gotBytes).toBeLessThan(1024 * 1024);
});
