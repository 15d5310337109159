import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import { type AddressInfo, createServer as createDoor } from "node:net";
import { effect, type ReadonlySignal } from "@preact/signals";
import { type ServerOptions, Server as SocketServer } from "socket.io";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Change, type LiveAuth, liveNamespace, type Snapshot } from "../protocol/live.ts";
import { setDeviceToken } from "./device-token.ts";
import { connectLive, type Live } from "./live.ts";

interface Row {
	name: string;
	waiting: number;
}

const khaiSinh: Row = { name: "Đăng ký khai sinh", waiting: 2 };
const epoch = "ben-nghe:2026-11-21";
const first: Snapshot<Row> = { epoch, seq: 4, view: { "service:a": khaiSinh } };

function change(seq: number, waiting: number): Change<Row> {
	return {
		seq,
		type: "issued",
		at: "2026-11-21T01:00:00.000Z",
		set: { "service:a": { ...khaiSinh, waiting } },
	};
}

describe("a live view", () => {
	let http: HttpServer;
	let hub: SocketServer;
	let live: Live<Row> | undefined;
	/** What each client that knocked said of itself, in order. */
	let knocks: LiveAuth[];
	/** What the hub does with one it lets in. */
	let welcome: (auth: LiveAuth) => Snapshot<Row> | null;
	let refuseWith: string | null;

	async function openHub(options: Partial<ServerOptions> = {}, port = 0) {
		http = createServer();
		hub = new SocketServer(http, options);
		const lobby = hub.of(liveNamespace);
		lobby.use((socket, next) => {
			const { view, id, token, resume } = socket.handshake.auth;
			knocks.push({
				view,
				...(id ? { id } : {}),
				...(token ? { token } : {}),
				...(resume ? { resume } : {}),
			});
			if (refuseWith === null) next();
			else next(Object.assign(new Error(refuseWith), { data: { code: refuseWith } }));
		});
		lobby.on("connection", (socket) => {
			const snapshot = welcome({ view: "board", ...socket.handshake.auth });
			if (snapshot) socket.emit("snapshot", snapshot);
		});
		http.listen(port, "127.0.0.1");
		await once(http, "listening");
	}

	function port(): number {
		const address: AddressInfo | string | null = http.address();
		if (address === null || typeof address === "string") throw new Error("no port");
		return address.port;
	}

	function connect(extra: Partial<Parameters<typeof connectLive<Row>>[0]> = {}): Live<Row> {
		live = connectLive<Row>({ view: "board", url: `http://127.0.0.1:${port()}`, ...extra });
		return live;
	}

	function tell(next: Change<Row>) {
		hub.of(liveNamespace).emit("change", next);
	}

	beforeEach(() => {
		knocks = [];
		welcome = () => first;
		refuseWith = null;
	});
	afterEach(async () => {
		live?.close();
		live = undefined;
		vi.useRealTimers();
		await hub.close();
	});

	it("shows the snapshot, then every change at once", async () => {
		await openHub();
		const heard: number[] = [];
		const { rows, state } = connect({ id: "main", onChange: (next) => heard.push(next.seq) });
		expect(state.value).toBe("connecting");
		await until(state, "live");
		expect(rows.value).toEqual(first.view);
		expect(knocks).toEqual([{ view: "board", id: "main" }]);

		tell(change(5, 3));
		tell(change(5, 8));
		tell(change(6, 4));
		await untilTrue(rows, (value) => value["service:a"]?.waiting === 4);
		expect(heard).toEqual([5, 6]);
	});

	it("passes on what is not in the ledger", async () => {
		await openHub();
		const status = new Promise((resolve) => connect({ onStatus: resolve }));
		await once(hub.of(liveNamespace), "connection");
		hub.of(liveNamespace).emit("status", { topic: "office", open: false });
		expect(await status).toEqual({ topic: "office", open: false });
	});

	it("is stale while the hub is away, and then asks for what it missed alone", async () => {
		await openHub();
		const { rows, state } = connect();
		await until(state, "live");
		tell(change(9, 3));
		await untilTrue(rows, (value) => value["service:a"]?.waiting === 3);

		const samePort = port();
		await hub.close();
		await until(state, "stale");
		expect(rows.value["service:a"]?.waiting).toBe(3);

		welcome = () => null;
		await openHub({}, samePort);
		await until(state, "live");
		expect(knocks.at(-1)).toEqual({ view: "board", resume: { epoch, seq: 9 } });
		tell(change(10, 7));
		await untilTrue(rows, (value) => value["service:a"]?.waiting === 7);
	});

	it("is stale at once when the hub says that it stops, and right again within 2 s of its return", async () => {
		await openHub();
		const { rows, state } = connect();
		await until(state, "live");
		hub.of(liveNamespace).emit("status", { topic: "hub", state: "stopping" });
		await until(state, "stale");
		const samePort = port();
		await hub.close();

		// Away for long enough that the waits between two attempts are as long as they get.
		await turnedAway(8, samePort);
		welcome = () => ({ ...first, seq: 9, view: { "service:a": { ...khaiSinh, waiting: 7 } } });
		await openHub({}, samePort);
		const back = performance.now();
		await untilTrue(rows, (value) => value["service:a"]?.waiting === 7);
		expect(state.value).toBe("live");
		expect(performance.now() - back).toBeLessThan(2_000);
	});

	it("lets the old day go when the hub answers with the snapshot of a new one", async () => {
		await openHub();
		const { rows, state } = connect();
		await until(state, "live");
		const newDay = { epoch: "ben-nghe:2026-11-22", seq: 1, view: {} };
		welcome = () => newDay;
		hub.of(liveNamespace).disconnectSockets(true);
		await until(state, "stale");
		await untilTrue(rows, (value) => Object.keys(value).length === 0);
		expect(state.value).toBe("live");
		hub.of(liveNamespace).emit("change", change(2, 1));
		await untilTrue(rows, (value) => value["service:a"]?.waiting === 1);
	});

	it("comes back when the hub itself shows it the door", async () => {
		await openHub();
		const { state } = connect();
		await until(state, "live");
		hub.of(liveNamespace).disconnectSockets(false);
		await until(state, "stale");
		await until(state, "live");
		expect(knocks).toHaveLength(2);
	});

	it("shows the device's token as it is at each knock, and knocks at once when told to", async () => {
		await openHub();
		refuseWith = "device/revoked";
		setDeviceToken("the-cu");
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		const said: unknown[] = [];
		const { state, refusal, knock } = connect({
			onRefused: (...refused) => said.push(refused),
			onAdmitted: () => said.push("admitted"),
		});
		await untilTrue(refusal, (code) => code !== null);
		refuseWith = null;
		setDeviceToken("the-moi");
		knock();
		// Far from the time at which it would knock by itself.
		await vi.advanceTimersByTimeAsync(1);
		await until(state, "live");
		expect(said).toEqual([["device/revoked", "the-cu"], "admitted"]);
		expect(knocks.map(({ token }) => token)).toEqual(["the-cu", "the-moi"]);
		setDeviceToken(null);
	});

	it("says why it is refused, and is let in when the reason is gone", async () => {
		await openHub();
		refuseWith = "device/not-trusted";
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		const { state, refusal } = connect();
		await untilTrue(refusal, (code) => code !== null);
		expect([refusal.value, state.value]).toEqual(["device/not-trusted", "stale"]);
		refuseWith = null;
		await vi.advanceTimersByTimeAsync(5_000);
		await until(state, "live");
		expect(refusal.value).toBeNull();
	});

	it("stays live for as long as the hub gives a sign of life, with nothing else to say", async () => {
		// The hub's timers are the real ones: it pings often, and between two pings the client's clock runs 5 s.
		await openHub({ pingInterval: 20, pingTimeout: 30_000 });
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		const { state } = connect();
		await until(state, "live");
		const [conn] = [...hub.of(liveNamespace).sockets.values()].map((socket) => socket.conn);
		if (!conn) throw new Error("nobody is connected");
		for (let ping = 0; ping < 6; ping++) {
			await once(conn, "heartbeat");
			await vi.advanceTimersByTimeAsync(5_000);
			expect(state.value).toBe("live");
		}
	});

	it("is stale within 10 s of a hub that hangs without closing, and tries a new connection", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		await openHub({ pingInterval: 1_000_000 });
		const { state } = connect();
		await until(state, "live");
		await vi.advanceTimersByTimeAsync(8_000);
		expect(state.value).toBe("stale");
		await vi.advanceTimersByTimeAsync(300);
		await until(state, "live");
		expect(knocks.at(-1)?.resume).toEqual({ epoch, seq: 4 });
	});

	it("is quiet for good once closed", async () => {
		await openHub();
		const { state, close } = connect();
		await until(state, "live");
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
		close();
		expect(state.value).toBe("stale");
		await vi.advanceTimersByTimeAsync(60_000);
		expect(knocks).toHaveLength(1);
		expect(vi.getTimerCount()).toBe(0);
	});
});

/** Stands at the hub's door and lets nobody in, so many times. */
async function turnedAway(times: number, port: number): Promise<void> {
	const door = createDoor();
	door.listen(port, "127.0.0.1");
	await new Promise<void>((enough) => {
		let knocks = 0;
		door.on("connection", (knock) => {
			knock.destroy();
			knocks++;
			if (knocks === times) enough();
		});
	});
	door.close();
	await once(door, "close");
}

function until<T>(source: ReadonlySignal<T>, wanted: T): Promise<void> {
	return untilTrue(source, (value) => value === wanted);
}

function untilTrue<T>(source: ReadonlySignal<T>, holds: (value: T) => boolean): Promise<void> {
	return new Promise((resolve) => {
		const stop = effect(() => {
			if (!holds(source.value)) return;
			resolve();
			queueMicrotask(() => stop());
		});
	});
}
