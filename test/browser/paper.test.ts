import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { Office } from "../../config/office.ts";
import { readQr } from "../../printer/read-qr.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type FakePrinter, startFakePrinter } from "../fake-printer/tcp.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { sampleOfficeWith } from "../sample-office.ts";
import { openScreen, type PageFaults } from "./open-screen.ts";

let browser: Browser;
let printer: FakePrinter;
let hub: HubProcess;
const faults: PageFaults = [];

beforeAll(async () => {
	browser = await launchChromium();
});
beforeEach(async () => {
	printer = await startFakePrinter();
});
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	await hub.stop();
	await printer.close();
	expect(faults.splice(0)).toEqual([]);
});
afterAll(async () => {
	await browser.close();
	await removeTemporaryDirectories();
});

test("a kiosk says that paper is out before anything is chosen, and the number comes all the same", async () => {
	await startHub("epson-tm-t82");
	const kiosk = await openKiosk();
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).waitFor();
	printer.machine.sense({ paper: "out" });
	await kiosk.getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByText("Bạn vẫn lấy được số").waitFor();
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
	await kiosk.locator(".home").getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByRole("button", { name: /^Lấy số/ }).tap();
	await kiosk.locator(".screen-head").getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByRole("button", { name: /Chứng thực/ }).tap();
	await kiosk.locator(".screen-head").getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByRole("button", { name: "Không ưu tiên" }).tap();
	await kiosk.locator(".number-figure", { hasText: "B001" }).waitFor();
	await kiosk.getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByText("Chụp lại hoặc quét mã").waitFor();
	expect(printer.machine.papers).toEqual([]);

	// Somebody puts a roll in while the citizen still stands there.
	printer.machine.changeRoll();
	await kiosk.getByText("Mời lấy phiếu").waitFor();
	expect(printer.machine.papers).toHaveLength(1);
});

test("a printer that never says that it is done: the kiosk asks, and a slip that is not there is printed again, marked", async () => {
	await startHub("khong-tra-loi");
	const kiosk = await openKiosk();
	await takeNumber(kiosk);
	await kiosk.getByText("Phiếu đã ra chưa?").waitFor();
	expect(printer.machine.papers).toHaveLength(1);
	await kiosk.getByRole("button", { name: "Chưa có, in lại" }).tap();
	await expect.poll(() => printer.machine.papers.length).toBe(2);
	const [first, second] = printer.machine.papers;
	if (!first || !second) throw new Error("two slips were counted");
	// The same ticket, and the line that says that it is a reprint besides.
	expect(readQr(second.picture)).toBe(readQr(first.picture));
	expect(second.picture.heightDots).toBeGreaterThan(first.picture.heightDots);
	await kiosk.getByText("Phiếu đã ra chưa?").waitFor();
	await kiosk.getByRole("button", { name: "Đã có phiếu" }).tap();
	await kiosk.getByText("Vui lòng giữ phiếu").waitFor();
	expect(printer.machine.papers).toHaveLength(2);
});

test("a kiosk prints one slip again only so often; then it says so, and leaves number and QR", async () => {
	await startHub("khong-tra-loi", () => ({ limits: { reprintsPerTicket: 1 } }));
	const kiosk = await openKiosk();
	await takeNumber(kiosk);
	const again = kiosk.getByRole("button", { name: "Chưa có, in lại" });
	await again.tap();
	await expect.poll(() => printer.machine.papers.length).toBe(2);
	// Elsewhere than the touch before: a second touch of the same spot within half a second is the same touch.
	await again.tap({ position: { x: 20, y: 20 } });
	await kiosk.getByText("Vui lòng gặp cán bộ").waitFor();
	await kiosk.getByText("Chụp lại hoặc quét mã").waitFor();
	expect(await again.count()).toBe(0);
	expect(printer.machine.papers).toHaveLength(2);
});

test("a change of the roll is walked through by the board's own words, on the kiosk and on the staff's page", async () => {
	await startHub("epson-tm-t82");
	const kiosk = await openKiosk();
	const staff = await openPrinters();
	const card = staff.locator('[data-printer="printer-2"]');
	const step = card.locator('[aria-current="step"]');
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).waitFor();
	await card.getByText("Sẵn sàng").waitFor();

	printer.machine.sense({ paper: "near-end" });
	await kiosk.getByText("Giấy in sắp hết – nhân viên chuẩn bị cuộn mới").waitFor();
	await step.filter({ hasText: "Sắp hết" }).waitFor();

	printer.machine.sense({ paper: "out" });
	await kiosk.getByText("Máy in hết giấy.").waitFor();
	await kiosk.getByText("Nhân viên: mở nắp máy in để thay cuộn giấy").waitFor();
	await step.filter({ hasText: "Hết giấy" }).waitFor();

	printer.machine.sense({ coverOpen: true });
	await kiosk.getByText("đặt cuộn giấy mới, kéo đầu giấy ra rồi đóng nắp").waitFor();
	await step.filter({ hasText: "Mở nắp" }).waitFor();

	printer.machine.changeRoll();
	await kiosk.getByText("Máy in đã có giấy").waitFor();
	await step.filter({ hasText: "Có giấy mới" }).waitFor();

	await card.getByRole("button", { name: "In thử: " }).click();
	await card.getByText("Phiếu thử có chữ rõ không?").waitFor();
	expect(printer.machine.papers).toHaveLength(1);
	await card.getByRole("button", { name: "Trắng hoặc mờ" }).click();
	await card.getByText("Cuộn giấy đang đặt ngược").waitFor();
	printer.machine.sense({ coverOpen: true });
	await step.filter({ hasText: "Mở nắp" }).waitFor();
	printer.machine.sense({ coverOpen: false });
	await card.getByText("Sẵn sàng").waitFor();
	await card.getByRole("button", { name: "In thử: " }).click();
	await card.getByRole("button", { name: "Chữ rõ" }).click();
	await step.filter({ hasText: "In tiếp" }).waitFor();

	await takeNumber(kiosk);
	await kiosk.getByText("Mời lấy phiếu").waitFor();
	expect(printer.machine.papers).toHaveLength(3);
	expect(printer.machine.faults).toEqual([]);
});

