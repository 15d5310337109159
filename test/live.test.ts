import { once } from "node:events";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type {
	Audience,
	BoardRow,
	Change,
	CounterRow,
	KioskRow,
	PhoneRow,
	Snapshot,
	StaffRow,
	Status,
} from "../protocol/live.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { type WrongPart, wrongParts } from "../server/live/outgoing.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";

let hub: HubProcess;
let cookie: string;
let ask: ReturnType<typeof asker>;
const sockets: Socket[] = [];
/** What clients were told that their views should not be told, or not so. */
const wrong: WrongPart[] = [];

beforeAll(async () => {
	hub = await startHubProcess();
	cookie = await signIn(hub.url);
	ask = asker(hub.url, cookie);
	await ask("POST", "/api/counters/quay-1/open", {});
});
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.close();
	expect(wrong).toEqual([]);
});
afterAll(async () => {
	await hub.stop();
	await removeTemporaryDirectories();
});

const audiences: readonly Audience[] = ["board", "counter", "ticket", "kiosk", "staff"];

type Auth = { view?: string } & Record<string, unknown>;

/** A live client that keeps its rows as every screen does. */
function client<Row>(auth: Auth, headers: Record<string, string> = {}) {
	const socket = io(`${hub.url}/live`, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth,
		extraHeaders: headers,
	});
	sockets.push(socket);
	const changes: Change<Row>[] = [];
	const statuses: Status[] = [];
	const rows: { [key: string]: Row } = {};
	socket.on("status", (status: Status) => statuses.push(status));
	socket.on("change", (change: Change<Row>) => {
		changes.push(change);
		for (const [key, row] of Object.entries(change.set)) {
			if (row === null) delete rows[key];
			else rows[key] = row;
		}
	});
	const view = audiences.find((audience) => audience === auth.view);
	for (const event of ["snapshot", "change", "status"] as const) {
		if (!view) break;
		socket.on(event, (message: unknown) => wrong.push(...wrongParts(view, event, message)));
	}
	const started = new Promise<Snapshot<Row>>((resolve, reject) => {
		socket.on("snapshot", (snapshot: Snapshot<Row>) => {
			Object.assign(rows, snapshot.view);
			resolve(snapshot);
		});
		socket.on("connect_error", reject);
	});
	return { socket, rows, changes, statuses, started };
}

const take = async (serviceId = "ho-tich") =>
	(await ask<TicketAnswer>("POST", "/api/tickets", { serviceId, kioskId: "kiosk-1" })).body;

/** A hub that has just begun draws the letters of its first paper. */
const firstPaper = { timeout: 20_000 };

describe("a board", () => {
	test("gets its rows once and then each change, numbered and whole", async () => {
		const board = client<BoardRow>({ view: "board" });
		const { epoch, seq, view } = await board.started;
		expect(epoch).toMatch(/^xa-mau\/\d{4}-\d{2}-\d{2}$/);
		expect(Object.keys(view)).toEqual(
			expect.arrayContaining(["service:ho-tich", "counter:quay-1"]),
		);
		const { ticket } = await take();
		await ask("POST", "/api/counters/quay-1/call-next", {});
		await ask("POST", "/api/counters/quay-1/recall", {});
		await expect
			.poll(() => board.changes.map(({ type }) => type))
			.toEqual(["issued", "called", "called"]);
		expect(board.changes.map((change) => change.seq)).toEqual([seq + 1, seq + 2, seq + 3]);
		expect(board.changes[2]).toMatchObject({
			ticket: { number: ticket.number },
			counter: { id: "quay-1", label: "1" },
			callCount: 2,
		});
		expect(board.rows[`call:${ticket.number}`]).toMatchObject({ callCount: 2, calledSeq: seq + 3 });
		expect(JSON.stringify([board.rows, board.changes])).not.toContain(ticket.id);
		expect(JSON.stringify([board.rows, board.changes])).not.toContain("admin");
	});
});

test("a rush of tickets reaches a kiosk in fewer changes than there are tickets, and all of it", async () => {
	const kiosk = client<KioskRow>({ view: "kiosk", id: "kiosk-1" });
	await kiosk.started;
	const waiting = () => {
		const row = kiosk.rows["service:cu-tru"];
		return row?.kind === "service" ? row.waiting : 0;
	};
	const before = waiting();
	const taken = await Promise.all(
		Array.from({ length: 100 }, () => ask("POST", "/api/tickets", { serviceId: "cu-tru" })),
	);
	expect(new Set(taken.map(({ status }) => status))).toEqual(new Set([201]));
	await expect.poll(waiting).toBe(before + 100);
	expect(kiosk.changes.length).toBeLessThan(100);
});

