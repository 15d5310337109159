import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { HubProcess } from "../hub-process.ts";
import { expectGood } from "./good-screens.ts";
import { type Hall, openHall } from "./hall.ts";
import { everywhere } from "./panels.ts";
import { tourHeld, tourKiosk } from "./tour.ts";
import { tourMovedHours } from "./tour-hall.ts";
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

describe.each(everywhere)(
	"at $width x $height in $language, every word is whole and every target within reach,",
	({ width, height, language }) => {
		const size = { width, height };
		test("from the start to the number", () => tourKiosk(browser, hub, language, expectGood, size));
		test("about a ticket that one holds", () => tourHeld(browser, hub, language, expectGood, size));
		test("while the printer is not well, and of a slip that does not come as it should", () =>
			tourPaper(browser, hub, language, expectGood, size));
		test("on a day whose hours were moved, with why", () =>
			tourMovedHours(browser, hub, language, expectGood, size));
	},
);
