import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import fc from "fast-check";
import { io } from "socket.io-client";
import { Value } from "typebox/value";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import type { OfficeView } from "../../protocol/office.ts";
import { Problem } from "../../protocol/problem.ts";
import type { ProcedurePage } from "../../protocol/procedures.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import type { Route } from "../../server/routes/parts.ts";
import { asker } from "../ask.ts";
import { noonOffice } from "../faults/noon-office.ts";
import {
	adminPassword,
	type HubProcess,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { runCommand } from "../run-command.ts";
import { bySchema, Interface } from "./by-schema.ts";
import { brokenFrames, hostileBody, hostileHeaders, hostileText, hugeBody } from "./hostile.ts";
import { routesOf } from "./routes.ts";

/** A night's worth: `FUZZ_REQUESTS=20000`; a run that failed comes again with its `FUZZ_SEED`. */
const requests = Number(process.env.FUZZ_REQUESTS ?? 600);
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const atOnce = 25;
const run = { seed, numRuns: Math.max(1, Math.round(requests / atOnce)) };
/** Of the handshakes and messages there are a tenth as many. */
const liveRun = { seed, numRuns: Math.max(1, Math.round(requests / atOnce / 10)) };
const withinMs = Math.max(120_000, requests * 100);

let hub: HubProcess;
let officeFile: string;
let routes: Route[];
let described: Interface;
let known: string[];
let cookie: string;
let browser = "";
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });

beforeAll(async () => {
	officeFile = await noonOffice();
	hub = await startHubProcess({ OFFICE_FILE: officeFile, LOG_LEVEL: "debug" });
	routes = routesOf(hub.output());
	const ask = asker(hub.url);
	described = Value.Parse(Interface, (await ask("GET", "/api/openapi.json")).body);
	const office = (await ask<OfficeView>("GET", "/api/office")).body;
	const procedures = (await ask<ProcedurePage>("GET", "/api/procedures?limit=5")).body;
	const tickets: string[] = [];
	for (const serviceId of ["ho-tich", "ho-tich", "chung-thuc"]) {
		const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId });
		tickets.push(taken.body.ticket.id);
	}
	const { services, counters, kiosks, printers, priorityClasses } = office;
	known = [
		...[services, counters, kiosks, printers, priorityClasses].flatMap((all) =>
			all.map(({ id }) => id),
		),
		...procedures.items.map(({ code }) => code),
		...tickets,
	];
	cookie = await signInAnew();
});

/** The hub is up, has met nothing that it did not expect, and what it wrote down is whole. */
afterAll(async () => {
	agent.destroy();
	expect((await asker(hub.url)("GET", "/api/health")).status).toBe(200);
	expect(await hub.stop()).toBe(0);
	expect(hub.output()).not.toMatch(/unexpected fault|"level":(50|60)/);
	const env = { DATA_DIR: hub.dataDir, OFFICE_FILE: officeFile };
	const verified = await runCommand("ledger", ["verify"], env);
	expect([verified.code, verified.said]).toEqual([0, expect.stringMatching(/events/)]);
	await removeTemporaryDirectories();
});

/** So many wrong passwords come from this address that it is slowed; a browser that the hub knows is not held up by others. */
async function signInAnew(): Promise<string> {
	const password = { username: "admin", password: adminPassword };
	const answer = await asker(hub.url)("POST", "/api/session", password, { cookie: browser });
	if (answer.status !== 200) throw new Error(`signing in answered ${answer.status}`);
	const cookies = answer.headers.getSetCookie().map((one) => one.split(";")[0] ?? "");
	browser = cookies.find((one) => one.startsWith("motcua-browser=")) ?? browser;
	return cookies.find((one) => one.startsWith("motcua=")) ?? "";
}

/** As fc.assert does, but what was drawn is known by its seed, and not shown: it is long. */
async function hold<Ts>(
	property: fc.IAsyncProperty<Ts>,
	parameters: fc.Parameters<Ts>,
): Promise<void> {
	const { failed, errorInstance, numRuns } = await fc.check(property, parameters);
	if (failed) throw new Error(`FUZZ_SEED=${seed}, round ${numRuns}`, { cause: errorInstance });
}

interface Sent {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: string | Buffer | undefined;
	signedIn: boolean;
}

interface Said {
	status: number;
	type: string;
	text: string;
}