describe("a phone", () => {
	test("sees its own ticket move up, be called and be done", async () => {
		const ahead = await take("chung-thuc");
		const own = await take("chung-thuc");
		const phone = client<PhoneRow>({ view: "ticket", id: own.ticket.id });
		await phone.started;
		expect(phone.rows.ticket).toMatchObject({ number: own.ticket.number, ahead: 1 });
		await ask("POST", "/api/counters/quay-2/open", {});
		for (const step of [
			{ ahead: 0 },
			{ state: "called", counter: { label: "2" } },
			{ state: "done" },
		]) {
			await ask("POST", "/api/counters/quay-2/call-next", {});
			await expect.poll(() => phone.rows.ticket).toMatchObject(step);
		}
		expect(JSON.stringify(phone.changes)).not.toContain(ahead.ticket.id);
	});

	test("hears how the printing of its ticket went", async () => {
		const { ticket } = await take();
		const phone = client<PhoneRow>({ view: "ticket", id: ticket.id });
		await expect
			.poll(() => phone.statuses.filter(({ topic }) => topic === "job").at(-1), firstPaper)
			.toMatchObject({
				topic: "job",
				ticketId: ticket.id,
				state: "confirmed",
			});
	});
});

describe("a kiosk", () => {
	test("hears of the jobs of its own printer and of no other kiosk's", async () => {
		const own = client({ view: "kiosk", id: "kiosk-1" });
		const other = client({ view: "kiosk", id: "kiosk-2" });
		await Promise.all([own.started, other.started]);
		const { ticket } = await take();
		await expect
			.poll(
				() =>
					own.statuses
						.filter((status) => status.topic === "job" && status.ticketId === ticket.id)
						.at(-1),
				firstPaper,
			)
			.toMatchObject({ state: "confirmed" });
		expect(other.statuses).toContainEqual(expect.objectContaining({ topic: "office", open: true }));
		expect(other.statuses.filter(({ topic }) => topic === "job")).toEqual([]);
	});
});

test("a counter's screen sees whom it calls and who is next, by their numbers alone", async () => {
	const screen = client<CounterRow>({ view: "counter", id: "quay-3" });
	await screen.started;
	const { ticket } = await take("cu-tru");
	await ask("POST", "/api/counters/quay-3/open", {});
	const number = expect.stringMatching(/^[A-Z]\d{3}$/);
	await expect.poll(() => screen.rows.screen).toMatchObject({ next: number });
	await ask("POST", "/api/counters/quay-3/call", { ticketId: ticket.id, reason: "thử" });
	await expect.poll(() => screen.rows.screen).toMatchObject({ current: { number: ticket.number } });
	expect(JSON.stringify(screen.changes)).not.toContain(ticket.id);
});

describe("staff", () => {
	test("see the line and who is at which counter", async () => {
		const staff = client<StaffRow>({ view: "staff" }, { cookie });
		await staff.started;
		const { ticket } = await take("dat-dai");
		await expect
			.poll(() => staff.rows["line:dat-dai"])
			.toMatchObject({ next: [{ id: ticket.id, number: "E001" }] });
		expect(staff.rows["service:dat-dai"]).toMatchObject({ waiting: 1 });
		expect(staff.rows["counter:quay-1"]).toMatchObject({
			status: "open",
			officer: { username: "admin" },
		});
	});
});

