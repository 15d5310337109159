import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";

let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;

const password = "bốn con mèo tím";
const officers = { lan: "Nguyễn Thị Lan", hung: "Trần Văn Hùng" };

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	ask = asker(hub.url, await signIn(hub.url));
	for (const [username, name] of Object.entries(officers)) {
		const account = { username, name, password, roles: ["officer"] };
		expect((await ask("POST", "/api/admin/accounts", account)).status).toBe(201);
	}
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function openStaff(search = ""): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1366, height: 768 },
		locale: "vi-VN",
	});
	const page = await context.newPage();
	await page.goto(`${hub.url}/staff/${search}`);
	await page.getByLabel("Tên đăng nhập").waitFor();
	return page;
}

/** Types into the field that has the focus, and goes on to the next with Tab. */
async function type(page: Page, ...texts: string[]): Promise<void> {
	for (const [index, text] of texts.entries()) {
		if (index > 0) await page.keyboard.press("Tab");
		await page.keyboard.type(text);
	}
}

async function signInByKeys(page: Page, username: string, typed = password): Promise<void> {
	await page.getByLabel("Tên đăng nhập").focus();
	await type(page, username, typed);
	await page.keyboard.press("Enter");
}

/** Presses the button or follows the link of this name by keyboard alone: Tab until it has the focus. */
async function reach(page: Page, name: string): Promise<void> {
	for (let step = 0; step < 40; step++) {
		await page.keyboard.press("Tab");
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			return element?.getAttribute("aria-label") ?? element?.textContent?.trim();
		});
		if (focused === name) return;
	}
	throw new Error(`${name} cannot be reached by keyboard`);
}

async function take(): Promise<string> {
	const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
	return taken.body.ticket.number;
}

/** Presses a key of the console as soon as its act is offered: before the page is live it does nothing. */
async function act(page: Page, key: keyof typeof acts): Promise<void> {
	const offered = page.getByRole("button", { name: acts[key] }).and(page.locator(":enabled"));
	await offered.first().waitFor();
	await page.keyboard.press(key);
}

const acts = {
	g: "Gọi số tiếp theo",
	b: "Bắt đầu phục vụ",
	h: "Hoàn thành",
	d: "Đóng quầy",
};

/** Lan at counter 1, with somebody called. */
async function lanAtWork(): Promise<{ page: Page; number: string }> {
	const number = await take();
	const page = await openStaff("?counter=quay-1");
	await signInByKeys(page, "lan");
	await page.getByRole("button", { name: "Mở quầy" }).click();
	await act(page, "g");
	await page.locator(`[data-ticket="${number}"]`).waitFor();
	return { page, number };
}

test("lunch in one act: the next officer signs in at the counter, and whoever is being served stays; all by keyboard", async () => {
	const { page, number } = await lanAtWork();
	await act(page, "b");
	await page.getByText(`Đã bắt đầu ${number}.`).waitFor();
	await reach(page, "Giao ca");
	await page.keyboard.press("Enter");
	await page.getByRole("dialog", { name: "Giao quầy số 1" }).waitFor();
	// Letters are letters here, and no acts at the counter.
	await type(page, "hung", "ghbl");
	await page.keyboard.press("Enter");
	await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng").waitFor();
	await page.locator(`.is-serving[data-ticket="${number}"]`).waitFor();
	await page.getByRole("dialog").getByLabel("Mật khẩu").fill(password);
	await page.keyboard.press("Enter");
	await page.getByText(officers.hung).first().waitFor();
	await page.getByRole("dialog").waitFor({ state: "detached" });
	await page.locator(`.is-serving[data-ticket="${number}"]`).waitFor();
	await act(page, "h");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await act(page, "d");
	await page.getByText("Chọn quầy làm việc").waitFor();
	await page.context().close();
});

test("whoever's counter is taken over sees at once who took it", async () => {
	const { page, number } = await lanAtWork();
	const other = await openStaff("?counter=quay-1");
	await signInByKeys(other, "hung");
	await other.getByRole("button", { name: "Mở quầy" }).click();
	await other.getByRole("button", { name: "Nhận thay quầy" }).click();
	await page.getByText(`${officers.hung} đã nhận quầy số 1 thay bạn.`).waitFor();
	await other.locator(`[data-ticket="${number}"]`).waitFor();
	await act(other, "h");
	await other.getByText("Chưa có ai tại quầy").waitFor();
	await act(other, "d");
	await other.getByText("Chọn quầy làm việc").waitFor();
	await page.context().close();
	await other.context().close();
});

