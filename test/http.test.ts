import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { Problem } from "../protocol/problem.ts";
import type { FieldList, LifeEventList, Procedure, ProcedurePage } from "../protocol/procedures.ts";
import type { CallAnswer, CounterAnswer, QueueAnswer, Session } from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { problemWords } from "../words/problems.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let askAdmin: ReturnType<typeof asker>;

beforeAll(async () => {
	hub = await startHubProcess();
	ask = asker(hub.url);
	askAdmin = asker(hub.url, await signIn(hub.url));
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

const english = { "accept-language": "en" };

describe("what anyone in the lobby may ask", () => {
	test("the hub says how it and its printers are", async () => {
		const { status, body } = await ask<Health>("GET", "/api/health");
		expect(status).toBe(200);
		expect(body).toMatchObject({ status: "ok", ledger: { writable: true } });
		expect(body.printers.map(({ state }) => state)).toEqual(["ready", "ready"]);
	});

	test("the office has its services, counters, classes and kiosks, in both languages", async () => {
		const { body } = await ask<OfficeView>("GET", "/api/office");
		expect(body.services.map(({ prefix }) => prefix)).toEqual(
			expect.arrayContaining(["A", "B", "C", "E", "G", "H"]),
		);
		expect(body.counters.length).toBeGreaterThanOrEqual(6);
		expect(body.priorityClasses).toHaveLength(4);
		expect(body.kiosks).toHaveLength(2);
		expect(body.services.every(({ open, name }) => open && name.vi && name.en)).toBe(true);
	});

	test("every field counts its procedures and leads to a service", async () => {
		const { body } = await ask<FieldList>("GET", "/api/fields");
		const office = (await ask<OfficeView>("GET", "/api/office")).body;
		expect(body.items.reduce((sum, { count }) => sum + count, 0)).toBe(183);
		const services = office.services.map(({ id }) => id);
		expect(body.items.every(({ serviceId }) => services.includes(serviceId))).toBe(true);
	});

	test("all procedures can be paged through, each once, and each opened whole", async () => {
		const codes: string[] = [];
		for (let offset = 0; offset < 183; offset += 100) {
			const page = await ask<ProcedurePage>("GET", `/api/procedures?limit=100&offset=${offset}`);
			expect(page.body.total).toBe(183);
			codes.push(...page.body.items.map(({ code }) => code));
		}
		expect(new Set(codes).size).toBe(183);
		for (const code of codes) {
			const { status, body } = await ask<Procedure>("GET", `/api/procedures/${code}`);
			expect(status).toBe(200);
			expect(body.code).toBe(code);
		}
	});

	test("a birth is found as people type it, with its fee, papers and times", async () => {
		const { body } = await ask<ProcedurePage>("GET", "/api/procedures?q=dang%20ky%20khai%20sih");
		expect(body.items[0]).toMatchObject({ code: "1.001193", name: "Đăng ký khai sinh" });
		const whole = (await ask<Procedure>("GET", "/api/procedures/1.001193")).body;
		expect(whole).toMatchObject({
			feeStatus: "free",
			serviceId: "ho-tich",
			asOf: { date: "2026-07-20" },
		});
		expect(whole.times).toMatchObject({ sameDay: true, cutoff: "15:00" });
		expect(whole.documents[1]).toMatchObject({
			name: "Giấy chứng sinh",
			originals: 1,
			submit: true,
		});
	});

	test("a field can be named by its id or its name", async () => {
		for (const field of ["chung-thuc", "Chứng thực"]) {
			const path = `/api/procedures?field=${encodeURIComponent(field)}&limit=500`;
			expect((await ask<ProcedurePage>("GET", path)).body.total).toBe(12);
		}
	});

	test("an event of life has as many procedures as it says, what is needed first at first", async () => {
		const { body } = await ask<LifeEventList>("GET", "/api/life-events");
		expect(body.total).toBe(body.items.length);
		expect(body.items[0]).toMatchObject({ id: "sinh-con", name: { vi: "Sinh con" } });
		for (const { id, count } of body.items) {
			const path = `/api/procedures?event=${id}&limit=500`;
			expect((await ask<ProcedurePage>("GET", path)).body.total, id).toBe(count);
		}
		const birth = await ask<ProcedurePage>("GET", "/api/procedures?event=sinh-con&limit=1");
		expect(birth.body.items[0]?.code).toBe("1.001193");
		const none = await ask<ProcedurePage>("GET", "/api/procedures?event=khong-co");
		expect(none.body).toEqual({ total: 0, items: [] });
	});
});

describe("taking a ticket", () => {
	test("gives a number, the people ahead, an address for the phone and a print job", async () => {
		const body = {
			serviceId: "ho-tich",
			procedureCode: "1.001193",
			kioskId: "kiosk-1",
			language: "vi",
			priorityClass: (await ask<OfficeView>("GET", "/api/office")).body.priorityClasses[0]?.id,
		};
		const { status, body: answer } = await ask<TicketAnswer>("POST", "/api/tickets", body);
		expect(status).toBe(201);
		expect(answer).toMatchObject({
			ticket: { number: "A001", state: "waiting", procedureCode: "1.001193" },
			ahead: 0,
			wait: null,
			print: { state: "queued" },
		});
		expect(answer.ticket.id).toMatch(/^[\w-]{22}$/);
		expect(answer.followUrl).toBe(`${hub.url}/t/${answer.ticket.id}`);
		await expect
			.poll(
				async () => (await ask<TicketAnswer>("GET", `/api/tickets/${answer.ticket.id}`)).body.print,
				{ timeout: 20_000 },
			)
			.toMatchObject({ state: "confirmed" });
	});

	test.each([
		["en", "en"],
		["tyz", "vi"],
	])("asked in %s, of Vietnamese and English, a number is taken in %s", async (language, kept) => {
		const take = { serviceId: "dat-dai", language };
		const { status, body } = await ask<TicketAnswer>("POST", "/api/tickets", take);
		expect([status, body.ticket.language]).toEqual([201, kept]);
	});

	test.each(["tyz", "enx", "ty-VN,tyz;q=0.9"])(
		"who reads %s is refused in Vietnamese",
		async (tag) => {
			const asked = await ask<Problem>("GET", "/api/tickets/x", undefined, {
				"accept-language": tag,
			});
			expect(asked.body.title).toBe(problemWords.vi["ticket/unknown"].title);
		},
	);

	test("without a kiosk nothing is printed", async () => {
		const { body } = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
		expect(body).toMatchObject({ ticket: { number: "A002" }, ahead: 1, print: null });
	});

	test("fifty at once get fifty numbers", async () => {
		const taken = await Promise.all(
			Array.from({ length: 50 }, () =>
				ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "chung-thuc" }),
			),
		);
		const numbers = taken.map(({ body }) => body.ticket.number).sort();
		expect(numbers).toEqual(
			Array.from({ length: 50 }, (_, index) => `B${String(index + 1).padStart(3, "0")}`),
		);
		expect(taken.map(({ body }) => body.ahead).sort((a, b) => Number(a) - Number(b))).toEqual(
			Array.from({ length: 50 }, (_, index) => index),
		);
	});
});

