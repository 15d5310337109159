import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { io, type Socket as LiveSocket } from "socket.io-client";
import { afterAll, afterEach, expect, test } from "vitest";
import { liveNamespace, type Status } from "../../protocol/live.ts";
import { type FakePrinter, startFakePrinter } from "../fake-printer/tcp.ts";
import { removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { askAgain, expectAcknowledged } from "./afterwards.ts";
import { chanceFor } from "./chance.ts";
import { openLobby, type People } from "./lobby.ts";
import { noonOffice } from "./noon-office.ts";
import { directoryWithOfficers, seatOfficers } from "./officers.ts";
import { createWitness } from "./witness.ts";

/** What the system waits for before it ends a service by force, and less than people wait. */
const stopWithinMs = 5_000;
const widthDots = 576;
const counterIds = ["quay-1", "quay-2"] as const;

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
	for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});
afterAll(removeTemporaryDirectories);

test.for(["SIGTERM", "SIGINT"] as const)(
	"on %s in the middle of a full lobby the hub tells its screens, ends well within 5 s, and has kept all that it acknowledged",
	async (signal, { onTestFailed }) => {
		const chance = chanceFor(onTestFailed);
		const printer = await slowPrinter();
		const OFFICE_FILE = await noonOffice(({ printers }) => {
			for (const one of printers) if (one.id === "printer-1") one.device = printer.device;
		});
		const env = { DATA_DIR: await directoryWithOfficers(counterIds), OFFICE_FILE };
		const hub = await startHubProcess(env);
		cleanUps.push(() => hub.kill());
		const people: People = {
			takers: [
				{ serviceIds: ["ho-tich", "chung-thuc"], kioskId: "kiosk-1" },
				{ serviceIds: ["ho-tich", "chung-thuc"] },
				{ serviceIds: ["ho-tich", "chung-thuc"] },
			],
			counters: await seatOfficers(hub.url, counterIds),
		};
		const board = await boardAt(hub.url);
		const idle = await idleConnection(hub.url);
		const half = await halfSentRequest(hub.url);
		const witness = createWitness();
		const lobby = openLobby(hub.url, people, chance, witness);
		await lobby.answered(chance.between(50, 150));

		const begun = performance.now();
		const code = await hub.stop(signal);
		expect({ code, output: hub.output() }).toMatchObject({ code: 0 });
		expect(hub.output()).not.toMatch(/the stop (failed|took too long)|unexpected fault/);
		expect(performance.now() - begun).toBeLessThan(stopWithinMs);
		expect(board.statuses).toContainEqual({ topic: "hub", state: "stopping" });
		await Promise.all([idle, half].map(({ closed }) => closed));
		// Who is not done is told so in words, or finds nobody listening.
		const { unanswered, refused } = await lobby.empty;
		for (const { answer } of refused) {
			expect([answer.status, answer.body.code]).toEqual([503, "hub/stopping"]);
		}

		const next = await startHubProcess(env);
		cleanUps.push(() => next.kill());
		await askAgain(next.url, unanswered, people, witness);
		await expectAcknowledged(next.url, env.DATA_DIR, people, witness, [
			...witness.tickets.values(),
		]);
		await next.kill();
	},
);

/** Takes every ticket and says nothing of it. */
async function slowPrinter(): Promise<FakePrinter> {
	const printer = await startFakePrinter({ widthDots }, { mute: true });
	cleanUps.push(() => printer.close());
	return printer;
}

/** A lobby board that has its rows, and all that it is told beside them. */
async function boardAt(url: string): Promise<{ statuses: Status[] }> {
	const socket: LiveSocket = io(`${url}${liveNamespace}`, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth: { view: "board" },
	});
	cleanUps.push(() => socket.close());
	const statuses: Status[] = [];
	socket.on("status", (status: Status) => statuses.push(status));
	await new Promise((started, failed) => {
		socket.on("snapshot", started);
		socket.on("connect_error", failed);
	});
	return { statuses };
}

/** A kiosk between two requests: it has been answered and keeps its connection. */
async function idleConnection(url: string): Promise<{ closed: Promise<unknown> }> {
	const socket = await connectTo(url);
	socket.write("GET /api/health HTTP/1.1\r\nHost: localhost\r\nConnection: keep-alive\r\n\r\n");
	const [answer] = await once(socket, "data");
	expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
	return { closed: closeOf(socket) };
}

/** A request whose end never comes. */
async function halfSentRequest(url: string): Promise<{ closed: Promise<unknown> }> {
	const socket = await connectTo(url);
	const head = ["POST /api/tickets HTTP/1.1", "Host: localhost", "Content-Type: application/json"];
	socket.write(`${head.join("\r\n")}\r\nContent-Length: 1000\r\n\r\n{"serviceId":`);
	return { closed: closeOf(socket) };
}

async function connectTo(url: string): Promise<Socket> {
	const { hostname, port } = new URL(url);
	const socket = connect({ host: hostname, port: Number(port) });
	cleanUps.push(() => socket.destroy());
	await once(socket, "connect");
	return socket;
}

function closeOf(socket: Socket): Promise<unknown> {
	// Cut off hard is closed as well.
	socket.on("error", () => undefined);
	socket.resume();
	return new Promise((closed) => socket.once("close", closed));
}
