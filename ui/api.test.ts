import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api, patienceMs, whileHashing } from "./api.ts";

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
	vi.useRealTimers();
	vi.unstubAllGlobals();
	server.closeAllConnections();
	server.close();
});

describe("asking the hub", () => {
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

	it("asks once for what changes nothing, and gives up on a hub that says nothing for 10 s", async () => {
		const keys: unknown[] = [];
		const time = steppedTime();
		const asked = new Promise<void>((resolve) => {
			answer = ({ headers }) => {
				keys.push(headers["idempotency-key"]);
				resolve();
			};
		});
		const got = api("GET", "/api/office");
		await asked;
		await time.pass(patienceMs);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		expect(keys).toEqual([undefined]);
	});
});

describe("asking the hub for what changes something", () => {
	const wish = { serviceId: "ho-tich", language: "vi" };
	const ticket = { number: "A012", name: "Đăng ký khai sinh" };

	it("repeats with the same key and body until it is answered: after 300 ms, 600 ms, and each second then", async () => {
		const time = steppedTime();
		const seen = hearing((times, request, response) => {
			if (times <= 4) request.socket.destroy();
			else give(response, 201, ticket);
		});
		const got = api("POST", "/api/tickets", wish);
		for (const pauseMs of [300, 600, 1_000, 1_000]) await time.passPause(pauseMs);
		expect(await got).toEqual({ ok: true, status: 201, value: ticket });
		expect(seen.map(({ body }) => body)).toEqual(Array(5).fill(JSON.stringify(wish)));
		expect(seen[0]?.key).toMatch(/^[\w-]{22}$/);
		expect(new Set(seen.map(({ key }) => key)).size).toBe(1);
	});

	it("has a key of its own for each call, and takes the one that it is given", async () => {
		const seen = hearing((_times, _request, response) => give(response, 200, {}));
		await api("POST", "/api/counters/quay-1/recall", {});
		await api("POST", "/api/counters/quay-1/recall", {});
		await api("DELETE", "/api/session", undefined, { key: "dang-xuat-1" });
		const [first, second, third] = seen.map(({ key }) => key);
		expect(first).not.toBe(second);
		expect(third).toBe("dang-xuat-1");
	});

	it.each([
		["cut off in the middle of its answer", 201, '{"ticket":'],
		["behind something that cannot reach it (502)", 502, "<h1>Bad gateway</h1>"],
		["behind something that cannot reach it (503)", 503, ""],
		["behind something that waits in vain for it (504)", 504, '{"error":"timeout"}'],
	])("repeats where the hub is %s", async (_case, status, text) => {
		const time = steppedTime();
		const seen = hearing((times, _request, response) => {
			if (times === 1) response.writeHead(status).end(text);
			else give(response, 201, ticket);
		});
		const got = api("POST", "/api/tickets", wish);
		await time.passPause(300);
		expect(await got).toMatchObject({ ok: true, value: ticket });
		expect(seen).toHaveLength(2);
	});

	it("repeats where the answer breaks off before its announced length", async () => {
		const time = steppedTime();
		const seen = hearing((times, _request, response) => {
			if (times > 1) return give(response, 201, ticket);
			response.writeHead(201, { "content-length": "4000" });
			response.write('{"number":"A0', () => response.destroy());
		});
		const got = api("POST", "/api/tickets", wish);
		await time.passPause(300);
		expect(await got).toMatchObject({ ok: true, value: ticket });
		expect(seen).toHaveLength(2);
	});

	it("gives up an attempt that is silent for 4 s, and all of them after 10 s", async () => {
		const time = steppedTime();
		const seen = hearing(() => {});
		const got = api("POST", "/api/tickets", wish);
		await time.until(() => seen.length === 1);
		await time.passPause(4_000, 300);
		await time.until(() => seen.length === 2);
		await time.passPause(4_000, 600);
		await time.until(() => seen.length === 3);
		await time.passPause(1_100);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		expect(time.nowMs()).toBe(patienceMs);
		await nothingMoreIsSent(time, seen);
	});

	it("lets an attempt be silent for as long as the caller says", async () => {
		const time = steppedTime();
		const seen = hearing(() => {});
		const got = api("POST", "/api/session", {}, { silentMs: patienceMs });
		await time.until(() => seen.length === 1);
		await time.pass(patienceMs);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		await nothingMoreIsSent(time, seen);
	});

	it("waits for a password that is hashed longer than for anything else, and asks once", async () => {
		const time = steppedTime();
		const seen = hearing(() => {});
		const got = api("POST", "/api/session/password", {}, whileHashing);
		await time.until(() => seen.length === 1);
		await time.pass(3 * patienceMs);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		expect(time.nowMs()).toBe(30_000);
		await nothingMoreIsSent(time, seen);
	});

	it("gives up after 10 s where every attempt is cut off at once, and sends nothing afterwards", async () => {
		const time = steppedTime();
		const seen = hearing((_times, request) => request.socket.destroy());
		const got = api("POST", "/api/tickets", wish);
		for (const pauseMs of [300, 600, ...Array(9).fill(1_000)]) await time.passPause(pauseMs);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		expect(time.nowMs()).toBe(9_900);
		expect(seen).toHaveLength(12);
		await nothingMoreIsSent(time, seen);
	});

	it("sends nothing where the time is over when the machine wakes up again", async () => {
		const time = steppedTime();
		const seen = hearing((_times, request) => request.socket.destroy());
		const got = api("POST", "/api/tickets", wish);
		await time.pauseBegun(300);
		time.jump(patienceMs);
		await time.pass(300);
		expect(await got).toEqual({ ok: false, status: null, problem: null });
		await nothingMoreIsSent(time, seen, 1);
	});

	it.each([
		[409, "counter/taken"],
		[503, "ledger/unavailable"],
		[503, "session/busy"],
		[500, "hub/unexpected"],
	])("does not repeat the refusal %i %s", async (status, code) => {
		const time = steppedTime();
		const seen = hearing((_times, _request, response) =>
			give(response, status, problemOf(status, code), { "retry-after": "1" }),
		);
		const got = await api("POST", "/api/counters/quay-3/open", {});
		expect(got).toMatchObject({ ok: false, status, problem: { code } });
		await nothingMoreIsSent(time, seen, 1);
	});

	it.each([
		[413, "<h1>Too large</h1>"],
		[500, "null"],
	])("does not repeat what is a no without the hub's words: %i %s", async (status, text) => {
		const time = steppedTime();
		const seen = hearing((_times, _request, response) => response.writeHead(status).end(text));
		expect(await api("POST", "/api/tickets", wish)).toEqual({ ok: false, status, problem: null });
		await nothingMoreIsSent(time, seen, 1);
	});

	it.each([
		["is too busy", "hub/busy"],
		["is being started anew", "hub/stopping"],
	])(
		"waits as long as a hub asks for that %s, and repeats with the same key",
		async (_case, code) => {
			const time = steppedTime();
			const seen = hearing((times, _request, response) => {
				if (times === 1) give(response, 503, problemOf(503, code), { "retry-after": "2" });
				else give(response, 201, ticket);
			});
			const got = api("POST", "/api/tickets", wish);
			await time.passPause(2_000);
			expect(await got).toMatchObject({ ok: true, value: ticket });
			expect(seen).toHaveLength(2);
			expect(seen[1]?.key).toBe(seen[0]?.key);
		},
	);

	it.each([
		["0", 300],
		["Fri, 20 Nov 2026 01:00:00 GMT", 300],
	])("never hurries a busy hub, whatever it asks for: Retry-After: %s", async (asked, pauseMs) => {
		const time = steppedTime();
		const seen = hearing((times, _request, response) => {
			if (times === 1) give(response, 503, problemOf(503, "hub/busy"), { "retry-after": asked });
			else give(response, 201, ticket);
		});
		const got = api("POST", "/api/tickets", wish);
		await time.passPause(pauseMs);
		expect(await got).toMatchObject({ ok: true });
		expect(seen).toHaveLength(2);
	});

	it("hands on a busy hub's own sentence at once where it asks for more patience than there is", async () => {
		const time = steppedTime();
		const problem = problemOf(503, "hub/busy");
		const seen = hearing((_times, _request, response) =>
			give(response, 503, problem, { "retry-after": "10" }),
		);
		expect(await api("POST", "/api/tickets", wish)).toEqual({ ok: false, status: 503, problem });
		expect(time.nowMs()).toBe(0);
		await nothingMoreIsSent(time, seen, 1);
	});

	interface Seen {
		key: string | undefined;
		body: string;
	}

	/** What the hub is asked, in order; `respond` is told how many there were with this one. */
	function hearing(
		respond: (times: number, request: IncomingMessage, response: ServerResponse) => void,
	): Seen[] {
		const seen: Seen[] = [];
		answer = (request, response, body) => {
			const key = request.headers["idempotency-key"];
			seen.push({ key: typeof key === "string" ? key : undefined, body });
			respond(seen.length, request, response);
		};
		return seen;
	}

	function give(
		response: ServerResponse,
		status: number,
		value: unknown,
		headers: Record<string, string> = {},
	): void {
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(JSON.stringify(value));
	}

	function problemOf(status: number, code: string) {
		const detail = "Xin bạn chờ một chút rồi thử lại.";
		return { type: `urn:motcua:problem:${code}`, title: "Chưa được", status, code, detail };
	}

	/** After a minute more, another question is the next thing that the hub hears. */
	async function nothingMoreIsSent(time: SteppedTime, seen: Seen[], sent = seen.length) {
		await time.pass(60_000);
		answer = (_request, response) => give(response, 200, "nghe rồi");
		expect(await api("GET", "/api/office")).toMatchObject({ value: "nghe rồi" });
		expect(seen).toHaveLength(sent);
	}
});

