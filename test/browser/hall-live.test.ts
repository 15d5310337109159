import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { HallView } from "../../protocol/hall.ts";
import type { NextAnswer, QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { officerPassword } from "../prepared-accounts.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { expectGoodShades } from "./good-screens.ts";
import { hallDirectory, openPage } from "./tour.ts";

const words = supervisingWords.vi.live;
let browser: Browser;
let hub: HubProcess;
let mai: ReturnType<typeof asker>;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess({ DATA_DIR: await hallDirectory() });
	mai = asker(hub.url, await signIn(hub.url, "mai", officerPassword));
});
// Each begins with nobody waiting, and the counter closed that serves all.
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	await mai("POST", "/api/counters/quay-2/close", { current: "finish" });
	const { waiting } = (await mai<QueueAnswer>("GET", "/api/queue")).body;
	for (const { id } of waiting) await mai("DELETE", `/api/tickets/${id}`);
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

async function openHall(width = 1366, language: "vi" | "en" = "vi"): Promise<Page> {
	const page = await openPage(browser, { width, height: 900 });
	await page.goto(`${hub.url}/staff/?page=hall${language === "en" ? "&lang=en" : ""}`);
	await page.locator("input[name=username]").fill("admin");
	await page.locator("input[name=password]").fill(adminPassword);
	await page.keyboard.press("Enter");
	await page.locator(".hall-counter").first().waitFor();
	return page;
}

async function take(serviceId: string): Promise<string> {
	return (await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", { serviceId })).body.ticket
		.number;
}

test("a supervisor sees each counter as it changes, and what is wrong before people complain", async () => {
	const page = await openHall();
	const counter = page.locator('[data-counter="quay-2"]');
	await counter.getByText(words.closed).waitFor();
	await page.getByText(words.noAlerts).waitFor();

	const number = await take("ho-tich");
	await page
		.getByText("Khai sinh, kết hôn, khai tử: 1 người đang chờ, chưa có quầy nào gọi.")
		.waitFor();
	await mai("POST", "/api/counters/quay-2/open", {});
	await page.getByText(words.noAlerts).waitFor();
	await counter.getByText("Phạm Thị Mai").waitFor();
	await mai("POST", "/api/counters/quay-2/call-next", {});
	await counter.getByText(words.called(number)).waitFor();
	await mai("POST", "/api/counters/quay-2/start", {});
	await counter.getByText(words.serving(number)).waitFor();
	expect(await counter.locator(".hall-counter-since").innerText()).toMatch(/^0:\d\d$/);
	await take("ho-tich");
	const service = page.locator('[data-service="ho-tich"]');
	await service.getByText(/1 người chờ · lâu nhất [A-Z]\d+, dưới 1 phút/).waitFor();
});

test("a supervisor pauses a counter, changes what it serves, and closes it; its officer's console follows", async () => {
	const number = await take("ho-tich");
	await mai("POST", "/api/counters/quay-2/open", {});
	await mai("POST", "/api/counters/quay-2/call-next", {});
	const officer = await openPage(browser, { width: 1366, height: 768 });
	await officer.goto(`${hub.url}/staff/?counter=quay-2`);
	await officer.getByLabel("Tên đăng nhập").fill("mai");
	await officer.getByLabel("Mật khẩu").fill(officerPassword);
	await officer.keyboard.press("Enter");
	await officer.locator(`[data-ticket="${number}"]`).waitFor();

	const page = await openHall();
	await page.getByRole("button", { name: words.edit("2") }).click();
	const counter = page.locator('[data-counter="quay-2"]');
	await counter.getByRole("button", { name: words.pause }).click();
	await page.getByText(words.paused("2")).waitFor();
	await officer.locator('.console[data-status="paused"]').waitFor();
	await counter.getByRole("button", { name: words.reopen }).click();
	await officer.locator('.console[data-status="open"]').waitFor();

	await counter.getByLabel("Chứng thực, sao y").uncheck();
	await counter.getByRole("button", { name: words.saveServices }).click();
	await officer.getByText("1/2 lĩnh vực").waitFor();

	await counter.getByRole("button", { name: words.close }).click();
	const question = page.getByRole("dialog", { name: new RegExp(number) });
	await question.getByRole("button", { name: "Trở lại hàng chờ" }).click();
	await page.getByText(words.wasClosed("2")).waitFor();
	await officer.getByText("Chọn quầy làm việc").waitFor();
	await counter.getByText(words.closed).waitFor();
});

test("a supervisor gives a counter to another officer, and decides for today whom counters call next", async () => {
	await take("ho-tich");
	const elderly = (
		await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", {
			serviceId: "ho-tich",
			priorityClass: "nguoi-cao-tuoi",
		})
	).body.ticket.number;
	const page = await openHall();
	await page.getByRole("button", { name: words.edit("2") }).click();
	const counter = page.locator('[data-counter="quay-2"]');
	await counter.getByLabel(words.give).selectOption({ label: "Phạm Thị Mai" });
	await counter.getByRole("button", { name: words.giveIt }).click();
	await page.getByText(words.given("2", "Phạm Thị Mai")).waitFor();
	await counter.locator(".hall-counter-who", { hasText: "Phạm Thị Mai" }).waitFor();

	const policy = supervisingWords.vi.policy;
	const panel = page.locator("section", { has: page.getByRole("heading", { name: policy.title }) });
	const next = async () =>
		(await mai<NextAnswer>("GET", "/api/counters/quay-2/next")).body.next?.number;
	await panel.getByLabel(policy.classes).selectOption("first-come");
	await panel.getByRole("button", { name: policy.save }).click();
	await panel.getByText(policy.changed).waitFor();
	expect(await next()).not.toBe(elderly);
	await panel.getByLabel(policy.classes).selectOption("strict");
	await panel.getByRole("button", { name: policy.save }).click();
	await expect.poll(next).toBe(elderly);
	await panel.getByRole("button", { name: policy.back }).click();
	await panel.getByText(policy.usual, { exact: false }).waitFor();
	expect((await mai<HallView>("GET", "/api/hall")).body.policy.today).toBeNull();
});

