import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { displayWords } from "../../words/display.ts";
import { launchChromium } from "../chromium.ts";
import { removeTemporaryDirectories } from "../hub-process.ts";
import { brokenWords, cutTexts, overlaidTexts } from "./fitting.ts";
import { type LargeHall, openLargeHall } from "./large-hall.ts";
import { openPage } from "./tour.ts";

const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };
/** Two seconds of a machine that does nothing else; less than it takes to notice a hub that is silent. */
const soonMs = 6_000;
const small = { width: 1280, height: 720 };

let browser: Browser;
let hall: LargeHall;

beforeAll(async () => {
	browser = await launchChromium();
	hall = await openLargeHall({
		counters: 6,
		services: 7,
		change: ({ slides = [] }) => ({
			slides: slides.map((slide) => ({ ...slide, seconds: 3 })),
			ticker: [{ vi: "Nghỉ trưa từ 11:30.", en: "Closed for lunch from 11:30." }],
		}),
	});
	const { body } = await hall.ask<{ services: { id: string }[] }>("GET", "/api/office");
	for (const { id: serviceId } of [...body.services, ...body.services, ...body.services]) {
		await hall.ask("POST", "/api/tickets", { serviceId });
	}
});
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
	await browser.close();
	await hall.hub.stop();
	await removeTemporaryDirectories();
});

/** Notes what the page says of its connection, from its first word on, and lets a test set the machine's clock. */
const watchAndSetClock = `(() => {
	window.states = [];
	new MutationObserver(() => {
		const state = document.querySelector("[data-state]")?.dataset.state;
		if (state && state !== window.states[window.states.length - 1]) window.states.push(state);
	}).observe(document, { subtree: true, childList: true, attributes: true });
	const { now } = Date;
	window.shiftMs = 0;
	Date.now = () => now() + window.shiftMs;
})();`;

async function open(path: string, size = wide): Promise<Page> {
	const page = await openPage(browser, size);
	await page.addInitScript(watchAndSetClock);
	await page.goto(hall.hub.url + path);
	await page.locator(".call-number, .counter-number").first().waitFor();
	if (path === "/display/board") await page.locator(".ticker").waitFor();
	return page;
}

async function act(counterId: string, what: string): Promise<string> {
	const path = `/api/counters/${counterId}/${what}`;
	const { status, body } = await hall.ask<{ ticket?: { number: string } }>("POST", path, {});
	if (status !== 200) throw new Error(`${path}: ${JSON.stringify(body)}`);
	return body.ticket?.number ?? "";
}

/** HH:MM in the office, so many milliseconds from now, and as it was just before. */
function officeTimes(shiftMs: number): string[] {
	const timeZone = "Asia/Ho_Chi_Minh";
	const style = { hour: "2-digit", minute: "2-digit", timeZone } as const;
	return [0, -2_000].map((agoMs) =>
		new Date(Date.now() + shiftMs + agoMs).toLocaleTimeString("vi-VN", style),
	);
}

test("a machine's clock that is set anew is shown, and nothing stops or is taken for a hub that is away", async () => {
	// A battery that is empty is ten years back.
	const screens = [5, -5, -87_600].map(async (hours) => ({
		shiftMs: hours * 3_600_000,
		board: await open("/display/board"),
		counter: await open("/display/counter/quay-1"),
	}));
	const all = await Promise.all(screens);
	const each = (look: (screen: (typeof all)[number]) => Promise<void>) =>
		Promise.all(all.map(look));
	const lit = (board: Page) => board.locator(".call-now.is-lit .call-number").textContent();
	const one = await act("quay-1", "recall");
	const other = await act("quay-2", "recall");
	await each(async ({ board, counter, shiftMs }) => {
		await expect.poll(() => lit(board)).toBe(one);
		await counter.locator(".is-lit").waitFor();
		for (const page of [board, counter]) await page.evaluate(`window.shiftMs = ${shiftMs}`);
		const clock = board.locator(".board-clock time");
		await expect
			.poll(async () => officeTimes(shiftMs).includes((await clock.textContent()) ?? ""), {
				timeout: soonMs,
			})
			.toBe(true);
		await expect.poll(() => lit(board), { timeout: 15_000 }).toBe(other);
		const slide = await board.locator(".slide").textContent();
		await expect
			.poll(() => board.locator(".slide").textContent(), { timeout: soonMs })
			.not.toBe(slide);
	});
	const next = await act("quay-1", "call-next");
	await each(async ({ board, counter }) => {
		await board.locator(".calls-number", { hasText: next }).waitFor();
		await expect.poll(() => counter.locator(".counter-number").textContent()).toBe(next);
		await counter.locator(".is-lit").waitFor();
		for (const page of [board, counter]) {
			expect(await page.evaluate("window.states")).toEqual(["connecting", "live"]);
		}
	});
});

