import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { startVersionedHub, type VersionedHub } from "./kiosk-versions.ts";

let browser: Browser;
let hub: HubProcess;
let versions: VersionedHub;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});
beforeEach(async () => {
	versions = await startVersionedHub(hub.url);
});
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	await versions.close();
});

async function openKiosk(context: "secure" | "not secure"): Promise<Page> {
	const kiosk = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		reducedMotion: "reduce",
	});
	const page = await kiosk.newPage();
	// As a browser has it where the address is no secure context.
	if (context !== "secure") {
		await page.addInitScript(() => Reflect.deleteProperty(Navigator.prototype, "serviceWorker"));
	}
	await page.clock.install();
	await page.goto(`${versions.url}/kiosk/?kiosk=kiosk-1`);
	await page.locator(".start").waitFor();
	return page;
}

/** Lets the kiosk's own time pass until it is another version. */
async function becomes(page: Page, version: string): Promise<void> {
	let steps = 0;
	await expect
		.poll(
			async () => {
				// It looks once in ten minutes, and a browser puts a look off while it is asked again and again. One that has only just begun looks the
				// next time.
				const isTime = steps++ % 24 === 0;
				await page.clock.fastForward(isTime ? "11:00" : 4_000).catch(() => undefined);
				return versionOf(page);
			},
			{ timeout: 60_000, interval: 500 },
		)
		.toBe(version);
	await page.locator(".start").waitFor();
}

function versionOf(page: Page): Promise<string | undefined> {
	// While the page is loading there is nothing to ask.
	return page.evaluate(() => document.documentElement.dataset.version).catch(() => undefined);
}

async function takeNumber(page: Page): Promise<void> {
	await page.locator(".start").tap();
	await page.getByRole("button", { name: /Chứng thực/ }).tap();
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.locator(".number-figure").waitFor();
	await page.getByRole("button", { name: "Xong" }).tap();
}

describe.each(["secure", "not secure"] as const)("in a context that is %s,", (context) => {
	test("a kiosk left open over three updates of its hub becomes each of them, and gives numbers in between", {
		timeout: 180_000,
	}, async () => {
		const page = await openKiosk(context);
		expect(await versionOf(page)).toBe("1");
		for (const version of ["2", "3", "4"]) {
			await versions.update(version);
			await becomes(page, version);
			await takeNumber(page);
		}
	});

	test("nobody at the kiosk loses anything by an update", async () => {
		const page = await openKiosk(context);
		await page.locator(".start").tap();
		await page.getByRole("button", { name: "Tra cứu thủ tục" }).tap();
		await page.getByRole("searchbox").tap();
		await page.getByRole("button", { name: "k", exact: true }).tap();
		await versions.update("2");
		// Longer than it takes to look for a newer version and to fetch it, with a touch now and then.
		for (let minute = 0; minute < 15; minute++) {
			await page.clock.fastForward(50_000);
			await page.getByRole("heading", { name: "Tra cứu thủ tục" }).tap();
		}
		expect(await versionOf(page)).toBe("1");
		expect(await page.getByRole("searchbox").inputValue()).toBe("k");
		await page.getByRole("button", { name: "Trang chủ" }).tap();
		await becomes(page, "2");
	});
});