function send({ method, path, headers, body, signedIn }: Sent): Promise<Said> {
	return new Promise((done, failed) => {
		const sent = request(
			`${hub.url}${path}`,
			{
				method,
				agent,
				headers: {
					...(body !== undefined && { "content-type": "application/json" }),
					...headers,
					...(signedIn && { cookie }),
				},
			},
			(answer: IncomingMessage) => {
				let text = "";
				answer.setEncoding("utf8").on("data", (piece: string) => {
					text += piece;
				});
				const type = answer.headers["content-type"] ?? "";
				answer.on("close", () => done({ status: answer.statusCode ?? 0, type, text }));
			},
		);
		// A body that is refused is not read to its end, and its sender is cut off.
		sent.on("error", (error: NodeJS.ErrnoException) => {
			// A head that is too large and comes in pieces gets a body even where it was a HEAD's: the first of them is forgotten.
			const isHeads = method === "HEAD" && error.code === "HPE_CLOSED_CONNECTION";
			if (isHeads || /^(ECONNRESET|EPIPE)$/.test(error.code ?? ""))
				done({ status: 0, type: "", text: "" });
			else failed(error);
		});
		sent.end(body);
	});
}

/** 503s that are promised: more at once than can be done. */
const promised = /"code":"(session\/busy|hub\/busy)"/;

function expectHarmless(what: string, { status, type, text }: Said): void {
	if (status >= 500 && !(status === 503 && promised.test(text))) {
		throw new Error(`${what} answered ${status}: ${text.slice(0, 300)}`);
	}
	// An answer to HEAD is its head alone.
	if (status >= 400 && text !== "" && type.includes("json")) {
		expect([what, type]).toEqual([what, expect.stringMatching(/^application\/problem\+json/)]);
		expect([what, Value.Check(Problem, JSON.parse(text))]).toEqual([what, true]);
	}
	expectNothingInside(what, text);
}