/** Lets no page run, as while a machine sleeps: its connections stand, and nobody reads them. */
async function freeze(): Promise<() => void> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send("SystemInfo.getProcessInfo");
	const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
	for (const pid of pages) process.kill(pid, "SIGSTOP");
	return () => {
		for (const pid of pages) process.kill(pid, "SIGCONT");
	};
}

test.each([500, 9_000])(
	"a board and a counter's screen that stood still for %i ms are right at once, and light no call that is over",
	async (frozenMs) => {
		const board = await open("/display/board");
		const counter = await open("/display/counter/quay-2");
		const thaw = await freeze();
		const over = await act("quay-2", "call-next");
		await new Promise((passed) => setTimeout(passed, frozenMs));
		const number = await act("quay-2", "call-next");
		const beganAt = performance.now();
		thaw();
		await expect
			.poll(() => counter.locator(".counter-number").textContent(), { timeout: soonMs })
			.toBe(number);
		await board.locator(".call-now.is-lit .call-number", { hasText: number }).waitFor();
		for (const page of [board, counter]) await page.locator("[data-state=live]").waitFor();
		expect(performance.now() - beganAt).toBeLessThan(soonMs);
		expect(await board.locator("[data-counter]", { hasText: over }).count()).toBe(0);
		expect(officeTimes(0)).toContain(await board.locator(".board-clock time").textContent());
	},
);

test.each(["/display/board", "/display/counter/quay-1"])(
	"a panel that comes back with another resolution shows %s as one that has always had it",
	async (path) => {
		const page = await open(path);
		for (const size of [small, wide, tall, { width: 640, height: 480 }, tall, small, wide]) {
			await page.setViewportSize(size);
			// An old driver says so of a panel that is off; nobody sees it.
			if (size.width === 640) continue;
			const fresh = await open(path, size);
			await fresh.evaluate(() => document.fonts.ready.then(() => undefined));
			await expect.poll(() => layoutOf(page)).toEqual(await layoutOf(fresh));
			const faults = [await cutTexts(page), await brokenWords(page), await overlaidTexts(page)];
			expect([size, ...faults]).toEqual([size, [], [], []]);
			await fresh.context().close();
		}
	},
);

/** Where everything stands that says something, but for what takes turns by the clock. */
function layoutOf(page: Page): Promise<string[]> {
	return page.evaluate(() =>
		[...document.body.querySelectorAll("*:not(.slide, .slide *, .ticker *, .board-clock *)")].map(
			(element) => {
				const { x, y, width, height } = element.getBoundingClientRect();
				const [left, top, wide, high] = [x, y, width, height].map(Math.round);
				return `${element.tagName} ${element.className} ${left},${top} ${wide}x${high}`;
			},
		),
	);
}

test("a panel that was off is as it was when it is on again", async () => {
	const page = await open("/display/board");
	const hide = (state: "hidden" | "visible") =>
		page.evaluate((state) => {
			Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
			document.dispatchEvent(new Event("visibilitychange"));
		}, state);
	await hide("hidden");
	const number = await act("quay-3", "call-next");
	await hide("visible");
	await page.locator(".call-now.is-lit", { hasText: number }).waitFor();
	await page.getByText(displayWords.vi.board.stale).waitFor({ state: "detached" });
	expect(await page.evaluate("window.states")).toEqual(["connecting", "live"]);
});
