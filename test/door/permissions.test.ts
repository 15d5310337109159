import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Health } from "../../protocol/health.ts";
import { liveNamespace } from "../../protocol/live.ts";
import { agentForm, printNamespace } from "../../protocol/print-agent.ts";
import type { Route } from "../../server/routes/parts.ts";
import { problemStatus } from "../../server/routes/problems.ts";
import { noonOffice } from "../faults/noon-office.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { type Caller, callerNames, headersOf, type Lobby, openLobby } from "./callers.ts";
import { into, permissions, printing, views } from "./permissions.ts";
import { type Answer, divided, type Particulars } from "./rights.ts";
import { addressTo, routesOf } from "./routes.ts";

let hub: HubProcess;
let routes: Route[];
let lobby: Lobby;
const sockets: Socket[] = [];

beforeAll(async () => {
	hub = await startHubProcess({ OFFICE_FILE: await noonOffice(), LOG_LEVEL: "debug" });
	routes = routesOf(hub.output());
	lobby = await openLobby(hub);
});
afterAll(async () => {
	for (const socket of sockets) socket.close();
	expect(await hub.stop()).toBe(0);
	expect(hub.output()).not.toMatch(/unexpected fault|"level":(50|60)/);
	await removeTemporaryDirectories();
});

const nameOf = ({ method, url }: Route) => `${method} ${url}`;
/** A line for GET is one for HEAD. */
const lineOf = (route: Route) =>
	nameOf(route) in permissions ? nameOf(route) : nameOf(route).replace(/^HEAD /, "GET ");

test("every route that is registered has its line in the table, and every line a route", () => {
	expect(routes.map(lineOf).filter((line) => !(line in permissions))).toEqual([]);
	const lines = new Set(routes.map(lineOf));
	expect(Object.keys(permissions).filter((line) => !lines.has(line))).toEqual([]);
});

describe("into a view goes who the table says may", () => {
	test.each(Object.entries(views))("%s", async (view, row) => {
		for (const name of callerNames) {
			const caller = lobby.callers[name];
			const answer = row.answers[name];
			const { body } = await row.of(lobby, caller);
			const came = await enter(caller, view, body);
			expect([name, came.code]).toEqual([name, answer === into ? "in" : answer]);
			came.socket.close();
		}
	});

	test.each(callerNames)("gets jobs to print where the table says so: %s", async (name) => {
		const caller = lobby.callers[name];
		const { body } = await printing.of(lobby, caller);
		const auth = { ...Object(body), form: agentForm, run: name };
		const { socket, code } = await enter(caller, undefined, auth, printNamespace);
		socket.close();
		const answer = printing.answers[name];
		expect(code).toBe(answer === into ? "in" : answer);
	});

	test("and nobody into what is none", async () => {
		for (const name of callerNames) {
			for (const namespace of ["/", "/khong-co", "/live/../live"]) {
				const came = await enter(lobby.callers[name], "board", {}, namespace);
				expect([name, namespace, came.code]).not.toEqual([name, namespace, "in"]);
				came.socket.close();
			}
		}
	});
});

test("whatever those who are in a view say changes nothing, is answered by nobody and closes nothing", async () => {
	for (const [view, row] of Object.entries(views)) {
		for (const name of callerNames.filter((one) => row.answers[one] === into)) {
			const caller = lobby.callers[name];
			const { body } = await row.of(lobby, caller);
			const { socket } = await enter(caller, view, body);
			const before = await seqOfLedger();
			const heard: unknown[] = [];
			socket.onAny((event) => event !== "status" && heard.push(event));
			for (const event of said) {
				socket.emit(event, { ticketId: "khong-co", counterId: "quay-1" }, () => heard.push("ack"));
				socket.emit(event, Buffer.from("gọi số"));
			}
			await handled(socket);
			expect([view, name, heard, socket.connected]).toEqual([view, name, [], true]);
			expect([view, name, await seqOfLedger()]).toEqual([view, name, before]);
			socket.close();
		}
	}
});

describe("a page of another site", () => {
	const elsewhere = "https://example.org";

	test("changes nothing, whoever's browser it is in", async () => {
		const mutating = routes.filter(({ method }) => !/^(GET|HEAD)$/.test(method));
		expect(mutating.length).toBeGreaterThan(20);
		const { port } = new URL(hub.url);
		const others = [elsewhere, "null", `http://127.0.0.1:${Number(port) - 1}`, "file://"];
		for (const route of mutating) {
			for (const name of ["local", "kiosk", "officer", "admin", "mustChange"] as const) {
				const asking = others.map(async (origin) => {
					const asked = { method: route.method, path: addressTo(route), headers: { origin } };
					const { status, code } = await lobby.ask(lobby.callers[name], asked);
					return [origin, status, code];
				});
				const what = `${nameOf(route)} as ${name}`;
				const refused = others.map((origin) => [origin, 403, "request/foreign-origin"]);
				expect([what, await Promise.all(asking)]).toEqual([what, refused]);
			}
		}
	});

	test("does not get to read an answer either", async () => {
		const headers = { origin: elsewhere, "access-control-request-method": "POST" };
		for (const route of routes) {
			for (const method of [route.method, "OPTIONS"]) {
				const asked = { method, path: addressTo(route), headers };
				const answer = await lobby.ask(lobby.callers.admin, asked);
				const leave = [...answer.headers.keys()].filter((name) =>
					name.startsWith("access-control"),
				);
				expect([method, route.url, leave]).toEqual([method, route.url, []]);
			}
		}
	});
});

