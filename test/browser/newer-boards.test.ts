import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { removeTemporaryDirectories } from "../hub-process.ts";
import { type LosingProxy, startLosingProxy } from "../losing-proxy.ts";
import { type LargeHall, openLargeHall } from "./large-hall.ts";
import { openPage } from "./tour.ts";

let browser: Browser;
let hall: LargeHall;
let proxy: LosingProxy;

beforeAll(async () => {
	browser = await launchChromium();
	hall = await openLargeHall({ counters: 6, services: 7 });
});
beforeEach(async () => {
	proxy = await startLosingProxy(hall.hub.url);
});
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	await proxy.shut();
});
afterAll(async () => {
	await browser.close();
	await hall.hub.stop();
	await removeTemporaryDirectories();
});

describe.each([
	["board", "/display/board", 60_000],
	["screen over a counter", "/display/counter/quay-1", 20_000],
])("a newer version of the %s", (_screen, path, restMs) => {
	let page: Page;
	let loads: number;
	/** What the hub answers to a page that asks which version there is. */
	let answers: { asked: number; withPage: boolean };

	beforeEach(async () => {
		page = await openPage(browser, { width: 1920, height: 1080 });
		await page.clock.install();
		loads = 0;
		answers = { asked: 0, withPage: true };
		await page.goto(proxy.url + path);
		await page.locator("[data-state=live]").waitFor();
	});

	/** The hub goes away and comes back with pages that name another script, as after an update. */
	async function update(): Promise<void> {
		await page.route(`**${path}`, async (route) => {
			if (route.request().resourceType() === "document") {
				loads++;
				return route.continue();
			}
			answers.asked++;
			if (!answers.withPage) return route.abort();
			const response = await route.fetch();
			const body = (await response.text()).replace(
				/(<script type="module"[^>]* src="[^"]*)\.js"/,
				'$1-khac.js"',
			);
			return route.fulfill({ response, body });
		});
		await proxy.shut();
		await page.locator("[data-state=stale]").waitFor();
		await proxy.open();
		await expect.poll(() => answers.asked).toBeGreaterThan(0);
	}

	async function recall(): Promise<void> {
		await hall.ask("POST", "/api/counters/quay-1/recall", {});
		await page.locator(".is-lit").waitFor();
	}

	test("is taken when the hub is back, where nobody has just been called", async () => {
		await update();
		await expect.poll(() => loads).toBe(1);
		await page.locator("[data-state=live]").waitFor();
	});

	test("waits for the end of a call", async () => {
		await recall();
		await update();
		await page.locator("[data-state=live]").waitFor();
		await page.clock.fastForward(restMs - 15_000);
		await page.locator("[data-state=live]").waitFor();
		expect(loads).toBe(0);
		await page.clock.fastForward(15_000);
		await expect.poll(() => loads, { timeout: 10_000 }).toBe(1);
		await page.locator("[data-state=live]").waitFor();
	});

	test("is not taken from a hub that is away again", async () => {
		await recall();
		await update();
		await page.locator("[data-state=live]").waitFor();
		answers.withPage = false;
		const { asked } = answers;
		await page.clock.fastForward(restMs);
		await expect.poll(() => answers.asked, { timeout: 10_000 }).toBeGreaterThan(asked);
		expect(loads).toBe(0);
		await page.locator("[data-state=live]").waitFor();
		await page.locator(".call-number, .counter-number").first().waitFor();
	});
});
