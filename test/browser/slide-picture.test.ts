import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { noisyPng, pngOf } from "../../config/sample-pictures.ts";
import type { SettingsChanged, SettingsView } from "../../protocol/settings.ts";
import { settingsWords } from "../../words/settings.ts";
import { slidePictureWords } from "../../words/slide-picture.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { expectGoodShades } from "./good-screens.ts";
import { openSettings, save, tab } from "./on-settings.ts";
import { openPage } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	ask = asker(hub.url, await signIn(hub.url));
});
// Each begins with the settings of the first.
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	const { version } = await settings();
	await ask("POST", "/api/admin/settings/back", { ifVersion: version, to: 1 });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

const settings = async () => (await ask<SettingsView>("GET", "/api/admin/settings")).body;
const slides = async () => {
	const { slides } = (await settings()).office;
	return Array.isArray(slides) ? slides : [];
};
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "image/png", buffer });
const photo = file("poster.png", pngOf(1600, 900, 120));

async function openSlides(width = 1366, language: "vi" | "en" = "vi"): Promise<Page> {
	const page = await openSettings(browser, hub, { width, language });
	await tab(page, settingsWords[language].places.slides);
	return page;
}

const words = settingsWords.vi;
const about = slidePictureWords.vi;
const add = (page: Page) => page.getByRole("button", { name: words.add.slides ?? "" }).click();
const choose = (page: Page, chosen: typeof photo) =>
	page.locator(".slide-picture input[type=file]").last().setInputFiles(chosen);
const seen = (page: Page) => page.locator(".slide-picture-frame img").last();

/** The pictures that a screen shows by turns, by how wide they are. */
const widthOn = (board: Page) =>
	board
		.locator(".slide img")
		.evaluateAll((images) =>
			images.map((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)),
		);

test("a picture that an admin chooses is seen at once, on a board as soon as it is saved, and gone with the version before", async () => {
	// Nobody waits long for the picture's turn.
	const { version: first, office } = await settings();
	const short = [{ title: { vi: "Lịch", en: "Hours" }, seconds: 3 }];
	const edit = { ifVersion: first, office: { ...office, slides: short } };
	const { version: without } = (await ask<SettingsChanged>("PUT", "/api/admin/settings", edit))
		.body;
	const board = await openPage(browser, { width: 1920, height: 1080 });
	await board.goto(`${hub.url}/display/board`);
	await board.locator(".slide").first().waitFor();
	await board.evaluate(() => {
		document.documentElement.dataset.sameAs = "before";
	});
	const page = await openSlides();
	const before = await slides();
	await add(page);
	await choose(page, photo);
	await page.getByText("1600 × 900 px").waitFor();
	expect(await slides()).toEqual(before);
	expect(await page.locator(".field-fault").count()).toBe(0);
	await page.locator(".settings-acts .button-primary:enabled").click();
	// It stands in the list of what changes, and what stays does not.
	const question = page.getByRole("dialog");
	await expect.poll(() => question.locator(".differences img").count()).toBe(1);
	expect(await question.locator(".differences tbody tr").count()).toBe(1);
	await question.getByRole("button", { name: words.apply }).click();
	await page.getByText(/Nay là phiên bản/).waitFor();

	await expect.poll(() => widthOn(board)).toEqual([1600]);
	expect(await board.evaluate(() => document.documentElement.dataset.sameAs)).toBe("before");
	const { version } = await settings();
	await ask("POST", "/api/admin/settings/back", { ifVersion: version, to: without });
	await board.getByText("Lịch").waitFor();
	await expect.poll(() => widthOn(board)).toEqual([]);
	await page.locator(".settings-tabs button", { hasText: words.versions }).click();
	await page
		.getByRole("button", { name: `${words.look}: ${words.version(version)}`, exact: true })
		.click();
	await expect.poll(() => question.locator(".differences img").count()).toBe(1);
	await question.getByRole("button", { name: words.backTo(version) }).click();
	await page.getByText(/Đã trở lại cài đặt/).waitFor();
	await expect.poll(() => widthOn(board)).toEqual([1600]);
});

test("a picture is dropped, replaced, taken off again, and chosen among those that are there", async () => {
	const page = await openSlides();
	await add(page);
	const bytes = [...pngOf(300, 200, 7)];
	const dropped = await page.evaluateHandle((bytes) => {
		const data = new DataTransfer();
		data.items.add(new File([new Uint8Array(bytes)], "tha.png", { type: "image/png" }));
		return data;
	}, bytes);
	await page.locator(".slide-picture").last().dispatchEvent("drop", { dataTransfer: dropped });
	await page.getByText("300 × 200 px").waitFor();
	await choose(page, photo);
	await page.getByText("1600 × 900 px").waitFor();
	await page.getByRole("button", { name: about.remove }).click();
	await page.getByText(about.none).waitFor();
	// Without words and picture there is nothing on it, which is said once one goes on.
	await page.locator("h1").click();
	await page.locator(".field-fault", { hasText: "Chưa điền." }).first().waitFor();
	await page.getByText(/Chọn trong ảnh đã có/).click();
	const small = page.locator(".slide-pictures button img");
	await expect.poll(() => small.count()).toBeGreaterThanOrEqual(2);
	await page.locator(".slide-pictures button").first().click();
	await seen(page).waitFor();
	await save(page);
	expect((await slides()).at(-1)).toMatchObject({ picture: expect.stringMatching(/^kept:/) });
});

test("a photo larger than any board is made smaller and sent; what is no picture is said to be none and changes nothing", async () => {
	const page = await openSlides();
	await add(page);
	await choose(page, file("page.png", Buffer.from("<svg/>")));
	await page.getByText(about.unreadable).waitFor();
	expect(await seen(page).count()).toBe(0);
	await choose(page, file("large.png", pngOf(5000, 3000, 200)));
	await page.getByText(about.shrunk("3840 × 2304 px")).waitFor();
	expect(await page.getByText(about.unreadable).count()).toBe(0);
	await choose(page, file("heavy.png", noisyPng(2600, 1700)));
	await page.getByText(/đã được thu nhỏ, còn 2600/).waitFor();
	// The hub's own word is said as it is.
	await choose(page, file("dot.png", pngOf(3, 3)));
	await page.locator(".field-fault", { hasText: "16 đến 4096" }).waitFor();
	await seen(page).waitFor();
	await save(page);
	expect((await slides()).at(-1)).toMatchObject({ picture: expect.stringMatching(/\.jpg$/) });
});

test.each([
	["vi", 1366],
	["en", 1366],
	["vi", 420],
	["en", 420],
] as const)(
	"in %s, %i px wide, a slide with a picture and those to choose from are whole and accessible, in light and dark",
	async (language, width) => {
		const page = await openSlides(width, language);
		await page.getByRole("button", { name: settingsWords[language].add.slides ?? "" }).click();
		await choose(page, photo);
		await page.getByText("1600 × 900 px").waitFor();
		await choose(page, file("other.png", pngOf(800, 1200, 30)));
		await page.getByText("800 × 1200 px").waitFor();
		await page.locator(".slide-pictures summary").last().click();
		await page.locator(".slide-pictures img").first().waitFor();
		await choose(page, file("page.png", Buffer.from("<svg/>")));
		await page.getByText(slidePictureWords[language].unreadable).waitFor();
		expect([await cutTexts(page), await brokenWords(page)]).toEqual([[], []]);
		await expectGoodShades(page);
	},
);
