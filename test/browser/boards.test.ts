import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Board } from "../../config/office.ts";
import type { Names } from "../../protocol/office.ts";
import { displayWords } from "../../words/display.ts";
import { launchChromium } from "../chromium.ts";
import { removeTemporaryDirectories } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts, overlaidTexts } from "./fitting.ts";
import { type LargeHall, openLargeHall } from "./large-hall.ts";
import { openPage } from "./tour.ts";

const sizes = [
	{ width: 1920, height: 1080 },
	{ width: 1080, height: 1920 },
	{ width: 1366, height: 768 },
	{ width: 3840, height: 2160 },
];
const notice: Names = {
	vi: "Văn phòng nghỉ trưa từ 11:30 đến 13:00.",
	en: "The office is closed for lunch from 11:30 to 13:00.",
};

let browser: Browser;
beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => {
	await browser.close();
	await removeTemporaryDirectories();
});

async function openBoard(
	{ hub }: LargeHall,
	board: string,
	size: { width: number; height: number },
): Promise<Page> {
	const page = await openPage(browser, size);
	await page.goto(`${hub.url}/display/board?board=${board}`);
	await page.locator(".call-number").waitFor();
	// The office's own answer brings slides, notices and languages.
	await page.locator(".ticker").waitFor();
	return page;
}

const boards: Board[] = [
	{ id: "sanh", arrows: { left: ["quay-1"], "up-right": ["quay-2"] } },
	{ id: "viet", languages: ["vi"], slides: false },
	{ id: "anh", languages: ["en"] },
];

describe.each([
	{ counters: 1, services: 2 },
	{ counters: 6, services: 7 },
	{ counters: 12, services: 7 },
	{ counters: 40, services: 24 },
])("of an office of $counters counters and $services services a board", (size) => {
	let hall: LargeHall;
	beforeAll(async () => {
		const arrows = size.counters === 1 ? { left: ["quay-1"] } : boards[0]?.arrows;
		hall = await openLargeHall({
			...size,
			boards: boards.map((board) => (board.arrows && arrows ? { ...board, arrows } : board)),
			change: () => ({ ticker: [notice] }),
		});
	});
	afterAll(() => hall.hub.stop());

	test.each(sizes)("says everything whole at $width x $height", async (viewport) => {
		for (const { id } of boards) {
			const page = await openBoard(hall, id, viewport);
			const faults = {
				cut: await cutTexts(page),
				broken: await brokenWords(page),
				overlaid: await overlaidTexts(page),
				high: await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
				axe: viewport.width === 1920 ? await axeFaults(page) : [],
			};
			expect([id, faults]).toEqual([id, { cut: [], broken: [], overlaid: [], high: 0, axe: [] }]);
			// DOMAIN: a capital of 98 mm on a panel of 55 inches, which is 1218 mm wide.
			const px = await page
				.locator(".call-number")
				.evaluate((number) => Number.parseFloat(getComputedStyle(number).fontSize));
			const panelMm = viewport.width > viewport.height ? 1218 : 685;
			expect(px * 0.714 * (panelMm / viewport.width)).toBeGreaterThanOrEqual(98);
			await page.context().close();
		}
	});
});

describe("a board for some counters", () => {
	let hall: LargeHall;
	beforeAll(async () => {
		hall = await openLargeHall({
			counters: 12,
			services: 7,
			boards: [{ id: "canh-trai", counters: ["quay-1", "quay-2"], arrows: { left: ["quay-2"] } }],
			change: () => ({ ticker: [notice] }),
		});
	});
	afterAll(() => hall.hub.stop());

	test("shows their calls, whom they serve and their services, and lights no other call", async () => {
		const page = await openBoard(hall, "canh-trai", { width: 1920, height: 1080 });
		const whole = await openBoard(hall, "sanh", { width: 1920, height: 1080 });
		await expect(page.locator("[data-counter]").count()).resolves.toBe(2);
		await expect(whole.locator("[data-counter]").count()).resolves.toBe(12);
		await expect(page.locator("[data-call]").count()).resolves.toBe(2);

		await hall.ask("POST", "/api/counters/quay-7/recall", {});
		await whole.locator(".call-now.is-lit").waitFor();
		await expect(page.locator(".call-now.is-lit").count()).resolves.toBe(0);

		const { body } = await hall.ask<{ ticket: { number: string } }>(
			"POST",
			"/api/counters/quay-2/recall",
			{},
		);
		await page.locator(".call-now.is-lit", { hasText: body.ticket.number }).waitFor();
		await page.locator('.call-now [data-way="left"]').waitFor();
		await expect(page.locator("[data-call]").count()).resolves.toBe(2);
		await page.context().close();
		await whole.context().close();
	});

	test("says how long a newcomer waits, and nothing of it while it may be old", async () => {
		const page = await openBoard(hall, "canh-trai", { width: 1920, height: 1080 });
		await page.locator(".waiting-range").first().waitFor();
		expect(await page.locator(".waiting-range").first().textContent()).toMatch(/^\d+–\d+ phút$/);
		await page.context().setOffline(true);
		await page.getByText(displayWords.vi.board.stale).waitFor({ timeout: 12_000 });
		await expect(page.locator(".waiting-range").count()).resolves.toBe(0);
		await page.context().close();
	});
});
