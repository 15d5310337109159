import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { demoMark } from "../../words/demo-mark.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { phoneWords } from "../../words/phone.ts";
import { staffWords } from "../../words/staff.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type DemoProcess, endDemos, startDemo } from "../demo-process.ts";
import {
	preparedDirectory,
	removeTemporaryDirectories,
	startHubProcess,
	temporaryDirectory,
} from "../hub-process.ts";
import { badTargets, cutTexts, lostTexts, modes, overlaidTexts, setMode } from "./fitting.ts";
import { everywhere, isEveryScreen, small } from "./panels.ts";
import { openPage, sizes, tourKiosk } from "./tour.ts";

let browser: Browser;
let demo: DemoProcess;

beforeAll(async () => {
	[browser, demo] = await Promise.all([
		launchChromium(),
		temporaryDirectory().then((temporary) => startDemo(temporary)),
	]);
});
afterAll(async () => {
	await browser.close();
	await demo.interrupt();
	endDemos();
	await removeTemporaryDirectories();
});

/** What is wrong with the mark on a page: it is there once, whole and along the top, and lies over nothing. */
function markFaults(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const marks = [...document.querySelectorAll<HTMLElement>(".demo-mark")];
		const [mark] = marks;
		if (mark === undefined || marks.length > 1) return [`${marks.length} marks`];
		const faults: string[] = [];
		const box = mark.getBoundingClientRect();
		if (box.top !== 0 || box.left !== 0 || box.right !== innerWidth || box.bottom > innerHeight) {
			faults.push(`stands at ${JSON.stringify(box)}`);
		}
		const said = [...mark.children].map((one) => `${one.getAttribute("lang")}: ${one.textContent}`);
		const wanted = [
			"vi: Bản trình diễn – số không có giá trị",
			"en: Demonstration – numbers are not valid",
		];
		if (said.join() !== wanted.join()) faults.push(`says ${said.join()}`);
		for (const one of mark.children) {
			const inner = one.getBoundingClientRect();
			const isIn =
				inner.left >= 0 &&
				inner.right <= innerWidth &&
				inner.top >= box.top - 1 &&
				inner.bottom <= box.bottom + 1;
			if (!isIn || inner.height < 12) faults.push(`cut: ${one.textContent}`);
		}
		const over = document.elementFromPoint(innerWidth / 2, box.height / 2);
		// What lets presses through is found by nobody who presses: whatever is there is beneath it.
		if (getComputedStyle(mark).pointerEvents !== "none" || over?.closest("button, a, input")) {
			faults.push(`in the way of ${over?.outerHTML.slice(0, 80)}`);
		}
		// What has been scrolled up lies beneath it, as beneath any head of a page.
		if (scrollY > 0) return faults;
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
			const { parentElement } = text;
			if (!text.textContent?.trim() || !parentElement || mark.contains(text)) continue;
			if (!parentElement.checkVisibility({ visibilityProperty: true })) continue;
			const range = document.createRange();
			range.selectNodeContents(text);
			for (const { width, height, top, bottom } of range.getClientRects()) {
				// A letter's box is 1.36 em high, with nothing in the uppermost quarter.
				if (width > 2 && top + height * 0.24 < box.bottom - 1 && bottom > 0) {
					faults.push(`over: ${text.textContent.trim().slice(0, 40)}`);
				}
			}
		}
		for (const target of document.querySelectorAll("button, a, input, select, summary")) {
			const { width, top, bottom } = target.getBoundingClientRect();
			if (width > 2 && top < box.bottom - 1 && bottom > 0) {
				faults.push(`over: ${target.outerHTML.slice(0, 60)}`);
			}
		}
		return faults;
	});
}

async function expectMarked(name: string, page: Page): Promise<void> {
	await page.locator(".demo-mark").waitFor();
	expect([name, await markFaults(page)]).toEqual([name, []]);
}

/** A kiosk's screen has all that it has elsewhere. On the lowest panel letters and targets are smaller by what the mark takes of the height. */
async function expectWhole(name: string, page: Page): Promise<void> {
	const targets = await badTargets(page);
	const isLow = page.viewportSize()?.height === small.height;
	const faults = {
		mark: await markFaults(page),
		cut: await cutTexts(page),
		lost: await lostTexts(page),
		overlaid: await overlaidTexts(page),
		targets: targets.filter((fault) => !(isLow && isJustSmaller(fault))),
	};
	expect([name, faults]).toEqual([
		name,
		{ mark: [], cut: [], lost: [], overlaid: [], targets: [] },
	]);
}

