import { readFile } from "node:fs/promises";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { io, type Socket } from "socket.io-client";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type {
	DeviceList,
	DeviceRole,
	PairedDevice,
	PairingAsked,
	PairingStanding,
	WaitingDevice,
} from "../protocol/devices.ts";
import type { HallView } from "../protocol/hall.ts";
import type { Problem } from "../protocol/problem.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "./hub-process.ts";
import { sampleOfficeWith, strictOffice } from "./sample-office.ts";

let hub: HubProcess;
let askAdmin: ReturnType<typeof asker>;
const sockets: Socket[] = [];

beforeAll(async () => {
	const OFFICE_FILE = await sampleOfficeWith(({ printers }) => ({
		printers: [...printers, { id: "printer-3", device: "agent:may-in-1", widthDots: 576 }],
	}));
	hub = await startHubProcess({ OFFICE_FILE });
	askAdmin = asker(hub.url, await signIn(hub.url));
});
afterEach(() => {
	for (const socket of sockets.splice(0)) socket.close();
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

/** Asks as a machine elsewhere does: a forwarded header makes nobody trusted. */
function askElsewhere<T>(path: string, body: unknown, headers: Record<string, string> = {}) {
	return asker(hub.url)<T>("POST", path, body, { "x-forwarded-for": "192.168.1.31", ...headers });
}

async function asked(role: DeviceRole = "kiosk", place = "kiosk-1"): Promise<PairingAsked> {
	const { status, body } = await askElsewhere<PairingAsked>("/api/devices/pairings", {
		role,
		place,
	});
	expect(status).toBe(201);
	return body;
}

const collect = (secret: string) =>
	askElsewhere<PairingStanding>("/api/devices/pairings/collect", { secret });

async function letIn(role: DeviceRole, place: string) {
	const { code, secret } = await asked(role, place);
	const { status, body: device } = await askAdmin<PairedDevice>(
		"POST",
		"/api/admin/devices/accept",
		{ code, name: `Màn hình ${place}` },
	);
	expect(status).toBe(201);
	const { body } = await collect(secret);
	if (body.state !== "paired") throw new Error(body.state);
	return { device, token: body.token, bearer: { authorization: `Bearer ${body.token}` } };
}

/** A live view from elsewhere. */
function watch(auth: object, transport: "websocket" | "polling" = "websocket") {
	const socket = io(`${hub.url}/live`, {
		transports: [transport],
		forceNew: true,
		reconnection: false,
		auth,
		extraHeaders: { "x-forwarded-for": "192.168.1.31" },
	});
	sockets.push(socket);
	const closed = new Promise<string>((resolve) => socket.on("disconnect", resolve));
	const started = new Promise<object>((resolve, reject) => {
		socket.on("snapshot", ({ view }) => resolve(view));
		socket.on("connect_error", reject);
	});
	return { socket, started, closed };
}

/** What a signed-in page hears of devices, the last word first. */
function hearDevices(cookie: string) {
	const heard: DeviceList[] = [];
	const socket = io(`${hub.url}/live`, {
		transports: ["websocket"],
		forceNew: true,
		auth: { view: "staff" },
		extraHeaders: { cookie },
	});
	sockets.push(socket);
	socket.on("status", ({ topic, ...list }: { topic: string } & DeviceList) => {
		if (topic === "devices") heard.unshift(list);
	});
	const clock = new Promise<void>((told) =>
		socket.on("status", ({ topic }) => {
			if (topic === "clock") told();
		}),
	);
	return { heard, clock };
}

const refusedWith = (code: string) => ({ data: { code } });
const ticket = { serviceId: "ho-tich" };

describe("a kiosk on another machine", () => {
	test("is let in by its code, and then does what a kiosk does, as the kiosk of its token", async () => {
		expect((await askElsewhere<Problem>("/api/tickets", ticket)).body.code).toBe(
			"device/not-trusted",
		);
		const { code, secret } = await asked();
		expect((await collect(secret)).body).toMatchObject({ state: "waiting" });
		const found = await askAdmin<WaitingDevice>("POST", "/api/admin/devices/find", {
			code: `${code.slice(0, 4)} ${code.slice(4)}`,
		});
		expect(found).toMatchObject({ status: 200, body: { role: "kiosk", place: "kiosk-1" } });
		const list = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		expect(list.body.waiting).toMatchObject([{ id: found.body.id }]);
		expect(JSON.stringify(list.body)).not.toContain(code);
		const accepted = await askAdmin<PairedDevice>("POST", "/api/admin/devices/accept", {
			code,
			name: "Máy lấy số cửa chính",
		});
		expect(accepted).toMatchObject({ status: 201, body: { pairedBy: "admin", online: false } });

		const { body: standing } = await collect(secret);
		if (standing.state !== "paired") throw new Error(standing.state);
		const bearer = { authorization: `Bearer ${standing.token}` };
		const taken = await askElsewhere<TicketAnswer>("/api/tickets", ticket, bearer);
		expect(taken).toMatchObject({ status: 201, body: { print: { state: "queued" } } });
		expect((await collect(secret)).status).toBe(404);
		const named = { ...ticket, kioskId: "kiosk-1" };
		expect((await askElsewhere("/api/tickets", named, bearer)).status).toBe(201);
		const other = { ...ticket, kioskId: "kiosk-2" };
		expect((await askElsewhere<Problem>("/api/tickets", other, bearer)).body.code).toBe(
			"device/wrong-place",
		);

		const { token } = standing;
		expect(Object.keys(await watch({ view: "kiosk", id: "kiosk-1", token }).started)).toContain(
			"service:ho-tich",
		);
		await expect(watch({ view: "kiosk", id: "kiosk-2", token }).started).rejects.toMatchObject(
			refusedWith("device/wrong-place"),
		);
		await expect(watch({ view: "board", token }).started).rejects.toMatchObject(
			refusedWith("device/wrong-role"),
		);
		const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		expect(body.paired).toMatchObject([{ id: accepted.body.id, online: true }]);
		expect(body.waiting).toEqual([]);
	});

	test("says which page it runs, and supervisors and admins see whether that is the hub's", async () => {
		const { device, token } = await letIn("board", "tang-2");
		const shown = async () => {
			const { paired } = (await askAdmin<DeviceList>("GET", "/api/admin/devices")).body;
			const { devices } = (await askAdmin<HallView>("GET", "/api/hall")).body;
			const [one, other] = [paired, devices].map((all) => all.find(({ id }) => id === device.id));
			expect(other).toMatchObject({ name: one?.name, online: one?.online });
			expect([other?.version, other?.isCurrent]).toEqual([one?.version, one?.isCurrent]);
			return { version: one?.version, isCurrent: one?.isCurrent };
		};
		const view = { view: "board", id: "tang-2", token };
		await watch(view).started;
		expect(await shown()).toEqual({ version: null, isCurrent: null });
		await watch({ ...view, page: "0.0.9+OldOldOl" }).started;
		expect(await shown()).toEqual({ version: "0.0.9+OldOldOl", isCurrent: false });
		const page = await (await fetch(`${hub.url}/display/board`)).text();
		const [, script] = /board-([\w-]{8})\.js/.exec(page) ?? [];
		const [, program] = /content="motcua ([^"]+)"/.exec(page) ?? [];
		await watch({ ...view, page: `${program}+${script}` }).started;
		expect(await shown()).toEqual({ version: `${program}+${script}`, isCurrent: true });
		await expect(watch({ ...view, page: "x".repeat(61) }).started).rejects.toMatchObject(
			refusedWith("request/invalid"),
		);
	});

	test("takes one ticket where it asks again with the same key", async () => {
		const { bearer } = await letIn("kiosk", "kiosk-2");
		const headers = { ...bearer, "idempotency-key": "mot-phieu" };
		const [one, other] = await Promise.all([
			askElsewhere<TicketAnswer>("/api/tickets", ticket, headers),
			askElsewhere<TicketAnswer>("/api/tickets", ticket, headers),
		]);
		expect(other.body.ticket.id).toBe(one.body.ticket.id);
	});

	test("asks in vain for a kiosk that the office does not have", async () => {
		const answer = await askElsewhere<Problem>("/api/devices/pairings", {
			role: "kiosk",
			place: "kiosk-9",
		});
		expect(answer).toMatchObject({ status: 404, body: { code: "kiosk/unknown" } });
	});

	test("does not see what virtual printers have printed", async () => {
		const { bearer } = await letIn("kiosk", "kiosk-1");
		const paper = await asker(hub.url)<Problem>("GET", "/printers/printer-1/paper", undefined, {
			...bearer,
			"x-forwarded-for": "192.168.1.31",
		});
		expect(paper.body.code).toBe("device/wrong-role");
	});
});

