import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, expect, test } from "vitest";
import type { LiveAuth } from "../../protocol/live.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker, signIn } from "../ask.ts";
import {
	adminPassword,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";

afterAll(removeTemporaryDirectories);

const fixtures = join(projectRoot, "server/door/fixtures");

async function enter(url: string, auth: LiveAuth, extraHeaders = {}): Promise<void> {
	const options = { transports: ["websocket"], reconnection: false, forceNew: true };
	const socket = io(`${url}/live`, { ...options, auth, extraHeaders });
	await new Promise<void>((said) => {
		socket.on("snapshot", () => said());
		socket.on("connect_error", () => said());
	});
	socket.close();
}

/** All that stands in these files of a data directory. */
async function written(dataDir: string, ...names: string[]): Promise<string> {
	const files = await readdir(dataDir, { recursive: true, withFileTypes: true });
	const wanted = files.filter(
		(file) =>
			file.isFile() && names.some((name) => join(file.parentPath, file.name).includes(name)),
	);
	const texts = wanted.map((file) => readFile(join(file.parentPath, file.name), "utf8"));
	return (await Promise.all(texts)).join("\n");
}

test("a hub that says all it can says no password, no session and nobody's ticket", async () => {
	// Given a password and no accounts: a first start hashes it.
	const DATA_DIR = await temporaryDirectory();
	const hub = await startHubProcess({ LOG_LEVEL: "trace", DATA_DIR });
	const { url, dataDir } = hub;
	const secrets: Record<string, string> = {
		"the password": adminPassword,
		"a wrong password": "mat-khau-go-nham",
		"an officer's password": "mat-khau-cua-lan",
		"a forged cookie": "motcua-gia-mao.cookie",
		"a device's token": "ma-thiet-bi-0123456789abcdef",
	};
	const cookie = await signIn(url);
	const signed = decodeURIComponent(cookie.slice("motcua=".length));
	secrets["the cookie"] = cookie.slice("motcua=".length);
	secrets["the session's id"] = signed.split(".")[0] ?? "";
	const ask = asker(url, cookie);
	await ask("POST", "/api/session", { username: "admin", password: secrets["a wrong password"] });
	await ask("POST", "/api/session", `{"username":"admin","password":"${adminPassword}"`);
	await ask("POST", "/api/session", { username: "admin", password: adminPassword, mat: "khau" });
	await ask("POST", "/api/admin/accounts", {
		username: "lan",
		password: secrets["an officer's password"],
		name: "Nguyễn Thị Lan",
		roles: ["officer"],
	});
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "ho-tich",
		kioskId: "kiosk-1",
	});
	const { id } = taken.body.ticket;
	secrets["a ticket's id"] = id;
	await expect
		.poll(async () => (await ask<TicketAnswer>("GET", `/api/tickets/${id}`)).body.print?.state)
		.toBe("confirmed");
	const bearer = { authorization: `Bearer ${secrets["a device's token"]}` };
	for (const path of [
		`/t/${id}`,
		`/api/tickets/${id}%00`,
		`/t/${id}/khong-co`,
		`/khong-co/${id}`,
	]) {
		await ask("GET", path, undefined, bearer);
	}
	await ask("DELETE", `/api/tickets/${id}`, undefined, { origin: "https://example.org" });
	await ask("GET", `/api/tickets/${id}`, undefined, { host: "rebind.example" }).catch(() => null);
	await ask("GET", "/api/session", undefined, { cookie: `motcua=${secrets["a forged cookie"]}` });
	await enter(url, { view: "ticket", id });
	await enter(url, { view: "ticket", id: `${id}x`, token: secrets["a device's token"] ?? "" });
	await enter(url, { view: "staff" }, { cookie });
	await ask("DELETE", "/api/session");
	expect(await hub.stop()).toBe(0);

	const said = hub.output();
	expect(said).toContain('"msg":"routes"');
	const audit = await written(dataDir, "audit");
	const atRest = await written(dataDir, "accounts.json", "sessions.json");
	expect(atRest).toContain('"lan"');
	for (const [what, secret] of Object.entries(secrets)) {
		expect([what, secret.length > 10]).toEqual([what, true]);
		for (const place of [said, audit, atRest])
			expect([what, place.includes(secret)]).toEqual([what, false]);
	}
});

test("nor does one that speaks TLS say its key", async () => {
	const key = await readFile(join(fixtures, "localhost-1.key"), "utf8");
	const hub = await startHubProcess({
		LOG_LEVEL: "trace",
		DATA_DIR: await temporaryDirectory(),
		TLS_CERT: join(fixtures, "localhost-1.crt"),
		TLS_KEY: join(fixtures, "localhost-1.key"),
	});
	expect(await hub.stop()).toBe(0);
	for (const line of key.split("\n").filter((text) => text.length > 20)) {
		expect(hub.output()).not.toContain(line);
	}
	expect(hub.output()).not.toContain(adminPassword);
});