/** By a twentieth at the most: `small: Xong 19.4 mm`, `too near: …, 2.3 mm`. */
function isJustSmaller(fault: string): boolean {
	const [, kind, sides = ""] =
		/^(small|too near): .*?((?: [\d.]+)+) mm$/.exec(fault.replaceAll(",", " ")) ?? [];
	const least = Math.min(...sides.trim().split(/\s+/).map(Number));
	if (kind === "too near") return least >= 0.95 * 2.4;
	return kind === "small" && [12.7, 20].some((wanted) => least >= 0.95 * wanted && least < wanted);
}

test.each(everywhere)(
	"every screen of a kiosk carries the mark and loses nothing by it: $width x $height, $language",
	{ timeout: 240_000 },
	async ({ width, height, language }) => {
		await tourKiosk(
			browser,
			demo,
			language,
			async (name, page) => {
				await page.locator(".demo-mark").waitFor();
				const isInEach = isEveryScreen || height === small.height;
				for (const { name: mode, marks } of isInEach ? modes : modes.slice(0, 1)) {
					await setMode(page, marks);
					await expectWhole(`${name}, ${mode}`, page);
				}
				await setMode(page, {});
			},
			{ width, height },
		);
	},
);

test.each([
	{ width: 1920, height: 1080 },
	{ width: 1080, height: 1920 },
	{ width: 1366, height: 768 },
])("boards and the screens over counters carry the mark: $width x $height", async (viewport) => {
	const page = await openPage(browser, viewport);
	for (const [path, shown] of [
		["/display/board", ".call-number"],
		["/display/counter/quay-3", ".counter-screen main"],
		// Left free.
		["/display/counter/quay-2", ".counter-screen main"],
	] as const) {
		await page.goto(`${demo.url}${path}`);
		await page.locator(shown).first().waitFor();
		await expectMarked(path, page);
		expect([path, await cutTexts(page)]).toEqual([path, []]);
		const room = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
		expect([path, room]).toEqual([path, 0]);
	}
	await page.context().close();
});

test.each(["vi", "en"] as const)(
	"a phone carries the mark, also further down the page: %s",
	async (language) => {
		const { body } = await asker(demo.url)<TicketAnswer>("POST", "/api/tickets", {
			serviceId: "dat-dai",
			language,
			kioskId: "kiosk-2",
		});
		for (const viewport of [
			sizes.phone,
			{ width: 320, height: 640 },
			{ width: 844, height: 390 },
		]) {
			const page = await openPage(browser, viewport, { hasTouch: true });
			await page.goto(`${demo.url}/t/${body.ticket.id}`);
			await page.locator(`html[lang=${language}] .phone-number`).waitFor();
			await page.getByText(phoneWords[language].waiting, { exact: false }).first().waitFor();
			await expectMarked(`phone ${viewport.width}`, page);
			await page.mouse.wheel(0, 2_000);
			await expectMarked(`phone ${viewport.width}, scrolled`, page);
			expect(await cutTexts(page)).toEqual([]);
			await page.context().close();
		}
	},
);

const staffScreens = [
	{ ...sizes.staff, language: "vi" },
	{ width: 420, height: 800, language: "en" },
] as const;

test.each(staffScreens)(
	"the staff's pages carry the mark: $width x $height, $language",
	async ({ language, ...viewport }) => {
		const words = staffWords[language];
		const page = await openPage(browser, viewport);
		const lang = language === "en" ? "&lang=en" : "";
		await page.goto(`${demo.url}/staff/?page=hall${lang}`);
		await page.getByLabel(words.username).waitFor();
		await expectMarked("sign-in", page);
		await page.getByLabel(words.username).fill("supervisor");
		await page.getByLabel(words.password).fill(demo.password);
		await page.keyboard.press("Enter");
		await page.locator("main h1").waitFor();
		for (const name of ["hall", "report", "slips", "printers", "me"]) {
			await page.goto(`${demo.url}/staff/?page=${name}${lang}`);
			await page.locator("main h1").waitFor();
			await expectMarked(name, page);
		}
		await page.emulateMedia({ media: "print" });
		await page.goto(`${demo.url}/staff/?page=report${lang}`);
		await page.locator("main h1").waitFor();
		const printed = await page.locator(".demo-mark").evaluate((mark) => ({
			position: getComputedStyle(mark).position,
			isSeen: mark.getBoundingClientRect().height > 0,
		}));
		expect(printed).toEqual({ position: "static", isSeen: true });
		await page.emulateMedia({ media: "screen" });

		await page.context().close();
	},
);

