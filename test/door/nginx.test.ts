import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { createServer } from "node:net";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { LiveAuth } from "../../protocol/live.ts";
import {
	adminPassword,
	type HubProcess,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";

const name = "so.example.gov.vn";
const fixtures = join(projectRoot, "server/door/fixtures");
const isThere = spawnSync("nginx", ["-v"]).status === 0;

let hub: HubProcess;
let nginx: ChildProcess;
let port: number;

/** The example as it stands in docs/, moved to ports and certificates that a test may use. */
async function startNginx(): Promise<void> {
	const directory = await temporaryDirectory();
	port = await freePort();
	const plainPort = await freePort();
	const example = await readFile(join(projectRoot, "docs/examples/nginx.conf"), "utf8");
	const moved = example
		.replace("127.0.0.1:8080", new URL(hub.url).host)
		.replace("listen 80;", `listen 127.0.0.1:${plainPort};`)
		.replace("listen 443 ssl;", `listen 127.0.0.1:${port} ssl;`)
		.replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${fixtures}/localhost-1.key;`)
		.replace(/ssl_certificate .*;/, `ssl_certificate ${fixtures}/localhost-1.crt;`);
	await mkdir(join(directory, "tam"));
	const kinds = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
	const temporary = kinds.map((kind) => `${kind}_temp_path ${directory}/tam/${kind};`);
	const file = join(directory, "nginx.conf");
	await writeFile(
		file,
		`daemon off; pid ${directory}/pid; error_log stderr warn;
events {}
http { ${temporary.join(" ")}
${moved}
}`,
	);
	execFileSync("nginx", ["-t", "-q", "-e", "stderr", "-p", directory, "-c", file]);
	nginx = spawn("nginx", ["-e", "stderr", "-p", directory, "-c", file], { stdio: "ignore" });
	await vi.waitFor(() => ask("GET", "/api/health"), { timeout: 10_000 });
}

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}

interface Said {
	status: number | undefined;
	headers: NodeJS.Dict<string | string[]>;
	text: string;
}

/** Asks as a browser outside does: for the office's name, by TLS. */
function ask(
	method: string,
	path: string,
	body?: string,
	headers: Record<string, string> = {},
): Promise<Said> {
	return new Promise((done, failed) => {
		const sent = request(
			{
				host: "127.0.0.1",
				port,
				path,
				method,
				// The certificate is no authority's.
				rejectUnauthorized: false,
				agent: false,
				headers: {
					host: name,
					...(body !== undefined && { "content-type": "application/json" }),
					...headers,
				},
			},
			(answer) => {
				let text = "";
				answer.setEncoding("utf8").on("data", (piece: string) => {
					text += piece;
				});
				answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text }));
			},
		);
		sent.on("error", failed);
		sent.end(body);
	});
}

/** What comes of a live view over a WebSocket, and nothing else: `in`, or why not. */
function enter(auth: LiveAuth, headers: Record<string, string> = {}): Promise<string> {
	const socket = io(`https://127.0.0.1:${port}/live`, {
		transports: ["websocket"],
		reconnection: false,
		forceNew: true,
		rejectUnauthorized: false,
		extraHeaders: { host: name, ...headers },
		auth,
	});
	return new Promise<string>((said) => {
		socket.on("snapshot", () => said("in"));
		socket.on("connect_error", (error) => {
			said("data" in error ? JSON.stringify(error.data) : error.message);
		});
	}).finally(() => socket.close());
}

describe.skipIf(!isThere)(
	"behind the nginx of docs/examples (skipped where there is no nginx)",
	() => {
		beforeAll(async () => {
			hub = await startHubProcess({ TRUST_PROXY: "loopback", PUBLIC_URL: `https://${name}` });
			await startNginx();
		});
		afterAll(async () => {
			const ended = once(nginx, "exit");
			nginx.kill("SIGTERM");
			await ended;
			expect(await hub.stop()).toBe(0);
			await removeTemporaryDirectories();
		});

		test("pages and calls come through, over TLS, with the hub's own headers", async () => {
			const page = await ask("GET", "/staff/");
			expect([page.status, page.headers["strict-transport-security"]]).toEqual([
				200,
				"max-age=31536000",
			]);
			expect(page.headers["content-security-policy"]).toContain(`wss://${name}`);
			expect(page.headers.server).toBe("nginx");
			expect((await ask("GET", "/api/procedures?q=khai%20sinh")).text).toContain(
				"Đăng ký khai sinh",
			);
		});

		test("an officer signs in by a cookie for TLS alone, and another site cannot act for them", async () => {
			const body = JSON.stringify({ username: "admin", password: adminPassword });
			const origin = `https://${name}`;
			const signedIn = await ask("POST", "/api/session", body, { origin });
			expect(signedIn.status).toBe(200);
			const [cookie = ""] = signedIn.headers["set-cookie"] ?? [];
			expect(cookie).toMatch(/; Secure; SameSite=Strict/);
			const own = { cookie: cookie.split(";")[0] ?? "", origin };
			expect((await ask("POST", "/api/counters/quay-1/open", "{}", own)).status).toBe(200);
			expect(await enter({ view: "staff" }, own)).toBe("in");
			const foreign = { ...own, origin: "https://example.org" };
			expect((await ask("POST", "/api/counters/quay-1/open", "{}", foreign)).status).toBe(403);
			expect(await enter({ view: "staff" }, foreign)).not.toBe("in");
		});

		test("nobody outside is a device of the lobby, whatever they write", async () => {
			const body = JSON.stringify({ serviceId: "ho-tich" });
			for (const headers of [{}, { "x-forwarded-for": "127.0.0.1", forwarded: "for=127.0.0.1" }]) {
				const answer = await ask("POST", "/api/tickets", body, headers);
				expect([answer.status, answer.text]).toEqual([
					403,
					expect.stringContaining("device/not-trusted"),
				]);
				expect(await enter({ view: "kiosk", id: "kiosk-1" }, headers)).toContain(
					"device/not-trusted",
				);
			}
			const spoofed = await ask("GET", "/api/health", undefined, {
				"x-forwarded-host": "rebind.example",
			});
			expect(spoofed.status).toBe(200);
		});

		test("what is too large ends at the proxy", async () => {
			const body = JSON.stringify({ username: "a".repeat(100_000), password: "b" });
			expect((await ask("POST", "/api/session", body)).status).toBe(413);
		});
	},
);