describe("a board on another machine", () => {
	test("sees its view and nothing else", async () => {
		const { token, bearer } = await letIn("board", "sanh");
		expect(Object.keys(await watch({ view: "board", token }).started)).toContain("counter:quay-1");
		await watch({ view: "board", id: "sanh", token }).started;
		for (const [auth, code] of [
			[{ view: "board", id: "tang-2", token }, "device/wrong-place"],
			[{ view: "kiosk", id: "kiosk-1", token }, "device/wrong-role"],
			[{ view: "staff", token }, "session/required"],
			[{ view: "board", token: `${token}x` }, "device/revoked"],
		] as const) {
			await expect(watch(auth).started).rejects.toMatchObject(refusedWith(code));
		}
		expect((await askElsewhere<Problem>("/api/tickets", ticket, bearer)).body.code).toBe(
			"device/wrong-role",
		);
		expect((await askElsewhere("/api/admin/devices/find", { code: "1" }, bearer)).status).toBe(401);
	});

	test("is cut off at once when its right is taken back, and stays out", async () => {
		const { device, token, bearer } = await letIn("board", "sanh");
		const other = await letIn("board", "sanh");
		const board = watch({ view: "board", id: "sanh", token });
		const still = watch({ view: "board", id: "sanh", token: other.token });
		await Promise.all([board.started, still.started]);
		const { status } = await askAdmin("DELETE", `/api/admin/devices/${device.id}`);
		expect(status).toBe(204);
		await board.closed;
		expect(still.socket.connected).toBe(true);
		await expect(watch({ view: "board", id: "sanh", token }).started).rejects.toMatchObject(
			refusedWith("device/revoked"),
		);
		expect((await askElsewhere<Problem>("/api/tickets", ticket, bearer)).body.code).toBe(
			"device/revoked",
		);
		const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		expect(body.paired.map(({ id }) => id)).not.toContain(device.id);
		expect((await askAdmin("DELETE", `/api/admin/devices/${device.id}`)).status).toBe(204);
		expect((await askAdmin("DELETE", "/api/admin/devices/khong-co")).status).toBe(404);
	});
});