describe("a counter", () => {
	test("is opened, calls, serves and is closed; the answer says why somebody was called", async () => {
		const opened = await askAdmin<CounterAnswer>("POST", "/api/counters/quay-1/open", {});
		expect(opened).toMatchObject({ status: 200, body: { counter: { status: "open" } } });
		expect((await askAdmin("POST", "/api/counters/quay-1/open")).status).toBe(200);
		const line = await askAdmin<QueueAnswer>("GET", "/api/queue?counter=quay-1");
		const called = await askAdmin<CallAnswer>("POST", "/api/counters/quay-1/call-next", {
			ifCurrent: null,
		});
		expect(called.body.ticket?.id).toBe(line.body.waiting[0]?.id);
		expect(called.body).toMatchObject({
			ticket: { number: "A001", state: "called", counter: { id: "quay-1" }, callCount: 1 },
			why: { rule: "first-come", detail: { vi: expect.stringContaining("A001") } },
		});
		const stale = await askAdmin<Problem>("POST", "/api/counters/quay-1/call-next", {
			ifCurrent: null,
		});
		expect(stale).toMatchObject({ status: 409, body: { code: "counter/current-changed" } });
		for (const [act, state] of [
			["recall", "called"],
			["start", "serving"],
			["finish", "done"],
		]) {
			const { status, body } = await askAdmin("POST", `/api/counters/quay-1/${act}`, {});
			expect([status, body]).toMatchObject([200, { ticket: { number: "A001", state } }]);
		}
		expect((await askAdmin("POST", "/api/counters/quay-1/close", {})).status).toBe(200);
	});

	test("is held by one officer; taking it over is said and done", async () => {
		const account = {
			username: "lan",
			password: "mat-khau-cua-lan",
			name: "Nguyễn Thị Lan",
			roles: ["officer"],
		};
		expect((await askAdmin("POST", "/api/admin/accounts", account)).status).toBe(201);
		expect(await askAdmin("POST", "/api/admin/accounts", account)).toMatchObject({
			status: 409,
			body: { code: "account/exists" },
		});
		const askLan = asker(hub.url, await signIn(hub.url, "lan", account.password));
		expect((await askLan("GET", "/api/admin/accounts")).status).toBe(403);
		await askLan("POST", "/api/counters/quay-2/open", {});
		const taken = await askAdmin<Problem>("POST", "/api/counters/quay-2/open", {});
		expect(taken).toMatchObject({
			status: 409,
			body: { code: "counter/taken", holder: "Nguyễn Thị Lan" },
		});
		expect(taken.body.detail).toContain("Nguyễn Thị Lan");
		expect((await askAdmin("POST", "/api/counters/quay-2/open", { takeOver: true })).status).toBe(
			200,
		);
		expect((await askLan<Problem>("POST", "/api/counters/quay-2/call-next", {})).body.code).toBe(
			"counter/not-yours",
		);
		expect((await askLan<Session>("GET", "/api/session")).body.counters).toEqual([]);
		expect((await askLan("DELETE", "/api/session")).status).toBe(204);
		expect((await askLan("GET", "/api/session")).status).toBe(401);
	});

	test("with nobody waiting calls nobody", async () => {
		const { body: office } = await ask<OfficeView>("GET", "/api/office");
		const quiet = office.counters.find(({ services }) =>
			services.every((id) => !["ho-tich", "chung-thuc"].includes(id)),
		);
		await askAdmin("POST", `/api/counters/${quiet?.id}/open`, {});
		const { status, body } = await askAdmin("POST", `/api/counters/${quiet?.id}/call-next`, {});
		expect([status, body]).toEqual([200, { ticket: null }]);
	});
});

