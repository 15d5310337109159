import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import type { HubProcess } from "../hub-process.ts";

/** What went wrong on a page, by its path: nothing may. */
export type PageFaults = string[];

/** Opens a page of the hub at a screen's real size. Kiosks are touched. */
export async function openScreen(
	browser: Browser,
	hub: Pick<HubProcess, "url">,
	path: string,
	faults: PageFaults,
	options: BrowserContextOptions,
): Promise<Page> {
	const context = await browser.newContext({
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		hasTouch: path.startsWith("/kiosk"),
		...options,
	});
	const page = await context.newPage();
	page.on("pageerror", (error) => faults.push(`${path}: ${error.message}`));
	await page.goto(`${hub.url}${path}`);
	return page;
}
