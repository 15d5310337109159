import { readFile } from "node:fs/promises";
import { read, utils } from "@e965/xlsx";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { OfficeView } from "../../protocol/office.ts";
import type { DayReport } from "../../protocol/reports.ts";
import { demoMark } from "../../words/demo-mark.ts";
import { plainDate } from "../../words/numbers.ts";
import { reportWords } from "../../words/reports.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { pastDay, writePastDay } from "../past-day.ts";
import { officerPassword, preparedOfficer } from "../prepared-accounts.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { expectGoodShades } from "./good-screens.ts";
import { acrossA4, sheetsOf } from "./sheets.ts";
import { openPage } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;

beforeAll(async () => {
	browser = await launchChromium();
	const DATA_DIR = await preparedDirectory([preparedOfficer("mai", "Phạm Thị Mai")]);
	await writePastDay(DATA_DIR);
	hub = await startHubProcess({ DATA_DIR });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function openReport(language: "vi" | "en", width = 1366, isDemo = false): Promise<Page> {
	const page = await openPage(browser, { width, height: 768 });
	if (isDemo) {
		await page.route("**/api/office", async (route) => {
			const response = await route.fetch();
			await route.fulfill({ response, json: { ...(await response.json()), demo: demoMark } });
		});
	}
	await page.goto(`${hub.url}/staff/?page=report${language === "en" ? "&lang=en" : ""}`);
	await page.locator("input[name=username]").fill("admin");
	await page.locator("input[name=password]").fill(adminPassword);
	await page.keyboard.press("Enter");
	await page.getByLabel(reportWords[language].day).selectOption(pastDay);
	const title = `${reportWords[language].titleOf} ${plainDate(pastDay)}`;
	await page.getByRole("heading", { level: 1, name: title }).waitFor();
	return page;
}

async function pastReport(): Promise<DayReport> {
	const ask = asker(hub.url, await signIn(hub.url));
	return (await ask<DayReport>("GET", `/api/reports/day?date=${pastDay}`)).body;
}

test("a head of office reads what a day came to, and takes it home", async () => {
	const words = reportWords.vi;
	const page = await openReport("vi");
	const { total, services } = await pastReport();
	expect(total.issued).toBeGreaterThan(200);
	const told = page.locator(".report-total > div", { hasText: words.columns.issued });
	expect(await told.locator("dd").innerText()).toBe(String(total.issued));
	const rows = page.getByRole("region", { name: words.by.services }).locator("tbody tr");
	expect(await rows.count()).toBe(services.length);
	const [first] = services;
	const cells = await rows.first().locator("td").allInnerTexts();
	expect(cells.slice(0, 3)).toEqual(
		[first?.issued, first?.called, first?.served].map((count) => String(count)),
	);
	// Every bar says in words what it shows.
	const bars = page.locator(".chart svg rect title");
	expect(await bars.first().textContent()).toMatch(/^8–9 giờ: \d+ số đã cấp$/);
	expect(await page.locator(".chart svg text").allTextContents()).toContain("8h");
	// How long people waited is told in sentences, the average first.
	const waits = page.locator(".report-times > div").first();
	expect((await waits.locator("dd").allInnerTexts()).map((said) => said.split(/\s*\n/))).toEqual([
		["Trung bình", expect.stringMatching(/^[\d,]+ phút$/)],
		["Một nửa số người chờ không quá", expect.stringMatching(/^[\d,]+ phút$/)],
		["9/10 số người không quá", expect.stringMatching(/^[\d,]+ phút$/)],
		["Lâu nhất", expect.stringMatching(/^[\d,]+ phút$/)],
	]);
	expect(await page.getByText(words.across).count()).toBe(2);

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: words.xlsx }).click(),
	]);
	expect(download.suggestedFilename()).toBe(`bao-cao-${pastDay}.xlsx`);
	const book = read(await readFile(await download.path()), { type: "buffer" });
	const sheet = book.Sheets[words.by.total] ?? {};
	const whole = utils
		.sheet_to_json<unknown[]>(sheet, { header: 1 })
		.find(([name]) => name === words.whole);
	expect(whole?.[1]).toBe(total.issued);
	await page.context().close();
});

