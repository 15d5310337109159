import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, patienceMs } from "./api.ts";

describe("asking the hub", () => {
	let server: Server;
	let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void;

	beforeEach(async () => {
		server = createServer(async (request, response) => {
			let body = "";
			for await (const chunk of request) body += chunk;
			answer(request, response, body);
		}).listen(0, "127.0.0.1");
		await once(server, "listening");
		const address = server.address();
		const origin = typeof address === "object" && address ? `http://127.0.0.1:${address.port}` : "";
		const realFetch = fetch;
		// A browser knows where the page came from; Node must be told.
		vi.stubGlobal("fetch", (path: string, init: RequestInit) => realFetch(origin + path, init));
		vi.stubGlobal("document", { documentElement: { lang: "en" } });
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.useRealTimers();
		server.closeAllConnections();
		server.close();
	});

	it("sends JSON in the language of the page and gives the value back", async () => {
		let seen: unknown;
		answer = (request, response, body) => {
			const { "accept-language": language, "content-type": type } = request.headers;
			seen = { method: request.method, url: request.url, language, type, body };
			response.writeHead(201, { "content-type": "application/json" });
			response.end(JSON.stringify({ number: "A012", name: "Đăng ký khai sinh" }));
		};
		const got = await api("POST", "/api/tickets", { serviceId: "ho-tich" });
		expect(got).toEqual({
			ok: true,
			status: 201,
			value: { number: "A012", name: "Đăng ký khai sinh" },
		});
		expect(seen).toEqual({
			method: "POST",
			url: "/api/tickets",
			language: "en",
			type: "application/json",
			body: '{"serviceId":"ho-tich"}',
		});
	});

	it("names no content type where there is no body, and takes an empty answer for null", async () => {
		let type: string | undefined = "unseen";
		answer = (request, response) => {
			type = request.headers["content-type"];
			response.writeHead(204).end();
		};
		expect(await api("DELETE", "/api/session")).toEqual({ ok: true, status: 204, value: null });
		expect(type).toBeUndefined();
	});

	it("hands on the problem of a refusal", async () => {
		const problem = {
			type: "about:blank",
			title: "Quầy đang có người",
			status: 409,
			code: "counter/taken",
			detail: "Quầy số 3 đang do Nguyễn Thị Hạnh phụ trách.",
			holder: "Nguyễn Thị Hạnh",
		};
		answer = (_request, response) => {
			response.writeHead(409, { "content-type": "application/problem+json" });
			response.end(JSON.stringify(problem));
		};
		expect(await api("POST", "/api/counters/quay-3/open", {})).toEqual({
			ok: false,
			status: 409,
			problem,
		});
	});

	it.each([
		[502, "<h1>Bad gateway</h1>"],
		[200, '{"ticket":'],
		[500, '{"error":"x"}'],
		[500, "null"],
	])("has no problem to show where the answer %i %s is not the hub's", async (status, body) => {
		answer = (_request, response) => response.writeHead(status).end(body);
		expect(await api("GET", "/api/office")).toEqual({ ok: false, status, problem: null });
	});

	it("has neither status nor problem where nobody answers", async () => {
		answer = (request) => request.socket.destroy();
		expect(await api("GET", "/api/office")).toEqual({ ok: false, status: null, problem: null });
	});

	it("gives up on a hub that takes the request and says nothing for 10 s", async () => {
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const asked = new Promise<void>((resolve) => {
			answer = () => resolve();
		});
		const got = api("GET", "/api/office");
		await asked;
		await vi.advanceTimersByTimeAsync(patienceMs);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
	});
});
