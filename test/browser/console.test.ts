import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { CallAnswer, FoundTicket, QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { officerPassword } from "../prepared-accounts.ts";
import { hallDirectory, openPage } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess({ DATA_DIR: await hallDirectory() });
});
beforeEach(async () => {
	ask = asker(hub.url, await signIn(hub.url));
});
// Each begins with nobody waiting, and both counters free.
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	for (const counter of ["quay-1", "quay-2"]) {
		await ask("POST", `/api/counters/${counter}/open`, { takeOver: true });
		await ask("POST", `/api/counters/${counter}/close`, { current: "finish" });
	}
	const { waiting, parked, missed } = (await ask<QueueAnswer>("GET", "/api/queue")).body;
	for (const { id } of [...waiting, ...parked, ...missed])
		await ask("DELETE", `/api/tickets/${id}`);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function take(more: object = {}): Promise<TicketAnswer["ticket"]> {
	const wish = { serviceId: "ho-tich", ...more };
	const { status, body } = await ask<TicketAnswer>("POST", "/api/tickets", wish);
	expect(status).toBe(201);
	return body.ticket;
}

async function stateOf(number: string): Promise<string> {
	return (await ask<FoundTicket>("GET", `/api/queue/${number}`)).body.ticket.state;
}

/** An officer at an open counter, on a machine of their own. */
async function atWork(username: string, counter: string): Promise<Page> {
	const page = await openPage(browser, { width: 1366, height: 768 });
	await page.goto(`${hub.url}/staff/?counter=${counter}`);
	await page.getByLabel("Tên đăng nhập").fill(username);
	await page.getByLabel("Mật khẩu").fill(officerPassword);
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Mở quầy" }).press("Enter");
	await page.locator(".console").waitFor();
	return page;
}

/** A question closes when the hub has answered; the rows may have told what became of it before. */
const answered = (page: Page) => page.getByRole("dialog").waitFor({ state: "detached" });

/** Presses a key once its act is offered, as an officer does who looks at the button. */
async function press(page: Page, name: string, key: string): Promise<void> {
	await answered(page);
	await page.locator(`[data-action="${name}"]:enabled`).waitFor();
	await page.keyboard.press(key);
}

/** Opens a number's sheet from where it stands, as soon as nothing stands in front of it. */
async function look(page: Page, place: Locator): Promise<void> {
	await answered(page);
	await place.press("Enter");
	await page.locator('[data-act="call"]:enabled').waitFor();
}

const here = (page: Page, number: string, state = "called") =>
	page.locator(`.person.is-${state}[data-ticket="${number}"]`).waitFor();

test("a morning by keyboard alone: called, served, put aside with a reason, fetched back, sent on with a note, undone", async () => {
	const [first, second] = [await take({ procedureCode: "1.001193" }), await take()];
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, first.number);
	await press(page, "start", "b");
	await here(page, first.number, "serving");
	await press(page, "park", "p");
	await page.getByRole("dialog", { name: `Tạm gác ${first.number}` }).waitFor();
	await page.keyboard.press("1");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await page.locator('[data-asides="parked"]').getByText("Bổ sung giấy tờ").waitFor();

	// Back again, by its number.
	await press(page, "find", "f");
	await page.keyboard.type(first.number.toLowerCase());
	await page.keyboard.press("Enter");
	const sheet = page.getByRole("dialog", { name: `Số ${first.number}` });
	await sheet.locator('[data-act="unpark"]:enabled').waitFor();
	await page.keyboard.press("t");
	await sheet.waitFor({ state: "detached" });
	await press(page, "call-next", "g");
	await here(page, first.number);
	// What was written is read again.
	await page.locator(".notes").getByText("Bổ sung giấy tờ").waitFor();

	await press(page, "transfer", "c");
	await page.getByRole("dialog", { name: `Chuyển ${first.number}` }).waitFor();
	await page.keyboard.press("c");
	await page.keyboard.press("Tab");
	await page.keyboard.press("Tab");
	await page.keyboard.type("Đã thu 8.000 đ");
	await page.keyboard.press("Enter");
	await page.getByText(`Đã chuyển ${first.number}.`).waitFor();
	expect(await stateOf(first.number)).toBe("waiting");
	await press(page, "undo", "z");
	await here(page, first.number);
	expect(await stateOf(first.number)).toBe("called");

	await press(page, "miss", "v");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await press(page, "call-next", "g");
	await here(page, second.number);
	await press(page, "finish", "h");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await press(page, "pause", "t");
	await page.getByRole("dialog", { name: "Tạm dừng quầy" }).waitFor();
	await page.keyboard.press("1");
	await page.getByText("Tạm dừng: Nghỉ trưa").waitFor();
	// A key whose act is off says why, and does nothing.
	await answered(page);
	await page.keyboard.press("g");
	await page.getByText("Quầy đang tạm dừng. Mở lại quầy rồi gọi tiếp.").first().waitFor();
	await press(page, "reopen", "m");
	await press(page, "close", "d");
	await page.getByText("Chọn quầy làm việc").waitFor();
	expect(await stateOf(second.number)).toBe("done");
	expect(await stateOf(first.number)).toBe("missed");
});

