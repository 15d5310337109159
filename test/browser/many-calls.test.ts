import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { type QuickHall, startQuickHall } from "./quick-hall.ts";

/** A day of a large office; `BOARD_CALLS=10000` is weeks of a small one. */
const usualCalls = Number(process.env.BOARD_CALLS ?? 1_200);
/** As many come at once: four at each counter. */
const burst = 24;

let browser: Browser;
let hub: HubProcess;
let hall: QuickHall;
let context: BrowserContext;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	hall = await startQuickHall(hub.url);
});
afterEach(() => context.close());
afterAll(async () => {
	await browser.close();
	await hall.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

/**
 * Announcements pass as quickly as calls come: a clip is as short as can be, begins at once, and nobody takes breath after it. What the page
 * makes and lets go of for each stays the same.
 */
const speakQuickly = `(() => {
	window.announced = 0;
	BaseAudioContext.prototype.decodeAudioData = function () {
		return Promise.resolve(this.createBuffer(1, 8, this.sampleRate));
	};
	const { start } = AudioBufferSourceNode.prototype;
	AudioBufferSourceNode.prototype.start = function () {
		return start.call(this);
	};
	const { createGain } = BaseAudioContext.prototype;
	BaseAudioContext.prototype.createGain = function () {
		window.announced += 1;
		return createGain.call(this);
	};
	const { setTimeout } = window;
	window.setTimeout = (step, ms, ...more) => setTimeout(step, ms === 700 ? 0 : ms, ...more);
})();`;

const timeout = 60_000 + 20 * usualCalls;

interface Kept {
	/** Bytes of the page's own heap. */
	heap: number;
	nodes: number;
	listeners: number;
	/** Nodes of sound that are not over. */
	sounds: number;
}

/** What the page holds once all that nobody can reach is let go. */
async function keptBy(page: Page): Promise<Kept> {
	const session = await page.context().newCDPSession(page);
	await session.send("Performance.enable");
	// A node of sound goes a round later than the object that stood for it.
	for (let round = 0; round < 3; round++) {
		await session.send("HeapProfiler.collectGarbage");
		await page.waitForTimeout(100);
	}
	const { usedSize } = await session.send("Runtime.getHeapUsage");
	const { nodes, jsEventListeners } = await session.send("Memory.getDOMCounters");
	const { metrics } = await session.send("Performance.getMetrics");
	const sounds = metrics.find(({ name }) => name === "AudioHandlers")?.value ?? Number.NaN;
	await session.detach();
	return { heap: usedSize, nodes, listeners: jsEventListeners, sounds };
}

async function open(path: string, more = ""): Promise<Page> {
	context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
	await context.addInitScript(speakQuickly + more);
	const page = await context.newPage();
	await page.goto(hall.url + path);
	await page.locator("[data-state=live]").waitFor();
	return page;
}

/** Calls, and waits after each burst until the page shows the last of it. @param where the numbers it shows */
async function callOn(page: Page, times: number, where: string): Promise<void> {
	for (let called = 0; called < times; called += burst) {
		const number = hall.call(burst);
		await page.waitForFunction(
			([where, number]) =>
				[...document.querySelectorAll(where)].some(({ textContent }) => textContent === number),
			[where, number] as const,
			{ timeout: 10_000 },
		);
	}
}

/** Of what the page has kept more after all calls than after the first of them, by which it has taken each of its paths. */
async function grownIn(page: Page, where: string, calls = usualCalls): Promise<string[]> {
	const warm = Math.min(1_000, calls / 3);
	await callOn(page, warm, where);
	const before = await keptBy(page);
	await callOn(page, calls - warm, where);
	const after = await keptBy(page);
	const more = (what: keyof Kept) => after[what] - before[what];
	const grown = (["heap", "nodes", "listeners", "sounds"] as const).filter(
		(what) => more(what) > (what === "heap" ? 150_000 + 25 * (calls - warm) : mostMore),
	);
	return grown.map((what) => `${what}: ${before[what]}, after ${calls} calls ${after[what]}`);
}

/** A call may be on its way, and one being said: some forty nodes of sound. */
const mostMore = 60;

test("a board with its voice keeps nothing of the calls that are over", { timeout }, async () => {
	const page = await open("/display/board");
	// It calls once it has its clips, which come one after the other.
	hall.call(burst);
	await page.waitForFunction(() => Reflect.get(window, "announced") > 0);
	expect(await grownIn(page, ".calls-number")).toEqual([]);
	expect(await page.evaluate("window.announced")).toBeGreaterThan(usualCalls / 50);
});

test("the screen over a counter keeps nothing of the calls that are over", {
	timeout,
}, async () => {
	const page = await open(`/display/counter/${hall.counterId}`);
	expect(await grownIn(page, ".counter-number")).toEqual([]);
});

test("a board that did keep what it was told, showed and said would be seen to", async () => {
	const page = await open(
		"/display/board",
		`(() => {
			const kept = [];
			const { parse } = JSON;
			JSON.parse = (text) => { const value = parse(text); kept.push(value); return value; };
			AudioNode.prototype.disconnect = () => undefined;
			const { start } = AudioBufferSourceNode.prototype;
			AudioBufferSourceNode.prototype.start = function () { kept.push(this); start.call(this); };
			const { removeChild } = Node.prototype;
			Node.prototype.removeChild = function (node) { kept.push(node); return removeChild.call(this, node); };
			const { remove } = Element.prototype;
			Element.prototype.remove = function () { kept.push(this); return remove.call(this); };
		})();`,
	);
	const grown = await grownIn(page, ".calls-number", 20 * burst);
	// How much is said meanwhile depends on the machine.
	expect(grown.map((one) => one.split(":")[0])).toEqual(expect.arrayContaining(["heap", "nodes"]));
});
