import { once } from "node:events";
import { request } from "node:http";
import { networkInterfaces } from "node:os";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LiveAuth } from "../../protocol/live.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker } from "../ask.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";

afterAll(removeTemporaryDirectories);

const take = { serviceId: "ho-tich" };
const signIn = { username: "admin", password: adminPassword };

/** Asks for the hub under a name of one's own, which a browser does not let a page do. */
async function askAs(url: string, host: string, path: string): Promise<number> {
	const sent = request(`${url}${path}`, { headers: { host }, agent: false });
	sent.end();
	const [answer] = await once(sent, "response");
	answer.resume();
	return answer.statusCode;
}

/** What comes of a handshake: `in`, or why not. */
function handshake(
	url: string,
	auth: LiveAuth,
	extraHeaders: Record<string, string>,
	transport: "websocket" | "polling" = "websocket",
): Promise<string> {
	const socket = io(`${url}/live`, {
		transports: [transport],
		forceNew: true,
		reconnection: false,
		auth,
		extraHeaders,
	});
	return new Promise<string>((said) => {
		socket.on("connect", () => said("in"));
		socket.on("connect_error", (error) => {
			const data: unknown = "data" in error ? error.data : undefined;
			const code = typeof data === "object" && data && "code" in data ? String(data.code) : "";
			said(code || "refused");
		});
	}).finally(() => socket.close());
}

describe("a hub without a proxy", () => {
	let hub: HubProcess;
	beforeAll(async () => {
		hub = await startHubProcess({
			HOST: "0.0.0.0",
			ALLOWED_HOSTS: "mot-cua.xa-tan-phu.vn",
			PUBLIC_URL: "https://so.xa-tan-phu.gov.vn",
		});
		hub = { ...hub, url: hub.url.replace("0.0.0.0", "127.0.0.1") };
	});
	afterAll(async () => expect(await hub.stop()).toBe(0));

	test.each([
		["localhost", 200],
		["so.xa-tan-phu.gov.vn", 200],
		["mot-cua.xa-tan-phu.vn:8080", 200],
		["rebind.example", 421],
		["127.0.0.1.rebind.example", 421],
	])("asked for as %s answers %d on every page and call", async (host, status) => {
		for (const path of ["/api/health", "/kiosk/", "/", "/display/board"]) {
			expect([path, await askAs(hub.url, host, path)]).toEqual([path, status]);
		}
	});

	test.each(["websocket", "polling"] as const)(
		"lets nobody into its live views from another site or through a proxy, over %s",
		async (transport) => {
			const board = { view: "board" } as const;
			const enter = (headers: Record<string, string>) =>
				handshake(hub.url, board, headers, transport);
			expect(await enter({})).toBe("in");
			expect(await enter({ origin: hub.url })).toBe("in");
			expect(await enter({ origin: "https://example.org" })).toBe("refused");
			expect(await enter({ "x-forwarded-for": "127.0.0.1" })).toBe("device/not-trusted");
		},
	);

	test("lets nobody into its live views under another name", async () => {
		const headers = { host: "rebind.example" };
		expect(await handshake(hub.url, { view: "board" }, headers)).toBe("refused");
		const polling = "/socket.io/?EIO=4&transport=polling";
		expect(await askAs(hub.url, "rebind.example", polling)).toBe(403);
		expect(await askAs(hub.url, "localhost", polling)).toBe(200);
	});

	test("is found by a phone at the machine's own address", async ({ skip }) => {
		const own = Object.values(networkInterfaces())
			.flatMap((all) => all ?? [])
			.find(({ family, internal }) => family === "IPv4" && !internal)?.address;
		if (!own) skip("this machine has no network");
		const url = hub.url.replace("127.0.0.1", own ?? "");
		expect((await asker(url)("GET", "/api/office")).status).toBe(200);
		// It is a phone's way in and no kiosk's.
		expect(await asker(url)("POST", "/api/tickets", take)).toMatchObject({
			status: 403,
			body: { code: "device/not-trusted" },
		});
	});
});

describe("a hub behind a proxy that it trusts", () => {
	let hub: HubProcess;
	let ask: ReturnType<typeof asker>;
	const name = "so.xa-tan-phu.gov.vn";
	/** What the nginx of docs/examples adds. */
	const through = {
		"x-forwarded-for": "203.0.113.9",
		"x-forwarded-proto": "https",
		"x-forwarded-host": name,
	};
	beforeAll(async () => {
		hub = await startHubProcess({ TRUST_PROXY: "loopback", ALLOWED_HOSTS: name });
		ask = asker(hub.url);
	});
	afterAll(async () => expect(await hub.stop()).toBe(0));

	test("has no device of the lobby on its own machine", async () => {
		for (const headers of [{}, through]) {
			expect(await ask("POST", "/api/tickets", take, headers)).toMatchObject({
				status: 403,
				body: { code: "device/not-trusted" },
			});
			expect((await ask("GET", "/printers/printer-1/paper", undefined, headers)).status).toBe(403);
			for (const view of ["kiosk", "board"] as const) {
				const auth = { view, id: "kiosk-1" };
				expect(await handshake(hub.url, auth, headers)).toBe("device/not-trusted");
			}
		}
	});

	test("sends its cookie over TLS alone, tells browsers so, and knows its own pages", async () => {
		const headers = { ...through, origin: `https://${name}` };
		const answer = await ask("POST", "/api/session", signIn, headers);
		expect(answer.status).toBe(200);
		const cookie = answer.headers.get("set-cookie") ?? "";
		expect(cookie).toMatch(/; HttpOnly; Secure; SameSite=Strict/);
		expect(answer.headers.get("strict-transport-security")).toBe("max-age=31536000");
		const page = await ask("GET", "/staff/", undefined, headers);
		expect(page.headers.get("content-security-policy")).toContain(`wss://${name}`);
		const own = { ...headers, cookie: cookie.split(";")[0] ?? "" };
		expect(await handshake(hub.url, { view: "staff" }, own)).toBe("in");
		const others = { ...own, origin: `http://${name}` };
		expect(await handshake(hub.url, { view: "staff" }, others)).toBe("refused");
		expect(await ask("DELETE", "/api/session", undefined, others)).toMatchObject({
			status: 403,
			body: { code: "request/foreign-origin" },
		});
	});

	test("goes by the name that the proxy was asked for", async () => {
		const other = { ...through, "x-forwarded-host": "rebind.example" };
		expect(await ask("GET", "/api/health", undefined, other)).toMatchObject({
			status: 421,
			body: { code: "request/unknown-host" },
		});
	});
});

test("without a proxy that is named, nobody's word makes a session of theirs secure or a ticket lead elsewhere", async () => {
	const hub = await startHubProcess();
	const ask = asker(hub.url);
	const headers = { "x-forwarded-proto": "https", "x-forwarded-host": "rebind.example" };
	const signedIn = await ask("POST", "/api/session", signIn, headers);
	expect(signedIn.headers.get("set-cookie")).not.toContain("Secure");
	expect(signedIn.headers.get("strict-transport-security")).toBeNull();
	const { ticket } = (await ask<TicketAnswer>("POST", "/api/tickets", take)).body;
	const again = await ask<TicketAnswer>("GET", `/api/tickets/${ticket.id}`, undefined, headers);
	expect(again.body.followUrl).toBe(`${hub.url}/t/${ticket.id}`);
	expect(await hub.stop()).toBe(0);
});
