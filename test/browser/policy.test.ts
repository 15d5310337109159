import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { HubProcess } from "../hub-process.ts";
import { type Hall, openHall } from "./hall.ts";
import { tourBoard, tourKiosk, tourPages, tourPhone, tourStaff } from "./tour.ts";

let hall: Hall;
let browser: Browser;
let hub: HubProcess;
let ticketId: string;

beforeAll(async () => {
	hall = await openHall();
	({ browser, hub, ticketId } = hall);
});
afterAll(() => hall.close());

/** Hears what the browser says of pages that do what their policy forbids, in all pages opened from here on. */
function hearViolations(): string[] {
	const heard: string[] = [];
	const newContext = browser.newContext.bind(browser);
	browser.newContext = async (options) => {
		const context = await newContext(options);
		context.on("console", (message) => {
			if (/Content Security Policy|Cross-Origin|Permissions/i.test(message.text())) {
				heard.push(message.text());
			}
		});
		context.on("weberror", (error) => heard.push(String(error.error())));
		return context;
	};
	return heard;
}

async function nothing(): Promise<void> {}

describe("no page does what its policy forbids", () => {
	test.each<[string, () => Promise<void>]>([
		["the kiosk", () => tourKiosk(browser, hub, "vi", nothing)],
		["the console", () => tourStaff(browser, hub, "vi", nothing)],
		["the board", () => tourBoard(browser, hub, nothing)],
		["the phone", () => tourPhone(browser, hub, ticketId, "vi", nothing)],
		["the hub's own pages", () => tourPages(browser, hub, "vi", nothing)],
		["the interface's description", () => openDocs()],
	])("%s", async (_name, tour) => {
		const heard = hearViolations();
		await tour();
		expect(heard).toEqual([]);
	});

	async function openDocs(): Promise<void> {
		const page = await (await browser.newContext()).newPage();
		await page.goto(`${hub.url}/api/docs/`);
		await page.getByText("/api/health").first().waitFor();
		await page.getByText("/api/health").first().click();
		await page.getByRole("button", { name: "Try it out" }).click();
		await page.getByRole("button", { name: "Execute" }).click();
		await page.getByText("Server response").waitFor();
		await page.context().close();
	}
});

test("a script that is written into a page does not run, and is heard of", async () => {
	const heard = hearViolations();
	const page: Page = await (await browser.newContext()).newPage();
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
