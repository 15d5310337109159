import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { cutTexts } from "./fitting.ts";
import { type Hall, openHall } from "./hall.ts";
import { tourBoard, tourPages, tourStaff } from "./tour.ts";
import { pairDevices, tourAccounts, tourDevices, tourLog } from "./tour-admin.ts";
import { tourHall, tourHallPage } from "./tour-hall.ts";
import { tourPrinters } from "./tour-printing.ts";
import { hearViolations } from "./violations.ts";

const narrow = { width: 420, height: 900 };

let hall: Hall;
let browser: Browser;
let hub: HubProcess;
let heard: string[];

beforeAll(async () => {
	hall = await openHall();
	({ browser, hub } = hall);
	heard = hearViolations(browser);
	await pairDevices(hub);
});
// No page does what its policy forbids.
afterEach(() => expect(heard.splice(0)).toEqual([]));
afterAll(() => hall.close());

async function expectWhole(name: string, page: Page): Promise<void> {
	expect([name, await cutTexts(page)]).toEqual([name, []]);
}

async function expectGood(name: string, page: Page): Promise<void> {
	await expectWhole(name, page);
	expect([name, await axeFaults(page)]).toEqual([name, []]);
}

describe.each(["vi", "en"] as const)(
	"in %s no text is cut and axe finds nothing wrong",
	(language) => {
		test("on the page of printers while a roll is changed", () =>
			tourPrinters(browser, hub, language, expectGood));
		test("on kiosk and board when numbers are short, the office is closed, and the hall is stopped", () =>
			tourHall(browser, hub, language, expectGood));
		test("on the page of a supervisor, and the desk while the hall is stopped", () =>
			tourHallPage(browser, hub, language, expectGood));
		test("on the counter console", () => tourStaff(browser, hub, language, expectGood));
		test("on the pages about accounts, and when a counter closes", () =>
			tourAccounts(browser, hub, language, expectGood));
		test("on the page of devices", () => tourDevices(browser, hub, language, expectGood));
		test("on the log", () => tourLog(browser, hub, language, expectGood));
		test("on the hub's own pages", () => tourPages(browser, hub, language, expectGood));
	},
);

describe("no text is cut", () => {
	test("on the board at 1920x1080, with axe content", () => tourBoard(browser, hub, expectGood));
	test("on the board upright", () =>
		tourBoard(browser, hub, expectWhole, { width: 1080, height: 1920 }));
	test("on the board of an old screen", () =>
		tourBoard(browser, hub, expectWhole, { width: 1366, height: 768 }));
	test("on the page of printers in a narrow window", () =>
		tourPrinters(browser, hub, "vi", expectWhole, narrow));
	test("on the console in a narrow window", () =>
		tourStaff(browser, hub, "vi", expectWhole, narrow));
	test("on the pages about accounts in a narrow window", () =>
		tourAccounts(browser, hub, "vi", expectWhole, narrow));
	test("on the page of devices in a narrow window", () =>
		tourDevices(browser, hub, "vi", expectWhole, narrow));
	test("on the log in a narrow window", () => tourLog(browser, hub, "vi", expectWhole, narrow));
});

test("axe is listened to: a button that says nothing and grey words on white are found", async () => {
	const page = await browser.newPage();
	await page.setContent(
		"<title>Thử</title><button></button><p style='color: #aaa; background: #fff'>Chữ quá nhạt</p>",
	);
	const rules = (await axeFaults(page)).map((fault) => fault.split(":")[0]);
	expect(rules).toEqual(expect.arrayContaining(["button-name", "color-contrast"]));
	await page.context().close();
});
