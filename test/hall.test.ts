import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HallAnswer, HallView, ServiceToday } from "../protocol/hall.ts";
import type { BoardRow, Change, OfficeStatus, Snapshot, Status } from "../protocol/live.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { Problem } from "../protocol/problem.ts";
import type { CallAnswer, CounterAnswer } from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { noonOffice } from "./faults/noon-office.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "./hub-process.ts";

let OFFICE_FILE: string;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let askAdmin: ReturnType<typeof asker>;

beforeAll(async () => {
	OFFICE_FILE = await noonOffice((office) => {
		office.lastTicket = "warn";
		for (const service of office.services) service.minutes = 10;
		const tiepDan = office.services.find(({ id }) => id === "tiep-dan");
		if (tiepDan) tiepDan.minutes = 480;
		const xaHoi = office.services.find(({ id }) => id === "xa-hoi");
		if (xaHoi) xaHoi.hours = {};
		if (office.limits) office.limits.openTicketsPerDevice = 2;
	});
	hub = await startHubProcess({ OFFICE_FILE });
	ask = asker(hub.url);
	askAdmin = asker(hub.url, await signIn(hub.url));
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

const english = { "accept-language": "en" };
const take = (serviceId: string, more: object = {}) =>
	ask<TicketAnswer & Problem>("POST", "/api/tickets", { serviceId, ...more });
const serviceOf = async (serviceId: string) =>
	(await ask<OfficeView>("GET", "/api/office")).body.services.find(({ id }) => id === serviceId);

/** A live view: what stands in its rows, and what it was told of the office. */
async function view(of: "board" | "kiosk") {
	const socket = io(`${hub.url}/live`, {
		transports: ["websocket"],
		forceNew: true,
		auth: { view: of, ...(of === "kiosk" && { id: "kiosk-1" }) },
	});
	const rows: { [key: string]: BoardRow | null } = {};
	const statuses: OfficeStatus[] = [];
	socket.on("status", (status: Status) => {
		if (status.topic === "office") statuses.push(status);
	});
	socket.on("change", ({ set }: Change<BoardRow>) => Object.assign(rows, set));
	await new Promise<void>((started) => {
		socket.on("snapshot", (snapshot: Snapshot<BoardRow>) => {
			Object.assign(rows, snapshot.view);
			started();
		});
	});
	return { rows, statuses, close: () => socket.close() };
}

describe("a hall that is stopped", () => {
	const note = { vi: "Diễn tập phòng cháy" };

	test("gives and calls no number, says so on every screen at once, and goes on where it stopped, also over a restart", async () => {
		const [board, kiosk] = [await view("board"), await view("kiosk")];
		await askAdmin("POST", "/api/counters/quay-1/open", {});
		const first = (await take("ho-tich")).body.ticket;
		const stop = await askAdmin<HallAnswer>("POST", "/api/hall/stop", {
			reason: "evacuation",
			note,
		});
		expect(stop).toMatchObject({
			status: 200,
			body: { stopped: { reason: "evacuation", note: { ...note, en: note.vi } } },
		});
		for (const { rows } of [board, kiosk]) {
			await expect
				.poll(() => rows.hall)
				.toMatchObject({ kind: "hall", stopped: { reason: "evacuation" } });
		}
		await expect.poll(() => kiosk.statuses.at(-1)?.services[0]?.shut).toBe("hall-stopped");
		expect(await take("ho-tich")).toMatchObject({ status: 409, body: { code: "hall/stopped" } });
		const call = () => askAdmin<CallAnswer>("POST", "/api/counters/quay-1/call-next", {});
		expect(await call()).toMatchObject({ status: 409, body: { code: "hall/stopped" } });

		await hub.stop();
		hub = await startHubProcess({ OFFICE_FILE, DATA_DIR: hub.dataDir });
		ask = asker(hub.url);
		askAdmin = asker(hub.url, await signIn(hub.url));
		expect((await askAdmin<HallView>("GET", "/api/hall")).body.stopped?.reason).toBe("evacuation");
		expect((await askAdmin("POST", "/api/hall/resume", {})).body).toMatchObject({ stopped: null });
		expect((await call()).body.ticket?.number).toBe(first.number);
		board.close();
		kiosk.close();
	});

	test("is stopped once by a request that is repeated", async () => {
		const key = { "idempotency-key": "dung-mot-lan" };
		const stop = () => askAdmin<HallAnswer>("POST", "/api/hall/stop", { reason: "power" }, key);
		const first = (await stop()).body;
		await askAdmin("POST", "/api/hall/resume", {});
		expect((await stop()).body).toEqual(first);
		expect((await askAdmin<HallView>("GET", "/api/hall")).body.stopped).toBeNull();
	});
});

describe("a service that is closed for now", () => {
	test("gives no numbers and says why, in the reader's language; whoever waits is called as ever", async () => {
		await take("dat-dai");
		const reason = { vi: "Cán bộ đi đo đạc", en: "The officer is out surveying" };
		const closed = await askAdmin("POST", "/api/services/dat-dai/close", { reason });
		expect(closed).toMatchObject({ status: 200, body: { id: "dat-dai", closed: { reason } } });
		const refused = await take("dat-dai");
		expect(refused).toMatchObject({ status: 409, body: { code: "service/closed" } });
		expect(refused.body.detail).toContain(reason.vi);
		const inEnglish = await ask<Problem>("POST", "/api/tickets", { serviceId: "dat-dai" }, english);
		expect(inEnglish.body.detail).toContain(reason.en);
		expect(await serviceOf("dat-dai")).toMatchObject({ open: false, shut: "closed", reason });
		const counter = (await ask<OfficeView>("GET", "/api/office")).body.counters.find(
			({ services }) => services.includes("dat-dai"),
		);
		await askAdmin("POST", `/api/counters/${counter?.id}/open`, {});
		const call = await askAdmin<CallAnswer>("POST", `/api/counters/${counter?.id}/call-next`, {});
		expect(call.body.ticket?.serviceId).toBe("dat-dai");
		await askAdmin("POST", "/api/services/dat-dai/open", {});
		expect((await take("dat-dai")).status).toBe(201);
	});

	test("is one of the office's", async () => {
		expect(await askAdmin("POST", "/api/services/dat-dia/close", {})).toMatchObject({
			status: 404,
			body: { code: "service/unknown" },
		});
	});
});

describe("a quota", () => {
	test("counts down on every screen, and ends the numbers of the day until it is raised", async () => {
		const board = await view("board");
		const set = (quota: number | string) =>
			askAdmin<ServiceToday>("POST", "/api/services/kinh-doanh/quota", { quota });
		expect((await set(2)).body).toMatchObject({ quota: 2, numbers: 2, issued: 0 });
		await take("kinh-doanh");
		expect(await serviceOf("kinh-doanh")).toMatchObject({ open: true, quotaLeft: 1 });
		await expect.poll(() => board.rows["service:kinh-doanh"]).toMatchObject({ quotaLeft: 1 });
		await take("kinh-doanh");
		expect(await take("kinh-doanh")).toMatchObject({
			status: 409,
			body: { code: "service/quota-reached" },
		});
		expect(await serviceOf("kinh-doanh")).toMatchObject({ open: false, shut: "quota-reached" });
		await set(3);
		expect((await take("kinh-doanh")).body.ticket.number).toBe("G003");
		expect((await set("usual")).body).toMatchObject({ numbers: null, issued: 3 });
		expect((await take("kinh-doanh")).status).toBe(201);
		board.close();
	});

	test.each([-1, 1.5, "5", null])("is no %s", async (quota) => {
		expect((await askAdmin("POST", "/api/services/kinh-doanh/quota", { quota })).status).toBe(400);
	});
});

describe("hours that a supervisor moves", () => {
	const usual = () => askAdmin("POST", "/api/hall/hours", { periods: "usual" });

	test("close the office for today, with the next opening in words and as an instant", async () => {
		const reason = { vi: "Họp toàn xã", en: "The commune meets" };
		await askAdmin("POST", "/api/hall/hours", { periods: [], reason });
		const refused = await take("ho-tich");
		expect(refused).toMatchObject({ status: 409, body: { code: "office/closed" } });
		expect(refused.body.detail).toMatch(/Họp toàn xã\. Cấp số lại lúc 0:00 (thứ|Chủ)/);
		expect(Date.parse(refused.body.opensAt ?? "")).toBeGreaterThan(Date.now());
		expect((await ask<OfficeView>("GET", "/api/office")).body).toMatchObject({
			open: false,
			opening: { why: "closed-today", reason },
		});
		await usual();
		expect((await ask<OfficeView>("GET", "/api/office")).body.open).toBe(true);
	});

	test("tell how late it is: who would not be served before closing is told so with the number", async () => {
		await askAdmin("POST", "/api/hall/hours", { periods: [{ from: "00:00", to: "23:59" }] });
		expect((await take("chung-thuc")).body.servedToday).toBe(true);
		// One counter, and a third of a day for each: two more than the day holds.
		for (let waiting = 0; waiting < 2; waiting++) await take("tiep-dan");
		expect(await serviceOf("tiep-dan")).toMatchObject({ open: true, servedToday: false });
		const key = { "idempotency-key": "lay-so-cuoi" };
		const last = () => ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "tiep-dan" }, key);
		expect((await last()).body.servedToday).toBe(false);
		expect((await last()).body.servedToday).toBe(false);
		await usual();
	});

	test("are hours that can be", async () => {
		const answer = await askAdmin<Problem>("POST", "/api/hall/hours", {
			periods: [
				{ from: "07:30", to: "11:30" },
				{ from: "11:00", to: "10:00" },
			],
		});
		expect(answer).toMatchObject({ status: 400, body: { code: "request/invalid" } });
		expect(answer.body.errors).toEqual([
			{ path: "/periods/1/to", found: '"10:00"', allowed: "a time after 11:00" },
		]);
	});
});

