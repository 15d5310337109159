import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../protocol/problem.ts";
import type {
	AccountEntry,
	AccountList,
	CallAnswer,
	CounterAnswer,
	Session,
} from "../protocol/staff.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "./ask.ts";
import {
	adminPassword,
	type HubProcess,
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
} from "./hub-process.ts";
import { officerPassword, preparedOfficer } from "./prepared-accounts.ts";
import { runCommand } from "./run-command.ts";

let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let askAdmin: ReturnType<typeof asker>;

beforeAll(async () => {
	const accounts = officers.map((username) => preparedOfficer(username));
	hub = await startHubProcess({ DATA_DIR: await preparedDirectory(accounts) });
	ask = asker(hub.url);
	askAdmin = asker(hub.url, await signIn(hub.url));
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

/** An officer for each test, so that none meets what another did. */
const officers = [
	"co-dinh",
	"ke-gai-bay",
	"nan-nhan",
	"hai-noi",
	"moi-noi",
	"bi-khoa",
	"ve-som",
	"doi",
	"yeu",
	"dong-quay",
	"bi-do",
];

/** Signs an officer in. */
async function officer(username: string) {
	const cookie = await signIn(hub.url, username, officerPassword);
	return { cookie, ask: asker(hub.url, cookie) };
}

/** Adds an account and signs its holder in. */
async function added(username: string, roles = ["officer"]) {
	const account = { username, password: officerPassword, name: `Cán bộ ${username}`, roles };
	expect((await askAdmin("POST", "/api/admin/accounts", account)).status).toBe(201);
	return officer(username);
}

async function signInAs(username: string, password: string, headers: Record<string, string> = {}) {
	return ask<Session & Problem>("POST", "/api/session", { username, password }, headers);
}

/** What the audit holds of the day, as it stands on disk. */
async function audited(): Promise<string> {
	const folder = join(hub.dataDir, "audit", "xa-mau");
	const days = (await readdir(folder)).filter((name) => name.endsWith(".jsonl"));
	const texts = await Promise.all(days.map((name) => readFile(join(folder, name), "utf8")));
	return texts.join("");
}

async function eventsOf(username: string): Promise<object[]> {
	const lines = (await audited()).trim().split("\n");
	return lines
		.flatMap((line) => JSON.parse(line).events)
		.filter((event) => event.username === username)
		.map(({ type, why, mustChange }) => ({
			type,
			...(why && { why }),
			...(mustChange && { mustChange }),
		}));
}

/** A staff view that is open by this cookie; `ended` resolves when the hub cuts it off. */
async function openView(cookie: string) {
	const socket = io(`${hub.url}/live`, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth: { view: "staff" },
		extraHeaders: { cookie },
	});
	const ended = new Promise<string>((over) => socket.once("disconnect", over));
	await new Promise((greeted, refused) => {
		socket.once("snapshot", greeted);
		socket.once("connect_error", refused);
	});
	return { ended, close: () => socket.close() };
}

describe("a session", () => {
	test("has another id after signing in than any that was there before", async () => {
		const { cookie } = await officer("co-dinh");
		const planted = await signInAs("co-dinh", officerPassword, { cookie });
		const fresh = (planted.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		expect(fresh).toMatch(/^motcua=/);
		expect(fresh).not.toBe(cookie);
		expect((await asker(hub.url, cookie)("GET", "/api/session")).status).toBe(401);
		expect((await asker(hub.url, fresh)("GET", "/api/session")).status).toBe(200);
		const invented = await signInAs("co-dinh", officerPassword, { cookie: "motcua=tu-dat" });
		expect(invented.headers.get("set-cookie")).not.toContain("tu-dat");
	});

	test("that somebody else has planted in the browser never becomes that of whoever signs in there", async () => {
		const { cookie: planted } = await officer("ke-gai-bay");
		const view = await openView(planted);
		const signed = await signInAs("nan-nhan", officerPassword, { cookie: planted });
		expect(signed.body.account.username).toBe("nan-nhan");
		expect((await asker(hub.url, planted)("GET", "/api/session")).status).toBe(401);
		expect(await view.ended).toBe("io server disconnect");
		const fresh = (signed.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
		const who = await asker(hub.url, fresh)<Session>("GET", "/api/session");
		expect(who.body.account.username).toBe("nan-nhan");
	});

	test("that signs out takes its open views with it, and no other session's", async () => {
		const { cookie, ask: askOwn } = await officer("hai-noi");
		const other = await openView(await signIn(hub.url, "hai-noi", officerPassword));
		const own = await openView(cookie);
		expect((await askOwn("DELETE", "/api/session")).status).toBe(204);
		expect(await own.ended).toBe("io server disconnect");
		other.close();
		expect(await other.ended).toBe("io client disconnect");
	});

	test("that is ended by its holder everywhere ends its views at once, here too", async () => {
		const { cookie, ask: askOwn } = await officer("moi-noi");
		const second = await signIn(hub.url, "moi-noi", officerPassword);
		const views = await Promise.all([cookie, second].map(openView));
		expect((await askOwn("POST", "/api/session/end-all")).status).toBe(204);
		for (const view of views) expect(await view.ended).toBe("io server disconnect");
		for (const one of [cookie, second]) {
			expect((await asker(hub.url, one)("GET", "/api/session")).status).toBe(401);
		}
	});

	test("is ended by an admin, by being disabled and by other roles; its views with it", async () => {
		const { cookie } = await officer("bi-khoa");
		const endings: [string, string, object][] = [
			["POST", "/api/admin/accounts/bi-khoa/end-sessions", {}],
			["PATCH", "/api/admin/accounts/bi-khoa", { roles: ["officer", "supervisor"] }],
			["PATCH", "/api/admin/accounts/bi-khoa", { disabled: true }],
		];
		let current = cookie;
		for (const [method, path, body] of endings) {
			const view = await openView(current);
			const { status, body: entry } = await askAdmin<AccountEntry>(
				method === "PATCH" ? "PATCH" : "POST",
				path,
				body,
			);
			expect([status, entry.sessions]).toEqual([200, 0]);
			expect(await view.ended).toBe("io server disconnect");
			expect((await asker(hub.url, current)("GET", "/api/session")).status).toBe(401);
			if (!entry.disabled) current = await signIn(hub.url, "bi-khoa", officerPassword);
		}
		expect((await signInAs("bi-khoa", officerPassword)).body.code).toBe("session/disabled");
		expect((await signInAs("bi-khoa", "sai")).body.code).toBe("session/wrong-credentials");
		const { body } = await askAdmin<AccountList>("GET", "/api/admin/accounts");
		expect(body.items.find(({ username }) => username === "bi-khoa")).toMatchObject({
			disabled: true,
			sessions: 0,
		});
	});

	test("that signs out says which counters stay open, also when it is asked again", async () => {
		const { ask: askOwn } = await officer("ve-som");
		await askOwn("POST", "/api/counters/quay-5/open", {});
		const key = { "idempotency-key": "ve-som-1" };
		for (let time = 0; time < 2; time++) {
			const { status, headers } = await askOwn("DELETE", "/api/session", undefined, key);
			expect([status, headers.get("motcua-open-counters")]).toEqual([204, "quay-5"]);
		}
	});
});

describe("a password", () => {
	test("that an admin sets must be changed before anything else; then all is let through", async () => {
		const { cookie } = await added("quen");
		const set = { password: "tạm thời cho quên" };
		const answered = await askAdmin("POST", "/api/admin/accounts/quen/password", set);
		expect(answered).toMatchObject({ status: 200, body: { mustChange: true, sessions: 0 } });
		expect((await asker(hub.url, cookie)("GET", "/api/session")).status).toBe(401);

		const fresh = await signIn(hub.url, "quen", set.password);
		const own = asker(hub.url, fresh);
		expect((await own<Session>("GET", "/api/session")).body.mustChange).toBe(true);
		for (const [method, path] of [
			["POST", "/api/counters/quay-6/open"],
			["GET", "/api/queue"],
		] as const) {
			const { status, body } = await own<Problem>(method, path);
			expect([status, body.code]).toEqual([403, "session/must-change"]);
		}
		await expect(openView(fresh)).rejects.toMatchObject({ data: { code: "session/must-change" } });

		const change = { password: set.password, newPassword: "chỉ mình tôi biết" };
		const key = { "idempotency-key": "doi-1" };
		for (let time = 0; time < 2; time++) {
			const { status, body } = await own<Session>("POST", "/api/session/password", change, key);
			expect([status, body.mustChange]).toEqual([200, false]);
		}
		expect((await own("POST", "/api/counters/quay-6/open", {})).status).toBe(200);
		expect(await eventsOf("quen")).toEqual([
			{ type: "account-added" },
			{ type: "signed-in" },
			{ type: "sessions-ended" },
			{ type: "password-set", mustChange: true },
			{ type: "signed-in" },
			{ type: "password-set" },
		]);
	});

	test("that its holder changes ends the other sessions and their views, and not this one", async () => {
		const { cookie, ask: askOwn } = await officer("doi");
		const other = await signIn(hub.url, "doi", officerPassword);
		const [own, elsewhere] = await Promise.all([openView(cookie), openView(other)]);
		const change = { password: officerPassword, newPassword: "chỉ mình tôi biết" };
		expect((await askOwn("POST", "/api/session/password", change)).status).toBe(200);
		expect(await elsewhere.ended).toBe("io server disconnect");
		expect((await askOwn("GET", "/api/session")).status).toBe(200);
		expect((await asker(hub.url, other)("GET", "/api/session")).status).toBe(401);
		own.close();
		expect(await own.ended).toBe("io client disconnect");
	});

	let weak: Awaited<ReturnType<typeof officer>>;
	beforeAll(async () => {
		weak = await officer("yeu");
	});
	test.each([
		["password/too-common", { password: officerPassword, newPassword: "matkhau123" }],
		["password/names-account", { password: officerPassword, newPassword: "yeu-yeu-yeu" }],
		["password/same", { password: officerPassword, newPassword: officerPassword }],
		["session/wrong-credentials", { password: "không phải", newPassword: "chỉ mình tôi biết" }],
	])("is not taken: %s", async (code, change) => {
		const { body } = await weak.ask<Problem>("POST", "/api/session/password", change);
		expect(body.code).toBe(code);
	});

	test("of one's own is not set without the old one", async () => {
		const set = { password: "không cần mật khẩu cũ" };
		const { body } = await askAdmin<Problem>("POST", "/api/admin/accounts/admin/password", set);
		expect(body.code).toBe("account/own");
	});
});

test("nobody is signed in unseen: where it cannot be noted, the answer carries no session", async () => {
	const blind = await startHubProcess();
	// Nobody has been noted yet: the audit's folder is made for the first.
	await writeFile(join(blind.dataDir, "audit"), "không phải thư mục");
	const asked = { username: "admin", password: adminPassword };
	const { status, headers, body } = await asker(blind.url)<Problem>("POST", "/api/session", asked);
	expect([status, body.code]).toEqual([503, "ledger/unavailable"]);
	expect(headers.getSetCookie()).toEqual([]);
	expect(
		await readFile(join(blind.dataDir, "sessions.json"), "utf8").catch(() => ""),
	).not.toContain("admin");
	await blind.stop();
});

test("a counter that closes takes the officer's word for whoever is there, once", async () => {
	const { ask: askOwn } = await officer("dong-quay");
	await ask("POST", "/api/tickets", { serviceId: "ho-tich" });
	await askOwn("POST", "/api/counters/quay-1/open", {});
	const called = await askOwn<CallAnswer>("POST", "/api/counters/quay-1/call-next", {});
	const close = "/api/counters/quay-1/close";
	expect((await askOwn<Problem>("POST", close, {})).body.code).toBe("counter/occupied");
	const body = { current: "return", ifCurrent: called.body.ticket?.id };
	const key = { "idempotency-key": "dong-1" };
	for (let time = 0; time < 2; time++) {
		const closed = await askOwn<CounterAnswer>("POST", close, body, key);
		expect([closed.status, closed.body.counter.status]).toEqual([200, "closed"]);
	}
	const back = await ask<TicketAnswer>("GET", `/api/tickets/${called.body.ticket?.id}`);
	expect(back.body).toMatchObject({ ahead: 0, ticket: { state: "waiting", counter: null } });
	expect((await askOwn<Problem>("POST", close, { current: "leave" })).body.code).toBe(
		"request/invalid",
	);
});

test("the last admin stays one, and unknown accounts are refused", async () => {
	const refused = await askAdmin<Problem>("PATCH", "/api/admin/accounts/admin", { disabled: true });
	expect([refused.status, refused.body.code]).toEqual([409, "account/last-admin"]);
	for (const [method, path, body] of [
		["PATCH", "/api/admin/accounts/khong-co", { disabled: true }],
		["POST", "/api/admin/accounts/khong-co/password", { password: officerPassword }],
		["POST", "/api/admin/accounts/khong-co/end-sessions", {}],
	] as const) {
		const answered = await askAdmin<Problem>(method, path, body);
		expect([path, answered.status, answered.body.code]).toEqual([path, 404, "account/unknown"]);
	}
});

test("guessing is slowed, for names that there are and that there are not, and a browser that is known is let in", async () => {
	const home = await signInAs("bi-do", officerPassword);
	const cookies = home.headers.getSetCookie().map((one) => one.split(";")[0]);
	const browser = cookies.find((one) => one?.startsWith("motcua-browser=")) ?? "";
	expect(browser).not.toBe("");
	for (const username of ["bi-do", "khong-he-co"]) {
		for (let time = 0; time < 5; time++) {
			expect((await signInAs(username, "sai")).body.code).toBe("session/wrong-credentials");
		}
		// Each failure doubles the wait, so that soon it is longer than this machine takes for a try.
		let next = await signInAs(username, "sai");
		for (let time = 0; time < 10 && next.status === 401; time++)
			next = await signInAs(username, "sai");
		expect([next.status, next.body.code]).toEqual([429, "session/slowed"]);
		expect(Number(next.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
		expect(next.body.detail).toContain(" giây");
	}
	expect((await signInAs("bi-do", officerPassword, { cookie: browser })).status).toBe(200);
	await expect
		.poll(async () => (await eventsOf("khong-he-co")).at(-1))
		.toEqual({ type: "sign-in-failed", why: "slowed" });
});

test("the password that was forgotten is reset at the machine while the hub runs, and the audit has it", async () => {
	const { cookie } = await added("quen-han", ["admin"]);
	const run = await runCommand("accounts", ["reset", "quen-han"], { DATA_DIR: hub.dataDir });
	expect(run).toMatchObject({ code: 0, warned: "" });
	const password = /: (\S+)$/m.exec(run.said)?.[1] ?? "";
	expect(password).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
	const listed = await runCommand("accounts", ["list"], { DATA_DIR: hub.dataDir });
	expect(listed.said).toContain("quen-han  Cán bộ quen-han  admin  reset, not signed in since");

	const signed = await signInAs("quen-han", password);
	expect([signed.status, signed.body.mustChange]).toEqual([200, true]);
	expect((await asker(hub.url, cookie)("GET", "/api/session")).status).toBe(401);
	expect((await signInAs("quen-han", officerPassword)).status).toBe(401);
	expect(await eventsOf("quen-han")).toContainEqual({ type: "password-set", mustChange: true });
	expect(await audited()).toContain('"by":"machine"');

	const unknown = await runCommand("accounts", ["reset", "quen-ham"], { DATA_DIR: hub.dataDir });
	expect(unknown.code).toBe(1);
	expect(unknown.warned).toContain("did you mean quen-han?");
});

test("neither the audit, nor the log, nor any document holds a password, a cookie or what names a browser", async () => {
	const cookie = await signIn(hub.url);
	const kept = ["accounts.json", "sessions.json"].map((name) => join(hub.dataDir, name));
	const texts = await Promise.all(kept.map((file) => readFile(file, "utf8")));
	const all = [...texts, await audited(), hub.output()].join("\n");
	const id = decodeURIComponent(cookie.replace("motcua=", "")).split(".")[0] ?? "";
	expect(id.length).toBeGreaterThan(20);
	for (const secret of [adminPassword, officerPassword, "chỉ mình tôi biết", id]) {
		expect(all).not.toContain(secret);
	}
});
