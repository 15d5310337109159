import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { io, type Socket } from "socket.io-client";
import type { Static } from "typebox";
import { type LiveAuth, liveNamespace, type Snapshot } from "../protocol/live.ts";
import { crowd } from "./crowd.ts";
import { type KeptConnection, keepConnection } from "./keep-alive.ts";
import { serve } from "./process.ts";
import { connectScreen, type Screen } from "./screen.ts";

type Order = Static<typeof crowd.order>;
type Reply = Static<typeof crowd.reply>;
type Opening = Extract<Order, { do: "open" }>;

/** How many connect at a time: a server's queue of connections that it has not taken yet is 511 long. */
const atATime = 100;
/** The frame around what is said, before and after it. */
const frame = [`42${liveNamespace},["change",`.length, -"]".length] as const;

/** One that comes back by itself. */
interface Returning {
	socket: Socket;
	isLive: boolean;
}

const screens: Screen[] = [];
const returning: Returning[] = [];
const connections = new Map<string, KeptConnection>();
/** Whoever asks for something of which all boards are told. */
let heard: ((message: Buffer) => void) | null = null;
/** Told each time one is shown its rows again. */
let onLive: () => void = () => undefined;

serve(crowd, (order) => fulfil(order));

async function fulfil(order: Order): Promise<Reply> {
	const nothing = { tookMs: [], told: "", bytes: 0, lastAt: 0 };
	switch (order.do) {
		case "open":
			await open(order);
			return nothing;
		case "post":
			return { ...nothing, ...(await post(order)) };
		case "returned":
			return { ...nothing, lastAt: await returned() };
		case "close":
			for (const screen of screens.splice(0)) screen.close();
			for (const { socket } of returning.splice(0)) socket.disconnect();
			for (const connection of connections.values()) connection.close();
			connections.clear();
			return nothing;
	}
}

async function open(order: Opening): Promise<void> {
	const auths: LiveAuth[] = [
		...Array.from({ length: order.boards }, (): LiveAuth => ({ view: "board" })),
		...order.phones.map((id): LiveAuth => ({ view: "ticket", id })),
	];
	for (let from = 0; from < auths.length; from += atATime) {
		const next = auths.slice(from, from + atATime);
		if (order.as === "return") await Promise.all(next.map((auth) => comeBack(order.url, auth)));
		else screens.push(...(await Promise.all(next.map((auth) => plain(order, auth)))));
	}
}

function plain({ url, compressed }: Opening, auth: LiveAuth): Promise<Screen> {
	return connectScreen({ url, auth, compressed, onChange: (message) => heard?.(message) });
}

async function post(
	order: Extract<Order, { do: "post" }>,
): Promise<Pick<Reply, "tookMs" | "told" | "bytes">> {
	const connection = connections.get(order.url) ?? (await keepConnection(order.url, order.cookie));
	connections.set(order.url, connection);
	const body = JSON.stringify(order.body);
	const key = randomUUID();
	const tookMs: number[] = [];
	const read = bytesRead();
	let told = "";
	let begun = 0;
	const all = new Promise<void>((done) => {
		heard = (message) => {
			tookMs.push(performance.now() - begun);
			if (told === "") told = message.toString().slice(...frame);
			if (tookMs.length === screens.length) done();
		};
	});
	begun = performance.now();
	const answer = await connection.post(order.path, body, key);
	if (answer.status >= 300) throw new Error(`${order.path}: ${answer.status} ${answer.body}`);
	await all;
	heard = null;
	return { tookMs, told, bytes: (bytesRead() - read) / screens.length };
}

function bytesRead(): number {
	return screens.reduce((sum, screen) => sum + screen.bytesRead(), 0);
}

/** As `ui/live.ts`: a WebSocket at first, plain requests once one has failed, tried 0.25 to 0.6 s after each other. */
function comeBack(url: string, auth: LiveAuth): Promise<void> {
	const socket = io(`${url}${liveNamespace}`, {
		forceNew: true,
		...keepsItsConnection(),
		transports: ["websocket", "polling"],
		tryAllTransports: true,
		reconnectionDelay: 250,
		reconnectionDelayMax: 600,
		randomizationFactor: 0.2,
		timeout: auth.view === "ticket" ? 2_000 : 1_500,
		auth: (send) => send({ ...auth, ...resume }),
	});
	let resume: { resume?: { epoch: string; seq: number } } = {};
	const one: Returning = { socket, isLive: false };
	returning.push(one);
	return new Promise((shown) => {
		const live = () => {
			one.isLive = true;
			shown();
			onLive();
		};
		socket.on("connect", () => {
			Object.assign(socket.io.opts, {
				transports: ["websocket", "polling"],
				tryAllTransports: true,
			});
			// With nothing missed nothing is said.
			if (resume.resume) live();
		});
		socket.on("snapshot", ({ epoch, seq }: Snapshot) => {
			resume = { resume: { epoch, seq } };
			live();
		});
		socket.on("connect_error", () => {
			Object.assign(socket.io.opts, {
				transports: ["polling", "websocket"],
				tryAllTransports: false,
			});
		});
		socket.on("disconnect", (reason) => {
			one.isLive = false;
			if (reason === "io server disconnect") setTimeout(() => socket.connect(), 500);
		});
	});
}

/** As browsers keep theirs from one request to the next. The client hands it on to Node, and its types know of browsers alone. */
function keepsItsConnection(): object {
	return { agent: new Agent({ keepAlive: true }) };
}

async function returned(): Promise<number> {
	const areAll = () => returning.every(({ isLive }) => isLive);
	if (!areAll()) {
		await new Promise<void>((done) => {
			onLive = () => {
				if (areAll()) done();
			};
		});
		onLive = () => undefined;
	}
	return Date.now();
}
