import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { slipWords } from "../../words/slips.ts";
import { staffWords } from "../../words/staff.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { cutTexts } from "./fitting.ts";
import { sheetsOf, uprightA4 } from "./sheets.ts";
import { hearViolations } from "./violations.ts";

let browser: Browser;
let hub: HubProcess;
let heard: string[];

beforeAll(async () => {
	browser = await launchChromium();
	heard = hearViolations(browser);
	hub = await startHubProcess();
});
afterEach(() => expect(heard.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function openSlips(width: number, language: "vi" | "en" = "vi"): Promise<Page> {
	const page = await (await browser.newContext({ viewport: { width, height: 768 } })).newPage();
	await page.goto(`${hub.url}/staff/?page=slips&lang=${language}`);
	await page.getByLabel(staffWords.vi.username).fill("admin");
	await page.getByLabel(staffWords.vi.password).fill(adminPassword);
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: slipWords.vi.title, level: 1 }).waitFor();
	return page;
}

/** The time of day in the office. */
function timeOf(instant: number): string {
	const clock = { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" } as const;
	return new Intl.DateTimeFormat("en-GB", clock).format(instant);
}

test("a pile of paper numbers is entered by keys alone, those who wait stand first, and one entered amiss is taken back", async () => {
	const words = slipWords.vi;
	const ask = asker(hub.url, await signIn(hub.url));
	await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	const page = await openSlips(1366);
	const now = timeOf(Date.now());
	await page.getByLabel(words.number).focus();
	await page.keyboard.type("a901");
	await page.keyboard.press("Tab");
	await page.keyboard.type(now);
	await page.keyboard.press("Enter");
	await page.getByText(words.saved("A901")).waitFor();
	// The next of the pile stands there already.
	await expect.poll(() => page.getByLabel(words.number).inputValue()).toBe("A902");
	await page.getByLabel(words.outcomes.served).check();
	await page.getByLabel(words.counter).selectOption({ label: "2" });
	await page.getByLabel(words.endedAt).fill(now);
	await page.keyboard.press("Enter");
	await page.getByText(words.saved("A902")).waitFor();
	const entered = page.locator(".slip-list > li");
	await expect.poll(() => entered.allInnerTexts()).toHaveLength(2);
	expect((await entered.allInnerTexts()).join()).toMatch(
		/A902.*đã phục vụ.*quầy 2.*A901.*đang chờ/s,
	);
	const { body } = await ask<{ waiting: { number: string }[] }>("GET", "/api/queue");
	expect(body.waiting.map(({ number }) => number)).toEqual(["A901", "A001"]);

	await page.getByLabel(words.number).fill("A001");
	await page.getByLabel(words.outcomes.waiting).check();
	await page.keyboard.press("Enter");
	await page.getByText("trùng với một số đã cấp").waitFor();
	expect(await page.getByLabel(words.number).inputValue()).toBe("A001");

	await page.getByRole("button", { name: words.withdrawOf("A902") }).press("Enter");
	await page.getByText(words.withdrawn("A902")).waitFor();
	await expect.poll(() => entered.count()).toBe(1);
	await page.context().close();
});

test.each([1366, 420])("the page is whole and accessible, %i px wide", async (width) => {
	const page = await openSlips(width);
	await page.getByLabel(slipWords.vi.outcomes.left).check();
	expect(await cutTexts(page)).toEqual([]);
	expect(await axeFaults(page)).toEqual([]);
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
	await page.context().close();
});

test("spare numbers are printed on a sheet, each once, and nothing else of the page", async () => {
	const page = await openSlips(1366);
	// What the browser would print is looked at in that moment.
	await page.evaluate(() => {
		window.print = () => {
			const numbers = [...document.querySelectorAll(".slip-sheet strong")];
			document.title = numbers.map(({ textContent }) => textContent).join();
			// It goes when the browser has printed it; here it is printed below.
			const sheet = document.querySelector(".slip-sheet");
			if (sheet) sheet.parentElement?.append(sheet.cloneNode(true));
		};
	});
	await page.getByLabel(slipWords.vi.howMany).fill("4");
	await page.getByRole("button", { name: slipWords.vi.printSheet("A") }).click();
	await expect.poll(() => page.title()).toBe("A901,A902,A903,A904");
	await page.emulateMedia({ media: "print" });
	await page.setViewportSize({ width: Math.floor((190 / 25.4) * 96), height: 1045 });
	expect(await page.locator(".slip-sheet:visible > li").count()).toBe(4);
	expect(await cutTexts(page)).toEqual([]);
	expect(await sheetsOf(page)).toEqual([uprightA4]);
	expect(await page.locator(".top-bar:visible, .not-printed:visible").count()).toBe(0);
	await page.context().close();
});