test("an officer prints the slip of whoever is at the counter and of who waits again; a supervisor pauses the printer and is told so elsewhere", async () => {
	await startHub("epson-tm-t82");
	const ask = asker(hub.url);
	for (const kioskId of ["kiosk-2", "kiosk-2"]) {
		const taken = await ask<TicketAnswer>("POST", "/api/tickets", {
			serviceId: "ho-tich",
			kioskId,
		});
		expect(taken.status).toBe(201);
	}
	await expect.poll(() => printer.machine.papers.length).toBe(2);
	const staff = await openStaff("");
	await staff.getByRole("button", { name: "Mở quầy" }).click();
	await staff.getByRole("button", { name: "Gọi số tiếp theo" }).click();
	await staff.locator('[data-ticket="A001"]').waitFor();
	await staff.getByRole("button", { name: "In lại phiếu", exact: true }).click();
	await staff.getByText("Phiếu A001 đã in lại xong").waitFor();
	await staff.locator(".line-next").getByRole("button", { name: "A002" }).click();
	await staff.getByRole("button", { name: "In lại phiếu A002" }).click();
	await staff.getByText("Phiếu A002 đã in lại xong").waitFor();
	expect(printer.machine.papers).toHaveLength(4);

	await staff.getByRole("link", { name: "Máy in" }).click();
	await staff.getByLabel("Số trên phiếu").fill("a002");
	await staff.getByLabel("In ở").selectOption("printer-1");
	await staff.getByRole("button", { name: "In lại phiếu", exact: true }).click();
	await staff.getByText("Phiếu A002 đã in lại xong ở").waitFor();
	expect(printer.machine.papers).toHaveLength(4);
	await staff.getByLabel("Số trên phiếu").fill("Z999");
	await staff.keyboard.press("Enter");
	await staff.getByText("Không thấy số Z999").waitFor();

	const card = staff.locator('[data-printer="printer-2"]');
	await card.getByRole("button", { name: "Tạm dừng: " }).click();
	await card.getByText("Đã tạm dừng").first().waitFor();
	const kiosk = await openKiosk();
	await kiosk.getByText("Máy in đang tạm dừng.").waitFor();
	await staff.getByRole("link", { name: "Quầy" }).click();
	await staff.locator(".staff-trouble").getByText("Đã tạm dừng").waitFor();
	await staff.getByRole("link", { name: "Xem máy in" }).click();
	await card.getByRole("button", { name: "Cho in tiếp: " }).click();
	await card.getByText("Sẵn sàng").waitFor();
	await expect.poll(() => kiosk.getByText("Máy in đang tạm dừng.").count()).toBe(0);
});

test("what to bring for a procedure is printed at the kiosk to take home", async () => {
	await startHub("epson-tm-t82");
	const kiosk = await openKiosk();
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
	await kiosk.getByRole("button", { name: /Tra cứu thủ tục/ }).tap();
	await kiosk.getByPlaceholder(/Gõ tên thủ tục/).tap();
	for (const key of "khai sinh") {
		await kiosk.getByRole("button", { name: key === " " ? "Dấu cách" : key, exact: true }).tap();
	}
	await kiosk
		.getByRole("button", { name: /^Đăng ký khai sinh/ })
		.first()
		.tap();
	const print = kiosk.getByRole("button", { name: "In giấy tờ cần chuẩn bị" });
	await print.tap();
	await kiosk.getByText("Mời lấy tờ danh sách giấy tờ").waitFor();
	expect(printer.machine.papers).toHaveLength(1);
	printer.machine.sense({ coverOpen: true });
	await expect.poll(() => print.isDisabled()).toBe(true);
});

/** With a network printer of this profile at the second kiosk. */
async function startHub(
	profile: string,
	change: (office: Office) => Partial<Office> = () => ({}),
): Promise<void> {
	const OFFICE_FILE = await sampleOfficeWith((office) => ({
		printers: office.printers.map((one) =>
			one.id === "printer-2" ? { ...one, device: printer.device, profile } : one,
		),
		printerProfiles: [{ id: "khong-tra-loi", model: "generic-80", answers: "never" }],
		...change(office),
	}));
	hub = await startHubProcess({ OFFICE_FILE });
}

function openKiosk(): Promise<Page> {
	const viewport = { width: 1080, height: 1920 };
	return openScreen(browser, hub, "/kiosk/?kiosk=kiosk-2", faults, { viewport });
}

async function takeNumber(kiosk: Page): Promise<void> {
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
	await kiosk.getByRole("button", { name: /^Lấy số/ }).tap();
	await kiosk.getByRole("button", { name: /Chứng thực/ }).tap();
	await kiosk.getByRole("button", { name: "Không ưu tiên" }).tap();
	await kiosk.locator(".number-figure").waitFor();
}

/** A page of the staff's, by somebody who may do everything. */
async function openStaff(search: string): Promise<Page> {
	const [name = "", value = ""] = (await signIn(hub.url)).split("=");
	const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
	await context.addCookies([{ name, value, url: hub.url }]);
	const page = await context.newPage();
	page.on("pageerror", (error) => faults.push(error.message));
	await page.goto(`${hub.url}/staff/${search}`);
	return page;
}

async function openPrinters(): Promise<Page> {
	const page = await openStaff("?page=printers");
	await page.getByRole("heading", { name: "Máy in", level: 1 }).waitFor();
	return page;
}
