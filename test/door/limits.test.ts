import { connect } from "node:net";
import { io } from "socket.io-client";
import { afterAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { type Limits, noLimits } from "../../config/limits.ts";
import type { Problem } from "../../protocol/problem.ts";
import { asker } from "../ask.ts";
import { noonOffice } from "../faults/noon-office.ts";
import {
	failedStart,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";

afterAll(removeTemporaryDirectories);

/** A hub with these limits and no others. */
async function withLimits(
	limits: Partial<Limits>,
	use: (hub: HubProcess, ask: ReturnType<typeof asker>) => Promise<void>,
	env: NodeJS.ProcessEnv = {},
): Promise<void> {
	const OFFICE_FILE = await noonOffice((office) => {
		office.limits = { ...noLimits, ...limits };
	});
	const hub = await startHubProcess({ OFFICE_FILE, ...env });
	await use(hub, asker(hub.url));
	expect(await hub.stop()).toBe(0);
}

const take = { serviceId: "ho-tich" };
const wrong = { username: "admin", password: "sai-mat-khau" };

describe("who asks more than the office allows is told to wait", () => {
	const refused = { status: 429, body: { code: "request/too-many", status: 429 } };

	test("for a number; everything else goes on", () =>
		withLimits({ ticketsPerMinutePerDevice: 3 }, async (_hub, ask) => {
			for (let taken = 0; taken < 3; taken++) {
				expect((await ask("POST", "/api/tickets", take)).status).toBe(201);
			}
			const answer = await ask<Problem>("POST", "/api/tickets", take);
			expect(answer).toMatchObject(refused);
			expect(answer.type).toMatch(/^application\/problem\+json/);
			expect(Number(answer.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
			expect(Number(answer.headers.get("retry-after"))).toBeLessThanOrEqual(60);
			expect(answer.body.detail).toContain("Vui lòng chờ");
			expect((await ask("GET", "/api/office")).status).toBe(200);
		}));

	test("to sign in, whether the password is right or not; who is signed in goes on", () =>
		withLimits({ signInsPerMinutePerAddress: 2 }, async (_hub, ask) => {
			expect((await ask("POST", "/api/session", wrong)).status).toBe(401);
			expect((await ask("POST", "/api/session", wrong)).status).toBe(401);
			expect(await ask("POST", "/api/session", wrong)).toMatchObject(refused);
			expect((await ask("GET", "/api/session")).status).toBe(401);
			expect((await ask("POST", "/api/tickets", take)).status).toBe(201);
		}));

	test("for anything at all, what is not there and live views included", () =>
		withLimits({ requestsPerMinutePerAddress: 5 }, async ({ url }, ask) => {
			for (const path of ["/api/office", "/khong-co", "/kiosk/", "/api/health", "/"]) {
				expect((await ask("GET", path)).status).not.toBe(429);
			}
			for (const path of ["/api/office", "/khong-co", "/kiosk/"]) {
				expect(await ask("GET", path)).toMatchObject(refused);
			}
			const handshakes: number[] = [];
			for (let tried = 0; tried < 7; tried++) {
				handshakes.push((await fetch(`${url}/socket.io/?EIO=4&transport=polling`)).status);
			}
			expect(handshakes).toEqual([200, 200, 200, 200, 200, 403, 403]);
		}));

	test("each address for itself behind a proxy, which is not counted as one", () =>
		withLimits(
			{ requestsPerMinutePerAddress: 1, connectionsPerAddress: 1 },
			async (_hub, ask) => {
				const from = async (address: string) =>
					(await ask("GET", "/api/office", undefined, { "x-forwarded-for": address })).status;
				expect(await from("203.0.113.1")).toBe(200);
				expect(await from("203.0.113.1")).toBe(429);
				expect(await Promise.all(["203.0.113.2", "203.0.113.3"].map(from))).toEqual([200, 200]);
			},
			{ TRUST_PROXY: "loopback" },
		));
});

test("who holds as many connections as the office allows gets no more until one is closed", () =>
	withLimits({ connectionsPerAddress: 3 }, async ({ url }) => {
		const { hostname, port } = new URL(url);
		const open = async () => {
			const socket = connect(Number(port), hostname);
			socket.write("GET /api/health HTTP/1.1\r\nhost: localhost\r\n\r\n");
			const answered = await new Promise<boolean>((said) => {
				socket.on("data", () => said(true));
				socket.on("error", () => said(false));
				socket.on("close", () => said(false));
			});
			return { socket, answered };
		};
		const held = [await open(), await open(), await open()];
		expect(held.map(({ answered }) => answered)).toEqual([true, true, true]);
		expect((await open()).answered).toBe(false);
		held[0]?.socket.destroy();
		await expect.poll(async () => (await open()).answered).toBe(true);
		for (const { socket } of held) socket.destroy();
	}));

test("a live view that says more than a view has to say is cut off, and may come back", () =>
	withLimits({ messagesPerMinutePerLiveView: 20 }, async ({ url }) => {
		const socket = io(`${url}/live`, {
			transports: ["websocket"],
			reconnectionDelay: 10,
			auth: { view: "board" },
		});
		await new Promise<void>((connected) => socket.once("connect", () => connected()));
		const cut = new Promise<string>((gone) => socket.once("disconnect", gone));
		for (let said = 0; said < 30; said++) socket.emit("xin-chao", said);
		expect(await cut).toMatch(/transport/);
		await new Promise<void>((back) => socket.once("connect", () => back()));
		socket.close();
	}));

describe("of what a live view sends, signs of life are no messages", () => {
	/** A board's view that says these in order; resolves with whether it was heard to the end. */
	async function isHeardToTheEnd(url: string, frames: string[]): Promise<boolean> {
		const socket = new WebSocket(
			`${url.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`,
		);
		const heard = new Promise<boolean>((end) => {
			socket.on("message", (data) => String(data).startsWith("44/khong-co,") && end(true));
			socket.on("close", () => end(false));
		});
		await new Promise((opened) => socket.once("open", opened));
		for (const frame of ['40/live,{"view":"board"}', ...frames, "40/khong-co,"]) socket.send(frame);
		return heard.finally(() => socket.terminate());
	}
	const say = (times: number, frame: string) => Array.from({ length: times }, () => frame);

	test("so that an office that allows few messages keeps its screens, and nobody sends endless signs", () =>
		withLimits({ messagesPerMinutePerLiveView: 5 }, async ({ url }) => {
			expect(await isHeardToTheEnd(url, say(100, "3"))).toBe(true);
			expect(await isHeardToTheEnd(url, say(200, "3"))).toBe(false);
			expect(await isHeardToTheEnd(url, say(10, '42/live,["xin-chao"]'))).toBe(false);
		}));

	test("and with no limit everything is heard", () =>
		withLimits({ messagesPerMinutePerLiveView: 0 }, async ({ url }) => {
			expect(await isHeardToTheEnd(url, say(500, "3"))).toBe(true);
		}));
});

test("the usual limits let a hurried hall take its numbers", async () => {
	const hub = await startHubProcess();
	const ask = asker(hub.url);
	const statuses = new Set<number>();
	for (let person = 0; person < 300; person++) {
		statuses.add((await ask("POST", "/api/tickets", take)).status);
	}
	expect([...statuses]).toEqual([201]);
	expect(await hub.stop()).toBe(0);
});

test("a limit that is none of those there are stops the start, with the nearest right name", async () => {
	const OFFICE_FILE = await noonOffice((office) => {
		Object.assign(office, { limits: { ticketPerMinutePerDevice: 3, connectionsPerAddress: -1 } });
	});
	const { code, output } = await failedStart({ OFFICE_FILE, DATA_DIR: await temporaryDirectory() });
	expect(code).toBe(1);
	expect(output).toMatch(
		/\/limits\/ticketPerMinutePerDevice: .*did you mean ticketsPerMinutePerDevice/,
	);
	expect(output).toMatch(/\/limits\/connectionsPerAddress: found -1; allowed: /);
});
