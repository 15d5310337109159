import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";

let browser: Browser;
let hub: HubProcess;
let kiosk: Page;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});
beforeEach(async () => {
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		reducedMotion: "reduce",
	});
	kiosk = await context.newPage();
});
afterEach(() => kiosk.context().close());

test("a long press is a press, also where the browser opens its menu instead of clicking", async () => {
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("Chạm để bắt đầu").waitFor();
	// A headless browser has no menu to open: these are the events of one that has, in their order.
	await longPress(button("Chạm để bắt đầu"), ["pointerdown", "contextmenu", "pointerup"]);
	await button("Tra cứu thủ tục").waitFor();
	await longPress(button("Tra cứu thủ tục"), ["pointerdown", "pointerup", "contextmenu"]);
	await kiosk.getByRole("searchbox").waitFor();
});

test("it is one also in a browser before Chromium 92, whose menu does not say that a finger opened it", async () => {
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("Chạm để bắt đầu").waitFor();
	await longPress(button("Chạm để bắt đầu"), ["pointerdown", "contextmenu", "pointerup"], "of old");
	await button("Tra cứu thủ tục").waitFor();
});

test("a long press that slides off its button or is cut off presses nothing", async () => {
	await kiosk.clock.install();
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("Chạm để bắt đầu").tap();
	await longPress(button("Tra cứu thủ tục"), ["pointerdown", "contextmenu", "pointercancel"]);
	await longPress(button("Tra cứu thủ tục"), ["pointerdown", "contextmenu", "pointerup"], "aside");
	await kiosk.clock.runFor(1_000);
	expect(await button("Tra cứu thủ tục").count()).toBe(1);
});

test.each([0, 200, 450, 700])(
	"a press done again %d ms after it led on does not press what it opened, nor a little beside it",
	async (gapMs) => {
		await kiosk.clock.install();
		await kiosk.goto(`${hub.url}/kiosk/`);
		await button("Chạm để bắt đầu").tap();
		// Behind each service of home stand the answers that take a number.
		const service = await kiosk.getByRole("button", { name: /^Cư trú/ }).boundingBox();
		if (service === null) throw new Error("home has its services");
		const [x, y] = [service.x + service.width / 2, service.y + service.height / 2];
		// From here on the page's time is the test's, however slow the machine.
		await kiosk.clock.pauseAt(await kiosk.evaluate(() => Date.now() + 5_000));
		await button("Cư trú, căn cước, đăng ký xe").tap();
		const answers = kiosk.locator(".priority-classes");
		await answers.waitFor();
		await kiosk.clock.runFor(gapMs);
		await kiosk.touchscreen.tap(x, y);
		await kiosk.touchscreen.tap(x + 60, y + 30);
		await button("Không ưu tiên").waitFor();
		expect(await kiosk.locator(".notice, .number-figure").count()).toBe(0);
		// A moment later the same spot is what stands there.
		await kiosk.clock.resume();
		await answers.getByRole("button").first().tap();
		await kiosk.locator(".number-figure").waitFor();
	},
);

test("what lies farther off can be pressed at once", async () => {
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("Chạm để bắt đầu").tap();
	const lookUp = await button("Tra cứu thủ tục").boundingBox();
	if (lookUp === null) throw new Error("home has a way to look things up");
	await kiosk.touchscreen.tap(lookUp.x + 60, lookUp.y + lookUp.height - 20);
	await kiosk.getByRole("searchbox").waitFor();
});

test("a key types once when the finger comes down: two that overlap, one that is held, and one pressed without a finger", async () => {
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("Chạm để bắt đầu").tap();
	await button("Tra cứu thủ tục").tap();
	const box = kiosk.getByRole("searchbox");
	await box.tap();
	const key = (letter: string) => kiosk.getByRole("button", { name: letter, exact: true });
	const session = await kiosk.context().newCDPSession(kiosk);
	const points = await Promise.all(
		["s", "o"].map(async (letter, id) => {
			const at = await key(letter).boundingBox();
			if (at === null) throw new Error(`no key ${letter}`);
			return { x: at.x + at.width / 2, y: at.y + at.height / 2, id };
		}),
	);
	const fingers = (type: "touchStart" | "touchEnd", touchPoints: typeof points) =>
		session.send("Input.dispatchTouchEvent", { type, touchPoints });
	await fingers("touchStart", points.slice(0, 1));
	await fingers("touchStart", points);
	await fingers("touchEnd", points.slice(0, 1));
	await fingers("touchEnd", []);
	await expect.poll(() => box.inputValue()).toBe("so");
	await longPress(key("đ"), ["pointerdown", "contextmenu", "pointerup"]);
	await key("o").press("Enter");
	await expect.poll(() => box.inputValue()).toBe("sođo");
	// As long as a late second letter would take.
	await kiosk.waitForTimeout(200);
	expect(await box.inputValue()).toBe("sođo");
});