describe("a code", () => {
	test("that was used lets nobody else in, whoever types it and whatever they call it", async () => {
		const { code, secret } = await asked("board", "sanh");
		const accept = (name: string) =>
			askAdmin<Problem>("POST", "/api/admin/devices/accept", { code, name });
		expect((await accept("Bảng sảnh")).status).toBe(201);
		for (const name of ["Bảng sảnh", "Bảng thứ hai"]) {
			expect(await accept(name)).toMatchObject({ status: 404, body: { code: "pairing/unknown" } });
		}
		expect((await askAdmin("POST", "/api/admin/devices/find", { code })).status).toBe(404);
		const { body: standing } = await collect(secret);
		if (standing.state !== "paired") throw new Error(standing.state);
		await watch({ view: "board", token: standing.token }).started;
		// What the device collected with is no second key to the token that is used by now.
		expect((await collect(secret)).status).toBe(404);
		expect((await collect(code)).status).toBe(404);
	});

	test("that was refused, or is a token's secret, lets nobody in", async () => {
		const { code, secret } = await asked("board", "gac");
		const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		const id = body.waiting.find(({ place }) => place === "gac")?.id;
		await askAdmin("POST", `/api/admin/devices/${id}/refuse`);
		const late = { code, name: "Bảng gác" };
		expect((await askAdmin("POST", "/api/admin/devices/accept", late)).status).toBe(404);
		const token = secret;
		await expect(watch({ view: "board", token }).started).rejects.toMatchObject(
			refusedWith("device/revoked"),
		);
	});
});

test("a token that is taken back ends views over every way of reaching the hub, and the calls on connections that stay open", async () => {
	const { device, token, bearer } = await letIn("kiosk", "kiosk-1");
	const views = (["websocket", "polling"] as const).map((transport) =>
		watch({ view: "kiosk", token }, transport),
	);
	await Promise.all(views.map(({ started }) => started));
	expect((await askElsewhere("/api/tickets", ticket, bearer)).status).toBe(201);
	expect((await askAdmin("DELETE", `/api/admin/devices/${device.id}`)).status).toBe(204);
	await Promise.all(views.map(({ closed }) => closed));
	expect((await askElsewhere<Problem>("/api/tickets", ticket, bearer)).body.code).toBe(
		"device/revoked",
	);
	for (const transport of ["websocket", "polling"] as const) {
		await expect(watch({ view: "kiosk", token }, transport).started).rejects.toMatchObject(
			refusedWith("device/revoked"),
		);
	}
});

