import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { kioskBrowserWords } from "../../words/kiosk-browser.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import {
	endKioskCommands,
	type KioskCommandProcess,
	startKioskCommand,
} from "../kiosk-command-process.ts";

let hub: HubProcess;
let page: string;

beforeAll(async () => {
	hub = await startHubProcess({ ALLOWED_HOSTS: "hub.lan" });
	page = `${hub.url}/kiosk/?kiosk=kiosk-1`;
});
afterEach(endKioskCommands);
afterAll(async () => {
	await hub.stop();
	await removeTemporaryDirectories();
});

const isShown = /is shown/;

async function startShown(): Promise<KioskCommandProcess> {
	const kiosk = await startKioskCommand(page);
	await kiosk.says(isShown);
	return kiosk;
}

test("a page of a hub elsewhere in the network, without TLS, has all that a secure one has", async () => {
	const { port } = new URL(hub.url);
	const kiosk = await startKioskCommand(`http://hub.lan:${port}/kiosk/?kiosk=kiosk-1`);
	await kiosk.says(/is shown, in a secure context/);
	const has = await (await kiosk.page()).evaluate(() => ({
		at: location.hostname,
		secure: isSecureContext,
		worker: "serviceWorker" in navigator,
		wakeLock: "wakeLock" in navigator,
	}));
	expect(has).toEqual({ at: "hub.lan", secure: true, worker: true, wakeLock: true });
	expect(await kiosk.stop()).toBe(0);
});

test.each(["SIGTERM", "SIGINT"] as const)("nothing is left running after %s", async (signal) => {
	const kiosk = await startShown();
	expect(kiosk.browserProcesses()).not.toEqual([]);
	expect(await kiosk.stop(signal)).toBe(0);
	expect(kiosk.browserProcesses()).toEqual([]);
	// It ended as if somebody had closed it: the next one starts without a question.
	const preferences = await readFile(join(kiosk.profile, "Default/Preferences"), "utf8");
	expect(JSON.parse(preferences).profile.exit_type).not.toBe("Crashed");
});

test("a command that is killed takes its browser with it, and the next one starts at once on what it left", async () => {
	const kiosk = await startShown();
	await kiosk.kill();
	const next = await startKioskCommand(page, { profile: kiosk.profile });
	await next.says(isShown);
	expect(await next.stop()).toBe(0);
	expect(next.browserProcesses()).toEqual([]);
});

test("a browser that is killed is started again, and its profile mended", async () => {
	const kiosk = await startShown();
	const killed = kiosk.browserProcesses();
	for (const pid of killed) process.kill(pid, "SIGKILL");
	await kiosk.says(isShown, 2);
	expect(kiosk.said()).toMatch(/The browser has ended \(SIGKILL\); it is started again in 1 s/);
	expect(kiosk.said()).toMatch(/left its lock on the profile behind: it is removed/);
	expect(kiosk.browserProcesses()).not.toEqual(expect.arrayContaining(killed));
	await (await kiosk.page()).getByText("Chạm để bắt đầu").waitFor();
});

test("a page that crashes comes back", async () => {
	const kiosk = await startShown();
	const session = await (await kiosk.page()).context().newCDPSession(await kiosk.page());
	// The page that crashes does not answer.
	session.send("Page.crash").catch(() => undefined);
	await kiosk.says(/The page has crashed/);
	await kiosk.says(isShown, 2);
	await (await kiosk.page()).getByText("Chạm để bắt đầu").waitFor();
});

test("whatever else is opened is closed, and a page that is left comes back", async () => {
	const kiosk = await startShown();
	const shown = await kiosk.page();
	// It is gone before it can be used.
	await shown
		.context()
		.newPage()
		.catch(() => undefined);
	await kiosk.says(/Something opened .* it is closed/);
	await expect.poll(() => shown.context().pages().length).toBe(1);
	await shown.goto(`${hub.url}/staff/`);
	await kiosk.says(/The page was left for http.*\/staff\//);
	await kiosk.says(isShown, 2);
	await expect.poll(() => shown.url()).toBe(page);
});

test("a page that is closed is there again", async () => {
	const kiosk = await startShown();
	await (await kiosk.page()).close();
	await kiosk.says(isShown, 2);
});

test("a hub that is not there yet is waited for, with words for whoever stands there", async () => {
	const port = await freePort();
	const kiosk = await startKioskCommand(`http://127.0.0.1:${port}/kiosk/?kiosk=kiosk-1`);
	await kiosk.says(/cannot be shown/);
	const shown = await kiosk.page();
	await shown.getByText(kioskBrowserWords.vi.waiting).waitFor();
	expect(kiosk.said()).not.toMatch(isShown);
	const late = await startHubProcess({ PORT: String(port) });
	await shown.getByText("Chạm để bắt đầu").waitFor();
	await kiosk.says(isShown);
	expect(await kiosk.stop()).toBe(0);
	await late.stop();
});

test("what the page warns of stands in the log", async () => {
	const kiosk = await startShown();
	await (await kiosk.page()).evaluate("console.warn('hết giấy', 3)");
	await kiosk.says(/The page says: hết giấy 3/);
});

test("a second one with the same profile is refused, and the first goes on", async () => {
	const kiosk = await startShown();
	const second = await startKioskCommand(page, { profile: kiosk.profile });
	await second.says(/process \d+ keeps a screen with the profile .* already/);
	expect(await second.exited).toBe(1);
	await (await kiosk.page()).getByText("Chạm để bắt đầu").waitFor();
});

async function freePort(): Promise<number> {
	const server = createServer().listen(0, "127.0.0.1");
	await once(server, "listening");
	const address = server.address();
	server.close();
	if (address === null || typeof address === "string") throw new Error("no port");
	return address.port;
}