test("whoever's counter is taken over while they look at another page is told there, until they have read it", async () => {
	const { page, number } = await lanAtWork();
	await page.getByRole("link", { name: "Tài khoản của tôi" }).click();
	await page.getByRole("heading", { name: "Tài khoản của tôi" }).waitFor();
	const other = await openStaff("?counter=quay-1");
	await signInByKeys(other, "hung");
	await other.getByRole("button", { name: "Mở quầy" }).click();
	await other.getByRole("button", { name: "Nhận thay quầy" }).click();
	const news = page.getByText(`${officers.hung} đã nhận quầy số 1 thay bạn.`);
	await news.waitFor();
	await page.getByRole("link", { name: "Quầy" }).click();
	await page.getByText("Chọn quầy làm việc").waitFor();
	await news.waitFor();
	await page.getByRole("button", { name: "Đã hiểu" }).click();
	await news.waitFor({ state: "detached" });
	await other.locator(`[data-ticket="${number}"]`).waitFor();
	await act(other, "h");
	await other.getByText("Chưa có ai tại quầy").waitFor();
	await act(other, "d");
	await other.getByText("Chọn quầy làm việc").waitFor();
	await page.context().close();
	await other.context().close();
});

test("closing asks what becomes of the person; Escape closes nothing, and back into the line is the old place", async () => {
	const { page, number } = await lanAtWork();
	const behind = await take();
	await act(page, "d");
	const dialog = page.getByRole("dialog", { name: `Số ${number} đang ở quầy` });
	await dialog.waitFor();
	await page.keyboard.press("Escape");
	await dialog.waitFor({ state: "detached" });
	await page.locator(`[data-ticket="${number}"]`).waitFor();
	await act(page, "d");
	await dialog.waitFor();
	// Whoever was only called has not been served: Enter loses nobody's place.
	await page.keyboard.press("Enter");
	await page.getByText("Chọn quầy làm việc").waitFor();
	await page.getByRole("button", { name: "Mở quầy" }).click();
	await act(page, "g");
	await page.locator(`[data-ticket="${number}"]`).waitFor();
	await act(page, "h");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await act(page, "g");
	await page.locator(`[data-ticket="${behind}"]`).waitFor();
	await act(page, "h");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await act(page, "d");
	await page.getByText("Chọn quầy làm việc").waitFor();
	await page.context().close();
});

test("signing out with a counter open asks; left open, it waits for whoever takes over", async () => {
	const { page } = await lanAtWork();
	await page.getByRole("button", { name: "Đăng xuất" }).click();
	await page.getByRole("dialog", { name: "Quầy số 1 đang mở" }).waitFor();
	await page.getByRole("button", { name: "Để quầy mở, đăng xuất" }).click();
	await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
	const { body } = await ask<{ code: string; holder: string }>("POST", "/api/counters/quay-1/open");
	expect([body.code, body.holder]).toEqual(["counter/taken", officers.lan]);
	await signInByKeys(page, "lan");
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).waitFor();
	await page.getByRole("button", { name: "Đăng xuất" }).click();
	await page.getByRole("button", { name: "Đóng quầy rồi đăng xuất" }).click();
	await page.getByRole("button", { name: "Đã phục vụ xong" }).click();
	await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
	expect((await ask("POST", "/api/counters/quay-1/open", {})).status).toBe(200);
	await ask("POST", "/api/counters/quay-1/close", {});
	await page.context().close();
});

test("signing out everywhere asks first what becomes of the counter; whoever is being served cannot be missed", async () => {
	const { page, number } = await lanAtWork();
	await act(page, "b");
	await page.getByText(`Đã bắt đầu ${number}.`).waitFor();
	await reach(page, `${officers.lan}, Tài khoản của tôi`);
	await page.keyboard.press("Enter");
	await reach(page, "Đăng xuất ở mọi nơi");
	await page.keyboard.press("Enter");
	await page.getByRole("dialog", { name: "Quầy số 1 đang mở" }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
	// The focus is back where it was.
	await page.keyboard.press("Enter");
	await page.getByRole("dialog", { name: "Quầy số 1 đang mở" }).waitFor();
	await reach(page, "Đóng quầy rồi đăng xuất");
	await page.keyboard.press("Enter");
	const dialog = page.getByRole("dialog", { name: `Số ${number} đang ở quầy` });
	await dialog.waitFor();
	const offered = await dialog.getByRole("button").allInnerTexts();
	expect(offered).toEqual(["Đã phục vụ xong", "Trở lại hàng chờ, giữ chỗ cũ", "Chưa đóng quầy"]);
	await reach(page, "Đã phục vụ xong");
	await page.keyboard.press("Enter");
	await page.getByRole("heading", { name: "Đăng nhập" }).waitFor();
	expect((await ask("POST", "/api/counters/quay-1/open", {})).status).toBe(200);
	await ask("POST", "/api/counters/quay-1/close", {});
	await page.context().close();
});

test("an admin sets a password by keyboard; its owner is signed out at once and has to make an own one", async () => {
	const { page } = await lanAtWork();
	const admin = await openStaff("?page=accounts");
	await signInByKeys(admin, "admin", adminPassword);
	await admin.getByRole("row", { name: /Nguyễn Thị Lan/ }).waitFor();
	await reach(admin, `Sửa tài khoản ${officers.lan}`);
	await admin.keyboard.press("Enter");
	await admin.getByLabel("Mật khẩu mới").focus();
	await type(admin, "tạm thời cho Lan");
	await admin.keyboard.press("Enter");
	await admin.getByText("Đã đặt mật khẩu").waitFor();
	await page.getByText("Phiên làm việc đã kết thúc").waitFor();

	await signInByKeys(page, "lan", "tạm thời cho Lan");
	await page.getByRole("heading", { name: "Đặt mật khẩu của bạn" }).waitFor();
	await page.getByLabel("Mật khẩu đang dùng").focus();
	await type(page, "tạm thời cho Lan", "chỉ mình tôi biết", "chỉ mình tôi biết");
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).waitFor();
	await page.context().close();
	await admin.context().close();
});

