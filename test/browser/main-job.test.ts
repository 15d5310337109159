import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { fromPng } from "../../printer/bitmap.ts";
import { readQr } from "../../printer/read-qr.ts";
import { launchChromium } from "../chromium.ts";
import { type FakePrinter, startFakePrinter } from "../fake-printer/tcp.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { openScreen, type PageFaults } from "./open-screen.ts";

let browser: Browser;
let printer: FakePrinter;
let hub: HubProcess;

beforeAll(async () => {
	browser = await launchChromium();
	printer = await startFakePrinter();
	const { device } = printer;
	const withPrinter = await sampleOfficeWith(({ printers }) => ({
		printers: printers.map((one, index) =>
			index === 1 ? { ...one, device, profile: "xprinter-80" } : one,
		),
	}));
	hub = await startHubProcess({ OFFICE_FILE: withPrinter });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await printer.close();
	await removeTemporaryDirectories();
});

// A screen that stays open goes on drawing, at the cost of the next test.
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
});

function open(path: string, width: number, height: number): Promise<Page> {
	return openScreen(browser, hub, path, faults, { viewport: { width, height } });
}

const faults: PageFaults = [];

/** From the start screen to the number: what a citizen does, touch by touch. */
async function takeNumberForBirth(kiosk: Page): Promise<string> {
	// Not where the next one is: two taps at one place are a double tap.
	await kiosk.locator(".start").tap({ position: { x: 100, y: 100 } });
	await kiosk.getByRole("button", { name: /Tra cứu thủ tục/ }).tap();
	await kiosk.getByPlaceholder(/Gõ tên thủ tục/).tap();
	for (const key of "khai sinh") {
		await kiosk.getByRole("button", { name: key === " " ? "Dấu cách" : key, exact: true }).tap();
	}
	await kiosk
		.getByRole("button", { name: /^Đăng ký khai sinh/ })
		.first()
		.tap();
	await expect.poll(() => kiosk.getByText("Giấy chứng sinh").count()).toBeGreaterThan(0);
	const text = await kiosk.locator("main").innerText();
	for (const said of ["1.001193", "Miễn phí", "8.000", "15:00", "20/7/2026"]) {
		expect(text).toContain(said);
	}
	await kiosk.getByRole("button", { name: "Lấy số làm thủ tục này" }).tap();
	await kiosk.getByRole("button", { name: "Không ưu tiên" }).tap();
	const number = kiosk.locator(".number-figure");
	await number.waitFor();
	return number.innerText();
}

test("a citizen finds the procedure, takes a number, the ticket is printed, an officer calls it, board and phone show it", async () => {
	const board = await open("/display/board", 1920, 1080);
	const kiosk = await open("/kiosk/?kiosk=kiosk-2", 1080, 1920);
	const staff = await open("/staff/", 1366, 768);

	const number = await takeNumberForBirth(kiosk);
	expect(number).toBe("A001");
	await kiosk.getByText("Phiếu đã in xong").waitFor();

	// The very bytes that went to the printer, carried out and photographed.
	expect(printer.machine.faults).toEqual([]);
	expect(printer.machine.papers).toHaveLength(1);
	const paper = printer.machine.papers[0];
	if (!paper) throw new Error("nothing was printed");
	expect(paper.picture.widthDots).toBe(576);
	expect(paper.cuts).toHaveLength(1);
	const followUrl = readQr(paper.picture) ?? "";
	expect(followUrl).toMatch(new RegExp(`^${hub.url}/t/[\\w-]{22}$`));
	expect(paper.qrTexts).toEqual([followUrl]);

	const phone = await open(followUrl.replace(hub.url, ""), 390, 844);
	await phone.getByText("A001").first().waitFor();

	await staff.getByLabel("Tên đăng nhập").fill("admin");
	await staff.getByLabel("Mật khẩu").fill(adminPassword);
	await staff.getByRole("button", { name: "Đăng nhập" }).click();
	await staff
		.getByRole("button", { name: /Mở quầy/ })
		.first()
		.click();
	const callNext = staff.getByRole("button", { name: /Gọi số tiếp theo/ });
	await callNext.click();

	// Ten times what a call may take to the board.
	await board.locator(".call-number", { hasText: "A001" }).waitFor({ timeout: 5_000 });
	await expect.poll(() => board.locator("body").innerText()).toMatch(/A001[\s\S]*1/);
	await phone
		.getByText(/quầy số\s*1/i)
		.first()
		.waitFor();
	await staff.getByText("Đăng ký khai sinh").first().waitFor();

	await staff.getByRole("button", { name: /Gọi lại/ }).click();
	await staff.getByText("2 lần").waitFor();
	await staff.getByRole("button", { name: /Bắt đầu phục vụ/ }).click();
	await staff.getByRole("button", { name: /Hoàn thành/ }).click();
	await expect.poll(() => phone.locator("body").innerText()).not.toMatch(/Mời đến/);
	await board.getByText("Mời bạn chờ đến lượt").waitFor();
	await callNext.click();
	await staff.getByText("Không có ai chờ").first().waitFor();
	expect(faults).toEqual([]);
});

