import type { Browser, CDPSession, Page } from "playwright-core";
import { type KeyPress, pressesIn, startTrace } from "./key-trace.ts";

declare global {
	interface Window {
		/** Of the bench: called when the results of a key were drawn. */
		onResults(): void;
		largestPaintMs: number;
	}
}

/** The kiosk's page on a panel, as slow as a small PC, with what it measures of itself. */
export interface KioskPage {
	page: Page;
	session: CDPSession;
	/** What came over the wire for the page so far, in bytes as the browser counts them, by path; what a thread fetches is not among it. */
	transfers: Map<string, number>;
	/** Resolves when the results of the next key were drawn. Nothing is asked of the page meanwhile: that would be slow, too. */
	nextResults(): Promise<void>;
	close(): Promise<void>;
}

/** How many times slower than this machine. */
export const slowdown = 6;

export async function openKiosk(browser: Browser, url: string): Promise<KioskPage> {
	// Nothing is kept from one to the next: each is a browser that was never here.
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		locale: "vi-VN",
	});
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	const transfers = new Map<string, number>();
	const paths = new Map<string, string>();
	session.on("Network.requestWillBeSent", ({ requestId, request }) => {
		paths.set(requestId, new URL(request.url).pathname);
	});
	session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		const path = paths.get(requestId) ?? requestId;
		transfers.set(path, (transfers.get(path) ?? 0) + encodedDataLength);
	});
	await session.send("Network.enable");
	await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
	let heard = () => {};
	await page.exposeFunction("onResults", () => heard());
	await page.addInitScript(watch);
	await page.goto(`${url}/kiosk/?kiosk=kiosk-1`);
	return {
		page,
		session,
		transfers,
		nextResults: () =>
			new Promise((shown) => {
				heard = shown;
			}),
		close: () => context.close(),
	};
}

/** A place on the screen. */
interface Point {
	x: number;
	y: number;
}

/** Where the keys are; asked once, before anything is measured. */
export async function findKeys({ page }: KioskPage): Promise<Map<string, Point>> {
	const keys = await page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>(".key")].map((key) => {
			const { x, y, width, height } = key.getBoundingClientRect();
			const name = key.classList.contains("key-space") ? " " : (key.textContent ?? "");
			return { name, point: { x: x + width / 2, y: y + height / 2 } };
		}),
	);
	return new Map(keys.map(({ name, point }) => [name, point]));
}

/** Types on the screen's own keyboard, each letter after the results of the one before; answers with all but the first. */
export async function typeOnScreen(
	kiosk: KioskPage,
	keys: Map<string, Point>,
	text: string,
): Promise<KeyPress[]> {
	const trace = await startTrace(kiosk.session);
	for (const letter of text) {
		const point = keys.get(letter);
		if (point === undefined) throw new Error(`no key ${letter}`);
		const results = kiosk.nextResults();
		await touch(kiosk.session, point);
		// A space asks nothing new.
		if (letter !== " ") await results;
		// People are not quicker, and what the last key has left to do is done.
		await new Promise((over) => setTimeout(over, betweenKeysMs));
	}
	return pressesIn(await trace.stop()).slice(1);
}

const betweenKeysMs = 50;

/** As long as a quick finger rests on a key. */
const fingerMs = 60;

async function touch(session: CDPSession, point: Point): Promise<void> {
	await session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
	await new Promise((lifted) => setTimeout(lifted, fingerMs));
	await session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Runs in the page before anything of it. */
function watch(): void {
	window.largestPaintMs = 0;
	let pressedMs = 0;
	document.addEventListener(
		"pointerdown",
		(event) => {
			pressedMs = event.timeStamp;
		},
		{ capture: true },
	);
	new PerformanceObserver((list) => {
		for (const { startTime } of list.getEntries()) window.largestPaintMs = startTime;
	}).observe({ type: "largest-contentful-paint", buffered: true });
	const mark = performance.mark.bind(performance);
	performance.mark = (name, options) => {
		if (name === "search") {
			mark("key", { startTime: pressedMs });
			// Later than anything that is measured.
			setTimeout(() => window.onResults(), 100);
		}
		return mark(name, options);
	};
}