test("a service outside its own hours says so, while the office is open", async () => {
	expect(await take("xa-hoi")).toMatchObject({ status: 409, body: { code: "service/not-now" } });
	expect(await serviceOf("xa-hoi")).toMatchObject({ open: false, shut: "day-off" });
});

test("a kiosk has no more numbers waiting than the office allows", async () => {
	const kioskId = "kiosk-2";
	for (let taken = 0; taken < 2; taken++) {
		expect((await take("cu-tru", { kioskId })).status).toBe(201);
	}
	expect(await take("cu-tru", { kioskId })).toMatchObject({
		status: 409,
		body: { code: "device/too-many-open" },
	});
	expect((await take("cu-tru", { kioskId: "kiosk-1" })).status).toBe(201);
});

test("a head start for priority is no way of calling where no class has one", async () => {
	const policy = { classes: { rule: "ageing" }, services: "first-come", maxWaitMinutes: null };
	const refused = await askAdmin<Problem>("POST", "/api/hall/policy", { policy });
	expect(refused).toMatchObject({ status: 409, body: { code: "policy/no-head-start" } });
	expect((await askAdmin<HallView>("GET", "/api/hall")).body.policy.today).toBeNull();
});

test("officers look, and supervisors decide", async () => {
	for (const role of ["officer", "supervisor"]) {
		await askAdmin("POST", "/api/admin/accounts", {
			username: `${role}-1`,
			password: adminPassword,
			name: role,
			roles: [role],
		});
	}
	const officer = asker(hub.url, await signIn(hub.url, "officer-1"));
	const supervisor = asker(hub.url, await signIn(hub.url, "supervisor-1"));
	const acts: [string, object][] = [
		["/api/hall/stop", { reason: "other" }],
		["/api/hall/resume", {}],
		["/api/hall/hours", { periods: "usual" }],
		["/api/services/ho-tich/close", {}],
		["/api/services/ho-tich/open", {}],
		["/api/services/ho-tich/quota", { quota: "usual" }],
	];
	expect((await ask("GET", "/api/hall")).status).toBe(401);
	expect((await officer("GET", "/api/hall")).status).toBe(200);
	for (const [path, body] of acts) {
		expect((await ask("POST", path, body)).status).toBe(401);
		expect((await officer("POST", path, body)).status).toBe(403);
		expect((await supervisor("POST", path, body)).status).toBe(200);
	}
});