test("somebody is called out of turn with a reason; Escape calls nobody, and what is ticked stays with its number", async () => {
	const [first, , last] = [await take({ procedureCode: "1.001193" }), await take(), await take()];
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, first.number);
	await page.getByLabel(/Giấy chứng sinh/).check();
	await page.getByText("1/6").waitFor();
	await page.locator(".place", { hasText: last.number }).focus();
	await page.getByText(`${last.number} đứng theo thứ tự đến`).waitFor();
	await page.keyboard.press("Enter");
	const sheet = page.getByRole("dialog", { name: `Số ${last.number}` });
	await sheet.getByText(/^Lấy số/).waitFor();
	await page.keyboard.press("g");
	const question = page.getByRole("dialog", { name: `Gọi ${last.number} ngoài thứ tự` });
	await question.waitFor();
	await page.keyboard.press("Escape");
	await question.waitFor({ state: "detached" });
	await here(page, first.number);
	await press(page, "park", "p");
	await page.getByRole("dialog").waitFor();
	await page.keyboard.press("Enter");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await look(page, page.locator(".place", { hasText: last.number }));
	await page.keyboard.press("g");
	await question.getByLabel("Lý do khác").fill("Cụ bà đang mệt");
	await page.keyboard.press("Enter");
	await here(page, last.number);
	await page.getByText("Lý do: Cụ bà đang mệt").waitFor();
	await press(page, "finish", "h");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	await look(page, page.locator('[data-asides="parked"] .place'));
	await page.keyboard.press("g");
	await page.getByRole("dialog", { name: `Gọi ${first.number} ngoài thứ tự` }).waitFor();
	await page.keyboard.press("3");
	await here(page, first.number);
	await page.getByText("1/6").waitFor();
});

test("the whole line is shown in calling order with the reason of each place, follows what happens, and leads to a number", async () => {
	const taken: string[] = [];
	for (let person = 0; person < 12; person++) taken.push((await take()).number);
	const first = await take({ priorityClass: "nguoi-khuyet-tat" });
	const page = await atWork("lan", "quay-1");
	await page.locator("[data-action=whole-line]:enabled").waitFor();
	await page.keyboard.press("q");
	const line = page.getByRole("dialog", { name: "Cả hàng chờ của quầy 1" });
	const numbers = () => line.locator(".whole-line .place > strong").allInnerTexts();
	await expect.poll(numbers).toEqual([first.number, ...taken]);
	await line.getByText("13 người").waitFor();
	const reasons = await line.locator(".whole-line-why").allInnerTexts();
	expect(reasons[0]).toContain(`nay đến lượt ${first.number}, trước ${taken[0]}.`);
	expect(reasons.at(-1)).toBe(`${taken[11]} đứng theo thứ tự đến, sau ${taken[10]}.`);

	const mai = asker(hub.url, await signIn(hub.url, "mai", officerPassword));
	await mai("POST", "/api/counters/quay-2/open", {});
	await mai("POST", "/api/counters/quay-2/call-next", {});
	await expect.poll(numbers).toEqual(taken);
	const last = taken[11] ?? "";
	await line.getByRole("button", { name: last }).press("Enter");
	await page.getByRole("dialog", { name: `Số ${last}` }).waitFor();
	await page.keyboard.press("Escape");
	await page.getByRole("dialog").waitFor({ state: "detached" });
});

test("what was done can still be undone after the page is loaded anew", async () => {
	const { number } = await take();
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, number);
	// The hub's answer names what can be undone; before it nothing is kept.
	const undo = page.locator('[data-action="undo"]', { hasText: `gọi ${number}` });
	await undo.waitFor();
	await page.reload();
	await undo.waitFor();
	await press(page, "undo", "z");
	await page.getByText("Chưa có ai tại quầy").waitFor();
	expect(await stateOf(number)).toBe("waiting");
});