test("every screen says which page it runs, and the hall shows those of the hub's own machine too", async () => {
	for (const path of [
		"/kiosk/?kiosk=kiosk-1",
		// As the start page links it.
		"/display/board",
		"/display/counter/quay-2",
	]) {
		await (await openPage(browser, { width: 1080, height: 1920 })).goto(hub.url + path);
	}
	const current = async () =>
		(await mai<HallView>("GET", "/api/hall")).body.devices
			.filter(({ online, isCurrent }) => online && isCurrent)
			.map(({ name, place }) => [name, place]);
	await expect
		.poll(async () => (await current()).toSorted())
		.toEqual([
			[null, "kiosk-1"],
			[null, "quay-2"],
			[null, "sanh"],
		]);
	const page = await openHall();
	const kiosk = page.locator(".hall-devices li", { hasText: "Máy lấy số kiosk-1 (trên máy chủ)" });
	await kiosk.getByText(words.online).waitFor();
	await kiosk.getByText(/^phiên bản \d+\.\d+\.\d+$/).waitFor();
	const screen = page.locator(".hall-devices li", { hasText: "Màn hình quầy 2 (trên máy chủ)" });
	await screen.getByText(words.online).waitFor();
	const printer = page.locator(".hall-devices li", { hasText: "Máy in 1" });
	await printer.getByText("Sẵn sàng").waitFor();
});

