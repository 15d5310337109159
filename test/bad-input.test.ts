import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Health } from "../protocol/health.ts";
import type { Problem } from "../protocol/problem.ts";
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

describe("bad input gets a problem document with a code and a sentence", () => {
	const ticket = { serviceId: "ho-tich" };
	const long = "ô".repeat(300);
	test.each<
		[string, () => Promise<{ status: number; type: string; body: Problem }>, number, string]
	>([
		[
			"an unknown service",
			() => ask("POST", "/api/tickets", { serviceId: "khong-co" }),
			404,
			"service/unknown",
		],
		[
			"an unknown procedure",
			() => ask("POST", "/api/tickets", { ...ticket, procedureCode: "9.999999" }),
			404,
			"procedure/unknown",
		],
		[
			"a procedure of another service",
			() => ask("POST", "/api/tickets", { ...ticket, procedureCode: "2.000815" }),
			409,
			"procedure/other-service",
		],
		[
			"an unknown priority class",
			() => ask("POST", "/api/tickets", { ...ticket, priorityClass: "vip" }),
			404,
			"priority-class/unknown",
		],
		[
			"an unknown kiosk",
			() => ask("POST", "/api/tickets", { ...ticket, kioskId: "kiosk-9" }),
			404,
			"kiosk/unknown",
		],
		["a wrong type", () => ask("POST", "/api/tickets", { serviceId: 5 }), 400, "request/invalid"],
		[
			"an unknown key",
			() => ask("POST", "/api/tickets", { ...ticket, servise: "x" }),
			400,
			"request/invalid",
		],
		[
			"an over-long text",
			() => ask("POST", "/api/tickets", { serviceId: long }),
			400,
			"request/invalid",
		],
		[
			"an over-long query",
			() => ask("GET", `/api/procedures?q=${encodeURIComponent(long)}`),
			400,
			"request/invalid",
		],
		["no body", () => ask("POST", "/api/tickets"), 400, "request/invalid"],
		["an empty body", () => ask("POST", "/api/tickets", ""), 400, "request/invalid"],
		["a body of null", () => ask("POST", "/api/tickets", "null"), 400, "request/invalid"],
		[
			"lists in lists without end",
			() => ask("POST", "/api/tickets", `{"a":${"[".repeat(9_000)}${"]".repeat(9_000)}}`),
			400,
			"request/invalid",
		],
		[
			"brackets in a text, which are no lists",
			() => ask("POST", "/api/tickets", { serviceId: '["'.repeat(20) }),
			404,
			"service/unknown",
		],
		["bad JSON", () => ask("POST", "/api/tickets", "{serviceId"), 400, "request/bad-json"],
		[
			"a poisoned prototype",
			() => ask("POST", "/api/tickets", '{"__proto__":{"a":1}}'),
			400,
			"request/bad-json",
		],
		[
			"another media type",
			() => ask("POST", "/api/tickets", "a=1", { "content-type": "text/plain" }),
			415,
			"request/unsupported-media-type",
		],
		[
			"a huge body",
			() => ask("POST", "/api/tickets", JSON.stringify({ serviceId: "x".repeat(100_000) })),
			413,
			"request/too-large",
		],
		[
			"a page of another site",
			() => ask("POST", "/api/tickets", ticket, { origin: "https://example.org" }),
			403,
			"request/foreign-origin",
		],
		[
			"a device behind a proxy",
			() => ask("POST", "/api/tickets", ticket, { "x-forwarded-for": "10.0.0.9" }),
			403,
			"device/not-trusted",
		],
		["a NUL in a page's address", () => ask("GET", "/kiosk/%00"), 400, "request/bad-path"],
		[
			"a part that a file does not have",
			() => ask("GET", "/display/board", undefined, { range: "bytes=9999999-" }),
			416,
			"request/bad-range",
		],
		[
			"a version that a file no longer has",
			() => ask("GET", "/display/board", undefined, { "if-match": '"ban-cu"' }),
			412,
			"request/precondition-failed",
		],
		[
			"an over-long address",
			() => ask("GET", `/api/procedures?q=${"a".repeat(5_000)}`),
			414,
			"request/address-too-long",
		],
		["an unknown route", () => ask("GET", "/api/khong-co"), 404, "request/not-found"],
		["an unknown page", () => ask("GET", "/khong-co"), 404, "request/not-found"],
		[
			"a path out of the pages",
			() => ask("GET", "/kiosk/..%2f..%2fpackage.json"),
			404,
			"request/not-found",
		],
		[
			"an over-long path",
			() => ask("GET", `/api/procedures/${"9".repeat(500)}`),
			400,
			"request/bad-path",
		],
		[
			"a wrong percent-encoding",
			() => ask("GET", "/api/procedures/%E0%A4%A"),
			400,
			"request/bad-path",
		],
		[
			"an unknown procedure's page",
			() => ask("GET", "/api/procedures/9.999999"),
			404,
			"procedure/unknown",
		],
		[
			"an unknown ticket",
			() => ask("GET", "/api/tickets/AAAAAAAAAAAAAAAAAAAAAA"),
			404,
			"ticket/unknown",
		],
		[
			"a limit that is no number",
			() => ask("GET", "/api/procedures?limit=nhieu"),
			400,
			"request/invalid",
		],
		[
			"a limit beyond what is allowed",
			() => ask("GET", "/api/procedures?limit=501"),
			400,
			"request/invalid",
		],
		["an unknown printer", () => ask("GET", "/printers/may-in-9/paper"), 404, "printer/unknown"],
		[
			"nobody signed in",
			() => ask("POST", "/api/counters/quay-1/call-next", "{bad"),
			401,
			"session/required",
		],
		[
			"a forged cookie",
			() => ask("GET", "/api/session", undefined, { cookie: "motcua=abc.def" }),
			401,
			"session/required",
		],
		[
			"a wrong password",
			() => ask("POST", "/api/session", { username: "admin", password: "sai" }),
			401,
			"session/wrong-credentials",
		],
		[
			"a wrong name",
			() => ask("POST", "/api/session", { username: "khong-co", password: "sai" }),
			401,
			"session/wrong-credentials",
		],
		[
			"an unknown counter",
			() => askAdmin("POST", "/api/counters/quay-99/open", {}),
			404,
			"counter/unknown",
		],
		[
			"a counter that is not open",
			() => askAdmin("POST", "/api/counters/quay-6/call-next", {}),
			409,
			"counter/not-open",
		],
	])("%s", async (_name, send, status, code) => {
		const answer = await send();
		expect(answer).toMatchObject({ status, body: { status, code } });
		expect(answer.type).toMatch(/^application\/problem\+json/);
		expect(answer.body.title.length).toBeGreaterThan(3);
		expect(answer.body.detail).toMatch(/\p{Lu}.{10,}\.$/u);
		expect(JSON.stringify(answer.body)).not.toMatch(/node_modules|\.ts:|\.js:|at \w+ \(/);
	});

	test("each thing that is wrong is named with its place and what is allowed", async () => {
		const { body } = await ask<Problem>(
			"POST",
			"/api/tickets",
			{ serviceId: 5, langauge: "vi" },
			english,
		);
		expect(body).toMatchObject({ title: "The request is not right", code: "request/invalid" });
		expect(body.errors).toEqual(
			expect.arrayContaining([
				expect.objectContaining({ path: "/serviceId", found: "5" }),
				expect.objectContaining({ path: "/langauge", hint: "language" }),
			]),
		);
	});

	test("the hub is up after all of it", async () => {
		expect((await ask<Health>("GET", "/api/health")).body.status).toBe("ok");
		expect(hub.output()).not.toMatch(/unexpected fault/);
	});
});