test("today is told as far as it has come, and anew when a number is taken", async () => {
	const words = reportWords.vi;
	const page = await openReport("vi");
	const ask = asker(hub.url, await signIn(hub.url));
	const today = (await ask<DayReport>("GET", "/api/reports/day")).body;
	expect(today.days).toEqual([today.date, pastDay]);
	await page.getByLabel(words.day).selectOption(today.date);
	await page.getByText(words.soFar).waitFor();
	await page.getByText(words.none).waitFor();
	await ask("POST", "/api/tickets", { serviceId: "ho-tich" });
	await page.getByRole("button", { name: words.again }).click();
	const told = page.locator(".report-total > div", { hasText: words.columns.issued });
	await told.getByText("1", { exact: true }).waitFor();
	await page.getByText(words.told.wait.none).first().waitFor();
	// Whoever is called at once has not waited for nought minutes.
	for (const act of ["open", "call-next"]) await ask("POST", `/api/counters/quay-1/${act}`, {});
	await page.getByRole("button", { name: words.again }).click();
	await page.getByText(`${words.told.wait.p50} ${words.underOneMinute}`).waitFor();
	await page.context().close();
});

test("an officer sees no report, and is given none", async () => {
	const page = await openPage(browser, { width: 1366, height: 768 });
	await page.goto(`${hub.url}/staff/?page=report`);
	await page.getByLabel("Tên đăng nhập").fill("mai");
	await page.getByLabel("Mật khẩu").fill(officerPassword);
	await page.keyboard.press("Enter");
	await page.getByText("Chọn quầy làm việc").waitFor();
	expect(await page.getByRole("link", { name: reportWords.vi.inNavigation }).count()).toBe(0);
	const ask = asker(hub.url, await signIn(hub.url, "mai", officerPassword));
	expect((await ask("GET", "/api/reports/day")).status).toBe(403);
	await page.context().close();
});

test.each([
	["vi", 1366],
	["en", 1366],
	["vi", 420],
] as const)(
	"in %s, %i px wide, it is whole and accessible, in light and dark and on paper",
	async (language, width) => {
		const page = await openReport(language, width);
		// A table of thirteen columns scrolls sideways by itself where the window is narrow; all else must fit.
		const tables = page.locator(".report-scroll");
		expect(await tables.first().evaluate((one) => getComputedStyle(one).overflowX)).toBe("auto");
		const narrow = width < 1000;
		if (narrow) await turnHidden(tables);
		expect([...(await cutTexts(page)), ...(await brokenWords(page))]).toEqual([]);
		if (narrow) await turnHidden(tables);
		await expectGoodShades(page);
		await page.emulateMedia({ media: "print" });
		expect(await page.locator(".top-bar:visible, .not-printed:visible").count()).toBe(0);
		await page.context().close();
	},
);

test.each([
	["vi", false],
	["en", true],
] as const)(
	"in %s it is printed across A4, names the office, the day and when it was made, and keeps to the sheet; a demonstration: %s",
	async (language, isDemo) => {
		const words = reportWords[language];
		const page = await openReport(language, 1366, isDemo);
		const text = async () => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");
		const demo = `${reportWords.vi.demo} / ${reportWords.en.demo}`;
		expect(await text()).not.toContain(demo);
		await page.evaluate(() => {
			document.documentElement.dataset.shade = "dark";
		});
		await page.emulateMedia({ media: "print" });
		// As wide as the sheet without its margins.
		await page.setViewportSize({ width: Math.floor((277 / 25.4) * 96), height: 718 });
		const told = await text();
		const { name } = (await asker(hub.url)<OfficeView>("GET", "/api/office")).body;
		expect(told.split(/\n+/).slice(0, 2)).toEqual([
			name[language],
			`${words.titleOf} ${plainDate(pastDay)}`,
		]);
		expect(told).toMatch(
			language === "vi"
				? /Lập lúc \d\d:\d\d, \d+\/\d+\/\d{4}\./
				: /Made at \d\d:\d\d, \d+\/\d+\/\d{4}\./,
		);
		expect(told.includes(demo)).toBe(isDemo);
		expect([...(await cutTexts(page)), ...(await brokenWords(page))]).toEqual([]);
		// Ink is dark on paper, whatever the screen is.
		const ink = await page.locator("h1").evaluate((one) => getComputedStyle(one).color);
		expect(ink).toBe("rgb(27, 27, 31)");
		const sheets = await sheetsOf(page);
		expect(sheets.length).toBeGreaterThan(1);
		expect(sheets).toEqual(sheets.map(() => acrossA4));
		await page.context().close();
	},
);

/** Hides what is shown, and shows it again. */
function turnHidden(tables: Locator): Promise<void> {
	return tables.evaluateAll((all) => {
		for (const one of all) one.toggleAttribute("hidden");
	});
}