describe("a supervisor at somebody else's counter", () => {
	const counter = "/api/hall/counters/quay-2";
	const held = async () => {
		const { body } = await askAdmin<{ counter: CounterAnswer["counter"] }>(
			"POST",
			`${counter}/open`,
			{},
		);
		return body.counter;
	};
	let askMai: ReturnType<typeof asker>;
	beforeAll(async () => {
		const mai = {
			username: "mai",
			name: "Phạm Thị Mai",
			password: "quầy số hai của Mai",
			roles: ["officer"],
		};
		expect((await askAdmin("POST", "/api/admin/accounts", mai)).status).toBe(201);
		askMai = asker(hub.url, await signIn(hub.url, mai.username, mai.password));
		expect((await askMai("POST", "/api/counters/quay-2/open", {})).status).toBe(200);
	});

	test("pauses it and lets it go on, and it stays the officer's", async () => {
		const paused = await askAdmin<CounterAnswer>("POST", `${counter}/pause`, {
			reason: "Họp giao ban",
		});
		expect(paused.body.counter).toMatchObject({ status: "paused", officer: { username: "mai" } });
		expect(await held()).toMatchObject({ status: "open", officer: { username: "mai" } });
	});

	test("changes what it serves, of its own services alone", async () => {
		const some = await askAdmin("POST", `${counter}/open`, { services: ["ho-tich"] });
		expect(some.status).toBe(200);
		const foreign = await askAdmin<Problem>("POST", `${counter}/open`, { services: ["dat-dai"] });
		expect(foreign.body.code).toBe("service/not-at-counter");
	});

	test("gives it to another officer, who is told by name that it is theirs; to nobody who cannot sign in", async () => {
		const hung = {
			username: "hung",
			name: "Trần Văn Hùng",
			password: "quầy của anh Hùng đây",
			roles: ["officer"],
		};
		await askAdmin("POST", "/api/admin/accounts", hung);
		const given = await askAdmin<CounterAnswer>("POST", `${counter}/open`, { officer: "hung" });
		expect(given.body.counter.officer).toEqual({ username: "hung", name: "Trần Văn Hùng" });
		const back = await askAdmin<CounterAnswer>("POST", `${counter}/open`, { officer: "mai" });
		expect(back.body.counter.officer?.username).toBe("mai");
		const unknown = await askAdmin<Problem>("POST", `${counter}/open`, { officer: "khong-ai" });
		expect([unknown.status, unknown.body.code]).toEqual([404, "account/unknown"]);
	});

	test("closes it once it is said what becomes of whoever is there", async () => {
		await take("ho-tich");
		await askMai<CallAnswer>("POST", "/api/counters/quay-2/call-next", {});
		const refused = await askAdmin<Problem>("POST", `${counter}/close`, {});
		expect(refused.body.code).toBe("counter/occupied");
		const closed = await askAdmin<CounterAnswer>("POST", `${counter}/close`, { current: "return" });
		expect(closed.body.counter).toMatchObject({ status: "closed", officer: null });
		const again = await askAdmin<Problem>("POST", `${counter}/pause`, {});
		expect([again.status, again.body.code]).toEqual([409, "counter/not-open"]);
		const none = await askAdmin<Problem>("POST", "/api/hall/counters/quay-99/pause", {});
		expect(none.body.code).toBe("counter/unknown");
	});

	test("is somebody who may: an officer is refused", async () => {
		expect((await askMai("POST", `${counter}/pause`, {})).status).toBe(403);
	});

	test("reads of each service how long one would wait and what is usual", async () => {
		const { body } = await askAdmin<HallView>("GET", "/api/hall");
		expect(body.services.map(({ targetMinutes }) => targetMinutes)).toEqual(
			body.services.map(() => 30),
		);
		expect(body.services.every(({ wait }) => wait === null || wait.lowMin <= wait.highMin)).toBe(
			true,
		);
		// A board that was opened without a name was here too.
		expect(body.devices).toMatchObject([{ role: "board", place: "sanh", name: null }]);
		expect(body.policy.hasHeadStarts).toBe(false);
	});
});
