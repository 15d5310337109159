import type { Page } from "playwright-core";
import { expect } from "vitest";
import { axeFaults } from "./accessible.ts";
import {
	badTargets,
	brokenWords,
	cutTexts,
	faintTexts,
	highTargets,
	lostTexts,
	modes,
	overlaidTexts,
	setMode,
	smallTexts,
} from "./fitting.ts";
import { isEveryScreen, small } from "./panels.ts";

/** A screen as it comes, then in the ways in which a person may have it: one page for all, since only its look changes. */
export async function expectGood(name: string, page: Page): Promise<void> {
	const size = page.viewportSize();
	const isUpright = size !== null && size.height > size.width;
	const isSmall = size !== null && size.height === small.height;
	for (const { name: mode, marks } of modes) {
		if (!isSmall && !isEveryScreen && !fewModes.includes(mode)) continue;
		await setMode(page, marks);
		const faults = {
			cut: await cutTexts(page),
			broken: await brokenWords(page),
			lost: await lostTexts(page),
			targets: await badTargets(page),
			small: await smallTexts(page),
			faint: await faintTexts(page),
			overlaid: await overlaidTexts(page),
			high: await highTargets(page),
			// What axe looks for is in the page and hardly in its look or size: upright, as usual and with all together.
			axe: isUpright && axeModes.includes(mode) ? await axeFaults(page) : [],
		};
		expect([`${name}, ${mode}`, faults]).toEqual([`${name}, ${mode}`, none]);
	}
	await setMode(page, {});
}

/** Where there is room: what asks for the most of it. `EVERY_SCREEN=1`, and where there is little: all of them. */
const fewModes: readonly string[] = ["as usual", "largest text", "all together"];
const axeModes = ["as usual", "all together"];
const none = {
	cut: [],
	broken: [],
	lost: [],
	targets: [],
	small: [],
	faint: [],
	overlaid: [],
	high: [],
	axe: [],
};

/** A page of staff's: nothing runs out to the side, and all of it is accessible, light and dark. */
export async function expectGoodShades(page: Page): Promise<void> {
	const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(wide).toBeLessThanOrEqual(0);
	for (const shade of ["light", "dark"]) {
		await page.evaluate((shade) => {
			document.documentElement.dataset.shade = shade;
		}, shade);
		expect([shade, await axeFaults(page)]).toEqual([shade, []]);
	}
}
