import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { OfficeView } from "../../protocol/office.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { bracketed, lengthened, officeSpeaking, testLanguage } from "../further-language.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { badTargets, cutTexts } from "./fitting.ts";
import { expectGood } from "./good-screens.ts";
import { openPage, sizes } from "./tour.ts";

const { vi } = kioskWords;
const { code, name: languageName } = testLanguage;

/** Left untranslated, so that it is said in Vietnamese. */
const untranslated = "kiosk.lookUpHint";

let browser: Browser;
let hub: HubProcess;

beforeAll(async () => {
	browser = await launchChromium();
	const office = await officeSpeaking(["vi", "en", code], (said, path) =>
		path === untranslated ? null : bracketed(said),
	);
	hub = await startHubProcess({ OFFICE_FILE: office });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first();
const barLanguage = (page: Page) => page.locator(".bar-language");
const chooser = (page: Page) => page.locator(".language-chooser");

async function kiosk(
	of: HubProcess,
	viewport: { width: number; height: number } = sizes.kiosk,
): Promise<Page> {
	const page = await openPage(browser, viewport, { hasTouch: true });
	await page.goto(`${of.url}/kiosk/?kiosk=kiosk-1`);
	await page.locator(".start-touch").waitFor();
	await barLanguage(page).waitFor();
	return page;
}

/** Chooses a language from wherever one is. */
async function choose(page: Page, language: string): Promise<void> {
	await barLanguage(page).tap();
	await chooser(page).getByRole("button", { name: language }).tap();
	await chooser(page).waitFor({ state: "detached" });
}

/** From the start to the number, one screen after the other; `go` leads to it from the one before. */
const screens: { sign: string; go: (page: Page) => Promise<unknown> }[] = [
	{ sign: vi.touchToStart, go: async () => undefined },
	{ sign: vi.welcome, go: (page) => page.locator(".start-touch").tap() },
	{ sign: vi.findTitle, go: (page) => page.locator(".home-way").nth(1).tap() },
	{
		sign: vi.browsing.byField,
		go: (page) => page.getByRole("button", { name: vi.browsing.byField }).tap(),
	},
	{
		sign: vi.chooseServiceHint,
		async go(page) {
			await page.locator(".bar .button").nth(1).tap();
			await page.locator(".home-way").first().tap();
		},
	},
	{ sign: vi.priorityTitle, go: (page) => page.locator(".service-tile").first().tap() },
	{
		sign: vi.yourNumber,
		go: (page) =>
			page
				.locator(".choice")
				.first()
				.tap({ position: { x: 40, y: 40 } }),
	},
];

describe("where an office speaks three languages", () => {
	test("each screen can be had in each of them, and stays the screen it was", async () => {
		const page = await kiosk(hub);
		for (const { sign, go } of screens) {
			await go(page);
			const said = (text: string) => page.getByText(text, { exact: true }).first();
			await said(sign).waitFor();
			await choose(page, languageName);
			await said(bracketed(sign)).waitFor();
			expect(await page.locator("html").getAttribute("lang")).toBe(code);
			await choose(page, "English");
			await page.locator("html[lang=en]").waitFor();
			await choose(page, "Tiếng Việt");
			await said(sign).waitFor();
		}
		await page.context().close();
	});

	test("the start screen has a button for each, and the choice says which it is", async () => {
		const page = await kiosk(hub);
		await page.locator(".language-row").getByRole("button", { name: languageName }).tap();
		await page.getByText(bracketed(vi.touchToStart), { exact: true }).waitFor();
		await barLanguage(page).tap();
		const pressed = chooser(page).locator('[aria-pressed="true"]');
		expect(await pressed.allTextContents()).toEqual([languageName]);
		expect(await axeFaults(page)).toEqual([]);
		expect(await badTargets(page)).toEqual([]);
		await button(page, bracketed(vi.back)).tap();
		await chooser(page).waitFor({ state: "detached" });
		await page.getByText(bracketed(vi.touchToStart), { exact: true }).waitFor();
		await page.context().close();
	});

	test.each([sizes.kiosk, { width: 1920, height: 1080 }, { width: 1366, height: 768 }])(
		"the choice of one fits on %o, however the screen is had",
		async (size) => {
			const page = await kiosk(hub, size);
			await barLanguage(page).tap();
			await chooser(page).waitFor();
			await expectGood("languages", page);
			await page.context().close();
		},
	);

	test("what was typed is still there", async () => {
		const page = await kiosk(hub);
		await page.locator(".start-touch").tap();
		await page.locator(".home-way").nth(1).tap();
		await page.getByPlaceholder(vi.searchPlaceholder).tap();
		for (const key of ["k", "h", "a", "i"]) {
			await page.getByRole("button", { name: key, exact: true }).tap();
		}
		await choose(page, languageName);
		const field = page.getByRole("searchbox", { name: bracketed(vi.searchLabel) });
		expect(await field.inputValue()).toBe("khai");
		await page.context().close();
	});

	test("what is not translated is said in Vietnamese", async () => {
		const page = await kiosk(hub);
		await choose(page, languageName);
		await page.locator(".start-touch").tap();
		await page.getByText(bracketed(vi.takeNumber), { exact: true }).waitFor();
		await page.getByText(vi.lookUpHint, { exact: true }).waitFor();
		await page.context().close();
	});

	test("a number that is taken keeps the language, and is printed all the same", async () => {
		const page = await kiosk(hub);
		await choose(page, languageName);
		const answer = page.waitForResponse((response) => response.url().endsWith("/api/tickets"));
		for (const { go } of screens.slice(1)) {
			await go(page);
			await page.waitForFunction(() => document.querySelector(".spinning") === null);
		}
		const { ticket } = await (await answer).json();
		expect(ticket.language).toBe(code);
		await page.getByText(bracketed(vi.paper.ready), { exact: true }).waitFor();
		await page.context().close();
	});

	test("left alone, everything is in the office's first language again", async () => {
		const page = await openPage(browser, sizes.kiosk, { hasTouch: true });
		await page.clock.install();
		await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
		await barLanguage(page).waitFor();
		await choose(page, languageName);
		await page.locator(".start-touch").tap();
		await page.getByText(bracketed(vi.welcome), { exact: true }).waitFor();
		await barLanguage(page).tap();
		await page.clock.runFor(61_000);
		await page.getByText(bracketed(vi.stillThere), { exact: true }).waitFor();
		await page.clock.runFor(31_000);
		await page.getByText(vi.touchToStart, { exact: true }).waitFor();
		expect(await chooser(page).count()).toBe(0);
		await page.context().close();
	});

	test("as long as the hub does not give it, Vietnamese is spoken and said to be", async () => {
		const page = await openPage(browser, sizes.kiosk, { hasTouch: true });
		await page.route("**/api/languages/*", (route) => route.abort());
		await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
		await barLanguage(page).waitFor();
		await choose(page, languageName);
		await page.getByText(vi.touchToStart, { exact: true }).waitFor();
		expect(await page.locator("html").getAttribute("lang")).toBe("vi");
		await page.unroute("**/api/languages/*");
		await choose(page, "English");
		await choose(page, languageName);
		await page.getByText(bracketed(vi.touchToStart), { exact: true }).waitFor();
		await page.context().close();
	});

	test("the hub tells what it is called, and says it at its own address", async () => {
		const ask = asker(hub.url);
		const { body } = await ask<OfficeView>("GET", "/api/office");
		expect(body.languages).toEqual(["vi", "en", code]);
		expect(body.furtherLanguages).toMatchObject([{ code, name: languageName }]);
		const language = await ask("GET", `/api/languages/${code}`);
		expect(language.body).toMatchObject({
			...body.furtherLanguages[0],
			sentences: {
				"kiosk.back": bracketed(vi.back),
				"kiosk.waiting": { zero: bracketed("Không có ai đang chờ") },
			},
		});
		expect(language.body).not.toHaveProperty(["sentences", untranslated]);
		expect(await ask("GET", "/api/languages/tyz")).toMatchObject({
			status: 404,
			body: { code: "language/unknown" },
		});
	});
});

test("where an office speaks two, one touch changes from one to the other, whichever they are", async () => {
	const office = await officeSpeaking([code, "vi"], bracketed);
	const two = await startHubProcess({ OFFICE_FILE: office });
	const page = await kiosk(two);
	await page.getByText(bracketed(vi.touchToStart), { exact: true }).waitFor();
	await button(page, "Tiếng Việt").tap();
	await page.getByText(vi.touchToStart, { exact: true }).waitFor();
	// Elsewhere on it: a second touch of the same spot is the same touch.
	await button(page, languageName).tap({ position: { x: 30, y: 20 } });
	await page.getByText(bracketed(vi.touchToStart), { exact: true }).waitFor();
	await page.context().close();
	await two.stop();
});

test("no text is cut where everything is said two fifths longer", async () => {
	const office = await officeSpeaking([code, "vi", "en"], lengthened);
	const long = await startHubProcess({ OFFICE_FILE: office });
	const page = await kiosk(long);
	for (const { sign, go } of screens) {
		await go(page);
		await page.getByText(lengthened(sign), { exact: true }).first().waitFor();
		expect([sign, await cutTexts(page), await badTargets(page)]).toEqual([sign, [], []]);
	}
	await page.context().close();
	await long.stop();
});
