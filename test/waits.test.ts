import { readdir, readFile } from "node:fs/promises";
import { io } from "socket.io-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Status } from "../protocol/live.ts";
import type { KeptWordAnswer } from "../protocol/reports.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";
import { sampleOfficeWith } from "./sample-office.ts";

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let OFFICE_FILE: string;

beforeAll(async () => {
	OFFICE_FILE = await sampleOfficeWith(({ services }) => ({
		services: services.map((service) => ({ ...service, minutes: 12 })),
	}));
	hub = await startHubProcess({ OFFICE_FILE });
	ask = asker(hub.url, await signIn(hub.url));
	expect((await ask("POST", "/api/counters/quay-1/open", {})).status).toBe(200);
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

/** It is thought anew about once a second. */
const soon = { timeout: 20_000 };

const take = async (more: object = {}, headers: Record<string, string> = {}) =>
	(await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich", ...more }, headers))
		.body;

const statusesOf = (auth: object) =>
	new Promise<{ statuses: Status[]; close(): void }>((there) => {
		const socket = io(`${hub.url}/live`, { transports: ["websocket"], forceNew: true, auth });
		const statuses: Status[] = [];
		socket.on("status", (status: Status) => statuses.push(status));
		socket.on("snapshot", () => there({ statuses, close: () => socket.close() }));
	});
const waitsIn = (statuses: readonly Status[]) =>
	statuses.filter((status) => status.topic === "waits");
const ownWaitsIn = (statuses: readonly Status[]) =>
	statuses.filter((status) => status.topic === "wait");

test("who takes a number is told how long it will take, on paper and phone too, and the supervisor sees later whether it was so", async () => {
	for (let person = 0; person < 4; person++) await take();
	const kiosk = await statusesOf({ view: "kiosk", id: "kiosk-1" });
	const isSaid = () => waitsIn(kiosk.statuses).at(-1)?.services["ho-tich"]?.[""];
	// Four people, twelve minutes each.
	await expect.poll(() => isSaid()?.highMin ?? 0, soon).toBeGreaterThanOrEqual(45);
	const headers = { "idempotency-key": "phieu-cua-ba-nam" };
	const told = await take({}, headers);
	expect(told.ahead).toBe(4);
	expect(told.wait?.lowMin).toBeLessThanOrEqual(50);
	expect(told.wait?.highMin).toBeGreaterThanOrEqual(45);
	expect((await take({}, headers)).wait).toEqual(told.wait);

	const phone = await statusesOf({ view: "ticket", id: told.ticket.id });
	await expect
		.poll(() => ownWaitsIn(phone.statuses).at(-1)?.wait?.highMin ?? 0, soon)
		.toBeGreaterThanOrEqual(45);
	const looked = await ask<TicketAnswer>("GET", `/api/tickets/${told.ticket.id}`);
	expect(looked.body.wait).toEqual(ownWaitsIn(phone.statuses).at(-1)?.wait);
	kiosk.close();
	phone.close();

	const { body } = await ask<KeptWordAnswer>("GET", "/api/reports/waits");
	const { told: all, waiting, ranges, untold } = body.waits;
	expect(all + untold).toBe(5);
	expect(waiting).toBe(all);
	expect(ranges).toContainEqual(expect.objectContaining(told.wait));
	expect(body.days).toEqual([body.day]);
});

test.runIf(process.platform === "linux")(
	"the thread that thinks about it gives way to the hub, which keeps its own priority",
	async () => {
		const niceOf = async (thread: string) => {
			const stat = await readFile(`/proc/${hub.pid}/task/${thread}/stat`, "utf8");
			// The 19th field; the second is a name in brackets that may hold spaces. See proc(5).
			return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[16]);
		};
		const givingWay = async () => {
			const threads = await readdir(`/proc/${hub.pid}/task`);
			const nice = await Promise.all(threads.map((thread) => niceOf(thread).catch(() => null)));
			return nice.filter((one) => one === 19).length;
		};
		expect(await niceOf(String(hub.pid))).toBe(0);
		// So does the one that makes the catalogue's files, until they are made.
		await expect.poll(givingWay).toBe(1);
	},
);

test("a pile of files has a place of its own, of which nothing was thought yet: nothing is said", async () => {
	expect((await take({ files: 3 })).wait).toBeNull();
});

test("where no counter is open that could call, nothing is said", async () => {
	await expect.poll(async () => (await take()).wait, soon).not.toBeNull();
	for (const id of ["quay-1"]) await ask("POST", `/api/counters/${id}/close`, {});
	await expect.poll(async () => (await take()).wait, soon).toBeNull();
});

test("of a day that never was nobody was told anything", async () => {
	const { body } = await ask<KeptWordAnswer>("GET", "/api/reports/waits?day=2020-01-01");
	expect(body).toMatchObject({ day: "2020-01-01", waits: { told: 0, untold: 0, ranges: [] } });
	expect((await ask("GET", "/api/reports/waits?day=hom-nay")).status).toBe(400);
});