test("the virtual printer's paper page shows the picture of the ticket, with a QR that can be read", async () => {
	const kiosk = await open("/kiosk/?kiosk=kiosk-1", 1080, 1920);
	const number = await takeNumberForBirth(kiosk);
	await kiosk.getByText("Phiếu đã in xong").waitFor();
	const paper = await open("/printers/printer-1/paper", 1280, 900);
	const picture = paper.getByAltText(number);
	await picture.waitFor();
	const response = await paper.request.get(`${hub.url}${await picture.getAttribute("src")}`);
	expect(readQr(fromPng(await response.body()))).toMatch(new RegExp(`^${hub.url}/t/[\\w-]{22}$`));
});

test("a double tap takes one number", async () => {
	const kiosk = await open("/kiosk/?kiosk=kiosk-1", 1080, 1920);
	await kiosk.getByText("Chạm để bắt đầu").tap();
	await kiosk.getByRole("button", { name: /^Lấy số/ }).tap();
	await kiosk.getByRole("button", { name: /Chứng thực/ }).tap();
	const choice = kiosk.getByRole("button", { name: "Không ưu tiên" });
	const place = await choice.boundingBox();
	if (!place) throw new Error("the choice is not on the screen");
	const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
	await Promise.all([kiosk.touchscreen.tap(x, y), kiosk.touchscreen.tap(x, y)]);
	await kiosk.locator(".number-figure").waitFor();
	expect(await kiosk.locator(".number-figure").innerText()).toBe("B001");
	const board = await open("/display/board", 1920, 1080);
	// The lines take turns where they do not all fit.
	await board.getByText("Chứng thực").waitFor();
	const second = await open("/kiosk/?kiosk=kiosk-1", 1080, 1920);
	await second.getByText("Chạm để bắt đầu").tap();
	await second.getByRole("button", { name: /^Lấy số/ }).tap();
	expect(await second.getByRole("button", { name: /Chứng thực/ }).innerText()).toContain("1 người");
});

test("when the printer is off the citizen still has the number, and is told to keep it", async () => {
	await printer.powerOff();
	const kiosk = await open("/kiosk/?kiosk=kiosk-2", 1080, 1920);
	const number = await takeNumberForBirth(kiosk);
	expect(number).toMatch(/^A\d{3}$/);
	await kiosk.getByText("Chụp lại hoặc quét mã").waitFor();
	await printer.powerOn();
});

test("a board that loses its hub says so, and is right again when the hub is back", async () => {
	const first = await startHubProcess();
	const port = new URL(first.url).port;
	const board = await openScreenOf(first, "/display/board");
	await board.getByText("Quầy").first().waitFor();
	await first.kill();
	await board.getByText(/Mất kết nối/).waitFor({ timeout: 10_000 });
	const second = await startHubProcess({ DATA_DIR: first.dataDir, PORT: port });
	await board.getByText(/Mất kết nối/).waitFor({ state: "hidden", timeout: 20_000 });
	await second.stop();
});

test("a console whose hub is gone says so, and goes on where it was when the hub is back", async () => {
	const first = await startHubProcess();
	const port = new URL(first.url).port;
	const staff = await openScreenOf(first, "/staff/");
	await staff.getByLabel("Tên đăng nhập").fill("admin");
	await staff.getByLabel("Mật khẩu").fill(adminPassword);
	await staff.getByRole("button", { name: "Đăng nhập" }).click();
	await staff.getByRole("button", { name: "Mở quầy" }).click();
	const callNext = staff.getByRole("button", { name: /Gọi số tiếp theo/ });
	await callNext.waitFor();
	await first.kill();
	await staff.getByText("Mất kết nối –").waitFor();
	expect(await callNext.isDisabled()).toBe(true);
	await staff.keyboard.press("g");
	await staff.getByText("Thao tác được lại ngay khi có kết nối.").waitFor();
	const second = await startHubProcess({ DATA_DIR: first.dataDir, PORT: port });
	await staff.getByText("Mất kết nối –").waitFor({ state: "hidden" });
	await callNext.click();
	await staff.getByText("Không có ai chờ.", { exact: true }).first().waitFor();
	await second.stop();
});

async function openScreenOf(of: HubProcess, path: string): Promise<Page> {
	const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
	await page.goto(`${of.url}${path}`);
	return page;
}
