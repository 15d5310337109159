import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../../protocol/problem.ts";
import type { Account, ActAnswer, CallAnswer, CounterAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { type Answer, asker, signIn } from "../ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { officerPassword } from "../prepared-accounts.ts";
import { dayOnDisk } from "./day-on-disk.ts";
import { noonOffice } from "./noon-office.ts";
import { directoryWithOfficers, officerAt, seatOfficers } from "./officers.ts";

/** The same address of the phone's page whatever port the hub listens on. */
const PUBLIC_URL = "https://so.example.vn";
const counterIds = ["quay-1", "quay-2"] as const;

let OFFICE_FILE: string;
let hub: HubProcess;
let admin: string;
let lan: string;
let hung: string;

beforeAll(async () => {
	OFFICE_FILE = await noonOffice();
	const DATA_DIR = await directoryWithOfficers(counterIds);
	hub = await startHubProcess({ OFFICE_FILE, PUBLIC_URL, DATA_DIR });
	admin = await signIn(hub.url);
	const [first, second] = await seatOfficers(hub.url, counterIds);
	if (!first || !second) throw new Error("two officers were seated");
	[lan, hung] = [first.cookie, second.cookie];
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

async function killAndStartAgain(): Promise<void> {
	await hub.kill();
	hub = await startHubProcess({ OFFICE_FILE, PUBLIC_URL, DATA_DIR: hub.dataDir });
}

interface Request {
	method?: "POST" | "DELETE";
	path: string;
	body?: unknown;
	cookie?: string;
	key: string;
}

function send<T>({ method = "POST", path, body, cookie, key }: Request): Promise<Answer<T>> {
	return asker(hub.url, cookie)<T>(method, path, body, { "idempotency-key": key });
}

/** Requests that were done, with what they were answered: once more after all other tests, to a hub that was killed. */
const answered: { request: Request; first: { status: number; body: unknown } }[] = [];

/** Sends a request that is done, and remembers what it was answered. */
async function sendFirst<T>(request: Request): Promise<Answer<T>> {
	const first = await send<T>(request);
	expect(first.status).toBeLessThan(300);
	answered.push({ request, first: said(first) });
	return first;
}

const taking = (key: string, body: object = { serviceId: "ho-tich" }) => ({
	path: "/api/tickets",
	body,
	key,
});
const at = (counter: string, act: string, cookie: string, key: string, body: object = {}) => ({
	path: `/api/counters/${counter}/${act}`,
	body,
	cookie,
	key,
});
const newKey = () => randomUUID();
const said = <T>({ status, body }: Answer<T>) => ({ status, body });
const ticketsTaken = async () => (await dayOnDisk(hub.dataDir)).tickets.size;

async function takeOne(serviceId = "ho-tich"): Promise<TicketAnswer> {
	return (await send<TicketAnswer>(taking(newKey(), { serviceId }))).body;
}

async function stateOf(ticketId: string) {
	const { body } = await asker(hub.url)<TicketAnswer>("GET", `/api/tickets/${ticketId}`);
	return body.ticket;
}

/** Lets a counter call on until nobody waits and nobody is there. */
async function callAll(counter: string, cookie: string): Promise<void> {
	for (;;) {
		const { body } = await send<CallAnswer>(at(counter, "call-next", cookie, newKey()));
		if (!body.ticket) return;
	}
}

describe("taking a number", () => {
	test("from 50 connections at once with one key gives one ticket and 50 equal answers", async () => {
		const before = await ticketsTaken();
		const request = taking(newKey());
		const answers = await Promise.all(Array.from({ length: 50 }, () => sendFirst(request)));
		const [first] = answers;
		expect(first?.status).toBe(201);
		expect(answers.map(said)).toEqual(Array(50).fill(first && said(first)));
		expect(await ticketsTaken()).toBe(before + 1);
	});

	test("at a kiosk from 50 connections at once with one key prints once", async () => {
		const request = taking(newKey(), { serviceId: "dat-dai", kioskId: "kiosk-2" });
		const answers = await Promise.all(
			Array.from({ length: 50 }, () => send<TicketAnswer>(request)),
		);
		expect(new Set(answers.map(({ body }) => body.ticket.number))).toEqual(new Set(["E001"]));
		expect(new Set(answers.map(({ body }) => body.print?.jobId)).size).toBe(1);
		const paper = async () =>
			(await (await fetch(`${hub.url}/printers/printer-2/paper`)).text()).match(/<img /g)?.length;
		await expect.poll(paper).toBe(1);
		// Whatever else had been in the printer's line would have come out before this one.
		await send(taking(newKey(), { serviceId: "dat-dai", kioskId: "kiosk-2" }));
		await expect.poll(paper).toBe(2);
	});

	test("with a key that has taken another is refused, also after the hub was killed", async () => {
		const key = newKey();
		await sendFirst(taking(key, { serviceId: "ho-tich", language: "en" }));
		const before = await ticketsTaken();
		const other = taking(key, { serviceId: "chung-thuc", language: "en" });
		const refused = { status: 422, body: { code: "request/key-reused" } };
		expect(await send<Problem>(other)).toMatchObject(refused);
		await killAndStartAgain();
		expect(await send<Problem>(other)).toMatchObject(refused);
		expect(await ticketsTaken()).toBe(before);
	});

	test("with the same key and the same said in another order is the same request", async () => {
		const key = newKey();
		const first = await send(taking(key, { serviceId: "ho-tich", language: "en" }));
		const again = await send(taking(key, { language: "en", serviceId: "ho-tich" }));
		expect(said(again)).toEqual(said(first));
	});

	test("two different requests with one key at once: one is done, the other refused", async () => {
		const key = newKey();
		const before = await ticketsTaken();
		const both = await Promise.all([
			send(taking(key, { serviceId: "ho-tich" })),
			send(taking(key, { serviceId: "chung-thuc" })),
		]);
		expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
		expect(await ticketsTaken()).toBe(before + 1);
	});

	test("refused and asked again with the same key is decided anew", async () => {
		const key = newKey();
		expect((await send(taking(key, { serviceId: "khong-co" }))).status).toBe(404);
		expect((await send(taking(key, {}))).status).toBe(400);
		expect((await send(taking(key))).status).toBe(201);
	});
});

describe("the same key", () => {
	test("on another route or by another officer is another request", async () => {
		const key = newKey();
		await Promise.all([takeOne(), takeOne()]);
		const one = await send<CallAnswer>(at("quay-1", "call-next", lan, key));
		const other = await send<CallAnswer>(at("quay-2", "call-next", hung, key));
		const started = await send<ActAnswer>(at("quay-1", "start", lan, key));
		const taken = await send<TicketAnswer>(taking(key));
		expect([one, other, started, taken].map(({ status }) => status)).toEqual([200, 200, 200, 201]);
		expect(other.body.ticket?.id).not.toBe(one.body.ticket?.id);
		expect(started.body.ticket).toMatchObject({ id: one.body.ticket?.id, state: "serving" });
		expect((await send(at("quay-1", "call-next", hung, key))).body).toMatchObject({
			code: "counter/not-yours",
		});
	});

	test.each([
		["empty", ""],
		["longer than 200 characters", "k".repeat(201)],
		["with a space", "hai khoa"],
		["with a letter beyond ASCII", "kh\u00f3a"],
	])("%s is no key", async (_, key) => {
		const before = await ticketsTaken();
		for (const request of [taking(key), at("quay-1", "pause", lan, key)]) {
			expect(await send(request)).toMatchObject({ status: 400, body: { code: "request/invalid" } });
		}
		expect(await ticketsTaken()).toBe(before);
	});

	test("of 200 characters of every visible kind is a key", async () => {
		const key = Array.from({ length: 200 }, (_, index) =>
			String.fromCharCode(0x21 + (index % 94)),
		).join("");
		const [first, again] = [await send(taking(key)), await send(taking(key))];
		expect(first.status).toBe(201);
		expect(said(again)).toEqual(said(first));
	});
});

describe("calling the next", () => {
	test("again with the same key calls nobody else, however often", async () => {
		await callAll("quay-1", lan);
		const [one, other] = [await takeOne(), await takeOne()];
		const request = at("quay-1", "call-next", lan, newKey(), { ifCurrent: null });
		const answers = await Promise.all(
			Array.from({ length: 20 }, () => sendFirst<CallAnswer>(request)),
		);
		const [first] = answers;
		expect(first?.body.ticket).toMatchObject({ id: one.ticket.id, state: "called", callCount: 1 });
		expect(answers.map(said)).toEqual(Array(20).fill(first && said(first)));
		expect(await stateOf(one.ticket.id)).toMatchObject({ state: "called", callCount: 1 });
		expect(await stateOf(other.ticket.id)).toMatchObject({ state: "waiting" });
	});

	test("with nobody there and nobody waiting is nothing done: the same key calls who comes then", async () => {
		await callAll("quay-1", lan);
		const request = at("quay-1", "call-next", lan, newKey());
		expect(await send(request)).toMatchObject({ status: 200, body: { ticket: null } });
		const { ticket } = await takeOne("chung-thuc");
		expect((await send<CallAnswer>(request)).body.ticket?.id).toBe(ticket.id);
		expect((await send<CallAnswer>(request)).body.ticket?.id).toBe(ticket.id);
	});

	test("that only frees the counter is kept: the same key calls nobody who comes then", async () => {
		await callAll("quay-1", lan);
		await takeOne();
		await send(at("quay-1", "call-next", lan, newKey()));
		const request = at("quay-1", "call-next", lan, newKey());
		expect(await send(request)).toMatchObject({ status: 200, body: { ticket: null } });
		const { ticket } = await takeOne();
		expect(await send(request)).toMatchObject({ status: 200, body: { ticket: null } });
		expect(await stateOf(ticket.id)).toMatchObject({ state: "waiting" });
	});

	test("refused because the counter is paused is decided anew when it is open", async () => {
		await callAll("quay-1", lan);
		const { ticket } = await takeOne();
		await send(at("quay-1", "pause", lan, newKey()));
		const request = at("quay-1", "call-next", lan, newKey());
		expect(await send(request)).toMatchObject({ status: 409, body: { code: "counter/not-open" } });
		await send(at("quay-1", "open", lan, newKey()));
		expect((await send<CallAnswer>(request)).body.ticket?.id).toBe(ticket.id);
	});
});

describe("what an officer does with the person called, asked again with the same key, is answered the same and done once:", () => {
	test.each([
		["recall", { state: "called", callCount: 2 }],
		["start", { state: "serving", callCount: 1 }],
		["finish", { state: "done", callCount: 1 }],
		["miss", { state: "missed", callCount: 1 }],
	])("%s", async (act, expected) => {
		await callAll("quay-1", lan);
		const { ticket } = await takeOne();
		await send(at("quay-1", "call-next", lan, newKey()));
		const request = at("quay-1", act, lan, newKey(), { ticketId: ticket.id });
		const first = await sendFirst<ActAnswer>(request);
		expect(first).toMatchObject({ status: 200, body: { ticket: { id: ticket.id, ...expected } } });
		const atOnce = await Promise.all([send(request), send(request), send(request)]);
		for (const again of [...atOnce, await send(request)]) expect(said(again)).toEqual(said(first));
		expect(await stateOf(ticket.id)).toMatchObject(expected);
	});
});

describe("what an officer does with a counter, asked again late with the same key, is answered the same and changes nothing:", () => {
	/** Every act at a counter is an event. */
	const counterOnDisk = async () => (await dayOnDisk(hub.dataDir)).counters.get("quay-1");

	test.each([
		["pause", "open"],
		["close", "open"],
		["open", "pause"],
	])("%s", async (act, undo) => {
		await callAll("quay-1", lan);
		if (act === "open") await send(at("quay-1", "close", lan, newKey()));
		const request = at("quay-1", act, lan, newKey());
		const first = await sendFirst<CounterAnswer>(request);
		expect((await send(at("quay-1", undo, lan, newKey()))).status).toBe(200);
		const before = await counterOnDisk();
		expect(said(await send(request))).toEqual(said(first));
		expect(await counterOnDisk()).toEqual(before);
		await send(at("quay-1", "open", lan, newKey()));
	});
});

describe("what is not kept in the ledger answers a repeat as well:", () => {
	test("adding an account is 201 again, and one account", async () => {
		const account = {
			username: "thu-ky",
			password: "mat-khau-dai",
			name: "Lê Thị Mai",
			roles: ["officer"],
		};
		const request = { path: "/api/admin/accounts", body: account, cookie: admin, key: newKey() };
		const answers = await Promise.all([sendFirst<Account>(request), sendFirst<Account>(request)]);
		answers.push(await send<Account>(request));
		const { password: _, ...shown } = account;
		expect(answers.map(said)).toEqual(Array(3).fill({ status: 201, body: shown }));
		const { body } = await asker(hub.url, admin)<{ items: Account[] }>(
			"GET",
			"/api/admin/accounts",
		);
		expect(body.items.filter(({ username }) => username === "thu-ky")).toHaveLength(1);
		const other = { ...request, body: { ...account, name: "Lê Thị Mận" } };
		expect(await send(other)).toMatchObject({ status: 422, body: { code: "request/key-reused" } });
		expect(await send({ ...request, key: newKey() })).toMatchObject({
			status: 409,
			body: { code: "account/exists" },
		});
	});

	test("signing out is 204 again, though nobody is signed in any more", async () => {
		const cookie = await signIn(hub.url, officerAt("quay-1"), officerPassword);
		const request = { method: "DELETE", path: "/api/session", cookie, key: newKey() } as const;
		expect((await sendFirst(request)).status).toBe(204);
		expect((await send(request)).status).toBe(204);
		expect((await send({ ...request, key: newKey() })).status).toBe(401);
		expect((await asker(hub.url, cookie)("GET", "/api/session")).status).toBe(401);
	});
});

test("all that was done in the tests above, asked again of a hub that was killed, is answered as it was then and changes nothing", async () => {
	expect(answered.length).toBeGreaterThan(70);
	await killAndStartAgain();
	const before = await dayOnDisk(hub.dataDir);
	for (const { request, first } of answered) expect(said(await send(request))).toEqual(first);
	expect(await dayOnDisk(hub.dataDir)).toEqual(before);
});
