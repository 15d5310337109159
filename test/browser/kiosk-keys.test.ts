import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { byKeys } from "./by-keys.ts";
import { expectGood } from "./good-screens.ts";
import { type Listener, listenTo } from "./heard.ts";
import { readCode, sizes } from "./tour.ts";

const { vi, en } = kioskWords;

let browser: Browser;
let hub: HubProcess;
const faults: string[] = [];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

describe("by keys alone,", () => {
	test("a number is taken, and each screen begins at its heading", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Lấy số thứ tự/);
		await keys.isAtHeading(vi.chooseService);
		await keys.press(/^Chứng thực/, "Space");
		await keys.isAtHeading(vi.priorityTitle);
		await keys.press(/^Không ưu tiên/);
		await keys.isAtHeading(/^Số của bạn: B\d{3}$/);
		await keys.press(vi.done);
		await keys.isAtHeading(/xã Mẫu/);
		await page.context().close();
	});

	test("one number does several services", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Khai sinh/);
		await keys.isAtHeading(vi.priorityTitle);
		await keys.press(vi.queue.also);
		await keys.isAtHeading(vi.queue.alsoTitle);
		await keys.press(/^Đất đai/, "Space");
		expect(await keys.now()).toMatch(/^Đất đai/);
		await keys.press(vi.queue.alsoDone);
		await keys.isAtHeading(vi.priorityTitle);
		await keys.press(/^Không ưu tiên/);
		await keys.isAtHeading(/^Số của bạn/);
		await page.getByText("Đất đai, xây dựng, môi trường").waitFor();
		await page.context().close();
	});

	test("a procedure is found by what happens in one's life and by field, and leads to its number", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Tra cứu thủ tục/);
		await keys.isAtHeading(vi.findTitle);
		await keys.press(/^Sinh con/);
		await page.getByText("17 thủ tục").waitFor();
		await keys.isAtHeading(vi.findTitle);
		await keys.reach(/^Đăng ký khai sinh/);
		await page.keyboard.press("Escape");
		await keys.isAtHeading(vi.findTitle);
		await keys.press(vi.browsing.byField);
		await keys.press(/^Hộ tịch/);
		await page.getByText("41 thủ tục").first().waitFor();
		await keys.press(/^Đăng ký khai sinh/);
		await keys.isAtHeading("Đăng ký khai sinh");
		await keys.press(/^Giấy chứng sinh/, "Space");
		expect(await keys.now()).toMatch(/^Giấy chứng sinh/);
		await keys.press(/^Lấy số làm thủ tục này/);
		await keys.isAtHeading(vi.priorityTitle);
		await page.context().close();
	});

	test("a procedure is searched for; Escape leads back to what was typed, and then out", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Tra cứu thủ tục/);
		await keys.isAtHeading(vi.findTitle);
		await keys.reach(vi.searchLabel);
		await page.keyboard.type("khai sinh", { delay: 60 });
		await keys.press(/^Đăng ký khai sinh/);
		await keys.isAtHeading("Đăng ký khai sinh");
		await page.keyboard.press("Escape");
		await expect.poll(() => keys.now()).toBe(vi.searchLabel);
		expect(await page.getByRole("searchbox").inputValue()).toBe("khai sinh");
		await page.keyboard.press("Escape");
		await keys.isAtHeading(vi.findTitle);
		await page.keyboard.press("Escape");
		await keys.isAtHeading(vi.welcome);
		await page.context().close();
	});

	test("a long list is read by pages, and the focus outlives the button that has no more", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Tra cứu thủ tục/);
		await keys.isAtHeading(vi.findTitle);
		await keys.press(/^Sinh con/);
		await page.getByText("17 thủ tục").waitFor();
		await keys.isAtHeading(vi.findTitle);
		// Going down through the list would read it to its end.
		await keys.reach(vi.down, true);
		for (let pages = 0; pages < 12 && (await keys.now()) === vi.down; pages++) {
			await page.keyboard.press("Enter");
			await page.waitForTimeout(150);
		}
		await expect.poll(() => keys.now()).toBe(vi.up);
		await page.context().close();
	});

	test("a held ticket is printed again; giving it up is asked about, refused by Escape, and done", async () => {
		const taken = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", {
			serviceId: "cu-tru",
		});
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(/^Đã có phiếu/);
		await keys.isAtHeading(vi.held.scan);
		await readCode(page, taken.body.followUrl);
		await keys.isAtHeading(`${vi.yourNumber}: ${taken.body.ticket.number}`);
		await keys.press(vi.paper.tryAgain);
		await page.getByText(vi.paper.ready).waitFor();
		await keys.press(vi.held.giveUp);
		await keys.isAtHeading(vi.held.sure(taken.body.ticket.number));
		await page.keyboard.press("Escape");
		await page.getByText(vi.held.sureHint).waitFor({ state: "detached" });
		await keys.press(vi.held.giveUp);
		await keys.isAtHeading(vi.held.sure(taken.body.ticket.number));
		await keys.press(vi.held.yesGiveUp);
		await page.getByText(vi.held.states.cancelled).waitFor();
		await keys.press(vi.done);
		await keys.isAtHeading(/xã Mẫu/);
		await page.context().close();
	});

	test("language and letters are chosen, and each panel gives the focus back to its button", async () => {
		const { page, keys } = await begin();
		await keys.press(vi.touchToStart);
		await keys.isAtHeading(vi.welcome);
		await keys.press(vi.comfort.open);
		await keys.isAtHeading(vi.comfort.title);
		await keys.press(vi.comfort.sizes.largest);
		await keys.press(new RegExp(`^${vi.comfort.highContrast}`), "Space");
		await keys.press(new RegExp(`^${vi.comfort.lowReach}`));
		expect(await page.evaluate(() => ({ ...document.documentElement.dataset }))).toMatchObject({
			text: "largest",
			contrast: "high",
			reach: "low",
		});
		await page.keyboard.press("Escape");
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.className))
			.toMatch(/comfort/);
		await keys.press("English");
		await page.locator("html[lang=en]").waitFor();
		expect(await page.evaluate(() => document.activeElement?.className)).toMatch(/language/);
		await page.context().close();
	});

	test("whether anyone is there takes the focus, keeps it, and gives it back", async () => {
		const { page, keys } = await begin(async (page) => page.clock.install());
		await keys.press(vi.touchToStart);
		await page.clock.runFor(100);
		// To a page whose clock runs so fast its hub seems silent: services give no numbers then.
		await keys.reach(/^Tra cứu thủ tục/);
		await page.clock.runFor(61_000);
		await page.getByRole("alertdialog", { name: vi.stillThere }).waitFor();
		for (const key of ["Tab", "Tab", "Shift+Tab"]) {
			await page.keyboard.press(key);
			expect(await keys.now()).toContain(vi.stillThere);
		}
		await page.keyboard.press("Enter");
		await page.clock.runFor(100);
		expect(await page.getByRole("alertdialog").count()).toBe(0);
		expect(await keys.now()).toMatch(/^Tra cứu thủ tục/);
		await page.context().close();
	});
});

