import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openAdmittance } from "./admittance.ts";
import { pair } from "./pairing.ts";
import { sayWith } from "./say.ts";

/** What the hub answers, in order: a status and a body. */
let answers: [number, object][];
let asked: string[];
let hub: string;
let server: Server;
let folder: string;

beforeEach(async () => {
	answers = [];
	asked = [];
	folder = mkdtempSync(join(tmpdir(), "motcua-pairing-"));
	server = createServer((request, response) => {
		asked.push(request.url?.replace("/api/devices/pairings", "") ?? "");
		const [status, body] = answers.shift() ?? [500, {}];
		request.resume();
		response.writeHead(status, { "content-type": "application/json" });
		response.end(JSON.stringify(body));
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const address = server.address();
	if (address === null || typeof address === "string") throw new Error("no port");
	hub = `http://127.0.0.1:${address.port}`;
});
afterEach(async () => {
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
	rmSync(folder, { recursive: true, force: true });
});

const waiting: [number, object] = [200, { state: "waiting", expiresInMs: 600_000 }];
const code = (digits: string): [number, object] => [
	201,
	{ code: digits, secret: `bi-mat-${digits}`, expiresInMs: 600_000 },
];
const letIn: [number, object] = [
	200,
	{
		state: "paired",
		token: "the-moi",
		device: { id: "d1", role: "print-agent", place: "cua-chinh", name: "Trạm in" },
	},
];

async function paired(stopAfter = Number.POSITIVE_INFINITY) {
	const said: string[] = [];
	const stop = new AbortController();
	const admittance = openAdmittance(folder, hub, "cua-chinh", () => undefined);
	let pauses = 0;
	await pair(
		{
			hub,
			name: "cua-chinh",
			admittance,
			say: sayWith((text) => said.push(text.split("\n")[0] ?? "")),
			pause: async () => {
				if (++pauses >= stopAfter) stop.abort();
			},
		},
		stop.signal,
	);
	return { said, admittance };
}

test("a code is said once for as long as it holds, and the token is kept for the next start", async () => {
	answers = [code("48219300"), waiting, waiting, letIn];
	const { said } = await paired();
	expect(said).toEqual([
		`Nhập mã 4821 9300 ở trang Thiết bị (${hub}/staff/) để ghép trạm in này. Mã dùng được trong 10 phút.`,
		"Đã ghép xong.",
	]);
	expect(asked).toEqual(["", "/collect", "/collect", "/collect"]);
	expect(openAdmittance(folder, hub, "cua-chinh", () => undefined).token()).toBe("the-moi");
	expect(openAdmittance(folder, hub, "cua-phu", () => undefined).token()).toBeUndefined();
	expect(
		openAdmittance(folder, "http://may-chu-khac", "cua-chinh", () => undefined).token(),
	).toBeUndefined();
});

test("a start in the midst of it says the same code, and another one when the hub knows it no more", async () => {
	answers = [code("11112222"), waiting];
	await paired(1);
	answers = [waiting, [404, { code: "pairing/unknown" }], code("33334444"), waiting, letIn];
	const { said } = await paired();
	expect(said.map((line) => /\d{4} \d{4}/.exec(line)?.[0])).toEqual([
		"1111 2222",
		"3333 4444",
		undefined,
	]);
});

test("a refusal is said, and so is why no code is to be had; it goes on trying", async () => {
	answers = [
		[404, { code: "print-agent/unknown" }],
		[404, { code: "print-agent/unknown" }],
		[429, { code: "pairing/too-many" }],
		code("48219300"),
		[200, { state: "refused", expiresInMs: 400_000 }],
		[404, { code: "pairing/unknown" }],
		code("48219311"),
		letIn,
	];
	const { said } = await paired();
	expect(said).toEqual([
		expect.stringContaining('không có máy in nào ghi "agent:cua-chinh"'),
		expect.stringContaining("pairing/too-many"),
		expect.stringContaining("đã từ chối"),
		"Đã ghép xong.",
	]);
});

test("an answer that is none of a hub's, and no answer at all, are no end of it", async () => {
	answers = [[200, { hello: "web" }], code("48219300"), [200, { state: "happy" }], letIn];
	const { said } = await paired();
	expect(said.at(-1)).toBe("Đã ghép xong.");
});