describe("who comes back", () => {
	const knownOf = async (board: ReturnType<typeof client<BoardRow>>) => {
		const { epoch, seq } = await board.started;
		return { epoch, seq: board.changes.at(-1)?.seq ?? seq };
	};
	/** Connects with what was known, and comes back when the hub has said how its own printer stands. */
	const resumed = async (view: Auth, resume: { epoch: string; seq: number }) => {
		const again = client<BoardRow>({ ...view, resume });
		await expect
			.poll(() => again.statuses)
			.toContainEqual(expect.objectContaining({ topic: "office", open: true }));
		return again;
	};
	const kiosk = { view: "kiosk", id: "kiosk-1" };

	test("gets what was missed and no snapshot, and neither where nothing was missed", async () => {
		const before = client<BoardRow>(kiosk);
		const resume = await knownOf(before);
		before.socket.close();
		const { ticket } = await take("chung-thuc");
		const again = await resumed(kiosk, resume);
		expect(again.changes.map(({ type }) => type)).toEqual(["issued"]);
		expect(Object.keys(again.rows)).toEqual([`service:${ticket.serviceId}`]);
		const seq = again.changes[0]?.seq ?? 0;
		const nothingMissed = await resumed(kiosk, { ...resume, seq });
		expect([nothingMissed.changes, nothingMissed.rows]).toEqual([[], {}]);
	});

	test("gets a snapshot of another day, and for a number that the hub has not reached", async () => {
		const { epoch, seq } = await client(kiosk).started;
		const old = { epoch: "xa-mau/2020-01-01", seq };
		expect((await client({ ...kiosk, resume: old }).started).epoch).toBe(epoch);
		const future = { epoch, seq: seq + 1_000 };
		expect((await client({ ...kiosk, resume: future }).started).seq).toBeLessThan(seq + 1_000);
	});

	test("gets what was missed also from a hub that was killed and started again", async () => {
		const before = client<BoardRow>({ view: "board" });
		const resume = await knownOf(before);
		before.socket.close();
		const { ticket } = await take("ho-tich");
		await ask("POST", "/api/counters/quay-1/call-next", {});
		await hub.kill();
		hub = await startHubProcess({ DATA_DIR: hub.dataDir });
		ask = asker(hub.url, cookie);
		const snapshots: Snapshot[] = [];
		const again = client<BoardRow>({ view: "board", resume });
		again.socket.on("snapshot", (snapshot) => snapshots.push(snapshot));
		await expect.poll(() => again.changes.map(({ type }) => type)).toContain("called");
		expect(snapshots).toEqual([]);
		const waiting = Object.values(again.rows).filter((row) => row?.kind === "service");
		expect(waiting).not.toEqual([]);
		const fresh = client<BoardRow>({ view: "board" });
		const { view } = await fresh.started;
		expect(view).toMatchObject(again.rows);
		expect(ticket.number).toMatch(/^A/);
	});
});

test("a hub that stops says so to everybody before it closes", async () => {
	const board = client<BoardRow>({ view: "board" });
	await board.started;
	const gone = new Promise((resolve) => board.socket.on("disconnect", resolve));
	const { dataDir } = hub;
	expect(await hub.stop()).toBe(0);
	await gone;
	expect(board.statuses.at(-1)).toEqual({ topic: "hub", state: "stopping" });
	hub = await startHubProcess({ DATA_DIR: dataDir });
	ask = asker(hub.url, cookie);
});

test("messages are compressed where LIVE_COMPRESSION is on, and only there", async () => {
	const compressing = await startHubProcess({ LIVE_COMPRESSION: "on" });
	const agreedOn = async (url: string) => {
		const socket = new WebSocket(
			`${url.replace(/^http/, "ws")}/socket.io/?EIO=4&transport=websocket`,
		);
		await once(socket, "open");
		socket.close();
		return socket.extensions;
	};
	expect(await agreedOn(compressing.url)).toBe("permessage-deflate");
	expect(await agreedOn(hub.url)).toBe("");
	await compressing.stop();
});

describe("who may not see a view gets a code and nothing else", () => {
	test.each([
		["nothing said of oneself", {}, {}, "request/invalid"],
		["an unknown view", { view: "everything" }, {}, "request/invalid"],
		["an unknown key", { view: "board", admin: true }, {}, "request/invalid"],
		["staff who are not signed in", { view: "staff" }, {}, "session/required"],
		[
			"staff with a forged cookie",
			{ view: "staff" },
			{ cookie: "motcua=abc.def" },
			"session/required",
		],
		["a ticket that nobody holds", { view: "ticket", id: "A".repeat(22) }, {}, "ticket/unknown"],
		["a kiosk the office does not have", { view: "kiosk", id: "kiosk-9" }, {}, "kiosk/unknown"],
		[
			"a board behind a proxy",
			{ view: "board" },
			{ "x-forwarded-for": "10.0.0.9" },
			"device/not-trusted",
		],
	])("%s", async (_name, auth, headers, code) => {
		await expect(client(auth, headers).started).rejects.toMatchObject({ data: { code } });
	});

	test("a page of another site is not let in at all", async () => {
		await expect(
			client({ view: "board" }, { origin: "https://example.org" }).started,
		).rejects.toThrow();
	});

	test("an over-long message closes the socket, and the hub stays up", async () => {
		const { socket, started } = client({ view: "board" });
		await started;
		const closed = new Promise((resolve) => socket.on("disconnect", resolve));
		socket.emit("anything", "ô".repeat(20_000));
		await closed;
		expect((await ask("GET", "/api/health")).status).toBe(200);
	});
});
