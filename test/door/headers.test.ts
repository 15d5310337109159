import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { type Answer, asker, signIn } from "../ask.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { addressTo, routesOf } from "./routes.ts";

let hub: HubProcess;

beforeAll(async () => {
	hub = await startHubProcess({ LOG_LEVEL: "debug" });
});
afterAll(async () => {
	expect(await hub.stop()).toBe(0);
	await removeTemporaryDirectories();
});

const onEveryAnswer = {
	"content-security-policy": /^default-src 'none';.*frame-ancestors 'none'/,
	"cross-origin-resource-policy": /^same-origin$/,
	"referrer-policy": /^no-referrer$/,
	"x-content-type-options": /^nosniff$/,
	"x-frame-options": /^DENY$/,
	"cache-control": /no-store|no-cache|immutable|private/,
};

const onPagesAndFiles = {
	...onEveryAnswer,
	"cross-origin-embedder-policy": /^require-corp$/,
	"cross-origin-opener-policy": /^same-origin$/,
	"permissions-policy": /camera=\(\).*usb=\(\)/,
};

function expectHeaders({ headers }: Pick<Answer, "headers">, path: string): void {
	const isData = /^\/api\/(?!docs)/.test(path);
	for (const [name, value] of Object.entries(isData ? onEveryAnswer : onPagesAndFiles)) {
		expect([name, headers.get(name)]).toEqual([name, expect.stringMatching(value)]);
	}
	expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|https?:/);
	expect([headers.get("server"), headers.get("x-powered-by")]).toEqual([null, null]);
	// Over plain HTTP it would be ignored, and behind a proxy without TLS it would lock people out.
	expect(headers.get("strict-transport-security")).toBeNull();
}

test("every answer of every route bears them, whether it is asked rightly or not", async () => {
	const routes = routesOf(hub.output());
	expect(routes.map(({ method, url }) => `${method} ${url}`)).toEqual(
		expect.arrayContaining(["POST /api/tickets", "GET /t/:ticketId", "HEAD /kiosk/*"]),
	);
	const cookie = await signIn(hub.url);
	for (const route of routes) {
		for (const sent of [cookie, ""]) {
			const answer = await fetch(`${hub.url}${addressTo(route)}`, {
				method: route.method,
				headers: { cookie: sent },
				redirect: "manual",
			});
			await answer.arrayBuffer();
			try {
				expectHeaders(answer, route.url);
			} catch (error) {
				throw new Error(`${route.method} ${route.url}`, { cause: error });
			}
		}
	}
});

test("the staff's pages alone may use the microphone, to record the office's voice", async () => {
	const ask = asker(hub.url);
	const policyOf = async (path: string) =>
		(await ask("GET", path)).headers.get("permissions-policy") ?? "";
	expect(await policyOf("/staff/")).toContain("microphone=(self)");
	expect(await policyOf("/staff/?page=voice")).toContain("camera=()");
	for (const path of ["/", "/kiosk/", "/display/board", "/t/khong-co"]) {
		expect(await policyOf(path)).toContain("microphone=()");
	}
});

describe("so does what no route answers", () => {
	test.each([
		["an address that nothing is at", "/khong-co"],
		["an address that is no address", "/api/procedures/%E0%A4%A"],
		["an address that is too long", `/api/procedures?q=${"a".repeat(5_000)}`],
		["the live side", "/socket.io/?EIO=4&transport=polling"],
		["the live side's refusal", "/socket.io/?EIO=2&transport=polling"],
	])("%s", async (_name, path) => {
		expectHeaders(await asker(hub.url)("GET", path), path);
	});

	test("what is no HTTP at all gets the most needed of them, and a problem document", async () => {
		const socket = connect(Number(new URL(hub.url).port), "127.0.0.1");
		let text = "";
		socket.setEncoding("utf8").on("data", (piece: string) => {
			text += piece;
		});
		socket.write("XIN CHAO\r\n\r\n");
		await once(socket, "close");
		expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
		expect(text).toMatch(/\r\ncontent-security-policy: default-src 'none'/);
		expect(text).toMatch(/\r\nx-content-type-options: nosniff\r\n/);
		expect(text).toContain('"code":"request/malformed"');
	});
});

test("what holds somebody's key is kept by no browser and no proxy", async () => {
	const ask = asker(hub.url, await signIn(hub.url));
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	const { id } = taken.body.ticket;
	for (const path of [`/api/tickets/${id}`, "/api/session", "/api/queue", "/api/admin/accounts"]) {
		expect((await ask("GET", path)).headers.get("cache-control")).toBe("no-store");
	}
	expect(taken.headers.get("cache-control")).toBe("no-store");
});

test("a page may speak with the live side of the host it came from, and with no other", async () => {
	const { port } = new URL(hub.url);
	for (const name of ["127.0.0.1", "localhost", "127.0.0.1"]) {
		const { headers } = await asker(`http://${name}:${port}`)("GET", "/kiosk/");
		expect(headers.get("content-security-policy")).toContain(
			`connect-src 'self' ws://${name}:${port}`,
		);
	}
});

test("an answer to a program may do nothing wherever it is opened", async () => {
	const { headers } = await asker(hub.url)("GET", "/api/office");
	expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
});