/** No stack, no path of ours, no secret. Pages and programs that are the hub's to give are not looked at. */
function expectNothingInside(what: string, text: string): void {
	const inside = [projectRoot, hub.dataDir, "node_modules/", adminPassword, cookie.slice(7)];
	const found = inside.find((one) => text.includes(one));
	if (found) throw new Error(`${what} told ${found}: ${text.slice(0, 300)}`);
	if (/\n\s+at .*[:(]/.test(text.slice(0, 20_000)) && text.includes("Error")) {
		throw new Error(`${what} told a stack: ${text.slice(0, 300)}`);
	}
}

/** Where more was asked than in every run, it is worth knowing what came of it. A status of 0: cut off in the middle of a body. */
function tellOf(what: string, counts: ReadonlyMap<string | number, number>): void {
	if (!process.env.FUZZ_REQUESTS) return;
	process.stdout.write(`${what} ${JSON.stringify(Object.fromEntries(counts))}\n`);
}

/** A request to one of the routes, right, nearly right, or meant to harm. */
function requestTo(route: Route): fc.Arbitrary<Sent> {
	const call =
		described.paths[route.url.replaceAll(/:(\w+)/g, "{$1}")]?.[route.method.toLowerCase()];
	const schema = call?.requestBody?.content["application/json"]?.schema;
	const text = fc.oneof(fc.constantFrom(...known), hostileText);
	const queryNames = (call?.parameters ?? []).flatMap(({ in: where, name }) =>
		where === "query" ? [name] : [],
	);
	const query = fc.array(
		fc.tuple(
			fc.constantFrom(...queryNames, "__proto__", "lang", ""),
			fc.oneof(text, fc.nat().map(String)),
		),
		{ maxLength: 3 },
	);
	const body = schema
		? fc.oneof(
				{ weight: 3, arbitrary: bySchema(schema, known).map((value) => JSON.stringify(value)) },
				{ weight: 3, arbitrary: bySchema(schema, known).chain(mutated) },
				{ weight: 2, arbitrary: hostileBody },
			)
		: fc.option(hostileBody, { nil: undefined });
	return fc
		.record({
			parameters: fc.array(text, { minLength: 3, maxLength: 3 }),
			query,
			headers: hostileHeaders,
			body,
			isRaw: fc.boolean(),
			signedIn: fc.boolean(),
		})
		.map(({ parameters, query, headers, body, isRaw, signedIn }) => ({
			method: route.method,
			path: pathOf(route, parameters, query, isRaw),
			headers,
			body: route.method === "GET" || route.method === "HEAD" ? undefined : body,
			signedIn,
		}));
}

/** @param isRaw percent signs and what else may stand in an address stay as they are */
function pathOf(route: Route, values: string[], query: [string, string][], isRaw: boolean): string {
	const write = (value: string) => (isRaw ? printable(value) : encodeURIComponent(whole(value)));
	const rest = [...values];
	const path = route.url.replaceAll(/:\w+|\*/g, () => write(rest.shift() ?? ""));
	const asked = query.map(([name, value]) => `${write(name)}=${write(value)}`).join("&");
	return asked ? `${path}?${asked}` : path;
}

const printable = (text: string) => text.replaceAll(/[^!-~]|[?#\\]/g, "").slice(0, 5_000);
const whole = (text: string) => text.replaceAll(/\p{Surrogate}/gu, "�");

/** One thing in it is not what it should be. */
function mutated(value: unknown): fc.Arbitrary<string> {
	if (typeof value !== "object" || value === null) return fc.json();
	const names = [...Object.keys(value), "__proto__", "la"];
	const wrong = fc.oneof(fc.jsonValue({ maxDepth: 3 }), hostileText, fc.constant([[[[[[]]]]]]));
	return fc
		.tuple(fc.constantFrom(...names), wrong)
		.map(([name, put]) => JSON.stringify({ ...value, [name]: put }));
}

test(`whatever is asked of any route is answered, and tells nothing of the inside (seed ${seed})`, {
	timeout: withinMs,
}, async () => {
	const asked = new Set<string>();
	const statuses = new Map<number, number>();
	const anyRequest = fc.constantFrom(...routes).chain(requestTo);
	await hold(
		fc.asyncProperty(
			fc.array(anyRequest, { minLength: atOnce, maxLength: atOnce }),
			async (all) => {
				await Promise.all(
					all.map(async (sent) => {
						const said = await send(sent);
						asked.add(sent.method);
						statuses.set(said.status, (statuses.get(said.status) ?? 0) + 1);
						expectHarmless(`${sent.method} ${sent.path.slice(0, 200)}`, said);
					}),
				);
				// Some of them sign out.
				if ((await asker(hub.url, cookie)("GET", "/api/session")).status === 401) {
					cookie = await signInAnew();
				}
			},
		),
		{
			...run,
			interruptAfterTimeLimit: withinMs - 20_000,
			markInterruptAsFailure: true,
			endOnFailure: true,
		},
	);
	tellOf("requests", statuses);
	// It was not all refused at the door.
	expect([...statuses.keys()]).toEqual(expect.arrayContaining([200, 400, 401, 404]));
	// Nor was it cut off: that is for bodies too large alone.
	expect(statuses.get(0) ?? 0).toBeLessThan(requests / 10);
	expect([...asked].sort()).toEqual(expect.arrayContaining(["DELETE", "GET", "HEAD", "POST"]));
});

test("a body of 10 MB is not waited for", async () => {
	// Of the requests before, one that was cut off may sign out as late as now.
	cookie = await signInAnew();
	for (const { method, url } of routes.filter((route) => route.method === "POST")) {
		const path = url.replaceAll(/:\w+/g, "quay-1");
		const said = await send({ method, path, headers: {}, body: hugeBody, signedIn: true });
		expect([url, said.status]).toEqual([
			url,
			expect.toSatisfy((is) => is === 0 || is === 413 || is === 404),
		]);
	}
});

describe("what comes over the live side", () => {
	const text = fc.oneof(
		hostileText,
		fc.constantFrom("board", "kiosk", "staff", "ticket", "kiosk-1"),
	);
	const anything = fc.oneof(text, fc.jsonValue({ maxDepth: 3 }), fc.uint8Array({ maxLength: 200 }));
	const auth = fc.oneof(
		fc.record(
			{
				view: anything,
				id: anything,
				token: anything,
				resume: fc.oneof(anything, fc.record({ epoch: anything, seq: anything })),
			},
			{ requiredKeys: [] },
		),
		fc.dictionary(text, anything),
	);
	const event = fc.tuple(
		fc
			.oneof(text, fc.constantFrom("connect", "snapshot", "change", "message"))
			.filter(isNoneOfTheClientsOwn),
		fc.array(anything, { maxLength: 3 }),
	);

	/** The client of socket.io throws where its own names are emitted. */
	function isNoneOfTheClientsOwn(name: string): boolean {
		return !/^(connect|connect_error|disconnect|disconnecting|newListener|removeListener)$/.test(
			name,
		);
	}

	test(`handshakes and messages (seed ${seed})`, { timeout: withinMs }, async () => {
		let entered = 0;
		let visited = 0;
		const comeAndSay = async ([hello, events]: [object, [string, unknown[]][]]) => {
			const socket = io(`${hub.url}/live`, {
				transports: ["websocket"],
				reconnection: false,
				forceNew: true,
				auth: { ...hello },
				extraHeaders: { cookie },
			});
			visited++;
			const came = await new Promise<boolean>((said) => {
				socket.on("connect", () => said(true));
				socket.on("connect_error", (error) => {
					expectNothingInside("a handshake", JSON.stringify([error.message, error]));
					said(false);
				});
			});
			if (came) {
				entered++;
				for (const [name, args] of events) socket.emit(name, ...args);
			}
			socket.close();
		};
		const right = fc.constantFrom(
			{ view: "board" },
			{ view: "staff" },
			{ view: "kiosk", id: "kiosk-1" },
		);
		const visit = fc.tuple(
			fc.oneof<fc.Arbitrary<object>[]>(right, auth),
			fc.array(event, { maxLength: 10 }),
		);
		await hold(
			fc.asyncProperty(fc.array(visit, { minLength: atOnce, maxLength: atOnce }), async (all) => {
				await Promise.all(all.map(comeAndSay));
			}),
			{ ...liveRun, endOnFailure: true },
		);
		tellOf(
			"handshakes",
			new Map([
				["let in", entered],
				["all", visited],
			]),
		);
		expect(entered).toBeGreaterThan(0);
	});

	test(`what is no message at all (seed ${seed})`, { timeout: withinMs }, async () => {
		const frame = fc.oneof(
			fc.string({ maxLength: 100 }),
			fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
			fc.constantFrom(...brokenFrames),
		);
		const say = async (frames: (string | Buffer)[]) => {
			const url = `${hub.url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`;
			const socket = new WebSocket(url);
			socket.on("error", () => undefined);
			await new Promise((opened) => socket.once("open", opened));
			const closed = new Promise((gone) => socket.once("close", gone));
			socket.on("message", (data) => expectNothingInside("a live view", String(data)));
			for (const one of frames) socket.send(one);
			socket.close();
			await closed;
		};
		// Each by itself first: whoever has said something wrong is not heard any more.
		for (const one of brokenFrames) await say([one]);
		await hold(fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 20 }), say), {
			...liveRun,
			numRuns: liveRun.numRuns * 5,
			endOnFailure: true,
		});
	});

	test(`what is no HTTP at all (seed ${seed})`, { timeout: withinMs }, async () => {
		const line = fc.oneof(
			fc.string({ unit: "binary", maxLength: 200 }),
			fc.constantFrom(
				"GET / HTTP/1.1\r\n\r\n",
				"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nhost: localhost\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n",
				"GET /socket.io/?sid=__proto__&transport=polling&EIO=4 HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"GET http://example.org/ HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"OPTIONS * HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"CONNECT example.org:443 HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
				"GET //example.org/..//kiosk HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"GET /kiosk/\x00 HTTP/1.1\r\nhost: localhost\r\n\r\n",
				"BREW /api/tickets HTTP/1.1\r\nhost: localhost\r\n\r\n",
			),
		);
		const { port } = new URL(hub.url);
		await hold(
			fc.asyncProperty(line, async (bytes) => {
				const socket = connect(Number(port), "127.0.0.1");
				let said = "";
				socket.setEncoding("utf8").on("data", (piece: string) => {
					said += piece;
				});
				socket.on("error", () => undefined);
				socket.end(bytes);
				await new Promise((gone) => socket.once("close", gone));
				expect(said).not.toMatch(/^HTTP\/1\.1 5/);
				expectNothingInside(JSON.stringify(bytes.slice(0, 80)), said);
			}),
			{ ...liveRun, numRuns: liveRun.numRuns * 5, endOnFailure: true },
		);
	});
});