test("impatient touches on the last answer take one ticket", async () => {
	const taken: string[] = [];
	kiosk.on("request", (request) => {
		if (request.method() === "POST") taken.push(request.url());
	});
	await kiosk.goto(`${hub.url}/kiosk/`);
	await toPriority();
	const touch = await fingerOn(button("Không ưu tiên"));
	for (let times = 0; times < 4; times++) await touch.tap();
	await kiosk.getByText("Phiếu đã in xong").waitFor();
	expect(taken).toEqual([`${hub.url}/api/tickets`]);
});

test("left alone, it asks; the touch that answers does nothing else; left alone again, all starts over", async () => {
	await kiosk.clock.install();
	await kiosk.goto(`${hub.url}/kiosk/`);
	await button("English").tap();
	await button("Touch to start").tap();
	const touch = await fingerOn(button("Take a number"));
	await kiosk.clock.runFor(61_000);
	await kiosk.getByText("Are you still there?").waitFor();
	await touch.tap();
	await kiosk.clock.runFor(1_000);
	expect(await kiosk.getByText("Are you still there?").count()).toBe(0);
	expect(await button("Take a number").count()).toBe(1);
	await kiosk.clock.runFor(92_000);
	await button("Chạm để bắt đầu").waitFor();
});

test("a hub that is gone is said, with what to do, and a number can be taken as soon as it is back", async () => {
	const own = await startHubProcess();
	await kiosk.goto(`${own.url}/kiosk/`);
	await toPriority();
	await own.kill();
	await kiosk.locator(".band-stale").waitFor();
	await button("Không ưu tiên").tap();
	await kiosk.getByText("Chưa lấy được số").waitFor();
	const again = await startHubProcess({ PORT: new URL(own.url).port, DATA_DIR: own.dataDir });
	await kiosk.locator(".band-stale").waitFor({ state: "detached" });
	await button("Không ưu tiên").tap();
	await kiosk.getByText("B001").waitFor();
	await again.stop();
});

function button(name: string): Locator {
	return kiosk.getByRole("button", { name });
}

async function toPriority(): Promise<void> {
	await button("Chạm để bắt đầu").tap();
	await button("Lấy số").tap();
	await button("Chứng thực").tap();
	await button("Không ưu tiên").waitFor();
}

/** A finger over what is there now, in its middle or lower down; it stays there whatever the screen does. */
async function fingerOn(target: Locator, share = 0.5) {
	const box = await target.boundingBox();
	if (box === null) throw new Error("nothing to touch");
	const point = { x: box.x + box.width / 2, y: box.y + box.height * share };
	const session = await kiosk.context().newCDPSession(kiosk);
	const down = () =>
		session.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [point] });
	const up = () => session.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
	const tap = async () => {
		await down();
		await up();
	};
	return { down, up, tap };
}

/** The events of one finger's long press, over the button itself, ending beside it, or as an old browser has them. */
async function longPress(target: Locator, events: string[], where = "over"): Promise<void> {
	await target.evaluate(
		(element, { events, where }) => {
			const box = element.getBoundingClientRect();
			const clientX = box.x + box.width / 2;
			for (const type of events) {
				const aside = where === "aside" && type === "pointerup";
				const clientY = aside ? 1 : box.y + box.height / 2;
				const settings = {
					bubbles: true,
					cancelable: true,
					pointerType: "touch",
					clientX,
					clientY,
				};
				const isOfMouse = where === "of old" && type === "contextmenu";
				element.dispatchEvent(new (isOfMouse ? MouseEvent : PointerEvent)(type, settings));
			}
		},
		{ events, where },
	);
}
