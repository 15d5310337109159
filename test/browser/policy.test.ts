import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { hearViolations } from "./violations.ts";

// The screens themselves are listened to where they are looked at: screens.test.ts.

let browser: Browser;
let hub: HubProcess;
let heard: string[];

beforeAll(async () => {
	browser = await launchChromium();
	heard = hearViolations(browser);
	hub = await startHubProcess();
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

test("the interface's description does nothing that its policy forbids", async () => {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`${hub.url}/api/docs/`);
	await page.getByText("/api/health").first().waitFor();
	await page.getByText("/api/health").first().click();
	await page.getByRole("button", { name: "Try it out" }).click();
	await page.getByRole("button", { name: "Execute" }).click();
	await page.getByText("Server response").waitFor();
	await page.context().close();
	expect(heard).toEqual([]);
});

test("a script that is written into a page does not run, and is heard of", async () => {
	const page = await (await browser.newContext()).newPage();
	await page.goto(`${hub.url}/?lang=vi`);
	const ran = await page.evaluate(() => {
		const script = document.createElement("script");
		script.textContent = "document.title = 'đã chạy'";
		document.body.append(script);
		return document.title.includes("đã chạy");
	});
	expect(ran).toBe(false);
	await expect.poll(() => heard.join()).toMatch(/script-src/);
	await page.context().close();
});