test("Enter held or pressed in a hurry looks at a number and does nothing more", async () => {
	const [first, , last] = [await take(), await take(), await take()];
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, first.number);
	const place = page.locator(".place", { hasText: last.number });
	await place.focus();
	const sheet = page.getByRole("dialog", { name: `Số ${last.number}` });
	for (let repeat = 0; repeat < 12; repeat++) await page.keyboard.down("Enter");
	await page.keyboard.up("Enter");
	await page.keyboard.press("Enter");
	await sheet.locator('[data-act="call"]:enabled').waitFor();
	await page.keyboard.press("g");
	const question = page.getByRole("dialog", { name: `Gọi ${last.number} ngoài thứ tự` });
	await question.waitFor();
	// No reason is given by Enter.
	await page.waitForTimeout(600);
	await page.keyboard.press("Enter");
	await page.keyboard.press("Escape");
	await question.waitFor({ state: "detached" });
	await here(page, first.number);
	expect(await stateOf(last.number)).toBe("waiting");
	expect(await place.evaluate((element) => document.activeElement === element)).toBe(true);

	// The letter that opens a question is not typed into it.
	for (let repeat = 0; repeat < 5; repeat++) await page.keyboard.down("f");
	await page.keyboard.up("f");
	await page.keyboard.type(last.number);
	expect(await page.getByRole("dialog").getByRole("textbox").inputValue()).toBe(last.number);
});

test("a reason that is chosen keeps what was typed beside it", async () => {
	const { number } = await take();
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, number);
	await press(page, "park", "p");
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel(/Lý do khác/).fill("hẹn 10:30");
	await dialog.getByRole("button", { name: "Bổ sung giấy tờ" }).click();
	await page.locator('[data-asides="parked"]').getByText("Bổ sung giấy tờ: hẹn 10:30").waitFor();
});

test("undo does what its button says, and nothing to what was done in another window since", async () => {
	const { number } = await take();
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, number);
	const lan = asker(hub.url, await signIn(hub.url, "lan", officerPassword));
	await lan("POST", "/api/counters/quay-1/start", {});
	await here(page, number, "serving");
	await press(page, "undo", "z");
	await page.getByText("đã có việc khác được làm").waitFor();
	expect(await stateOf(number)).toBe("serving");
	await page.locator('[data-action="undo"]:disabled').waitFor();
});

test("two officers fight over one line: no number is called twice, and who comes too late is told so", async () => {
	const people: string[] = [];
	for (let person = 0; person < 8; person++) people.push((await take()).number);
	const [lan, mai] = await Promise.all([atWork("lan", "quay-1"), atWork("mai", "quay-2")]);
	const called: string[] = [];
	for (let round = 0; round < 4; round++) {
		await Promise.all([press(lan, "call-next", "g"), press(mai, "call-next", "g")]);
		for (const page of [lan, mai]) {
			await press(page, "start", "b");
			const person = page.locator(".person.is-serving");
			await expect
				.poll(async () => called.includes((await person.getAttribute("data-ticket")) ?? ""))
				.toBe(false);
			called.push((await person.getAttribute("data-ticket")) ?? "");
		}
	}
	expect([...called].sort()).toEqual(people);

	// Both look at the same number, and both want it.
	const { number } = await take();
	for (const page of [lan, mai]) {
		await look(page, page.locator(".place", { hasText: number }));
	}
	await Promise.all([lan.keyboard.press("g"), mai.keyboard.press("g")]);
	const [winner, other] = await Promise.race([
		here(lan, number).then(() => [lan, mai] as const),
		here(mai, number).then(() => [mai, lan] as const),
	]);
	await here(winner, number);
	const sheet = other.getByRole("dialog", { name: `Số ${number}` });
	await sheet
		.getByText(/đang ở một quầy/)
		.first()
		.waitFor();
	expect(await other.locator(".person").getAttribute("data-ticket")).not.toBe(number);
});

