import { afterAll, beforeAll, expect, test } from "vitest";
import type { LogPage } from "../protocol/log.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "./hub-process.ts";

let hub: HubProcess;
let cookie: string;
let ticket: TicketAnswer["ticket"];

beforeAll(async () => {
	hub = await startHubProcess();
	cookie = await signIn(hub.url);
	const ask = asker(hub.url, cookie);
	({ ticket } = (await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" })).body);
	await ask("POST", "/api/counters/quay-1/open", {});
	await ask("POST", "/api/counters/quay-1/call-next", {});
});
afterAll(removeTemporaryDirectories);

test("an admin sees who did what, the newest first, a page at a time", async () => {
	const ask = asker(hub.url, cookie);
	const all = (await ask<LogPage>("GET", "/api/admin/log?source=queue")).body;
	expect(all.items.slice(0, 3).map(({ by, type, number }) => [by, type, number])).toEqual([
		["admin", "ticket-called", ticket.number],
		["admin", "counter-opened", null],
		["admin", "ticket-issued", ticket.number],
	]);
	expect(all.days[0]).toBe(all.day);
	expect(JSON.stringify(all)).not.toContain(ticket.id);
	const second = await ask<LogPage>("GET", "/api/admin/log?source=queue&offset=1&limit=1");
	expect(second.body).toMatchObject({ total: all.total, items: [all.items[1]] });
	const first = (await ask<LogPage>("GET", "/api/admin/log?source=queue&limit=1")).body;
	await ask("POST", "/api/counters/quay-1/recall", {});
	const older = await ask<LogPage>("GET", `/api/admin/log?source=queue&before=${first.older}`);
	expect(older.body.items).toEqual(all.items.slice(1));
	expect(all.people).toContainEqual({ by: "kiosk:kiosk-1", who: "Máy lấy số kiosk-1" });
});

test("the same as a file for a spreadsheet, in the language that is asked for", async () => {
	const { status, type, headers, body } = await asker(hub.url, cookie)<string>(
		"GET",
		`/api/admin/log.csv?q=${ticket.number}`,
		undefined,
		{ "accept-language": "en" },
	);
	expect([status, type, headers.get("cache-control")]).toEqual([
		200,
		"text/csv; charset=utf-8",
		"no-store",
	]);
	expect(headers.get("content-disposition")).toMatch(/filename="log_\d{4}-\d{2}-\d{2}\.csv"/);
	expect(body.split("\r\n")[0]).toContain("Time,Who,Account,What");
	expect(body).toContain(`,ticket-called`);
	const link = `/api/admin/log.csv?from=2026-01-01&kind=sign-ins&by=admin&language=vi`;
	const signIns = (await asker(hub.url, cookie)<string>("GET", link)).body.split("\r\n");
	expect(signIns[0]).toContain("Thời điểm,Ai");
	expect(signIns[1]).toMatch(/,Quản trị,admin,đăng nhập,,127\.0\.0\.1,signed-in$/);
});

test("nobody else sees it, and what is asked wrongly is said", async () => {
	const admin = asker(hub.url, cookie);
	const account = {
		username: "lan",
		password: "cong-dan-la-tren-het",
		name: "Lan",
		roles: ["officer", "supervisor"],
	};
	expect((await admin("POST", "/api/admin/accounts", account)).status).toBe(201);
	const lan = await signIn(hub.url, "lan", account.password);
	for (const path of ["/api/admin/log", "/api/admin/log.csv"]) {
		expect((await asker(hub.url)("GET", path)).status).toBe(401);
		expect((await asker(hub.url, lan)("GET", path)).status).toBe(403);
		expect((await admin("GET", `${path}?day=hôm-qua`)).body).toMatchObject({
			code: "request/invalid",
		});
	}
});
