import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../protocol/office.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { procedureWords } from "../../words/procedures.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	type HubProcess,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { axeFaults } from "./accessible.ts";
import { cutTexts } from "./fitting.ts";
import { openScreen, type PageFaults } from "./open-screen.ts";
import { everywhere } from "./panels.ts";

const birth = { code: "1.001193", name: "Đăng ký khai sinh" };
const certifiedCopy = { code: "2.000815", name: "Chứng thực bản sao từ bản chính" };
const card = { code: "1.014063", name: "Cấp đổi thẻ căn cước" };
const form = "https://example.vn/mau/to-khai-khai-sinh.docx";

let browser: Browser;
let hub: HubProcess;
const faults: PageFaults = [];

beforeAll(async () => {
	browser = await launchChromium();
	const catalogue = await ownCatalogue();
	hub = await startHubProcess({ OFFICE_FILE: await sampleOfficeWith(() => ({ catalogue })) });
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

describe.each(everywhere)("at $width x $height in $language", ({ language, ...viewport }) => {
	test("papers are ticked, parts opened and left and found again, and nothing is cut", async () => {
		const page = await openProcedure(viewport, language, birth);
		const said = kioskWords[language].procedurePage;
		await expectGood(page);
		const papers = page.getByRole("checkbox");
		await papers.nth(0).tap();
		await papers.nth(1).tap();
		await page.getByText(said.have(2, 3)).waitFor();
		expect(await page.getByText(said.complete).count()).toBe(0);
		await papers.nth(2).tap();
		await page.getByText(said.complete).waitFor();
		// A conditional one is no part of the count.
		await papers.nth(3).tap();
		await papers.nth(1).tap();
		await page.getByText(said.have(2, 3)).waitFor();

		await openAllParts(page);
		await page.locator(".scan svg").first().waitFor();
		const code = await page.locator(".scan svg").first().boundingBox();
		expect((code?.width ?? 0) * 0.248).toBeGreaterThanOrEqual(30);
		await expectGood(page);

		const topPx = await page.locator(".pager-pane").evaluate((pane) => pane.scrollTop);
		await button(page, kioskWords[language].takeNumberFor).tap();
		await button(page, kioskWords[language].noPriority).waitFor();
		await button(page, kioskWords[language].back).tap();
		await page.locator(".facts").waitFor();
		expect(await checked(page)).toEqual([true, false, true, true, false, false]);
		expect(await page.locator("details[open]").count()).toBe(5);
		expect(topPx).toBeGreaterThan(0);
		expect(await page.locator(".pager-pane").evaluate((pane) => pane.scrollTop)).toBe(topPx);
		await page.context().close();
	});

	test("a certified copy is reckoned up to its limit", async () => {
		const page = await openProcedure(viewport, language, certifiedCopy);
		const said = kioskWords[language].procedurePage;
		const about = procedureWords[language];
		const more = (what: string) => button(page, said.more(what));
		const copies = more(said.howMany(about.units("bản")));
		const pages = more(said.howManyEach(about.units("trang"), about.unit("bản")));
		for (let times = 0; times < 2; times++) await copies.tap();
		for (let times = 0; times < 3; times++) await pages.tap();
		await expect
			.poll(() => page.locator(".fee-result").innerText())
			.toContain(
				language === "vi"
					? "3 bản × 4 trang: 18.000\u00a0đ"
					: "3 copies × 4 pages: VND\u00a018,000",
			);
		await expectGood(page);
		await button(page, said.less(said.howMany(about.units("bản")))).tap();
		await expect.poll(() => page.locator(".fee-result").innerText()).toContain("12");
		await page.context().close();
	});
});

test("all that is touched is as large as a finger needs, with room between", async () => {
	const page = await openProcedure({ width: 1366, height: 768 }, "vi", birth);
	await openAllParts(page);
	const boxes = await page.locator(".pager-pane button, .pager-pane summary").evaluateAll((all) =>
		all.map((one) => {
			const { top, bottom, left, right } = one.getBoundingClientRect();
			return [top, bottom, left, right].map((px) => px * 0.248);
		}),
	);
	expect(boxes.length).toBeGreaterThan(12);
	for (const [top = 0, bottom = 0, left = 0, right = 0] of boxes) {
		expect(Math.min(bottom - top, right - left)).toBeGreaterThanOrEqual(19.9);
	}
	for (const [place, one] of boxes.entries()) {
		for (const other of boxes.slice(place + 1)) expect(gapMm(one, other)).toBeGreaterThan(2.4);
	}
	await page.context().close();
});

test("the printed list is asked for with what is ticked", async () => {
	const page = await openProcedure({ width: 1080, height: 1920 }, "vi", birth);
	await page.getByRole("checkbox").nth(1).tap();
	const asked = page.waitForRequest((request) => request.url().endsWith("/print"));
	await button(page, kioskWords.vi.checklist.print).tap();
	expect((await asked).postDataJSON()).toEqual({
		kioskId: "kiosk-2",
		language: "vi",
		have: [1],
	});
	await page.getByText(kioskWords.vi.checklist.ready).waitFor();
	await page.context().close();
});

test("what the office promises stands before what the law asks for, and a form has a code of its own", async () => {
	const page = await openProcedure({ width: 1080, height: 1920 }, "vi", birth);
	await page.getByText("Cam kết tại đây: 4 giờ").waitFor();
	await page.getByText("Quy định: Trong ngày").waitFor();
	await page.locator("summary", { hasText: "Biểu mẫu" }).tap();
	await page.getByText(kioskWords.vi.procedurePage.scanForm).waitFor();
	await page.context().close();
});

test("a reduction is said with its last day, and reckoned", async () => {
	const page = await openProcedure({ width: 1080, height: 1920 }, "vi", card);
	const row = await page.locator(".fee-row").innerText();
	expect(row).toContain("50.000\u00a0đ/thẻ");
	// The day is the machine's own: past the reduction's last one there is none.
	expect(row.includes("Giảm 50% đến hết 31/12/2026, còn 25.000\u00a0đ")).toBe(
		new Date().toISOString().slice(0, 10) <= "2026-12-31",
	);
	await page.context().close();
});

test("where no number can be taken, it says why; when it can be again, the button is back", async () => {
	const page = await openProcedure({ width: 1080, height: 1920 }, "vi", birth);
	const ask = asker(hub.url, await signIn(hub.url));
	const reason = { vi: "Cán bộ hộ tịch đi họp", en: "The officer is at a meeting" };
	await ask("POST", "/api/services/ho-tich/close", { reason });
	await page.locator(".take-no-number", { hasText: "Cán bộ hộ tịch đi họp" }).waitFor();
	expect(await button(page, kioskWords.vi.takeNumberFor).count()).toBe(0);
	await expectGood(page);
	await ask("POST", "/api/services/ho-tich/open", {});
	await button(page, kioskWords.vi.takeNumberFor).waitFor();
	await page.context().close();
});

/** The sample catalogue with what its sources do not have: a promise, and the address of a form. */
async function ownCatalogue(): Promise<string> {
	const folder = join(await temporaryDirectory(), "thu-tuc");
	await cp(join(projectRoot, "config/procedures"), folder, { recursive: true });
	const file = join(folder, "ho-tich.json");
	const text = await readFile(file, "utf8");
	const changed = text
		.replace('"cutoff": "15:00"', '"cutoff": "15:00", "committed": { "hours": 4 }')
		.replace(
			'"legalBasis"',
			`"formAddresses": [{ "form": "Tờ khai theo mẫu hoặc mẫu điện tử tương tác trên Cổng DVCQG", "url": "${form}" }], "legalBasis"`,
		);
	await writeFile(file, changed);
	return folder;
}

async function openProcedure(
	viewport: { width: number; height: number },
	language: Language,
	{ code }: Pick<typeof birth, "code">,
): Promise<Page> {
	const page = await openScreen(browser, hub, "/kiosk/?kiosk=kiosk-2", faults, {
		viewport,
		reducedMotion: "reduce",
	});
	const words = kioskWords[language];
	await button(page, kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await button(page, "English").tap();
	await button(page, words.touchToStart).tap();
	await page.getByRole("button", { name: new RegExp(words.lookUp) }).tap();
	await page.getByRole("searchbox").focus();
	await page.keyboard.type(code);
	await page.getByText(words.found(1)).waitFor();
	await page.locator(".row").tap();
	await page.locator(".facts").waitFor();
	// A press on what the last one opened would be the same press, and one beside it might be a double one.
	await page.locator(".second-press").waitFor({ state: "hidden" });
	return page;
}

/** Each elsewhere than the one before: a second touch of the same spot is the same touch. */
async function openAllParts(page: Page): Promise<void> {
	const parts = await page.locator("summary").all();
	for (const [place, part] of parts.entries()) {
		await part.tap({ position: { x: 60 + 90 * place, y: 30 } });
	}
}

function button(page: Page, name: string): Locator {
	return page.getByRole("button", { name }).first();
}

function checked(page: Page): Promise<boolean[]> {
	return page
		.getByRole("checkbox")
		.evaluateAll((all) => all.map((one) => one.getAttribute("aria-checked") === "true"));
}

async function expectGood(page: Page): Promise<void> {
	expect(await cutTexts(page)).toEqual([]);
	expect(await axeFaults(page)).toEqual([]);
}

/** How far two boxes are apart, as [top, bottom, left, right]; negative where they overlap. */
function gapMm(one: number[], other: number[]): number {
	const [top = 0, bottom = 0, left = 0, right = 0] = one;
	const [otherTop = 0, otherBottom = 0, otherLeft = 0, otherRight = 0] = other;
	return Math.max(otherTop - bottom, top - otherBottom, otherLeft - right, left - otherRight);
}
