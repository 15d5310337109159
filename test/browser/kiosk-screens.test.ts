import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import {
	badTargets,
	cutTexts,
	faintTexts,
	highTargets,
	lostTexts,
	modes,
	overlaidTexts,
	setMode,
	smallTexts,
} from "./fitting.ts";
import { type Hall, openHall } from "./hall.ts";
import { tourHeld, tourKiosk } from "./tour.ts";
import { tourPaper } from "./tour-printing.ts";
import { hearViolations } from "./violations.ts";

let hall: Hall;
let browser: Browser;
let hub: HubProcess;
let heard: string[];

beforeAll(async () => {
	hall = await openHall();
	({ browser, hub } = hall);
	heard = hearViolations(browser);
});
// No page does what its policy forbids.
afterEach(() => expect(heard.splice(0)).toEqual([]));
afterAll(() => hall.close());

const sizes = [
	{ width: 1080, height: 1920 },
	{ width: 1920, height: 1080 },
	{ width: 1366, height: 768 },
];

describe.each(
	sizes.flatMap((size) => (["vi", "en"] as const).map((language) => ({ ...size, language }))),
)(
	"at $width x $height in $language, every word is whole and every target within reach,",
	({ width, height, language }) => {
		const size = { width, height };
		test("from the start to the number", () => tourKiosk(browser, hub, language, expectGood, size));
		test("about a ticket that one holds", () => tourHeld(browser, hub, language, expectGood, size));
		test("while the printer is not well, and of a slip that does not come as it should", () =>
			tourPaper(browser, hub, language, expectGood, size));
	},
);

/** Each screen as it comes, then in the ways in which a person may have it: one page a tour, since only its look changes. */
async function expectGood(name: string, page: Page): Promise<void> {
	const size = page.viewportSize();
	const isUpright = size !== null && size.height > size.width;
	for (const { name: mode, marks } of modes) {
		await setMode(page, marks);
		const faults = {
			cut: await cutTexts(page),
			lost: await lostTexts(page),
			targets: await badTargets(page),
			small: await smallTexts(page),
			faint: await faintTexts(page),
			overlaid: await overlaidTexts(page),
			high: await highTargets(page),
			// What axe looks for is in the page and hardly in its look or size: upright, as usual and with all together.
			axe: isUpright && axeModes.includes(mode) ? await axeFaults(page) : [],
		};
		expect([name, mode, faults]).toEqual([name, mode, none]);
	}
	await setMode(page, {});
}

const axeModes = ["as usual", "all together"];
const none = {
	cut: [],
	lost: [],
	targets: [],
	small: [],
	faint: [],
	overlaid: [],
	high: [],
	axe: [],
};