test("hours that are moved are told on boards with why, and no longer once they are the usual ones again", async () => {
	const board = await openPage(browser, { width: 1920, height: 1080 });
	await board.goto(`${hub.url}/display/board`);
	await board.locator(".board").waitFor();
	const page = await openHall();
	const said = supervisingWords.vi;
	const panel = page.locator("section", { has: page.getByRole("heading", { name: said.hours }) });
	const times = panel.getByPlaceholder("--:--");
	for (const [index, time] of ["00:00", "12:00", "12:30", "23:59"].entries()) {
		await times.nth(index).fill(time);
	}
	await panel.getByLabel(said.reason).fill("Tập huấn buổi trưa.");
	await panel.getByRole("button", { name: said.moveHours }).click();
	const moved = (until: string) =>
		`Hôm nay làm việc 00:00–12:00, 12:30–${until}. Tập huấn buổi trưa.`;
	const notice = (until: string) => board.locator(".ticker-run span", { hasText: moved(until) });
	await notice("23:59").waitFor({ state: "attached" });

	// What holds stands in the form: who moves the hours once more need not say again why.
	await panel.getByText(moved("23:59").replace("Hôm nay làm việc", "Đã đổi:")).waitFor();
	expect(await panel.getByLabel(said.reason).inputValue()).toBe("Tập huấn buổi trưa.");
	await times.nth(3).fill("23:58");
	await panel.getByRole("button", { name: said.moveHours }).click();
	await notice("23:58").waitFor({ state: "attached" });

	const done = page.locator(".hall-notice").getByText(said.done);
	await done.waitFor();
	await times.nth(3).fill("00:10");
	await panel.getByRole("button", { name: said.moveHours }).click();
	await panel.getByText(said.endsFirst("12:30", "00:10")).waitFor();
	expect(await done.count()).toBe(0);

	await panel.getByRole("button", { name: said.backToUsual }).click();
	await notice("23:58").waitFor({ state: "detached" });
});

test("a hall that is stopped is said before all else with the way on beside it, and a day off while people wait", async () => {
	const page = await openHall();
	const said = supervisingWords.vi;
	const first = page.locator(".hall-alerts li").first();
	await page.getByText(words.noAlerts).waitFor();
	await page.getByLabel(said.reasons.power).check();
	await page.getByRole("button", { name: said.stop }).click();
	await first.getByText(/^Đang dừng toàn bộ từ \d\d:\d\d: Mất điện\.$/).waitFor();
	await first.getByRole("button", { name: said.resume }).click();
	await page.getByText(words.noAlerts).waitFor();

	await take("ho-tich");
	await take("dat-dai");
	await page.getByRole("button", { name: said.closeToday }).click();
	await first.getByText("Hôm nay nghỉ, còn 2 người đang chờ.").waitFor();
	await page.getByRole("button", { name: said.backToUsual }).click();
	await first.getByText("Hôm nay nghỉ").waitFor({ state: "detached" });
});

test("a head start for priority is not offered where no class has one", async () => {
	const page = await openHall();
	const policy = supervisingWords.vi.policy;
	const offered = await page.getByLabel(policy.classes).locator("option").allInnerTexts();
	const { ageing: none, ...others } = policy.classRules;
	expect(offered.toSorted()).toEqual(Object.values(others).toSorted());
	expect(offered).not.toContain(none);
});

test("a limit that is none is refused beside its field, and one below what was given says that no more is", async () => {
	const page = await openHall();
	const said = supervisingWords.vi;
	for (let taken = 0; taken < 2; taken++) await take("dat-dai");
	const service = page.locator('[data-service="dat-dai"]');
	await service.getByRole("button").first().click();
	const quota = service.getByLabel(said.quota);
	await quota.fill("-5");
	await service.getByRole("button", { name: said.save }).click();
	await service.getByText(said.unreadQuota).waitFor();
	await quota.fill("1");
	await service.getByRole("button", { name: said.save }).click();
	await page
		.locator(".hall-notice")
		.getByText(/^Đã cấp \d+ \/ 1 số: hôm nay không cấp thêm\.$/)
		.waitFor();
	await service.getByRole("button", { name: said.usualQuota }).click();
	await service.getByText("Đang cấp số").waitFor();
});

test.each([
	["vi", 1366],
	["en", 1366],
	["vi", 420],
] as const)(
	"in %s, %i px wide, the hall is whole and accessible, in light and dark",
	async (language, width) => {
		await take("ho-tich");
		await mai("POST", "/api/counters/quay-2/open", {});
		await mai("POST", "/api/counters/quay-2/call-next", {});
		await take("dat-dai");
		const page = await openHall(width, language);
		await page.getByRole("button", { name: supervisingWords[language].live.edit("2") }).click();
		await page.locator('.hall-alerts[data-alerts="1"]').waitFor();
		expect([...(await cutTexts(page)), ...(await brokenWords(page))]).toEqual([]);
		await expectGoodShades(page);
	},
);