test("a page is back within 4 s of its hub, also where the browser holds WebSockets back after a long outage", async () => {
	const page = await openStaff();
	await signInByKeys(page, "admin", adminPassword);
	await page.getByText("Chọn quầy làm việc").waitFor();
	const { dataDir, url } = hub;
	await hub.kill();
	await page.getByText("Mất kết nối").waitFor();
	// What a minute without a hub comes to: Chromium counts those that failed, and waits longer before each next one.
	await page.evaluate(
		(address) =>
			Promise.all(
				Array.from(
					{ length: 64 },
					() =>
						new Promise((resolve) => {
							new WebSocket(address).onclose = resolve;
						}),
				),
			),
		url.replace("http", "ws"),
	);
	hub = await startHubProcess({ DATA_DIR: dataDir, PORT: new URL(url).port });
	await page.getByText("Mất kết nối").waitFor({ state: "detached", timeout: 4_000 });
	await page.context().close();
});

test("signing in begins in the first field, and a mistyped password is typed over", async () => {
	const page = await openStaff();
	await type(page, "admin", "nhầm mất rồi");
	await page.keyboard.press("Enter");
	await page.getByText("Tên đăng nhập hoặc mật khẩu không đúng").waitFor();
	await page.keyboard.type(adminPassword);
	await page.keyboard.press("Enter");
	await page.getByText("Chọn quầy làm việc").waitFor();
	await page.context().close();
});

test("an evacuation sends officers out; when all goes on nothing of it is left, and the next stop is chosen anew", async () => {
	const hall = await openStaff("?page=hall");
	await signInByKeys(hall, "admin", adminPassword);
	const desk = await openStaff("?counter=quay-3");
	await signInByKeys(desk, "hung");
	await desk.getByRole("button", { name: "Mở quầy" }).click();
	await desk.getByRole("button", { name: "Gọi số tiếp theo" }).waitFor();
	const stop = hall.getByRole("button", { name: "Dừng toàn bộ" });
	await hall.getByLabel("Sơ tán khỏi tòa nhà").check();
	await stop.click();
	await hall.getByText("Đã dừng toàn bộ.").waitFor();
	await desk.getByText("Hãy hướng dẫn người dân rời khỏi tòa nhà").waitFor();
	expect(await desk.getByText("phục vụ đến xong").count()).toBe(0);
	await desk.keyboard.press("g");
	const refused = desk.getByText("chưa cấp số và chưa gọi số");
	await refused.waitFor();
	await hall.getByRole("button", { name: "Hoạt động trở lại" }).first().click();
	await refused.waitFor({ state: "detached" });
	await stop.waitFor();
	expect(await stop.isDisabled()).toBe(true);
	await desk.keyboard.press("d");
	await desk.getByText("Chọn quầy làm việc").waitFor();
	await desk.context().close();
	await hall.context().close();
});

test("an account that cannot be is refused beside the field, in the page's words and not the browser's", async () => {
	const page = await openStaff("?page=accounts");
	await signInByKeys(page, "admin", adminPassword);
	await page.getByRole("button", { name: "Thêm tài khoản" }).click();
	const form = page.locator("form", { has: page.getByLabel("Mật khẩu", { exact: true }) });
	await form.getByLabel("Họ tên").fill("Nguyễn Văn An");
	await form.getByLabel("Tên đăng nhập").fill("Nguyễn An");
	await form.getByLabel("Mật khẩu", { exact: true }).fill("ngắn");
	await form.getByRole("button", { name: "Thêm tài khoản" }).click();
	await form.getByText("Tên đăng nhập chỉ gồm chữ thường không dấu").waitFor();
	await form.getByText("Mật khẩu cần ít nhất 8 ký tự.").waitFor();
	expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("username");
	await page.context().close();
});