describe("by what a screen reader is told,", () => {
	test("a number is taken, with all that is to be known", async () => {
		const { page, listener } = await listened();
		await expectWellTold(listener, /xã Mẫu/);
		await listener.press("button", vi.touchToStart);
		await listener.hears("heading", vi.welcome);
		await expectWellTold(listener, vi.welcome);
		await listener.press("button", /^Lấy số thứ tự/);
		await listener.hears("heading", vi.chooseService);
		await expectWellTold(listener, vi.chooseService);
		await listener.press("button", /^Cư trú/);
		await listener.hears("heading", vi.priorityTitle);
		await expectWellTold(listener, vi.priorityTitle);
		await listener.press("button", /^Không ưu tiên/);
		await listener.hears("heading", /^Số của bạn: C\d{3}$/);
		await listener.hears("status", "");
		await expectWellTold(listener, /^Số của bạn: C\d{3}$/);
		await listener.hears("StaticText", vi.paper.ready);
		await page.context().close();
	});

	test("what is found is said, none is said too, and the procedure's parts have their headings", async () => {
		const { page, listener } = await listened();
		await listener.press("button", vi.touchToStart);
		await listener.press("button", /^Tra cứu thủ tục/);
		await listener.hears("heading", vi.findTitle);
		await listener.hears("region", vi.browsing.byEvent);
		await page.getByRole("searchbox").focus();
		await page.keyboard.type("khai sinh", { delay: 60 });
		await listener.hears("StaticText", /^Tìm thấy \d+ thủ tục/);
		await expectWellTold(listener, vi.findTitle);
		await listener.press("button", vi.eraseAll);
		await page.keyboard.type("xqzwxqzw", { delay: 60 });
		await listener.hears("StaticText", vi.foundNone);
		await listener.press("button", vi.eraseAll);
		await page.keyboard.type("khai sinh", { delay: 60 });
		await listener.press("button", /^Đăng ký khai sinh /);
		await listener.hears("heading", "Đăng ký khai sinh");
		await listener.hears("heading", /^Giấy tờ/);
		await listener.hears("checkbox", /^Giấy chứng sinh/);
		await expectWellTold(listener, "Đăng ký khai sinh");
		await page.context().close();
	});

	test("what is chosen in a panel is told as chosen", async () => {
		const { page, listener } = await listened();
		await listener.press("button", vi.comfort.open);
		await listener.hears("heading", vi.comfort.title);
		await expectWellTold(listener, vi.comfort.title);
		await listener.press("button", vi.comfort.sizes.largest);
		expect((await listener.hears("button", vi.comfort.sizes.largest)).pressed).toBe(true);
		expect((await listener.hears("button", vi.comfort.sizes.usual)).pressed).toBe(false);
		await page.context().close();
	});

	test("names that stay Vietnamese are said in Vietnamese where all else is English", async () => {
		const { page, listener } = await listened();
		await listener.press("button", "English");
		await page.locator("html[lang=en]").waitFor();
		expect(await foreignTexts(page)).toEqual([]);
		await listener.press("button", en.touchToStart);
		await listener.hears("heading", en.welcome);
		expect(await foreignTexts(page)).toEqual([]);
		await listener.press("button", /^Look up/);
		await listener.press("button", /^A new baby/);
		await listener.hears("button", /^Birth registration/);
		expect(await foreignTexts(page)).toEqual([]);
		await listener.press("button", /^Birth registration/);
		await listener.hears("heading", /^Birth registration/);
		expect(await foreignTexts(page)).toEqual([]);
		await page.context().close();
	});
});

