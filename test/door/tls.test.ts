import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { io } from "socket.io-client";
import { afterAll, expect, test } from "vitest";
import {
	adminPassword,
	failedStart,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";

afterAll(removeTemporaryDirectories);

const fixtures = join(projectRoot, "server/door/fixtures");
const TLS_CERT = join(fixtures, "localhost-1.crt");
const TLS_KEY = join(fixtures, "localhost-1.key");
const ca = readFileSync(TLS_CERT);

interface Said {
	status: number | undefined;
	headers: NodeJS.Dict<string | string[]>;
	text: string;
}

function ask(url: string, method: string, body?: unknown): Promise<Said> {
	return new Promise((done, failed) => {
		const headers = body === undefined ? {} : { "content-type": "application/json" };
		const sent = request(url, { method, ca, headers, agent: false }, (answer) => {
			let text = "";
			answer.setEncoding("utf8").on("data", (piece: string) => {
				text += piece;
			});
			answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text }));
		});
		sent.on("error", failed);
		sent.end(body === undefined ? undefined : JSON.stringify(body));
	});
}

test("with a certificate the hub speaks TLS: pages, cookies, live views, and where it leads phones", async () => {
	const hub = await startHubProcess({ TLS_CERT, TLS_KEY, LOG_LEVEL: "info" });
	expect(hub.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
	expect(hub.output()).not.toContain("http://");

	const page = await ask(`${hub.url}/kiosk/`, "GET");
	expect(page.status).toBe(200);
	expect(page.headers["strict-transport-security"]).toBe("max-age=31536000");
	expect(page.headers["content-security-policy"]).toContain(`wss://${new URL(hub.url).host}`);

	const signedIn = await ask(`${hub.url}/api/session`, "POST", {
		username: "admin",
		password: adminPassword,
	});
	expect(signedIn.headers["set-cookie"]?.[0]).toMatch(/; Secure; SameSite=Strict/);

	const taken = await ask(`${hub.url}/api/tickets`, "POST", { serviceId: "ho-tich" });
	expect(taken.status).toBe(201);
	expect(JSON.parse(taken.text).followUrl).toMatch(new RegExp(`^${hub.url}/t/`));

	const board = io(`${hub.url}/live`, {
		transports: ["websocket"],
		reconnection: false,
		auth: { view: "board" },
		ca: ca.toString(),
	});
	await new Promise<void>((shown, failed) => {
		board.on("snapshot", () => shown());
		board.on("connect_error", failed);
	});
	board.close();

	// Told to take its certificate in anew, it goes on.
	process.kill(hub.pid, "SIGHUP");
	expect((await ask(`${hub.url}/api/health`, "GET")).status).toBe(200);
	await expect(fetch(hub.url.replace("https", "http"))).rejects.toThrow();
	expect(await hub.stop()).toBe(0);
});

test.each<[string, NodeJS.ProcessEnv, RegExp]>([
	[
		"a key without a certificate",
		{ TLS_KEY },
		/^motcua cannot start: TLS_CERT: nothing stands there; with TLS_KEY it is a file in PEM\n$/,
	],
	[
		"another's key",
		{ TLS_CERT, TLS_KEY: join(fixtures, "localhost-2.key") },
		/^motcua cannot start: TLS_KEY: .*localhost-2\.key holds something else; allowed is the key of .*\n$/,
	],
	[
		"a list of proxies that is none",
		{ TRUST_PROXY: "true" },
		/TRUST_PROXY: "true" stands there; allowed are the addresses of proxies/,
	],
	[
		"a name with a port",
		{ ALLOWED_HOSTS: "so.xa:443" },
		/ALLOWED_HOSTS: "so\.xa:443" stands there; allowed are names/,
	],
])("%s stops the start in one line", async (_name, env, line) => {
	const { code, output } = await failedStart({ DATA_DIR: await temporaryDirectory(), ...env });
	expect(code).toBe(1);
	expect(output).toMatch(line);
	expect(output).not.toMatch(/\n\s+at /);
});