test.each(staffScreens)(
	"the console at the counter that is left free carries the mark, with all its buttons in sight: $width x $height, $language",
	async ({ language, ...viewport }) => {
		const words = staffWords[language];
		const page = await openPage(browser, viewport);
		const lang = language === "en" ? "&lang=en" : "";
		await page.goto(`${demo.url}/staff/?counter=quay-2${lang}`);
		await page.getByLabel(words.username).fill("officer");
		await page.getByLabel(words.password).fill(demo.password);
		await page.keyboard.press("Enter");
		await page.getByRole("button", { name: words.openCounter }).click();
		await page.locator(".console").waitFor();
		await expectMarked("console", page);
		await page.locator('[data-action="call-next"]:enabled').waitFor();
		await page.keyboard.press("g");
		await page.locator(".person.is-called").waitFor();
		await expectMarked("console, called", page);
		const below = await page.evaluate(() =>
			[...document.querySelectorAll(".console button")].flatMap((button) => {
				const { bottom } = button.getBoundingClientRect();
				// What stands in a list is scrolled to.
				let over = button.parentElement;
				while (over && !/auto|scroll/.test(getComputedStyle(over).overflowY))
					over = over.parentElement;
				return bottom <= innerHeight || over ? [] : [`${Math.round(bottom)}: ${button.outerHTML}`];
			}),
		);
		expect(below).toEqual([]);
		await page.keyboard.press("h");
		await page.getByText(words.nobodyHere).waitFor();
		await page.keyboard.press("d");
		await page.getByText(words.chooseCounter).waitFor();
		await page.context().close();
	},
);

test("the pages that the hub writes carry the mark before any program runs", async () => {
	const context = await browser.newContext({
		viewport: { width: 1280, height: 900 },
		javaScriptEnabled: false,
	});
	const page = await context.newPage();
	for (const path of ["/?lang=vi", "/?lang=en", "/printers/printer-1/paper?lang=vi"]) {
		await page.goto(`${demo.url}${path}`);
		const mark = page.locator(".demo-mark");
		const box = await mark.boundingBox();
		expect([path, box?.x, box?.y, box?.width]).toEqual([path, 0, 0, 1280]);
		expect(await mark.innerText()).toMatch(/^Bản trình diễn .*\s+Demonstration/);
		const head = await page.locator(".page-head").boundingBox();
		expect(head?.y).toBeGreaterThanOrEqual(box?.height ?? 0);
	}
	await context.close();
});

test("no screen of an office's own hub carries it", async () => {
	const hub = await startHubProcess();
	const { body } = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "ho-tich",
		kioskId: "kiosk-1",
	});
	const page = await openPage(browser, sizes.staff);
	for (const path of [
		"/kiosk/",
		"/display/board",
		"/display/counter/quay-1",
		`/t/${body.ticket.id}`,
		"/staff/",
		"/",
		"/printers/printer-1/paper",
	]) {
		const told =
			path === "/" || path.startsWith("/printers") ? null : page.waitForResponse("**/api/office");
		await page.goto(`${hub.url}${path}`);
		await told;
		// The page has taken the answer in once it says what the office is called, where it does.
		if (told && !path.includes("counter"))
			await page
				.getByText(/xã Mẫu/)
				.first()
				.waitFor();
		expect([path, await page.locator(".demo-mark, [data-demo]").count()]).toEqual([path, 0]);
	}
	await page.context().close();
	await hub.stop();
});

test("a kiosk that outlives a demonstration at its address carries the mark no longer", async () => {
	const dataDir = await preparedDirectory();
	const first = await startHubProcess({ DATA_DIR: dataDir });
	const page = await openPage(browser, sizes.kiosk, { hasTouch: true });
	let isDemo = true;
	await page.route("**/api/office", async (route) => {
		const answer = await route.fetch().catch(() => null);
		if (answer === null) {
			await route.abort();
			return;
		}
		const told = await answer.json();
		await route.fulfill({ response: answer, json: isDemo ? { ...told, demo: demoMark } : told });
	});
	await page.goto(`${first.url}/kiosk/`);
	await page.getByText(kioskWords.vi.touchToStart).waitFor();
	await expectMarked("kiosk", page);
	isDemo = false;
	await first.stop();
	const second = await startHubProcess({ DATA_DIR: dataDir, PORT: new URL(first.url).port });
	await page.locator(".demo-mark").waitFor({ state: "detached" });
	expect(await page.locator("[data-demo]").count()).toBe(0);
	await page.context().close();
	await second.stop();
});