/** One heading of the first rank, which says what the screen is; the three landmarks; and nothing that is touched without a name. */
async function expectWellTold(listener: Listener, title: string | RegExp): Promise<void> {
	const all = await listener.all();
	const first = all.filter(({ role, level }) => role === "heading" && level === 1);
	expect(first.map(({ name }) => name)).toEqual([
		typeof title === "string" ? title : expect.stringMatching(title),
	]);
	const count = (role: string) => all.filter((one) => one.role === role).length;
	expect([count("banner"), count("main"), count("navigation")]).toEqual([1, 1, 1]);
	const touched = all.filter(({ role }) => /^(button|checkbox|searchbox|link)$/.test(role));
	expect(touched.length).toBeGreaterThan(0);
	expect(touched.filter(({ name }) => name.trim() === "")).toEqual([]);
	const regions = all.filter(({ role }) => /^(region|navigation)$/.test(role));
	expect(regions.filter(({ name }) => name.trim() === "")).toEqual([]);
}

/** Texts with letters that only Vietnamese has, where nothing says that they are Vietnamese. */
function foreignTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const found: string[] = [];
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
			const words = (node.textContent ?? "").split(/[\s,.()]+/);
			const vietnamese = words.filter((word) => /[ăâđêôơưĂÂĐÊÔƠƯ\u1ea0-\u1ef9]/.test(word));
			// One alone is the name of a place or of a decree.
			const isVietnamese = vietnamese.length > 1;
			const language = node.parentElement?.closest("[lang]")?.getAttribute("lang");
			if (isVietnamese && language !== "vi" && node.parentElement?.closest(".key") === null) {
				found.push(node.textContent?.trim() ?? "");
			}
		}
		return found;
	});
}

