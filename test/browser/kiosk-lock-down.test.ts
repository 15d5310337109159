import type { Browser, CDPSession, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";

let browser: Browser;
let hub: HubProcess;
let kiosk: Page;
let session: CDPSession;
let address: string;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	address = `${hub.url}/kiosk/?kiosk=kiosk-1`;
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
	});
	kiosk = await context.newPage();
	session = await context.newCDPSession(kiosk);
	await kiosk.goto(`${hub.url}/`);
	await kiosk.goto(address);
	await kiosk.getByText("Chạm để bắt đầu").waitFor();
});
afterEach(() => kiosk.context().close());

/** Says the page a moment later what became of each event of a kind: whether anybody kept the browser from it. */
async function prevented(type: string, act: () => Promise<unknown>): Promise<boolean[]> {
	await kiosk.evaluate((type) => {
		const seen: Event[] = [];
		Object.assign(window, { seen });
		window.addEventListener(type, (event) => seen.push(event), { capture: true });
	}, type);
	await act();
	await kiosk.waitForFunction("seen.length > 0");
	return kiosk.evaluate("seen.map(({ defaultPrevented }) => defaultPrevented)");
}

const press = (name: string | RegExp) => kiosk.getByRole("button", { name }).first().tap();

describe("two fingers do not zoom", () => {
	/** Apart, together and apart again, beginning so far below the top. */
	const pinch = async (from = 700) => {
		for (const scaleFactor of [3, 0.4, 3]) {
			const gesture = { x: 540, y: from + 100, scaleFactor, relativeSpeed: 4_000 };
			await session.send("Input.synthesizePinchGesture", gesture);
		}
		return kiosk.evaluate("visualViewport.scale");
	};

	test("on the start screen, at home, over a list, over a procedure and over the keyboard", async () => {
		expect(await pinch()).toBe(1);
		await press("Chạm để bắt đầu");
		await kiosk.getByRole("heading", { name: "Bạn cần làm gì?" }).waitFor();
		expect(await pinch()).toBe(1);
		await press(/^Tra cứu thủ tục/);
		await kiosk.locator(".tile", { hasText: "Sinh con" }).tap();
		const procedure = kiosk.getByRole("button", { name: /^Đăng ký khai sinh/ }).first();
		await procedure.waitFor();
		expect(await pinch()).toBe(1);
		await procedure.tap();
		await kiosk.getByText("Giấy chứng sinh").waitFor();
		expect(await pinch()).toBe(1);
		await press("Quay lại");
		await kiosk.getByRole("searchbox").tap();
		const keyboard = await kiosk.getByRole("region", { name: "Bàn phím" }).boundingBox();
		expect(await pinch(keyboard?.y)).toBe(1);
	});
});

test("a touchpad and Ctrl with the wheel do not zoom; the wheel alone scrolls", async () => {
	const turn = (modifiers: number) => () =>
		session.send("Input.dispatchMouseEvent", {
			...{ type: "mouseWheel", x: 540, y: 700, deltaX: 0, deltaY: -100, modifiers },
		});
	const ctrl = 2;
	expect(await prevented("wheel", turn(ctrl))).toEqual([true]);
	expect(await prevented("wheel", turn(0))).toEqual([false]);
});

test("nothing is marked by a long press, by dragging, by pressing twice or with Ctrl and A", async () => {
	const text = await kiosk.locator(".band-office").boundingBox();
	if (text === null) throw new Error("the office has no name");
	const [x, y] = [text.x + 30, text.y + text.height / 2];
	const touch = (type: "touchStart" | "touchEnd") =>
		session.send("Input.dispatchTouchEvent", {
			...{ type, touchPoints: type === "touchStart" ? [{ x, y }] : [] },
		});
	await touch("touchStart");
	await kiosk.waitForTimeout(1_000);
	await touch("touchEnd");
	await kiosk.mouse.move(x, y);
	await kiosk.mouse.down();
	await kiosk.mouse.move(x + 300, y + 400, { steps: 5 });
	await kiosk.mouse.up();
	await kiosk.mouse.click(x, y, { clickCount: 3 });
	await kiosk.keyboard.press("Control+A");
	expect(await kiosk.evaluate("String(getSelection())")).toBe("");
});

test("no menu opens, by finger or by mouse", async () => {
	const open = () => kiosk.mouse.click(540, 900, { button: "right" });
	expect(await prevented("contextmenu", open)).toEqual([true]);
});