test("a print agent can be let in, and may do nothing but print", async () => {
	const { bearer, token } = await letIn("print-agent", "may-in-1");
	expect((await askElsewhere<Problem>("/api/tickets", ticket, bearer)).body.code).toBe(
		"device/wrong-role",
	);
	await expect(watch({ view: "board", token }).started).rejects.toMatchObject(
		refusedWith("device/wrong-role"),
	);
});

describe("an admin", () => {
	test("refuses and renames devices; a repeated acceptance is the same one", async () => {
		const { secret } = await asked("board", "tang-2");
		const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
		const waiting = body.waiting.find(({ place }) => place === "tang-2");
		const refuse = () => askAdmin("POST", `/api/admin/devices/${waiting?.id}/refuse`);
		expect([(await refuse()).status, (await refuse()).status]).toEqual([204, 204]);
		expect((await collect(secret)).body).toMatchObject({ state: "refused" });

		const { code } = await asked("board", "tang-2");
		const accept = (name: string) =>
			askAdmin<PairedDevice & Problem>(
				"POST",
				"/api/admin/devices/accept",
				{ code, name },
				{ "idempotency-key": "chap-nhan" },
			);
		const first = await accept("Bảng tầng 2");
		expect(first.status).toBe(201);
		expect(await accept("Bảng tầng 2")).toMatchObject({ status: 201, body: first.body });
		expect((await accept("Bảng tầng 3")).body.code).toBe("request/key-reused");
		const renamed = await askAdmin("POST", `/api/admin/devices/${first.body.id}/rename`, {
			name: "Bảng cầu thang",
		});
		expect(renamed).toMatchObject({ status: 200, body: { name: "Bảng cầu thang" } });
	});

	test("who types wrong codes again and again is told to wait", async () => {
		await askAdmin("POST", "/api/admin/accounts", {
			username: "hung",
			password: adminPassword,
			name: "Trần Văn Hùng",
			roles: ["admin"],
		});
		const askHung = asker(hub.url, await signIn(hub.url, "hung"));
		const codes: (string | undefined)[] = [];
		let answer = await askHung<Problem>("POST", "/api/admin/devices/find", { code: "mã sai" });
		while (answer.body.code === "pairing/unknown" && codes.length < 100) {
			codes.push(answer.body.code);
			answer = await askHung<Problem>("POST", "/api/admin/devices/find", { code: "mã sai" });
		}
		expect(codes).toHaveLength(10);
		expect(answer).toMatchObject({ status: 429, body: { code: "pairing/too-many-tries" } });
		expect(answer.headers.get("retry-after")).toBe("60");
	});

	test("alone may see and accept devices", async () => {
		await askAdmin("POST", "/api/admin/accounts", {
			username: "mai",
			password: adminPassword,
			name: "Phạm Thị Mai",
			roles: ["officer", "supervisor"],
		});
		const askMai = asker(hub.url, await signIn(hub.url, "mai"));
		const { code } = await asked("board", "tang-3");
		for (const answer of [
			await askMai("GET", "/api/admin/devices"),
			await askMai("POST", "/api/admin/devices/find", { code }),
			await askMai("POST", "/api/admin/devices/accept", { code, name: "Bảng" }),
			await askMai("POST", "/api/admin/devices/x/refuse"),
			await askMai("DELETE", "/api/admin/devices/x"),
		]) {
			expect(answer).toMatchObject({ status: 403, body: { code: "session/forbidden" } });
		}
	});
});

test("who was let in before a restart is let in after it, and nothing secret was written or said", async () => {
	const { device, token, bearer } = await letIn("kiosk", "kiosk-1");
	const { dataDir } = hub;
	await hub.kill();
	const before = hub.output();
	hub = await startHubProcess({ DATA_DIR: dataDir });
	askAdmin = asker(hub.url, await signIn(hub.url));
	expect((await askElsewhere("/api/tickets", ticket, bearer)).status).toBe(201);
	const { body } = await askAdmin<DeviceList>("GET", "/api/admin/devices");
	expect(body.paired.map(({ id }) => id)).toContain(device.id);
	const kept = await readFile(join(dataDir, "devices.json"), "utf8");
	for (const text of [kept, before, JSON.stringify(body)]) expect(text).not.toContain(token);
});

