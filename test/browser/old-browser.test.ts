import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { makeOld } from "./only-of-2020.ts";
import { readCode } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let kiosk: Page;
let workers: string[];
let faults: string[];

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
	faults = [];
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		locale: "vi-VN",
		// What they hand out does not pass by the test, which takes away what workers have.
		serviceWorkers: "block",
	});
	workers = await makeOld(context);
	kiosk = await context.newPage();
	kiosk.on("pageerror", (error) => faults.push(error.message));
	kiosk.on("console", (message) => {
		// That a hub is away, or says that it is about to be, is no fault of the page.
		const text = message.text();
		const ofHub = text.includes("net::") || text.includes("status of 503");
		if (message.type() === "error" && !ofHub) faults.push(text);
	});
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-2`);
	await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
});
afterEach(async () => {
	await kiosk.context().close();
	expect(faults).toEqual([]);
});

const searchIsHere = () =>
	kiosk.waitForFunction(() => performance.getEntriesByName("search-loaded").length > 0);
const touch = (name: string | RegExp) => kiosk.getByRole("button", { name }).first().tap();

test("what is taken away is gone, on the page and where it searches", async () => {
	const probe =
		"[typeof structuredClone, typeof [].at, typeof ''.replaceAll, typeof crypto.randomUUID]";
	const nothing = Array(4).fill("undefined");
	expect(await kiosk.evaluate(probe)).toEqual(nothing);
	await searchIsHere();
	expect(await kiosk.workers()[0]?.evaluate(probe)).toEqual(nothing);
	expect(workers).toEqual([expect.stringMatching(/catalogue-worker/)]);
});

test("a number is taken and printed", async () => {
	await touch("Chạm để bắt đầu");
	await touch(/^Lấy số/);
	await touch(/^Chứng thực/);
	await touch(/^Không ưu tiên/);
	await kiosk
		.getByText(/^B\d{3}$/)
		.first()
		.waitFor();
	await kiosk.getByText(kioskWords.vi.paper.ready).waitFor();
});

test("a procedure is found by the kiosk itself as one types, and read", async () => {
	await searchIsHere();
	await touch("Chạm để bắt đầu");
	await touch(/^Tra cứu thủ tục/);
	await kiosk.getByRole("searchbox").tap();
	for (const key of ["k", "h", "a", "i", "Dấu cách", "s", "i", "n", "h"]) {
		await kiosk.getByRole("button", { name: key, exact: true }).tap();
	}
	await touch(/^Đăng ký khai sinh/);
	await kiosk.getByText("Giấy chứng sinh").waitFor();
	expect(await kiosk.evaluate(() => performance.getEntriesByName("search").length)).toBeGreaterThan(
		0,
	);
	await kiosk.getByRole("checkbox").first().tap();
	await kiosk.getByRole("checkbox", { checked: true }).first().waitFor();
});

test("procedures are found by event of life and by field", async () => {
	await touch("Chạm để bắt đầu");
	await touch(/^Tra cứu thủ tục/);
	await kiosk.locator(".tile", { hasText: "Sinh con" }).tap();
	await kiosk
		.getByRole("button", { name: /^Đăng ký khai sinh/ })
		.first()
		.waitFor();
	await touch("Quay lại");
	await touch(kioskWords.vi.browsing.byField);
	await kiosk.locator(".tile", { hasText: "Hộ tịch" }).first().tap();
	await kiosk
		.getByRole("button", { name: /^Đăng ký khai sinh/ })
		.first()
		.waitFor();
});

test("another language is spoken", async () => {
	await touch("English");
	await touch(kioskWords.en.touchToStart);
	await kiosk.getByText(kioskWords.en.welcome).waitFor();
});

test("a slip under the reader is printed again, and its number given up", async () => {
	const ask = asker(hub.url);
	const { body } = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "cu-tru" });
	const words = kioskWords.vi;
	await readCode(kiosk, body.followUrl);
	await kiosk.getByText(body.ticket.number).waitFor();
	await touch(words.paper.tryAgain);
	await kiosk.getByText(words.paper.ready).waitFor();
	await touch(words.held.giveUp);
	await touch(words.held.yesGiveUp);
	await kiosk.getByText(words.held.states.cancelled).waitFor();
});

test("a hub that goes away is said, and a number is taken once it is back", async () => {
	const own = await startHubProcess();
	await kiosk.goto(`${own.url}/kiosk/`);
	await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
	await touch("Chạm để bắt đầu");
	// Until the parts of the later screens are here: without them the page would begin anew.
	await kiosk.getByRole("button", { name: /^Lấy số/ }).waitFor();
	await own.kill();
	await kiosk.locator(".band-stale").waitFor();
	const again = await startHubProcess({ PORT: new URL(own.url).port, DATA_DIR: own.dataDir });
	await kiosk.locator(".band-stale").waitFor({ state: "detached" });
	await touch(/^Lấy số/);
	await touch(/^Chứng thực/);
	await touch(/^Không ưu tiên/);
	await kiosk.getByText("B001").waitFor();
	await again.stop();
});
