import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { type Hall, openHall } from "./hall.ts";
import { isEveryScreen } from "./panels.ts";
import { tourPhone } from "./tour-phone.ts";
import { hearViolations } from "./violations.ts";

let hall: Hall;
let heard: string[];

beforeAll(async () => {
	hall = await openHall();
	heard = hearViolations(hall.browser);
});
afterEach(() => expect(heard.splice(0)).toEqual([]));
afterAll(() => hall.close());

/** Each button that a finger would miss: WCAG 2.2 asks for 44 px each way (2.5.5). */
function smallTargets(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.querySelectorAll("button, a")].flatMap((target) => {
			const { width, height } = target.getBoundingClientRect();
			return Math.min(width, height) >= 44 ? [] : [target.textContent ?? ""];
		}),
	);
}

/** Letters as large as somebody may have set them for all pages. */
async function setTextSize(page: Page, size: string): Promise<void> {
	await page.evaluate((size) => {
		document.documentElement.style.fontSize = size;
	}, size);
}

async function expectFits(name: string, page: Page): Promise<void> {
	const faults = [...(await cutTexts(page)), ...(await brokenWords(page))];
	expect([name, faults, await smallTargets(page)]).toEqual([name, [], []]);
	await setTextSize(page, "200%");
	expect([`${name}, letters twice as large`, await cutTexts(page)]).toEqual([
		`${name}, letters twice as large`,
		[],
	]);
	await setTextSize(page, "");
}

describe.each(["vi", "en"] as const)("one's own phone in %s", (language) => {
	test("fits, can be touched, and axe finds nothing wrong", () =>
		tourPhone(hall.browser, hall.hub, language, async (name, page) => {
			await expectFits(name, page);
			expect([name, await axeFaults(page, null)]).toEqual([name, []]);
		}));

	test.each(
		[
			{ width: 320, height: 568 },
			{ width: 430, height: 932 },
			{ width: 844, height: 390 },
		].slice(0, language === "vi" || isEveryScreen ? 3 : 1),
	)("fits at %o", (viewport) => tourPhone(hall.browser, hall.hub, language, expectFits, viewport));

	test("shows number and counter of a call at once, without scrolling, however small the phone", async () => {
		for (const viewport of [
			{ width: 320, height: 568 },
			{ width: 844, height: 390 },
		]) {
			const onScreen = async (name: string, page: Page) => {
				if (!["phone-called", "phone-called-again"].includes(name)) return;
				const seen = await page.evaluate(() =>
					[".phone-number", ".phone-call-counter strong"].every((what) => {
						const box = document.querySelector(what)?.getBoundingClientRect();
						return box !== undefined && box.top >= 0 && box.bottom <= innerHeight;
					}),
				);
				expect([name, viewport, seen]).toEqual([name, viewport, true]);
			};
			await tourPhone(hall.browser, hall.hub, language, onScreen, viewport);
		}
	});
});