describe("keys", () => {
	test("of the browser's own do nothing", async () => {
		const keys = ["F1", "F3", "F5", "F7", "F11", "F12", "Control+P", "Control+S", "Control+F"];
		keys.push("Control+N", "Control+T", "Control+W", "Control+O", "Control+L", "Control+J");
		keys.push("Control+Shift+I", "Control+Shift+J", "Control+U", "Control+Equal", "Control+Minus");
		keys.push("Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Backspace", "Meta+N", "Shift+Escape");
		for (const key of keys) {
			const [, ...rest] = key.split("+");
			const outcome = await prevented("keydown", () => kiosk.keyboard.press(key));
			// The modifiers themselves are pressed first, and do nothing.
			expect([key, outcome]).toEqual([key, [...rest.map(() => false), true]]);
		}
		expect(kiosk.url()).toBe(address);
		expect(kiosk.context().pages()).toEqual([kiosk]);
	});

	test("that people need who use a keyboard work: Tab, Enter, Space, arrows, and editing what was typed", async () => {
		for (const key of ["Tab", "Shift+Tab", "ArrowDown", "PageDown"]) {
			const outcome = await prevented("keydown", () => kiosk.keyboard.press(key));
			expect([key, outcome.at(-1)]).toEqual([key, false]);
		}
		await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).focus();
		await kiosk.keyboard.press("Enter");
		await kiosk.getByRole("button", { name: /^Tra cứu thủ tục/ }).focus();
		await kiosk.keyboard.press("Space");
		const box = kiosk.getByRole("searchbox");
		await box.tap();
		await kiosk.keyboard.type("khai sinh", { delay: 80 });
		await kiosk.keyboard.press("Backspace");
		await expect.poll(() => box.inputValue()).toBe("khai sin");
		await kiosk.keyboard.press("Control+A");
		await kiosk.keyboard.press("Delete");
		await expect.poll(() => box.inputValue()).toBe("");
	});
});

test("links lead nowhere: not to other sites, not to other pages of the hub, not to a new window, and no number is called", async () => {
	const links = [
		'href="https://example.org/"',
		'href="https://example.org/" target="_blank"',
		'href="/staff/"',
		'href="/staff/" target="_blank"',
		'href="/" download',
		'href="tel:19001000"',
		'href="mailto:a@example.org"',
	];
	const asked: string[] = [];
	kiosk.context().on("request", (request) => {
		if (request.isNavigationRequest()) asked.push(request.url());
	});
	for (const link of links) {
		await kiosk.evaluate((link) => {
			const markup = `<a id="lien-ket" ${link} style="position:fixed;inset:40% 10%;z-index:99;background:#fff">Đi</a>`;
			document.body.insertAdjacentHTML("beforeend", markup);
		}, link);
		const place = kiosk.locator("#lien-ket");
		expect(await prevented("click", () => place.tap())).toEqual([true]);
		await place.click({ modifiers: ["Control"] });
		await place.click({ button: "middle" });
		await place.evaluate((element) => element.remove());
		// A second touch of the same spot within half a second is the same touch.
		await kiosk.waitForTimeout(600);
	}
	expect(asked).toEqual([]);
	expect(kiosk.context().pages()).toEqual([kiosk]);
	expect(kiosk.url()).toBe(address);
});

test("no second window opens and nothing is printed by the browser", async () => {
	const outcome = await kiosk.evaluate(() => {
		let printing = 0;
		window.addEventListener("beforeprint", () => {
			printing++;
		});
		const opened = window.open("/staff/");
		window.print();
		return { opened: opened !== null, printing };
	});
	expect(outcome).toEqual({ opened: false, printing: 0 });
	expect(kiosk.context().pages()).toEqual([kiosk]);
});

test("a mouse's buttons for back and forward lead nowhere", async () => {
	for (const button of ["back", "forward"] as const) {
		for (const type of ["mousePressed", "mouseReleased"] as const) {
			const act = () =>
				session.send("Input.dispatchMouseEvent", { type, x: 540, y: 700, button, clickCount: 1 });
			const name = type === "mousePressed" ? "mousedown" : "mouseup";
			expect([button, type, await prevented(name, act)]).toEqual([button, type, [true]]);
		}
	}
	expect(kiosk.url()).toBe(address);
});

test("a file that is dropped on the page is not opened", async () => {
	const drag = (type: "dragEnter" | "dragOver" | "drop") =>
		session.send("Input.dispatchDragEvent", {
			type,
			x: 540,
			y: 700,
			data: { items: [], files: ["/etc/hostname"], dragOperationsMask: 1 },
		});
	await drag("dragEnter");
	await drag("dragOver");
	expect(await prevented("drop", () => drag("drop"))).toEqual([true]);
	expect(kiosk.url()).toBe(address);
});

test("nothing is pulled anew or swiped away where a finger goes beyond the end", async () => {
	for (const [xDistance, yDistance] of [
		[900, 0],
		[-900, 0],
		[0, 900],
	] as const) {
		await session.send("Input.synthesizeScrollGesture", {
			...{ x: 540, y: 700, xDistance, yDistance, speed: 4_000, gestureSourceType: "touch" },
		});
	}
	expect(kiosk.url()).toBe(address);
	for (const element of ["document.documentElement", "document.body"]) {
		expect(await kiosk.evaluate(`getComputedStyle(${element}).overscrollBehavior`)).toBe("none");
	}
});
