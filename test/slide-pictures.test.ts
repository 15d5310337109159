import { once } from "node:events";
import { readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, expect, test } from "vitest";
import type { EditableOffice } from "../config/editable.ts";
import { noisyPng, pngOf, redJpeg } from "../config/sample-pictures.ts";
import type { LogPage } from "../protocol/log.ts";
import type { OfficeView } from "../protocol/office.ts";
import type { Problem } from "../protocol/problem.ts";
import type { SettingsChanged, SettingsView } from "../protocol/settings.ts";
import type { KeptPicture } from "../protocol/slide-pictures.ts";
import { asker, signIn } from "./ask.ts";
import {
	type HubProcess,
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "./hub-process.ts";
import { officerPassword, preparedOfficer } from "./prepared-accounts.ts";
import { runCommand } from "./run-command.ts";
import { sampleOfficeWith } from "./sample-office.ts";

let hub: HubProcess;
let cookie: string;
let ask: ReturnType<typeof asker>;
afterEach(() => hub.stop());
afterAll(removeTemporaryDirectories);

async function start(env: NodeJS.ProcessEnv = {}): Promise<void> {
	hub = await startHubProcess(env);
	cookie = await signIn(hub.url);
	ask = asker(hub.url, cookie);
}

const path = "/api/admin/settings/pictures";
const folder = () => join(hub.dataDir, "pictures");

type Sent = Partial<KeptPicture> & Partial<Problem>;

async function send(
	bytes: Buffer,
	headers: Record<string, string> = {},
): Promise<{ status: number; body: Sent }> {
	const response = await fetch(`${hub.url}${path}`, {
		method: "POST",
		headers: { "content-type": "image/png", cookie, ...headers },
		body: new Uint8Array(bytes),
	});
	return { status: response.status, body: await response.json() };
}

/** The answer to a picture of which only the length has come. */
async function announced(length: number): Promise<{ status: number; code: string }> {
	const headers = { cookie, "content-type": "image/png", "content-length": length };
	const sending = request(`${hub.url}${path}`, { method: "POST", headers });
	sending.flushHeaders();
	const [answer] = await once(sending, "response");
	const { code } = JSON.parse(await text(answer));
	sending.destroy();
	return { status: answer.statusCode, code };
}

async function sent(bytes: Buffer): Promise<string> {
	const { body } = await send(bytes);
	if (body.picture === undefined) throw new Error(`it is not kept: ${body.code}`);
	return body.picture;
}

type View = Omit<SettingsView, "office"> & { office: EditableOffice };
const settings = async () => (await ask<View>("GET", "/api/admin/settings")).body;
const shown = async () => (await ask<OfficeView>("GET", "/api/office")).body.slides;

type Slide = NonNullable<EditableOffice["slides"]>[number];
async function saveSlides(...slides: Slide[]) {
	const { version, office } = await settings();
	const body = { ifVersion: version, office: { ...office, slides } };
	return ask<SettingsChanged & Problem>("PUT", "/api/admin/settings", body);
}

/** What a screen gets where it is told of a slide's picture. */
async function drawn(address = ""): Promise<{ status: number; headers: Headers; bytes: Buffer }> {
	const response = await fetch(`${hub.url}${address}`, { headers: { cookie } });
	const { status, headers } = response;
	return { status, headers, bytes: Buffer.from(await response.arrayBuffer()) };
}
const seenBySettings = (picture: string) => `${path}?picture=${encodeURIComponent(picture)}`;

const title = { vi: "Nghỉ lễ", en: "Holiday" };

test("a picture that was sent is seen by who edits, and on screens once the settings are saved", async () => {
	await start();
	const before = await shown();
	const png = pngOf(1920, 1080);
	const { status, body } = await send(png);
	expect([status, body]).toEqual([
		201,
		{
			picture: expect.stringMatching(/^kept:[0-9a-f]{32}\.png$/),
			bytes: png.length,
			widthPx: 1920,
			heightPx: 1080,
		},
	]);
	const { picture = "" } = body;
	expect(await shown()).toEqual(before);
	expect((await settings()).pictures).toContainEqual({ picture, bytes: png.length });
	expect((await drawn(seenBySettings(picture))).bytes.equals(png)).toBe(true);

	expect((await saveSlides({ picture })).body).toEqual({ version: 2 });
	const [slide] = await shown();
	const screen = await drawn(slide?.picture);
	expect(screen.bytes.equals(png)).toBe(true);
	expect(screen.headers.get("content-type")).toBe("image/png");
	expect(screen.headers.get("x-content-type-options")).toBe("nosniff");

	const jpeg = await sent(redJpeg);
	expect(jpeg).toMatch(/\.jpg$/);
	await saveSlides({ title, picture: jpeg });
	const [other] = await shown();
	expect((await drawn(other?.picture)).headers.get("content-type")).toBe("image/jpeg");
});

test("the same bytes are kept once, under one name, and told once in the log with who sent them", async () => {
	await start();
	const png = pngOf(64, 64);
	const [one, two] = await Promise.all([send(png), send(png)]);
	expect([one.status, two.status].sort()).toEqual([200, 201]);
	expect(one.body).toEqual(two.body);
	expect(await readdir(folder())).toEqual([one.body.picture?.slice("kept:".length)]);
	const { items } = (await ask<LogPage>("GET", "/api/admin/log?kind=picture-kept")).body;
	expect(items).toHaveLength(1);
	expect(JSON.stringify(items[0])).toContain("admin");
	expect(JSON.stringify(items[0])).toContain(one.body.picture?.slice("kept:".length));
});

test("what is no picture, too large, too wide or of another kind is refused and nothing of it is kept", async () => {
	await start();
	const png = pngOf(64, 64);
	const large = noisyPng(2100, 2100);
	expect(large.length).toBeGreaterThan(4 * 1024 * 1024);
	for (const [bytes, status, code, said] of [
		[Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>"), 422, "picture/none", "PNG"],
		[Buffer.from("<!doctype html><script>alert(1)</script>"), 422, "picture/none", "PNG"],
		[Buffer.alloc(0), 422, "picture/none", "PNG"],
		[png.subarray(0, -10), 422, "picture/none", "phần cuối"],
		[large, 413, "picture/wrong-size", "4,3"],
		[pngOf(4097, 20), 413, "picture/wrong-size", "4097"],
		[pngOf(15, 20), 413, "picture/wrong-size", "16 đến 4096"],
	] as const) {
		const { status: was, body } = await send(bytes);
		expect([was, body.code]).toEqual([status, code]);
		expect(body.detail).toContain(said);
	}
	for (const type of ["image/svg+xml", "text/html", "image/webp", "application/json"]) {
		const { body } = await send(png, { "content-type": type });
		expect([type, body.code]).toEqual([
			type,
			type === "application/json" ? "request/bad-json" : "request/unsupported-media-type",
		]);
	}
	expect(await announced(100_000_000)).toMatchObject({ status: 413, code: "picture/wrong-size" });
	expect((await send(png, { origin: "http://elsewhere.example" })).body.code).toBe(
		"request/foreign-origin",
	);
	expect(await readdir(hub.dataDir)).not.toContain("pictures");
	// A picture goes nowhere else.
	const wrong = await fetch(`${hub.url}/api/admin/settings/check`, {
		method: "POST",
		headers: { cookie, "content-type": "image/png" },
		body: new Uint8Array(png),
	});
	expect(wrong.status).toBe(415);
});

test("nobody but admins sends or sees pictures that are not on a screen", async () => {
	const lan = { ...preparedOfficer("lan"), roles: ["officer" as const, "supervisor" as const] };
	await start({ DATA_DIR: await preparedDirectory([lan]) });
	const picture = await sent(pngOf(64, 64));
	const other = await signIn(hub.url, "lan", officerPassword);
	for (const [of, code] of [
		["", "session/required"],
		[other, "session/forbidden"],
	] as const) {
		expect((await send(pngOf(64, 64), { cookie: of })).body.code).toBe(code);
		const seen = await fetch(`${hub.url}${seenBySettings(picture)}`, { headers: { cookie: of } });
		expect((await seen.json()).code).toBe(code);
	}
});

test("no name in an edit or an address leads to another file of the machine", async () => {
	await start();
	await sent(pngOf(64, 64));
	const digits = "0".repeat(32);
	for (const picture of [
		"kept:../settings.json",
		"kept:../../etc/hostname",
		`kept:${digits}.png`,
		`kept:${digits}.svg`,
		`pictures/${digits}.png`,
		"/etc/hostname",
		"..\\settings.json",
	]) {
		const { status, body } = await saveSlides({ title, picture });
		expect([picture, status, body.code]).toEqual([picture, 422, "settings/wrong"]);
		expect(body.errors?.[0]?.path).toBe("/slides/0/picture");
		const seen = await ask<Problem>("GET", seenBySettings(picture));
		expect([picture, seen.status]).toEqual([picture, 404]);
	}
	for (const name of ["..%2fsettings.json", "%2e%2e%2f..%2fsettings.json", `${digits}.png`]) {
		expect([name, (await drawn(`/api/slides/${name}`)).status]).toEqual([name, 404]);
	}
});

test("the office file names no picture of the hub's", async () => {
	await start();
	const picture = await sent(pngOf(64, 64));
	await hub.stop();
	const file = await sampleOfficeWith(() => ({ slides: [{ title, picture }] }));
	await expect(start({ OFFICE_FILE: file, DATA_DIR: hub.dataDir })).rejects.toThrow(
		"/slides/0/picture",
	);
});

test("an older version brings its picture back, also after a restart and a kill between sending and saving", async () => {
	await start();
	const [first, second] = [pngOf(64, 64, 1), pngOf(64, 64, 2)];
	await saveSlides({ title, picture: await sent(first) });
	const picture = await sent(second);
	await hub.kill();
	await start({ DATA_DIR: hub.dataDir });
	const screen = async () => (await drawn((await shown())[0]?.picture)).bytes;
	expect((await screen()).equals(first)).toBe(true);
	expect((await saveSlides({ title, picture })).status).toBe(200);
	expect((await screen()).equals(second)).toBe(true);
	await saveSlides({ title });
	expect((await shown())[0]?.picture).toBeUndefined();
	for (const [to, bytes] of [
		[2, first],
		[3, second],
	] as const) {
		const { version } = await settings();
		const back = { ifVersion: version, to };
		expect((await ask("POST", "/api/admin/settings/back", back)).status).toBe(200);
		expect((await screen()).equals(bytes)).toBe(true);
	}
});

test("a picture that is lost stops neither the hub nor an edit of something else; its slide is shown without it", async () => {
	await start();
	const [only, worded] = [await sent(pngOf(64, 64, 1)), await sent(pngOf(64, 64, 2))];
	await saveSlides({ picture: only }, { title, picture: worded });
	await hub.stop();
	await rm(folder(), { recursive: true });
	await start({ DATA_DIR: hub.dataDir });
	expect((await settings()).version).toBe(2);
	expect(await shown()).toEqual([{ title, seconds: 12 }]);
	expect(hub.output()).toContain("a slide is shown without its picture");
	const { version, office, pictures } = await settings();
	expect(pictures).toEqual([]);
	const ticker = [{ vi: "Nghỉ chiều.", en: "Closed in the afternoon." }];
	const edited = { ifVersion: version, office: { ...office, ticker } };
	expect((await ask("PUT", "/api/admin/settings", edited)).status).toBe(200);
	// Sent again it is on the screens again, without another edit.
	await sent(pngOf(64, 64, 1));
	expect(await shown()).toHaveLength(2);
	// One that only an older version named cannot be named anew.
	await saveSlides({ picture: only });
	expect((await saveSlides({ picture: worded })).body.code).toBe("settings/wrong");
	const { version: now } = await settings();
	const back = { ifVersion: now, to: 2 };
	expect((await ask("POST", "/api/admin/settings/back", back)).status).toBe(200);
	expect(await shown()).toMatchObject([{ picture: expect.any(String) }, { title }]);
});

test("a picture goes with the last of the hundred versions that named it, and no sooner", async () => {
	await start();
	const old = await sent(pngOf(64, 64, 1));
	const stays = await sent(pngOf(64, 64, 2));
	await saveSlides({ title, picture: old }, { title, picture: stays });
	await hub.stop();
	const file = join(hub.dataDir, "settings.json");
	const kept = JSON.parse(await readFile(file, "utf8"));
	const [, named] = kept.versions;
	const without = { ...named.office, slides: [{ title, picture: stays }] };
	kept.versions = Array.from({ length: 100 }, (_, index) =>
		index === 0 ? named : { ...named, number: 2 + index, office: without },
	);
	await writeFile(file, JSON.stringify(kept));
	const longAgo = Date.now() / 1000 - 2 * 24 * 60 * 60;
	const names = await readdir(folder());
	for (const name of names) await utimes(join(folder(), name), longAgo, longAgo);
	await start({ DATA_DIR: hub.dataDir });
	expect(await readdir(folder())).toHaveLength(2);
	expect((await saveSlides({ title, picture: stays, seconds: 20 })).status).toBe(200);
	expect(await readdir(folder())).toEqual([stays.slice("kept:".length)]);
	expect((await saveSlides({ title, picture: old })).body.code).toBe("settings/wrong");
});

test.each(["sao-luu", "sao-luu.tar.gz"])(
	"a backup (%s) takes the pictures along, and a restore brings them back",
	async (name) => {
		await start();
		const png = pngOf(64, 64);
		await saveSlides({ title, picture: await sent(png) });
		const to = join(await temporaryDirectory(), name);
		// The hub goes on meanwhile.
		const backup = await runCommand("backup", ["--to", to, "--data-dir", hub.dataDir]);
		expect([backup.code, backup.warned]).toEqual([0, ""]);
		const dataDir = join(await temporaryDirectory(), "data");
		const restore = await runCommand("restore", ["--from", to, "--data-dir", dataDir]);
		expect([restore.code, restore.warned]).toEqual([0, ""]);
		await hub.stop();
		await start({ DATA_DIR: dataDir });
		expect((await drawn((await shown())[0]?.picture)).bytes.equals(png)).toBe(true);
	},
);

test("a picture that is damaged is backed up as it stands and said", async () => {
	await start();
	const picture = await sent(pngOf(64, 64));
	await writeFile(join(folder(), picture.slice("kept:".length)), "damaged");
	const to = join(await temporaryDirectory(), "sao-luu");
	const backup = await runCommand("backup", ["--to", to, "--data-dir", hub.dataDir]);
	expect(backup.code).toBe(1);
	expect(backup.warned).toContain(picture.slice("kept:".length));
});
