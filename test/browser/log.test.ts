import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";

let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;

/** More than two pages of the log. */
const issued = 220;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	ask = asker(hub.url, await signIn(hub.url));
	for (let one = 0; one < issued; one++) {
		expect((await ask("POST", "/api/tickets", { serviceId: "ho-tich" })).status).toBe(201);
	}
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function openLog(username = "admin"): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		reducedMotion: "reduce",
	});
	const page = await context.newPage();
	await page.goto(`${hub.url}/staff/?page=log`);
	await page.getByLabel("Tên đăng nhập").fill(username);
	await page.getByLabel("Mật khẩu").fill(adminPassword);
	await page.keyboard.press("Enter");
	return page;
}

/** The numbers that are shown, from above. */
async function numbersOn(page: Page): Promise<string[]> {
	const said = await page.locator('[data-type="ticket-issued"] .log-what').allInnerTexts();
	return said.map((text) => /A\d+/.exec(text)?.[0] ?? "");
}

const number = (index: number) => `A${String(index).padStart(3, "0")}`;
const downTo = (from: number, count: number) =>
	Array.from({ length: count }, (_, index) => number(from - index));

async function filter(page: Page, label: string, kind: string): Promise<void> {
	await page.getByLabel(label).selectOption({ label: kind });
	await page.getByRole("button", { name: "Lọc", exact: true }).click();
}

test("by keyboard an admin goes back to the first number of the day, each once, while people go on taking numbers", async () => {
	const page = await openLog();
	await page.getByText("Lấy số A220, Khai sinh").waitFor();
	await filter(page, "Loại việc", "Lấy số");
	await expect.poll(() => numbersOn(page)).toEqual(downTo(issued, 100));
	await page.getByText(`100 việc mới nhất trong ${issued}`).waitFor();
	await ask("POST", "/api/tickets", { serviceId: "ho-tich" });
	const older = page.getByRole("button", { name: "Xem cũ hơn" });
	await older.focus();
	await page.keyboard.press("Enter");
	await expect.poll(() => numbersOn(page)).toEqual(downTo(issued, 200));
	await page.keyboard.press("Enter");
	await expect.poll(() => numbersOn(page)).toEqual(downTo(issued, issued));
	await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("Đã hết.");
	await page.getByRole("button", { name: "Xem mới nhất" }).click();
	await page.getByText("A221").waitFor();
	await page.context().close();
});

test("what is downloaded is what is looked for, in the page's language", async () => {
	const page = await openLog();
	await page.getByLabel("Tìm trong nội dung").fill("a007");
	await page.keyboard.press("Enter");
	await expect.poll(() => numbersOn(page)).toEqual(["A007"]);
	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "Tải về (CSV)" }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^log_\d{4}-\d{2}-\d{2}\.csv$/);
	const text = await (await file.createReadStream()).toArray();
	const rows = Buffer.concat(text).toString("utf8").trim().split("\r\n");
	expect(rows).toHaveLength(2);
	expect(rows[0]).toContain("Thời điểm,Ai,Tài khoản,Việc");
	expect(rows[1]).toContain("A007");
	await page.getByRole("button", { name: "English" }).click();
	await page.getByText("issued A007").waitFor();
	const link = page.getByRole("link", { name: "Download (CSV)" });
	expect(await link.getAttribute("href")).toMatch(/q=a007&language=en$/);
	await page.context().close();
});

test("who and which kind are chosen from what there is; what finds nothing says so, and the filter is cleared", async () => {
	const page = await openLog();
	await filter(page, "Loại việc", "Tất cả: Đăng nhập");
	await page.locator('[data-type="signed-in"]').first().waitFor();
	await page.locator('[data-type="ticket-issued"]').first().waitFor({ state: "detached" });
	await filter(page, "Người làm", "Máy lấy số kiosk-2");
	await page.getByText("Không có việc nào khớp với điều kiện lọc.").waitFor();
	expect(await axeFaults(page, null)).toEqual([]);
	await page.getByRole("button", { name: "Bỏ lọc" }).click();
	await page.locator('[data-type="ticket-issued"]').first().waitFor();
	await page.context().close();
});

test("a hub that does not answer is said, what was read stays, and it is asked again", async () => {
	const page = await openLog();
	await page.getByText("Lấy số A220, Khai sinh").waitFor();
	await page.route("**/api/admin/log?**", (route) => route.abort());
	await page.getByRole("button", { name: "Xem cũ hơn" }).click();
	await page.getByText("Hệ thống chưa trả lời").waitFor();
	await page.getByText("Lấy số A220, Khai sinh").waitFor();
	await page.unroute("**/api/admin/log?**");
	await page.getByRole("button", { name: "Thử lại" }).click();
	await page.getByText("Hệ thống chưa trả lời").waitFor({ state: "detached" });
	await page.getByText("tính đến").waitFor();
	await page.context().close();
});

test("an officer does not find the log, whatever the address says", async () => {
	const account = {
		username: "lan",
		password: adminPassword,
		name: "Nguyễn Thị Lan",
		roles: ["officer"],
	};
	expect((await ask("POST", "/api/admin/accounts", account)).status).toBe(201);
	const page = await openLog("lan");
	await page.getByText("Chọn quầy làm việc").waitFor();
	expect(await page.getByRole("link", { name: "Nhật ký" }).count()).toBe(0);
	await page.context().close();
});
