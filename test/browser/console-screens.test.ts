import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { Language } from "../../protocol/office.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { fillHall, hallDirectory, openPage } from "./tour.ts";
import { fillLines, openConsole, tourConsole } from "./tour-console.ts";
import { hearViolations } from "./violations.ts";

/** A counter's own screen, a large one, and a narrow window beside the office's own software. */
const sizes = [
	{ width: 1366, height: 768 },
	{ width: 1920, height: 1080 },
	{ width: 420, height: 768 },
] as const;

let browser: Browser;
let hub: HubProcess;
let heard: string[];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess({ DATA_DIR: await hallDirectory() });
	heard = hearViolations(browser);
	await fillHall(hub);
});
afterEach(() => expect(heard.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

test.each(["vi", "en"] as const)(
	"in %s the console is whole in each state, on each screen, in light and dark",
	async (language) => {
		const number = await fillLines(hub);
		const page = await openPage(browser, sizes[0]);
		await openConsole(page, hub, language);
		const faults: string[] = [];
		const look = async (name: string) => {
			faults.push(...(await faultsOf(name, page, language)));
		};
		await tourConsole(page, hub, language, number, look, {
			begin: () => hub.kill(),
			async end() {
				const { dataDir, url } = hub;
				hub = await startHubProcess({ DATA_DIR: dataDir, PORT: new URL(url).port });
			},
		});
		expect(faults).toEqual([]);
		await page.context().close();
	},
);

/** What is cut or lost at any size, and what axe finds wrong, in light and dark. */
async function faultsOf(name: string, page: Page, language: Language): Promise<string[]> {
	const faults: string[] = [];
	for (const size of sizes) {
		await page.setViewportSize(size);
		const found = [
			...(await cutTexts(page)),
			...(await lostTargets(page)),
			...(await brokenWords(page)),
		];
		faults.push(...found.map((one) => `${name} at ${size.width}x${size.height}: ${one}`));
	}
	await page.setViewportSize(sizes[0]);
	// Old and dimmed is what is shown while the hub is away, and is meant to look so. What axe looks at is the same in both languages.
	if (name === "console-away" || language === "en") return faults;
	for (const [shade, size] of [
		["dark", sizes[2]],
		["light", sizes[0]],
	] as const) {
		await page.setViewportSize(size);
		await page.evaluate((shade) => {
			document.documentElement.dataset.shade = shade;
		}, shade);
		const found = await axeFaults(page);
		faults.push(...found.map((one) => `${name}, ${shade}: ${one}`));
	}
	return faults;
}

/**
 * What must be in sight without scrolling and is not, or lies under something: the number, the buttons of the person and, where a question is
 * asked, its buttons, unless they scroll with it.
 */
function lostTargets(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const dialog = document.querySelector("dialog[open]");
		const targets = dialog
			? dialog.querySelectorAll<HTMLElement>("button, input, select")
			: document.querySelectorAll<HTMLElement>(
					".person-number, .person-none, .console-acts button, .console-head > button",
				);
		const scrolls = dialog !== null && dialog.scrollHeight > dialog.clientHeight + 1;
		return [...targets].flatMap((element) => {
			const box = element.getBoundingClientRect();
			const said = element.textContent?.trim().slice(0, 40) ?? "";
			if (box.width === 0 || scrolls) return [];
			const isOut =
				box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight;
			if (isOut) return [`out of sight: ${said}`];
			const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
			if (over !== null && !element.contains(over)) return [`under something: ${said}`];
			const isSmall = Math.min(box.width, box.height) < (element.matches("input") ? 18 : 24);
			if (isSmall) return [`small: ${said}`];
			// A number's own line is lower than its letters' box.
			if (element.matches(".person-number")) return [];
			return element.scrollWidth > element.clientWidth + 1 ||
				element.scrollHeight > element.clientHeight + 3
				? [`sticks out: ${said}`]
				: [];
		});
	});
}
