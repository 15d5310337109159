import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { displayWords } from "../../words/display.ts";
import { hallWords } from "../../words/hall.ts";
import { launchChromium } from "../chromium.ts";
import { removeTemporaryDirectories } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts, overlaidTexts } from "./fitting.ts";
import { type LargeHall, openLargeHall } from "./large-hall.ts";
import { openPage } from "./tour.ts";

const { vi, en } = { vi: displayWords.vi.counter, en: displayWords.en.counter };
const sizes = [
	{ width: 1920, height: 1080 },
	{ width: 1024, height: 600 },
	{ width: 1080, height: 1920 },
];

let browser: Browser;
let hall: LargeHall;

beforeAll(async () => {
	browser = await launchChromium();
	hall = await openLargeHall({ counters: 6, services: 7 });
});
afterAll(async () => {
	await browser.close();
	await hall.hub.stop();
	await removeTemporaryDirectories();
});

async function openCounter(id: string, size = { width: 1920, height: 1080 }): Promise<Page> {
	const page = await openPage(browser, size);
	await page.goto(`${hall.hub.url}/display/counter/${id}`);
	return page;
}

async function act(counterId: string, what: string, body: object = {}): Promise<void> {
	const { status, body: answer } = await hall.ask(
		"POST",
		`/api/counters/${counterId}/${what}`,
		body,
	);
	if (status !== 200) throw new Error(`${counterId} ${what}: ${JSON.stringify(answer)}`);
}

test("the screen over a counter says whom it calls and serves, who is next, and when it rests", async () => {
	const page = await openCounter("quay-1");
	const number = page.locator(".counter-number");
	await number.waitFor();
	await page.getByText(vi.called).waitFor();
	await expect(page.locator(".is-lit").count()).resolves.toBe(0);
	const next = await page.locator(".counter-next > strong").textContent();

	await act("quay-1", "recall");
	await page.locator(".counter-now.is-lit").waitFor();
	await act("quay-1", "start");
	await page.getByText(vi.serving).waitFor();
	await expect(page.locator(".is-lit").count()).resolves.toBe(0);
	await act("quay-1", "call-next");
	await expect.poll(() => number.textContent()).toBe(next);
	await act("quay-1", "finish");
	await page.getByText(vi.free, { exact: false }).waitFor();
	await act("quay-1", "pause");
	await page.getByText(vi.paused, { exact: false }).waitFor();
	await expect(page.locator(".counter-next > strong").count()).resolves.toBe(0);
	await act("quay-1", "close");
	await page.getByText(vi.closed, { exact: false }).waitFor();
	await act("quay-1", "open");
	await act("quay-1", "call-next");
	await number.waitFor();
	await page.context().close();
});

test.each(sizes)("everything on it is whole at %o, in each of its states", async (size) => {
	for (const [id, sign] of [
		["quay-2", ".counter-number"],
		["quay-5", ".is-paused"],
		["quay-6", ".is-closed"],
	] as const) {
		const page = await openCounter(id, size);
		await page.locator(sign).waitFor();
		const faults = {
			cut: await cutTexts(page),
			broken: await brokenWords(page),
			overlaid: await overlaidTexts(page),
			high: await page.evaluate(() => document.documentElement.scrollHeight - innerHeight),
			axe: await axeFaults(page),
		};
		expect([id, faults]).toEqual([id, { cut: [], broken: [], overlaid: [], high: 0, axe: [] }]);
		await page.context().close();
	}
});

test("a hall that is stopped, a hub that is away and a counter that is none are said in its place", async () => {
	const page = await openCounter("quay-3");
	await page.locator(".counter-number").waitFor();
	await hall.ask("POST", "/api/hall/stop", { reason: "evacuation" });
	await page.locator(".hall-stopped.is-urgent").waitFor();
	await hall.ask("POST", "/api/hall/resume", {});
	await page.locator(".counter-number").waitFor();
	await page.context().setOffline(true);
	await page.getByText(displayWords.vi.board.stale).waitFor({ timeout: 10_000 });
	await page.locator(".counter-number").waitFor();
	await page.context().setOffline(false);
	await page.getByText(displayWords.vi.board.stale).waitFor({ state: "detached" });
	await page.context().close();

	const none = await openCounter("quay-99");
	await none.getByText(vi.unknown("quay-99")).waitFor();
	await none.getByText(en.unknown("quay-99")).waitFor();
	await none.context().close();
});

test("a long note of a stop is whole on every screen, and said once where it has one language", async () => {
	const vi = "Bà con vui lòng ngồi chờ hoặc để lại số điện thoại cho cán bộ. "
		.repeat(4)
		.slice(0, 200);
	const stop = (note: object) => hall.ask("POST", "/api/hall/stop", { reason: "system", note });
	for (const [note, lines] of [
		[{ vi }, 1],
		[{ vi, en: vi.replace("Bà con", "Please") }, 2],
	] as const) {
		expect((await stop(note)).status).toBe(200);
		for (const path of ["/display/counter/quay-3", "/display/board", "/kiosk/?kiosk=kiosk-1"]) {
			const page = await openPage(browser, { width: 1366, height: 768 });
			await page.goto(hall.hub.url + path);
			await page.getByText(hallWords.en.keepsPlace).waitFor();
			for (const size of [{ width: 1366, height: 768 }, ...sizes]) {
				if (path.startsWith("/kiosk") && size.width === 1024) continue;
				await page.setViewportSize(size);
				const at = `${path} ${size.width}`;
				expect([at, await cutTexts(page)]).toEqual([at, []]);
				await expect(page.getByText("để lại số điện thoại").count()).resolves.toBe(lines);
				const { bottom, high } = await page.getByText(hallWords.en.keepsPlace).evaluate((last) => ({
					bottom: last.getBoundingClientRect().bottom,
					high: innerHeight,
				}));
				expect([at, bottom <= high]).toEqual([at, true]);
				if (size.width === 1920) expect([at, await axeFaults(page)]).toEqual([at, []]);
			}
			await page.context().close();
		}
	}
	await hall.ask("POST", "/api/hall/resume", {});
});

test("no byte that a board or a counter's screen is sent holds a ticket's id", async () => {
	const heard: string[] = [];
	const pages = await Promise.all(
		["/display/board", "/display/counter/quay-4"].map(async (path) => {
			const page = await openPage(browser, { width: 1920, height: 1080 });
			page.on("websocket", (socket) =>
				socket.on("framereceived", ({ payload }) => heard.push(String(payload))),
			);
			await page.goto(hall.hub.url + path);
			await page.locator(".call-number, .counter-number").first().waitFor();
			return page;
		}),
	);
	const services = ["ho-tich", "dat-dai", "kinh-doanh"];
	const ids: string[] = [];
	for (const serviceId of services) {
		const taken = await hall.ask<TicketAnswer>("POST", "/api/tickets", { serviceId });
		ids.push(taken.body.ticket.id);
	}
	await act("quay-4", "recall");
	await act("quay-4", "start");
	await act("quay-4", "park");
	await act("quay-4", "call-next");
	await act("quay-4", "miss");
	const { body: queue } = await hall.ask<Record<string, { id: string }[]>>("GET", "/api/queue");
	ids.push(
		...["waiting", "parked", "missed"].flatMap((list) => queue[list] ?? []).map(({ id }) => id),
	);
	await expect.poll(() => heard.some((text) => text.includes('"missed"'))).toBe(true);
	expect(ids.length).toBeGreaterThan(10);
	expect(ids.filter((id) => heard.some((text) => text.includes(id)))).toEqual([]);
	for (const page of pages) await page.context().close();
});