describe("of whoever comes to the door, those may who the table says may", () => {
	const badJson = '{"la": ';

	test.each(Object.entries(permissions))("%s", async (line, row) => {
		const { who, others } = divided(row, lobby);
		const [first] = who;
		if (!first) throw new Error("nobody may");
		const asked = routes.filter((route) => lineOf(route) === line);
		const methods = asked.map(({ method }) => method);
		/** What comes of it by each method; HEAD says no code. */
		const expected = (answer: Answer) =>
			methods.map((method) => [method, ...saidOf(method, answer)]);
		const comes = async (caller: Caller, of: Particulars) => {
			const said: unknown[] = [];
			for (const method of methods) {
				const { status, code } = await lobby.ask(caller, requestTo(line, method, of));
				said.push([method, status, code]);
			}
			return said;
		};
		const isRead = !/^(POST|PATCH|PUT|DELETE) /.test(line);

		// Whoever may not asks for what would be done for somebody else.
		const right = await row.of(lobby, first);
		const refusing = others.map(async (caller) => {
			const refused = [caller.name, expected(row.answers[caller.name])];
			expect([caller.name, await comes(caller, right)]).toEqual(refused);
			if (isRead) return;
			expect([caller.name, await comes(caller, { ...right, body: badJson })]).toEqual(refused);
		});
		await Promise.all(refusing);
		for (const caller of who) {
			const own = caller === first ? right : await row.of(lobby, caller);
			if (!isRead) {
				const broken = await comes(caller, { ...own, body: badJson });
				expect([caller.name, broken]).toEqual([caller.name, expected("request/bad-json")]);
			}
			const done = [caller.name, expected(row.answers[caller.name])];
			expect([caller.name, await comes(caller, own)]).toEqual(done);
		}
	});
});

/** What a client might try to have done, by the names of what the hub says and of what it does. */
const said = [
	"snapshot",
	"change",
	"status",
	"message",
	"call-next",
	"open-counter",
	"join",
	"gọi",
];

/** Knocks as this caller; `in`, or why not. */
async function enter(
	caller: Caller,
	view: string | undefined,
	auth: unknown,
	namespace = liveNamespace,
) {
	const socket = io(hub.url + namespace, {
		transports: ["websocket"],
		forceNew: true,
		reconnection: false,
		auth: { view, ...Object(auth), ...(caller.token && { token: caller.token }) },
		extraHeaders: headersOf(caller),
	});
	sockets.push(socket);
	const code = await new Promise<string>((came) => {
		socket.on("snapshot", () => came("in"));
		socket.on("connect", () => namespace === liveNamespace || came("in"));
		socket.on("connect_error", (error) => {
			const data: unknown = "data" in error ? error.data : undefined;
			came(typeof data === "object" && data && "code" in data ? String(data.code) : error.message);
		});
	});
	return { socket, code };
}

/** Comes back when the hub has looked at all that was said: a connection is read in order, and the last that is said in it has an answer. */
function handled(socket: Socket): Promise<void> {
	const last = socket.io.socket("/khong-co", { auth: {} });
	return new Promise((come) => {
		last.once("connect_error", () => come());
		last.connect();
	});
}

async function seqOfLedger(): Promise<number> {
	const health = { method: "GET", path: "/api/health" };
	return (await lobby.ask<Health>(lobby.callers.local, health)).body.ledger.seq;
}

function saidOf(method: string, answer: Answer): [number, string] {
	if (typeof answer === "number") return [answer, ""];
	return [problemStatus[answer], method === "HEAD" ? "" : answer];
}

function requestTo(line: string, method: string, of: Particulars) {
	const { params = {}, query = "", body, headers } = of;
	const [, url = ""] = line.split(" ");
	const path = url.replaceAll(/:(\w+)|\*/g, (found, name = found) => {
		const value = params[name];
		if (value === undefined) throw new Error(`${line} wants a parameter ${name}`);
		return encodeURIComponent(value);
	});
	return {
		method,
		path: path + query,
		...(body !== undefined && { body }),
		...(headers && { headers }),
	};
}