test("where the office does not trust its own machine, a kiosk there must be let in too", async () => {
	const strict = await startHubProcess({ OFFICE_FILE: await strictOffice() });
	const answer = await asker(strict.url)<Problem>("POST", "/api/tickets", ticket);
	expect(answer.body.code).toBe("device/not-trusted");
	await strict.stop();
});

test("two kiosks behind one address are counted apart, however the office limits tickets", async () => {
	const before = { hub, askAdmin };
	const limits = { ticketsPerMinutePerDevice: 2 };
	const file = await sampleOfficeWith(() => ({ limits }));
	hub = await startHubProcess({ OFFICE_FILE: file });
	askAdmin = asker(hub.url, await signIn(hub.url));
	for (const place of ["kiosk-1", "kiosk-2"]) {
		const { bearer } = await letIn("kiosk", place);
		const statuses: number[] = [];
		for (let count = 0; count < 3; count++) {
			statuses.push((await askElsewhere("/api/tickets", ticket, bearer)).status);
		}
		expect(statuses).toEqual([201, 201, 429]);
	}
	await hub.stop();
	({ hub, askAdmin } = before);
});

const lan = Object.values(networkInterfaces())
	.flatMap((addresses) => addresses ?? [])
	.find(({ family, internal }) => family === "IPv4" && !internal)?.address;

test.skipIf(lan === undefined)(
	"a hub that listens on the network trusts its loopback and not its own address there",
	async () => {
		const open = await startHubProcess({ HOST: "0.0.0.0" });
		const { port } = new URL(open.url);
		expect((await asker(`http://127.0.0.1:${port}`)("POST", "/api/tickets", ticket)).status).toBe(
			201,
		);
		const outside = asker(`http://${lan}:${port}`);
		expect(await outside("POST", "/api/tickets", ticket)).toMatchObject({
			status: 403,
			body: { code: "device/not-trusted" },
		});
		const pairing = await outside<PairingAsked>("POST", "/api/devices/pairings", {
			role: "board",
			place: "sanh",
		});
		expect(pairing.status).toBe(201);
		const admin = asker(open.url, await signIn(open.url));
		const { body } = await admin<DeviceList>("GET", "/api/admin/devices");
		expect(body.waiting).toMatchObject([{ address: lan, place: "sanh" }]);
		await open.stop();
	},
);

describe("pages that are open", () => {
	const last = (place: string, { waiting = [], paired = [] }: Partial<DeviceList> = {}) => ({
		waits: waiting.some((device) => device.place === place),
		online: paired.find((device) => device.place === place)?.online ?? null,
	});

	test("an admin's hears at once which devices wait, come in, connect and go, and never a code", async () => {
		const { heard } = hearDevices(await signIn(hub.url));
		await expect.poll(() => heard.length).toBe(1);
		const { code, secret } = await asked("board", "tang-3");
		await expect.poll(() => last("tang-3", heard[0])).toEqual({ waits: true, online: null });
		await askAdmin("POST", "/api/admin/devices/accept", { code, name: "Bảng tầng 3" });
		await expect.poll(() => last("tang-3", heard[0])).toEqual({ waits: false, online: false });
		const { body } = await collect(secret);
		if (body.state !== "paired") throw new Error(body.state);
		const board = watch({ view: "board", id: "tang-3", token: body.token });
		await expect.poll(() => last("tang-3", heard[0])).toEqual({ waits: false, online: true });
		board.socket.close();
		await expect.poll(() => last("tang-3", heard[0])).toEqual({ waits: false, online: false });
		await askAdmin("DELETE", `/api/admin/devices/${body.device.id}`);
		await expect.poll(() => last("tang-3", heard[0])).toEqual({ waits: false, online: null });
		const said = JSON.stringify(heard);
		for (const secretText of [code, secret, body.token]) expect(said).not.toContain(secretText);
	});

	test("an officer's hears nothing of devices", async () => {
		const account = {
			username: "officer.devices",
			password: "bốn con mèo tím",
			name: "Nguyễn Thị Lan",
			roles: ["officer", "supervisor"],
		};
		expect((await askAdmin("POST", "/api/admin/accounts", account)).status).toBe(201);
		const admin = hearDevices(await signIn(hub.url));
		const officer = hearDevices(await signIn(hub.url, account.username, account.password));
		await Promise.all([admin.clock, officer.clock]);
		await asked("board", "tang-4");
		await expect.poll(() => last("tang-4", admin.heard[0]).waits).toBe(true);
		expect(officer.heard).toEqual([]);
	});
});
