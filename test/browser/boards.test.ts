import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
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
import { isEveryScreen } from "./panels.ts";
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

/**
 * What is smaller than is read from afar, in hundredths of a 16:9 screen's short side. Two of them are 14 mm on a panel of 55 inches: a letter then
 * has a capital of 10 mm.
 */
function smallTexts(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const unit = Math.min(innerWidth, innerHeight) / 100;
		const least = {
			".calls-number": 5.9,
			".calls-counter": 4.4,
			".counter-name > strong": 3.4,
			".counter-number": 4.7,
			".counter-note": 3.1,
			".waiting-name": 2,
			".waiting-range": 2.8,
			".waiting-count": 4.7,
			".slide p:not(.slide-second), .slide h2": 2.4,
		};
		return Object.entries(least).flatMap(([selector, units]) =>
			[...document.querySelectorAll(selector)].flatMap((one) => {
				const size = Number.parseFloat(getComputedStyle(one).fontSize) / unit;
				return size < units ? [`${selector}: ${size.toFixed(2)} ${one.textContent}`] : [];
			}),
		);
	});
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

	// The largest office on every board; smaller ones on one that lies and one that stands.
	const seen = size.counters === 40 || isEveryScreen ? sizes : sizes.slice(0, 2);
	test.each(seen)("says everything whole at $width x $height", async (viewport) => {
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
			expect([id, await smallTexts(page)]).toEqual([id, []]);
			// A capital of 98 mm on a panel of 55 inches, which is 1218 mm wide.
			const px = await page
				.locator(".call-number")
				.evaluate((number) => Number.parseFloat(getComputedStyle(number).fontSize));
			const panelMm = viewport.width > viewport.height ? 1218 : 685;
			expect(px * 0.714 * (panelMm / viewport.width)).toBeGreaterThanOrEqual(98);
			await page.context().close();
		}
	});
});

/** The time of day passes as the test says, which turns slides and sights; a board looks at it oftener than once a second. */
const quickSlides = `(() => {
	window.aheadMs = 0;
	const { now } = Date;
	Date.now = () => now() + window.aheadMs;
	const { setInterval } = window;
	window.setInterval = (step, ms) => setInterval(step, ms === 1000 ? 40 : ms);
})();`;

