import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { type LosingProxy, startLosingProxy } from "../losing-proxy.ts";

let browser: Browser;
let hub: HubProcess;
let proxy: LosingProxy;
let page: Page;

beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => {
	await browser.close();
	await removeTemporaryDirectories();
});
beforeEach(async () => {
	hub = await startHubProcess();
	proxy = await startLosingProxy(hub.url);
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		reducedMotion: "reduce",
	});
	page = await context.newPage();
});
afterEach(async () => {
	await page.context().close();
	proxy.release();
	await proxy.shut();
	await hub.stop();
});

test("one tap whose answers are lost makes one ticket: it is printed once and shown", async () => {
	await openKiosk();
	proxy.loseAnswers("POST /api/tickets ", 3);
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.locator(".number-figure").waitFor();
	expect(await page.locator(".number-figure").innerText()).toBe("B001");
	await page.getByText("Phiếu đã in xong").waitFor();
	expect(await waiting()).toEqual(["B001"]);
	expect(await printed()).toEqual(["B001"]);
	expect(keysOf("POST /api/tickets ")).toEqual({ requests: 4, keys: 1 });
});

test("a wish to which the screen had to say no is one ticket, and shown without another press once answers come", async () => {
	await openKiosk();
	proxy.loseAnswers("POST /api/tickets", Number.POSITIVE_INFINITY);
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.getByText("Chưa lấy được số").waitFor();
	// From here on the kiosk asks by itself what came of it.
	proxy.loseNothing();
	await page.locator(".number-figure").waitFor();
	expect(await page.locator(".number-figure").innerText()).toBe("B001");
	expect(await waiting()).toEqual(["B001"]);
	expect(await printed()).toEqual(["B001"]);
	expect(keysOf("POST /api/tickets ").keys).toBe(1);
});

test("a hub that stood still and takes all in afterwards makes one ticket of all that it was sent, which is shown", async () => {
	await openKiosk();
	proxy.hold();
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.getByText("Chưa lấy được số").waitFor();
	const { requests } = keysOf("POST /api/tickets ");
	expect(requests).toBeGreaterThan(1);
	proxy.release();
	await page.locator(".number-figure").waitFor();
	expect(keysOf("POST /api/tickets ").requests).toBe(requests);
	expect(await page.locator(".number-figure").innerText()).toBe("B001");
	expect(await waiting()).toEqual(["B001"]);
	expect(await printed()).toEqual(["B001"]);
});

test("a hub out of reach until after the screen said no makes one ticket of the next press", async () => {
	await openKiosk();
	await proxy.shut();
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.getByText("Chưa lấy được số").waitFor();
	await proxy.open();
	await page.locator(".band-stale").waitFor({ state: "detached" });
	expect(await waiting()).toEqual([]);
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.locator(".number-figure").waitFor();
	expect(await waiting()).toEqual(["B001"]);
});

test("a ticket whose answers were lost is shown by itself when the line is back", async () => {
	await openKiosk();
	proxy.loseAnswers("POST /api/tickets", Number.POSITIVE_INFINITY);
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.getByText("Chưa lấy được số").waitFor();
	await proxy.shut();
	await page.locator(".band-stale").waitFor();
	proxy.loseNothing();
	await proxy.open();
	await page.locator(".number-figure").waitFor();
	expect(await page.locator(".number-figure").innerText()).toBe("B001");
	expect(await waiting()).toEqual(["B001"]);
	expect(await printed()).toEqual(["B001"]);
});