test("a hub that is started anew in mid-act: the act is done once, and what was typed is still there", async () => {
	const [first, second, third] = [await take(), await take(), await take()];
	const page = await atWork("lan", "quay-1");
	await press(page, "call-next", "g");
	await here(page, first.number);
	await press(page, "park", "p");
	const dialog = page.getByRole("dialog", { name: `Tạm gác ${first.number}` });
	await dialog.getByLabel(/Lý do khác/).fill("Về lấy sổ hộ khẩu, hẹn 10:30");
	const { dataDir, url } = hub;
	await hub.kill();
	await page.locator('.console[data-away="yes"]').waitFor();
	expect(await page.getByText(first.number).first().isVisible()).toBe(true);
	await dialog.getByText("Đang mất kết nối").waitFor();
	expect(await dialog.getByRole("button", { name: "Tạm gác" }).isDisabled()).toBe(true);
	hub = await startHubProcess({ DATA_DIR: dataDir, PORT: new URL(url).port });
	await page.locator('.console[data-away="no"]').waitFor();
	expect(await dialog.getByLabel(/Lý do khác/).inputValue()).toBe("Về lấy sổ hộ khẩu, hẹn 10:30");
	await page.reload();
	await here(page, first.number);
	await press(page, "park", "p");
	expect(await dialog.getByLabel(/Lý do khác/).inputValue()).toBe("Về lấy sổ hộ khẩu, hẹn 10:30");
	await dialog.getByRole("button", { name: "Tạm gác" }).click();
	await page.getByText("Chưa có ai tại quầy").waitFor();
	expect(await stateOf(first.number)).toBe("parked");

	// Pressed while the hub is dying: whichever answer is lost, one person is called.
	await press(page, "call-next", "g");
	await hub.kill();
	hub = await startHubProcess({ DATA_DIR: dataDir, PORT: new URL(url).port });
	await page.locator('.console[data-away="no"]').waitFor();
	await page.locator("[data-action=find]:enabled").waitFor({ timeout: 15_000 });
	const states = await Promise.all([second, third].map(({ number }) => stateOf(number)));
	expect([
		["called", "waiting"],
		["waiting", "waiting"],
	]).toContainEqual(states);
});

test("whoever comes to wait at a free counter makes the window's title flash until they are called", async () => {
	const page = await atWork("lan", "quay-1");
	await page.locator('[data-action="call-next"]:enabled').waitFor();
	const usual = await page.title();
	const { number } = await take();
	await expect.poll(() => page.title()).toContain("Có người chờ");
	await press(page, "call-next", "g");
	await here(page, number);
	await expect.poll(() => page.title()).toBe(usual);
	await page.keyboard.press("u");
	await page.getByText("Đã tắt tiếng báo.").waitFor();
});

test("an officer takes a number for somebody who cannot use the kiosk, and serves only what they have chosen", async () => {
	const page = await atWork("lan", "quay-1");
	await press(page, "issue", "n");
	const dialog = page.getByRole("dialog", { name: "Cấp số giúp người dân" });
	await dialog.getByLabel("Lĩnh vực").selectOption({ label: "B · Chứng thực, sao y" });
	await dialog.getByLabel("Đối tượng ưu tiên").selectOption("nguoi-khuyet-tat");
	await dialog.getByRole("button", { name: "Cấp số" }).press("Enter");
	const number = await dialog.locator(".issued-number").innerText();
	expect(number).toMatch(/^B\d{3}$/);
	await dialog.getByRole("button", { name: "Xong" }).press("Enter");
	await page.locator('[data-line="chung-thuc"] .place', { hasText: number }).waitFor();
	await press(page, "services", "s");
	await page.getByRole("dialog").getByLabel("Chứng thực, sao y").uncheck();
	await page.keyboard.press("Enter");
	await page.getByText("1/2 lĩnh vực").waitFor();
	await press(page, "call-next", "g");
	await page.getByText("Không có ai chờ.", { exact: true }).first().waitFor();
	const { body } = await ask<CallAnswer>("GET", `/api/queue/${number}`);
	expect(body.ticket?.state).toBe("waiting");
});

test("light and dark, and the sound, are kept on the machine", async () => {
	const page = await atWork("lan", "quay-1");
	await page.locator("[data-action=keys]:enabled").waitFor();
	await page.keyboard.press("?");
	await page.getByRole("radio", { name: "Tối" }).check();
	await page.getByRole("checkbox", { name: /Tiếng báo/ }).uncheck();
	await page.keyboard.press("Escape");
	await page.reload();
	await page.locator(".console").waitFor();
	expect(await page.evaluate(() => document.documentElement.dataset.shade)).toBe("dark");
	await page.locator("[data-action=keys]:enabled").waitFor();
	await page.keyboard.press("?");
	expect(await page.getByRole("checkbox", { name: /Tiếng báo/ }).isChecked()).toBe(false);
});