type SteppedTime = ReturnType<typeof steppedTime>;

/** Time stands still until it is told to pass; what the network does takes none of it. */
function steppedTime() {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
	const begunMs = performance.now();
	let jumpedMs = 0;
	const realNow = performance.now.bind(performance);
	vi.spyOn(performance, "now").mockImplementation(() => realNow() + jumpedMs);
	const waits: unknown[] = [];
	const realSetTimeout = setTimeout;
	vi.stubGlobal("setTimeout", (...wait: Parameters<typeof setTimeout>) => {
		waits.push(wait[1]);
		return realSetTimeout(...wait);
	});
	return { nowMs: () => performance.now() - begunMs, pass, passPause, pauseBegun, until, jump };

	async function pass(ms: number): Promise<void> {
		await vi.advanceTimersByTimeAsync(ms);
	}

	/** Waits until somebody begins to wait for `ms`, one after the other, and lets it pass. */
	async function passPause(...pausesMs: number[]): Promise<void> {
		for (const ms of pausesMs) {
			await pauseBegun(ms);
			await pass(ms);
		}
	}

	async function pauseBegun(ms: number): Promise<void> {
		await until(() => waits.includes(ms));
		waits.splice(0, waits.indexOf(ms) + 1);
	}

	/** Lets the network go on until it is so; the date is the real one. */
	async function until(isSo: () => boolean): Promise<void> {
		const tooLate = Date.now() + 10_000;
		while (!isSo()) {
			if (Date.now() > tooLate) throw new Error(`it never came to: ${isSo}`);
			await new Promise((next) => setImmediate(next));
		}
	}

	/** As if the machine had slept: the clock has gone on, and no timer has. */
	function jump(ms: number): void {
		jumpedMs += ms;
	}
}