describe("a board of counters with words over them, long notices and posters", () => {
	const labels = ["Trả kết quả", "3A", "Tiếp dân", "VIP", "Quầy 5", "WWMMWWMMWWMM"];
	const title =
		"Thông báo tạm ngừng tiếp nhận hồ sơ đất đai trong tuần từ 23 đến 27 tháng 11 để nâng cấp hệ thống";
	const text = "Người dân có nhu cầu nộp hồ sơ vui lòng nộp trực tuyến hoặc quay lại sau. "
		.repeat(5)
		.trim();
	let hall: LargeHall;
	let folder: string;
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "motcua-poster-"));
		const poster = join(folder, "poster.png");
		const [width, height] = [210, 297];
		const data = new Uint8Array(width * height).fill(90);
		await writeFile(poster, encode({ width, height, channels: 1, data }));
		hall = await openLargeHall({
			counters: 12,
			services: 7,
			boards: [
				{ id: "sanh", sound: false, arrows: { left: ["quay-1"], right: ["quay-3"] } },
				{ id: "mot", sound: false, slides: ["lich"] },
			],
			change: (office) => ({
				name: {
					vi: "Trung tâm Phục vụ hành chính công phường Nguyễn Thị Minh Khai – Khu vực Bến Ninh Kiều, thành phố Cần Thơ",
					en: "Public Service Centre of Nguyễn Thị Minh Khai Ward, Bến Ninh Kiều area, city of Cần Thơ",
				},
				ticker: [notice],
				services: office.services.slice(0, 7).map((service, at) => ({
					...service,
					prefix: "ABCDEFG"[at] ?? "",
					...(at === 0
						? {
								name: {
									vi: "Đăng ký hộ kinh doanh, hợp tác xã và quản lý thị trường trên địa bàn",
									en: "Household businesses, cooperatives and market supervision in the area",
								},
								dailyQuota: 4,
							}
						: {}),
				})),
				counters: Array.from({ length: 12 }, (_, at) => ({
					id: `quay-${at + 1}`,
					label: labels[at] ?? String(at + 1),
					services: office.services.slice(0, 7).map(({ id }) => id),
				})),
				slides: [
					{ title: { vi: title, en: title }, text: { vi: text, en: text }, seconds: 3 },
					{ picture: poster, seconds: 3 },
					{
						picture: poster,
						title: { vi: "Cổng dịch vụ công", en: "Portal" },
						text: { vi: text, en: text },
						seconds: 3,
					},
					{ id: "lich", title: { vi: "Lịch tiếp dân", en: "Hours" }, seconds: 3 },
				],
			}),
		});
	});
	afterAll(async () => {
		await hall.hub.stop();
		await rm(folder, { recursive: true, force: true });
	});

	test.each(sizes.slice(0, 3))(
		"shows all of each, one after the other, and nothing above a slide moves, at $width x $height",
		async (viewport) => {
			const page = await openPage(browser, viewport);
			await page.addInitScript(quickSlides);
			await page.goto(`${hall.hub.url}/display/board?board=sanh`);
			await page.locator(".call-number").waitFor();
			await page.locator(".slide").waitFor();
			const seen = new Set<string>();
			const panels = new Set<string>();
			let posterPx = 0;
			for (let step = 0; step < 60; step++) {
				const [shown = "", panel = "", poster = 0] = await page.evaluate(() => {
					const { width = 0, height = 0 } =
						document.querySelector(".call-now")?.getBoundingClientRect() ?? {};
					const picture = document.querySelector<HTMLElement>(".slide.is-over > img");
					const words = document.querySelector(".slide p")?.firstChild?.textContent;
					const slide = document.querySelector(".slide")?.textContent ?? "";
					const high = picture?.getBoundingClientRect().height ?? 0;
					return [words ?? slide, `${width} x ${height}`, high] as const;
				});
				posterPx = Math.max(posterPx, poster);
				panels.add(panel);
				if (!seen.has(shown)) {
					seen.add(shown);
					const faults = {
						cut: await cutTexts(page),
						broken: await brokenWords(page),
						overlaid: await overlaidTexts(page),
						small: await page.locator(".slide p, .slide h2").evaluateAll((all) =>
							all.flatMap((one) => {
								// A hundredth of the screen's short side, and two of them are as small as it gets.
								const unit = Math.min(innerHeight, innerWidth) / 100;
								const size = Number.parseFloat(getComputedStyle(one).fontSize) / unit;
								return size < 1.85 ? [`${size}: ${one.textContent}`] : [];
							}),
						),
					};
					expect([shown, faults]).toEqual([
						shown,
						{ cut: [], broken: [], overlaid: [], small: [] },
					]);
				}
				await page.evaluate("window.aheadMs += 2500");
				await page.waitForTimeout(120);
			}
			expect([...panels]).toHaveLength(1);
			expect([...seen].join(" ")).toContain(text.slice(-20));
			// On all of the side, and not on a tenth of the screen.
			expect(posterPx / viewport.height).toBeGreaterThan(
				viewport.width > viewport.height ? 0.4 : 0.2,
			);
			await page.context().close();
		},
	);

	test("calls numbers to numbers and words to words, and keeps the list in line", async () => {
		const page = await openPage(browser, { width: 1080, height: 1920 });
		await page.goto(`${hall.hub.url}/display/board?board=sanh`);
		// A call that it learns of with its first rows is lit by nobody's recall.
		await page.locator(".calls-number").first().waitFor();
		for (const [id, said] of [
			["quay-1", "đến quầy Trả kết quả"],
			["quay-2", "đến quầy số 3A"],
			["quay-5", "đến quầy số 5"],
			["quay-6", "đến quầy WWMMWWMMWWMM"],
		] as const) {
			await hall.ask("POST", `/api/counters/${id}/recall`, {});
			await page.locator(".call-now.is-lit .call-counter", { hasText: said }).waitFor();
			expect(await cutTexts(page)).toEqual([]);
			expect(await overlaidTexts(page)).toEqual([]);
			// Nobody is called any more who has come.
			await hall.ask("POST", `/api/counters/${id}/start`, {});
			await expect.poll(() => page.locator(".call-now.is-lit").count()).toBe(0);
		}
		const rights = await page
			.locator(".calls-counter > :first-child")
			.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
		// Two columns.
		const edges = rights.filter(
			(one, at) => !rights.slice(0, at).some((other) => Math.abs(one - other) < 3),
		);
		expect([edges.length, rights]).toEqual([2, rights]);
		await page.context().close();
	});

	test("may be told which slides it shows", async () => {
		const page = await openPage(browser, { width: 1920, height: 1080 });
		await page.addInitScript(quickSlides);
		await page.goto(`${hall.hub.url}/display/board?board=mot`);
		await page.locator(".slide", { hasText: "Lịch tiếp dân" }).waitFor();
		await page.evaluate("window.aheadMs += 7000");
		await page.waitForTimeout(200);
		expect(await page.locator(".slide").textContent()).toContain("Lịch tiếp dân");
		await page.context().close();
	});

	test("says of a service whose numbers are used up that they are", async () => {
		await hall.ask("POST", "/api/tickets", { serviceId: "ho-tich" });
		const page = await openPage(browser, { width: 1920, height: 1080 });
		await page.goto(`${hall.hub.url}/display/board?board=sanh`);
		await page.getByText(displayWords.vi.board.noneLeft).waitFor({ timeout: 40_000 });
		await page.context().close();
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