test("a lost wish for which there is no ticket is withdrawn: should it still arrive, none is made", async () => {
	await openKiosk();
	proxy.hold();
	await page.getByRole("button", { name: "Không ưu tiên" }).tap();
	await page.getByText("Chưa lấy được số").waitFor();
	const ask = asker(hub.url);
	const [held] = proxy.heads.filter((head) => head.startsWith("POST /api/tickets "));
	const key = /idempotency-key: (\S+)/i.exec(held ?? "")?.[1] ?? "";
	const body = {
		serviceId: "chung-thuc",
		priorityClass: null,
		procedureCode: null,
		visit: [],
		language: "vi",
		kioskId: "kiosk-1",
	};
	const taken = await ask("POST", "/api/tickets?withdraw=true", body, { "idempotency-key": key });
	expect([taken.status, taken.body]).toEqual([
		404,
		expect.objectContaining({ code: "request/not-done" }),
	]);
	proxy.release();
	await page.locator(".band-stale").waitFor({ state: "detached" });
	expect(await waiting()).toEqual([]);
	await page.getByRole("button", { name: "Người cao tuổi" }).tap();
	await page.locator(".number-figure").waitFor();
	expect(await waiting()).toEqual(["B001"]);
});

test("one press of Gọi số tiếp theo whose answers are lost calls one person", async () => {
	const ask = asker(hub.url);
	for (let people = 0; people < 3; people++) {
		expect((await ask("POST", "/api/tickets", { serviceId: "ho-tich" })).status).toBe(201);
	}
	await openConsole();
	proxy.loseAnswers("POST /api/counters/quay-1/call-next ", 2);
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).click();
	await page.getByText("Đã gọi, chờ người đến").waitFor();
	// Enabled again: the answer is in.
	await page.locator("[data-action=call-next]:enabled").waitFor();
	expect(await page.locator(".notice.is-wrong").count()).toBe(0);
	expect(await waiting()).toEqual(["A002", "A003"]);
	expect(keysOf("POST /api/counters/quay-1/call-next ")).toEqual({ requests: 3, keys: 1 });
});

test("one press of Gọi lại whose answers are lost calls once more and no more", async () => {
	await asker(hub.url)("POST", "/api/tickets", { serviceId: "ho-tich" });
	await openConsole();
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).click();
	await page.getByText("1 lần").waitFor();
	proxy.loseAnswers("POST /api/counters/quay-1/recall ", 3);
	await page.getByRole("button", { name: "Gọi lại" }).click();
	await page.getByText("2 lần").waitFor();
	await page.locator("[data-action=recall]:enabled").waitFor();
	expect(await page.getByText("2 lần").count()).toBe(1);
	expect(keysOf("POST /api/counters/quay-1/recall ")).toEqual({ requests: 4, keys: 1 });
});

async function openKiosk(): Promise<void> {
	await page.goto(`${proxy.url}/kiosk/?kiosk=kiosk-1`);
	for (const name of ["Chạm để bắt đầu", "Lấy số", "Chứng thực"]) {
		await page.getByRole("button", { name }).tap();
	}
	await page.getByRole("button", { name: "Không ưu tiên" }).waitFor();
}

async function openConsole(): Promise<void> {
	await page.setViewportSize({ width: 1366, height: 768 });
	await page.goto(`${proxy.url}/staff/`);
	await page.getByLabel("Tên đăng nhập").fill("admin");
	await page.getByLabel("Mật khẩu").fill(adminPassword);
	await page.getByRole("button", { name: "Đăng nhập" }).click();
	await page.getByRole("button", { name: "Mở quầy" }).click();
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).waitFor();
}

/** Who waits, asked of the hub itself. */
async function waiting(): Promise<string[]> {
	const ask = asker(hub.url, await signIn(hub.url));
	const { body } = await ask<{ waiting: { number: string }[] }>("GET", "/api/queue");
	return body.waiting.map(({ number }) => number);
}

/** The numbers on all the paper that the kiosk's printer has put out. */
async function printed(): Promise<string[]> {
	const { body } = await asker(hub.url)<string>("GET", "/printers/printer-1/paper");
	return [...body.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, number = ""]) => number);
}

/** How many requests of a kind went out, and with how many different keys. */
function keysOf(begin: string): { requests: number; keys: number } {
	const heads = proxy.heads.filter((head) => head.startsWith(begin));
	const keys = heads.map((head) => /^idempotency-key: *(\S+)$/im.exec(head)?.[1] ?? "none");
	return { requests: heads.length, keys: new Set(keys).size };
}
