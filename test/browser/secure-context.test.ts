import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";

let browser: Browser;
let hub: HubProcess;

beforeAll(async () => {
	browser = await launchChromium("--host-resolver-rules=MAP hub.lan 127.0.0.1");
	hub = await startHubProcess({ ALLOWED_HOSTS: "hub.lan" });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

/** A page that has the kiosk, and what it warned of. */
async function openKiosk(host: string, prepare?: (page: Page) => Promise<void>) {
	const page = await (await browser.newContext()).newPage();
	const warned: string[] = [];
	page.on("console", (message) => {
		// The browser itself warns of other things at such an address.
		const text = message.text();
		if (message.type() === "warning" && text.includes("secure context")) warned.push(text);
	});
	await prepare?.(page);
	await page.goto(`http://${host}:${new URL(hub.url).port}/kiosk/?kiosk=kiosk-1`);
	await page.getByText("Chạm để bắt đầu").waitFor();
	return { page, warned };
}

test("a kiosk at a plain address of the network says once what it lacks and what to do, and works", async () => {
	const { page, warned } = await openKiosk("hub.lan");
	expect(await page.evaluate(() => isSecureContext)).toBe(false);
	expect(warned).toEqual([
		expect.stringMatching(
			/^http:\/\/hub\.lan:\d+ is no secure context .*no service worker.*no wake lock.*npm run kiosk.*TLS.*docs\/KIOSK\.md/,
		),
	]);
	await page.context().close();
});

test("one that lacks nothing warns of nothing", async () => {
	const { page, warned } = await openKiosk("127.0.0.1");
	expect(await page.evaluate(() => isSecureContext)).toBe(true);
	expect(warned).toEqual([]);
	await page.context().close();
});

describe("a kiosk in a secure context", () => {
	test("keeps its panel lit, and does so again when it is seen again or the lock was taken from it", async () => {
		const { page } = await openKiosk("127.0.0.1", async (page) => {
			await page.clock.install();
			await page.addInitScript(rememberLocks);
		});
		const locks = () => page.evaluate("locks.map(({ released }) => released)");
		await expect.poll(locks).toEqual([false]);
		await page.evaluate("seen('hidden')");
		await page.evaluate("locks[0].release()");
		await page.clock.runFor(30_000);
		expect(await locks()).toEqual([true]);
		await page.evaluate("seen('visible')");
		await expect.poll(locks).toEqual([true, false]);
		await page.evaluate("locks[1].release()");
		await page.clock.runFor(30_000);
		await expect.poll(locks).toEqual([true, true, false]);
		await page.context().close();
	});
});

/** Runs in the page: keeps the browser's own locks, and lets a test say whether the page is seen, which a headless one always is. */
function rememberLocks(): void {
	const locks: WakeLockSentinel[] = [];
	const request = WakeLock.prototype.request;
	WakeLock.prototype.request = async function (type) {
		const lock = await request.call(this, type);
		locks.push(lock);
		return lock;
	};
	Object.assign(window, {
		locks,
		seen(state: DocumentVisibilityState) {
			Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
			document.dispatchEvent(new Event("visibilitychange"));
		},
	});
}
