import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { kioskWords } from "../../words/kiosk.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { badTargets } from "./fitting.ts";
import { everywhere, small, upright } from "./panels.ts";
import { openPage } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let kiosk: Page;
let taps: number;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

const looked = {
	vi: {
		birth: /^Đăng ký khai sinh/,
		event: "Sinh con",
		field: "Hộ tịch",
		last: "Phản ánh, kiến nghị",
		query: "khai sinh",
	},
	en: {
		birth: /^Birth registration/,
		event: "A new baby",
		field: "Civil status",
		last: "Feedback on administrative rules",
		query: "birth",
	},
} as const;

describe.each(everywhere)("at $width x $height in $language", ({ language, ...viewport }) => {
	const results = viewport.height === small.height ? 3 : 4;
	const words = kioskWords[language];
	const { birth, event, field, last, query } = looked[language];

	beforeEach(async () => {
		taps = 0;
		kiosk = await openPage(browser, viewport, { hasTouch: true });
		await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
		await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
		if (language === "en") await tap(button("English"));
		await tap(button(words.touchToStart));
		await button(words.lookUp).waitFor();
		taps = 0;
	});
	afterEach(() => kiosk.context().close());

	test("a birth is found by what happened, in three touches, and stands first", async () => {
		await tap(button(words.lookUp));
		await tile(event).waitFor();
		await expectGood();
		expect(await inSight(".tile")).toBeGreaterThanOrEqual(8);
		await tap(tile(event));
		await kiosk.locator(".row").first().waitFor();
		expect(await kiosk.locator(".row").first().innerText()).toMatch(birth);
		await expectGood();
		await tap(button(birth));
		await kiosk.getByText("Giấy chứng sinh").waitFor();
		expect(taps).toBe(3);
	});

	test("a birth is found by field, and the last field of all is three touches from home", async () => {
		await tap(button(words.lookUp));
		await tap(button(words.browsing.byField));
		await tile(last).waitFor();
		await expectGood();
		await tap(tile(last));
		await kiosk.locator(".row").first().waitFor();
		expect(taps).toBe(3);
		await tap(kiosk.getByRole("button", { name: words.back, exact: true }));
		await tap(tile(field));
		await button(birth).waitFor();
		await expectGood();
	});

	test("a birth is found by typing, with results whole beside the keyboard", async () => {
		await tap(button(words.lookUp));
		await tap(kiosk.getByRole("searchbox"));
		await kiosk.getByText("1001193").waitFor();
		await type(query, words.space);
		await button(birth).waitFor();
		await expectGood();
		expect(await inSight(".row")).toBeGreaterThanOrEqual(results);
		expect(await inSight(".key")).toBe(50);
	});

	test("the two ways lead to one another, and back leads home", async () => {
		await tap(button(words.lookUp));
		const chosen = () => kiosk.locator(".way[aria-pressed=true]").innerText();
		await tile(event).waitFor();
		expect(await chosen()).toBe(words.browsing.byEvent);
		await tap(button(words.browsing.byField));
		await tile(field).waitFor();
		expect(await chosen()).toBe(words.browsing.byField);
		await tap(button(words.browsing.byEvent));
		await tile(event).waitFor();
		await tap(kiosk.getByRole("button", { name: words.back, exact: true }));
		await button(words.lookUp).waitFor();
	});
});

test("a birth is found by its code, with or without the dot, and by the beginning of it", async () => {
	kiosk = await openPage(browser, upright, { hasTouch: true });
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await tap(button(kioskWords.vi.touchToStart));
	await tap(button(kioskWords.vi.lookUp));
	const box = kiosk.getByRole("searchbox");
	await tap(box);
	for (const code of ["1.001193", "1001193", "10011"]) {
		await box.fill(code);
		await button(/^Đăng ký khai sinh/).waitFor();
		await box.fill("");
		await button(/^Đăng ký khai sinh/).waitFor({ state: "detached" });
	}
	await kiosk.context().close();
});

test("from the first touch to a number for a birth, by typing, are six touches and the letters", async () => {
	const words = kioskWords.vi;
	taps = 0;
	kiosk = await openPage(browser, upright, { hasTouch: true });
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await tap(button(words.touchToStart));
	await tap(button(words.lookUp));
	await tap(kiosk.getByRole("searchbox"));
	await type("khai sinh", words.space);
	await tap(button(/^Đăng ký khai sinh/));
	await tap(button(words.takeNumberFor));
	await tap(button(words.noPriority));
	await kiosk.getByText("A001").waitFor();
	expect(taps).toBeLessThanOrEqual(6);
	await kiosk.context().close();
});

function button(name: string | RegExp): Locator {
	return kiosk.getByRole("button", { name }).first();
}

function key(letter: string): Locator {
	return kiosk.locator(".keyboard").getByRole("button", { name: letter, exact: true });
}

function tile(name: string): Locator {
	return kiosk.locator(".tile", { hasText: name }).first();
}

/** Left of the middle and right of it in turn: a second touch of the same spot is the same touch. */
async function tap(target: Locator): Promise<void> {
	const box = await target.boundingBox();
	if (box === null) throw new Error("nothing to touch");
	taps += 1;
	const share = taps % 2 === 0 ? 0.3 : 0.7;
	await target.tap({ position: { x: box.width * share, y: box.height / 2 } });
}

async function type(text: string, space: string): Promise<void> {
	for (const letter of text) await key(letter === " " ? space : letter).tap();
}

/** How many stand in sight from edge to edge: inside the pane they scroll in, or inside the body of the screen. */
function inSight(selector: string): Promise<number> {
	return kiosk.evaluate((wanted) => {
		const all = [...document.querySelectorAll(wanted)];
		return all.filter((element) => {
			const box = element.getBoundingClientRect();
			const around = element.closest(".pager-pane, .frame-body")?.getBoundingClientRect();
			return around !== undefined && box.top >= around.top - 1 && box.bottom <= around.bottom + 1;
		}).length;
	}, selector);
}

/** No word is wider than its box, and nothing that is touched is too small, too near, or under something else. */
async function expectGood(): Promise<void> {
	expect(await badTargets(kiosk)).toEqual([]);
}
