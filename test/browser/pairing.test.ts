import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deviceWords } from "../../words/devices.ts";
import { displayWords } from "../../words/display.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { pairingWords } from "../../words/pairing.ts";
import { staffWords } from "../../words/staff.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { strictOffice } from "../sample-office.ts";
import { axeFaults } from "./accessible.ts";
import { openScreen, type PageFaults } from "./open-screen.ts";
import { unfold } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
const faults: PageFaults = [];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess({ OFFICE_FILE: await strictOffice() });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

function open(path: string, width: number, height: number): Promise<Page> {
	return openScreen(browser, hub, path, faults, {
		viewport: { width, height },
		reducedMotion: "reduce",
	});
}

async function openDevices(width = 1366, height = 768): Promise<Page> {
	const page = await open("/staff/", width, height);
	await page.getByLabel(staffWords.vi.username).fill("admin");
	await page.getByLabel(staffWords.vi.password).fill(adminPassword);
	await page.getByRole("button", { name: staffWords.vi.signIn }).click();
	await page.locator(".top-nav").first().waitFor({ state: "attached" });
	await unfold(page);
	await page.getByRole("link", { name: words.title }).click();
	await page.getByLabel(words.code).waitFor();
	return page;
}

const words = deviceWords.vi;
const codeOn = (screen: Page) => screen.locator(".pairing-code");

async function codeOf(screen: Page): Promise<string> {
	await codeOn(screen).waitFor();
	return codeOn(screen).innerText();
}

/** Types like somebody without a mouse: the code, Enter, a name, Enter. */
async function acceptByKeyboard(admin: Page, code: string, name: string): Promise<void> {
	await admin.getByLabel(words.code).focus();
	await admin.keyboard.type(code);
	await admin.keyboard.press("Enter");
	await admin.getByText(words.found).waitFor();
	await expect.poll(() => admin.getByLabel(words.name).inputValue()).not.toBe("");
	await admin.keyboard.type(name);
	await admin.keyboard.press("Enter");
	await admin.getByText(words.accepted(name)).waitFor();
}

async function expectAccessible(page: Page): Promise<void> {
	expect(await axeFaults(page)).toEqual([]);
}

test("a kiosk shows a code, an admin accepts it, it takes a ticket, is revoked and shows another code", async () => {
	const kiosk = await open("/kiosk/?kiosk=kiosk-2", 1080, 1920);
	const code = await codeOf(kiosk);
	expect(code).toMatch(/^\d{4} \d{4}$/);
	await kiosk.getByText("kiosk-2").waitFor();
	await expectAccessible(kiosk);
	await kiosk.reload();
	expect(await codeOf(kiosk)).toBe(code);

	const admin = await openDevices();
	await admin.locator(".device", { hasText: "kiosk-2" }).waitFor();
	expect(await admin.locator("body").innerText()).not.toContain(code);
	await acceptByKeyboard(admin, code, "Máy lấy số cửa chính");

	await kiosk.getByText(kioskWords.vi.touchToStart).tap();
	await kiosk.getByRole("button", { name: /^Lấy số/ }).tap();
	await kiosk.locator(".service-tile").first().tap();
	await kiosk.getByRole("button", { name: kioskWords.vi.noPriority }).tap();
	await kiosk.getByText(kioskWords.vi.paper.ready).waitFor();

	await admin.locator(".device", { hasText: words.online }).waitFor();
	await expectAccessible(admin);
	const revoke = admin.getByRole("button", { name: words.revokeOf("Máy lấy số cửa chính") });
	await revoke.focus();
	await admin.keyboard.press("Enter");
	await admin.getByText(words.revokeAsk("Máy lấy số cửa chính")).waitFor();
	await admin.keyboard.press("Enter");
	await admin.getByText(words.revoked("Máy lấy số cửa chính")).waitFor();
	const next = await codeOf(kiosk);
	expect(next).not.toBe(code);
	await kiosk.context().close();
	await admin.context().close();
	expect(faults).toEqual([]);
});

test("a board is refused and told so; let in by another code it goes on by itself, also after a restart of the hub", async () => {
	const board = await open("/display/board?board=sanh", 1920, 1080);
	await codeOf(board);
	await expectAccessible(board);
	const admin = await openDevices(420, 900);
	await admin.getByRole("button", { name: `${words.refuse} ${words.role.board} sanh` }).click();
	await board.getByText(pairingWords.vi.refused).waitFor();
	await board.evaluate(() => localStorage.clear());
	await board.reload();
	await acceptByKeyboard(admin, await codeOf(board), "Bảng ở sảnh");
	await board.getByText("Đang phục vụ").first().waitFor();
	await admin.getByRole("button", { name: words.renameOf("Bảng ở sảnh") }).click();
	await admin.getByLabel(words.newName("Bảng ở sảnh")).fill("Bảng lớn ở sảnh");
	await admin.keyboard.press("Enter");
	await admin.getByText("Bảng lớn ở sảnh").first().waitFor();
	await expectAccessible(admin);

	const { dataDir, url } = hub;
	await hub.kill();
	await board.getByText(/Mất kết nối/).waitFor();
	hub = await startHubProcess({
		DATA_DIR: dataDir,
		PORT: new URL(url).port,
		OFFICE_FILE: await strictOffice(),
	});
	await board.getByText(/Mất kết nối/).waitFor({ state: "hidden" });
	expect(await codeOn(board).count()).toBe(0);
	await board.context().close();
	await admin.context().close();
	expect(faults).toEqual([]);
});

test("the screen of a counter that the office has not says so as soon as it is let in", async () => {
	const screen = await open("/display/counter/quay-99", 1024, 600);
	await screen.getByText(pairingWords.vi.counter).waitFor();
	await expectAccessible(screen);
	const admin = await openDevices();
	await acceptByKeyboard(admin, await codeOf(screen), "Màn hình quầy 99");
	await screen.getByText(displayWords.vi.counter.unknown("quay-99")).waitFor();
	await screen.context().close();
	await admin.context().close();
	expect(faults).toEqual([]);
});

test("a board whose name can be none says what a name may be", async () => {
	const board = await open("/display/board?board=S%E1%BA%A3nh%201", 1920, 1080);
	await board.getByText(/Sảnh 1.*:/).waitFor();
	await board.context().close();
});

test("a code that cannot be used is said beside the field, and what was typed stays", async () => {
	const admin = await openDevices();
	await admin.getByLabel(words.code).fill("12 34");
	await admin.keyboard.press("Enter");
	await admin.getByText("Mã không đúng, đã hết hạn hoặc đã dùng").waitFor();
	expect(await admin.getByLabel(words.code).inputValue()).toBe("12 34");
	await admin.getByRole("button", { name: "English" }).click();
	await admin.getByLabel(deviceWords.en.code).waitFor();
	await expectAccessible(admin);
	await admin.context().close();
});