async function begin(
	prepare: (page: Page) => Promise<unknown> = async () => undefined,
	url = hub.url,
) {
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		reducedMotion: "reduce",
	});
	const page = await context.newPage();
	page.on("pageerror", (error) => faults.push(error.message));
	await prepare(page);
	await page.goto(`${url}/kiosk/?kiosk=kiosk-2`);
	await page.getByText(vi.touchToStart).waitFor();
	await page.waitForFunction(() => document.querySelector(".bar-comfort") !== null);
	return { page, keys: byKeys(page) };
}

async function listened() {
	const { page } = await begin();
	return { page, listener: await listenTo(page) };
}

test("where the office and the machine have a voice, each screen is read aloud for who asks, and for nobody after them", async () => {
	const file = await sampleOfficeWith(({ kiosks }) => ({
		kiosks: kiosks.map((kiosk) => ({ ...kiosk, spoken: true })),
	}));
	const speaking = await startHubProcess({ OFFICE_FILE: file });
	const { page, keys } = await begin(async (page) => page.addInitScript(fakeVoice), speaking.url);
	const heard = () => page.evaluate(() => Reflect.get(window, "heard") as string[]);
	await keys.press(vi.comfort.open);
	await keys.isAtHeading(vi.comfort.title);
	expect(await heard()).toEqual([]);
	for (const size of [sizes.kiosk, { width: 1920, height: 1080 }, { width: 1366, height: 768 }]) {
		await page.setViewportSize(size);
		await expectGood("comfort with a voice", page);
	}
	await page.setViewportSize(sizes.kiosk);
	await keys.press(new RegExp(`^${vi.comfort.spoken}`));
	await expect.poll(heard).toEqual([`${vi.comfort.title} ${vi.comfort.hint}`]);
	await page.keyboard.press("Escape");
	await keys.press(vi.touchToStart);
	const onHome = expect.stringContaining(`${vi.takeNumber}. Khai sinh, kết hôn, khai tử.`);
	await expect.poll(async () => (await heard()).slice(-2)).toEqual(["stop", onHome]);
	await page.keyboard.press("Escape");
	await expect.poll(async () => (await heard()).at(-1)).toBe("stop");
	await keys.press(vi.touchToStart);
	await keys.isAtHeading(vi.welcome);
	expect((await heard()).at(-1)).toBe("stop");
	await page.context().close();
	await speaking.stop();
});

test("without a voice of its own the panel offers none", async () => {
	const { page, listener } = await listened();
	await listener.press("button", vi.comfort.open);
	await listener.hears("heading", vi.comfort.title);
	expect((await listener.all()).filter(({ name }) => name.startsWith(vi.comfort.spoken))).toEqual(
		[],
	);
	await page.context().close();
});

/** A machine with one voice, which writes down what it says. */
function fakeVoice(): void {
	const heard: string[] = [];
	const voice = { lang: "vi-VN", localService: true, name: "Mai" };
	Object.assign(window, {
		heard,
		SpeechSynthesisUtterance: class {
			text: string;
			constructor(text: string) {
				this.text = text;
			}
		},
	});
	Object.defineProperty(window, "speechSynthesis", {
		value: {
			getVoices: () => [voice],
			addEventListener: () => undefined,
			speak: ({ text }: { text: string }) => heard.push(text),
			cancel: () => heard.push("stop"),
		},
	});
}