describe("pages and the description of the interface", () => {
	test("the start page links every page there is", async () => {
		const { body } = await ask<string>("GET", "/");
		for (const [, href] of body.matchAll(/href="([^"]+)"/g)) {
			expect([href, (await ask("GET", href ?? "")).status]).toEqual([href, 200]);
		}
		for (const page of [
			"/kiosk/?kiosk=kiosk-1",
			"/display/board",
			"/staff/",
			"/printers/printer-1/paper?lang=vi",
		]) {
			expect(body).toContain(`href="${page}"`);
		}
		expect((await ask<string>("GET", "/", undefined, english)).body).toContain('<html lang="en">');
	});

	test("OpenAPI 3.1 names every call with what it takes and gives", async () => {
		const { body } = await ask<{ openapi: string; paths: Record<string, object> }>(
			"GET",
			"/api/openapi.json",
		);
		expect(body.openapi).toBe("3.1.0");
		expect(Object.keys(body.paths)).toEqual(
			expect.arrayContaining([
				"/api/health",
				"/api/office",
				"/api/fields",
				"/api/life-events",
				"/api/procedures",
				"/api/procedures/{code}",
				"/api/tickets",
				"/api/tickets/{id}",
				"/api/session",
				"/api/counters/{id}/open",
				"/api/counters/{id}/call-next",
				"/api/counters/{id}/miss",
				"/api/queue",
				"/api/devices/pairings",
				"/api/devices/pairings/collect",
				"/api/admin/devices",
				"/api/admin/devices/accept",
				"/api/admin/devices/{id}",
			]),
		);
		expect((await ask("GET", "/api/docs/")).status).toBe(200);
	});

	test("the paper page shows each printed ticket as a picture", async () => {
		const { body } = await ask<string>("GET", "/printers/printer-1/paper");
		const picture = /<img src="([^"]+\.png)"/.exec(body)?.[1] ?? "";
		const { status, type } = await ask("GET", picture);
		expect([status, type]).toEqual([200, "image/png"]);
	});
});
