import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { SettingsView } from "../../protocol/settings.ts";
import type { SettingsRule } from "../../protocol/settings-rules.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { settingsWords } from "../../words/settings.ts";
import { faultInWords } from "../../words/settings-faults.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts } from "./fitting.ts";
import { openSettings, save, tab } from "./on-settings.ts";
import { openPage } from "./tour.ts";

const words = settingsWords.vi;
const said = (rule: SettingsRule) =>
	faultInWords(
		rule,
		{
			field: (id) => id,
			counter: (id) => id,
			owner: (place) => (place === "/services/0/prefix" ? "Khai sinh, kết hôn, khai tử" : place),
			day: (date) => date,
		},
		"vi",
	);
let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	ask = asker(hub.url, await signIn(hub.url));
});
// Each begins with the settings of the first.
afterEach(async () => {
	for (const context of browser.contexts()) await context.close();
	const { version } = await settings();
	await ask("POST", "/api/admin/settings/back", { ifVersion: version, to: 1 });
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

const settings = async () => (await ask<SettingsView>("GET", "/api/admin/settings")).body;

test("a name, a service and a notice are on every screen as soon as they are saved, and nobody loads a page anew", async () => {
	const page = await openSettings(browser, hub);
	const kiosk = await openPage(browser, { width: 1080, height: 1920 });
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	const board = await openPage(browser, { width: 1920, height: 1080 });
	await board.goto(`${hub.url}/display/board`);
	await board.getByText("Trung tâm Phục vụ hành chính công xã Mẫu").first().waitFor();
	await kiosk.locator(".start-service").first().waitFor();
	for (const screen of [kiosk, board]) {
		await screen.evaluate(() => {
			document.documentElement.dataset.sameAs = "before";
		});
	}

	await tab(page, words.places.name);
	await page.getByLabel("Tiếng Việt").fill("Trung tâm xã Tân Phú");
	await tab(page, words.places.services);
	await page.getByRole("button", { name: words.add.services ?? "" }).click();
	const service = page.locator(".item").last();
	await service.getByLabel("Tiếng Việt").first().fill("Phản ánh tại chỗ");
	await service.getByLabel("Tiếng Anh").first().fill("Complaints on the spot");
	await service.getByLabel(words.places["services/prefix"]).fill("p");
	// Nobody serves it yet, which is said once one goes on.
	await page.locator("h1").click();
	await service.getByText(said({ is: "unserved" })).waitFor();
	await expect.poll(() => page.locator(".settings-acts .button-primary").isEnabled()).toBe(false);
	await tab(page, words.places.counters);
	await page.locator(".item summary").first().click();
	await page.getByLabel("Phản ánh tại chỗ").check();
	await tab(page, words.places.ticker);
	await page.getByRole("button", { name: words.add.ticker ?? "" }).click();
	await page.getByLabel("Tiếng Việt").fill("Chiều thứ Sáu nghỉ.");
	await page.getByLabel("Tiếng Anh").fill("Closed on Friday afternoon.");
	await save(page);

	await page.locator("header, .top-bar").getByText("Trung tâm xã Tân Phú").first().waitFor();
	await board.getByText("Trung tâm xã Tân Phú").first().waitFor();
	await board.locator(".ticker-stand", { hasText: "Chiều thứ Sáu nghỉ." }).waitFor();
	await kiosk.getByText("Trung tâm xã Tân Phú").first().waitFor();
	await kiosk.locator(".start-service", { hasText: "Phản ánh tại chỗ" }).waitFor();
	const serviceId = (await settings()).office.services;
	const added = Array.isArray(serviceId) ? serviceId.at(-1) : null;
	const { number } = (await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: added.id })).body
		.ticket;
	expect(number).toBe("P001");
	for (const screen of [kiosk, board]) {
		expect(await screen.evaluate(() => document.documentElement.dataset.sameAs)).toBe("before");
	}
	await ask("POST", "/api/counters/quay-1/open", {});
	await ask("POST", "/api/counters/quay-1/call-next", {});
	await ask("POST", "/api/counters/quay-1/close", { current: "finish" });
});

test("what is typed wrong is marked where it stands, and cannot be saved before it is right", async () => {
	const page = await openSettings(browser, hub);
	await tab(page, words.places.services);
	await page.locator(".item summary").nth(1).click();
	const prefix = page.getByLabel(words.places["services/prefix"]);
	const saving = page.locator(".settings-acts .button-primary");
	for (const [typed, rule] of [
		["A", { is: "taken", value: "A", by: "/services/0/prefix" }],
		["O", { is: "letter" }],
		["", { is: "missing" }],
	] as const) {
		await prefix.fill(typed);
		await page.locator(".field-fault", { hasText: said(rule) }).waitFor();
		expect(await saving.isEnabled()).toBe(false);
	}
	await tab(page, words.places.name);
	await page.getByRole("button", { name: words.firstFault }).click();
	await page.locator(".settings-section [aria-invalid=true]").first().waitFor();
	await prefix.fill("Q");
	await expect.poll(() => saving.isEnabled()).toBe(true);

	await tab(page, words.places.hours);
	await page.getByLabel(words.hours.week).check();
	await page.getByLabel(words.hours.from, { exact: true }).first().fill("7h15");
	await page.getByLabel(words.hours.to, { exact: true }).first().fill("7h");
	await page.getByText(said({ is: "end-before-begin", from: "07:15" })).waitFor();
	await page.getByLabel(words.hours.to, { exact: true }).first().fill("14h");
	const both = { from: "13:30", to: "17:00", otherFrom: "07:15", otherTo: "14:00" };
	await page.getByText(said({ is: "overlapping-periods", ...both })).waitFor();
	await page.getByLabel(words.hours.to, { exact: true }).first().fill("11h");
	await expect.poll(() => saving.isEnabled()).toBe(true);
	await save(page);
	const { hours } = (await settings()).office as { hours: { mon: unknown[] } };
	expect(hours.mon[0]).toEqual({ from: "07:15", to: "11:00" });
});

test("what somebody else saves meanwhile comes in under what one edits; both can be gone back from", async () => {
	const page = await openSettings(browser, hub);
	await tab(page, words.places.name);
	await page.getByLabel("Tiếng Việt").fill("Xã Tân Phú");
	const { version, office } = await settings();
	const ticker = [{ vi: "Nghỉ lễ.", en: "Holiday." }];
	await ask("PUT", "/api/admin/settings", { ifVersion: version, office: { ...office, ticker } });
	await page.getByText(words.newer("admin")).waitFor();
	expect(await page.getByLabel("Tiếng Việt").inputValue()).toBe("Xã Tân Phú");
	await save(page);
	const saved = (await settings()).office;
	expect([saved.ticker, saved.name]).toMatchObject([ticker, { vi: "Xã Tân Phú" }]);

	await tab(page, words.versions);
	await page
		.getByRole("button", { name: `${words.look}: ${words.version(1)}`, exact: true })
		.click();
	const question = page.getByRole("dialog");
	await question.getByText("Xã Tân Phú").waitFor();
	await question.getByRole("button", { name: words.backTo(1) }).click();
	await page.getByText(/Đã trở lại cài đặt của phiên bản 1/).waitFor();
	expect((await settings()).office).toEqual(
		(await (await ask<SettingsView>("GET", "/api/admin/settings/versions/1")).body).office,
	);
	await page.getByText(words.fromBack(1)).first().waitFor();
});

test("a new counter is not told to be wrong while it is filled in, and what was thrown away is taken back", async () => {
	const page = await openSettings(browser, hub);
	await tab(page, words.places.counters);
	await page.getByRole("button", { name: words.add.counters ?? "" }).click();
	const counter = page.locator(".item").last();
	await counter.getByLabel(words.places["counters/label"]).waitFor();
	await page.getByText(words.faults(2)).waitFor();
	expect(await counter.locator(".field-fault").allInnerTexts()).toEqual([]);
	await page.getByRole("button", { name: words.firstFault }).click();
	await counter.getByText(said({ is: "missing" })).waitFor();
	await counter.getByLabel(words.places["counters/label"]).fill("7");
	await counter.getByLabel("Cư trú, căn cước, đăng ký xe").check();
	await tab(page, words.places.ticker);
	await page.getByRole("button", { name: words.add.ticker ?? "" }).click();
	await page.getByLabel("Tiếng Việt").fill("Chiều thứ Sáu nghỉ.");
	await page.getByRole("button", { name: words.asVietnamese }).click();
	expect(await page.getByLabel("Tiếng Anh").inputValue()).toBe("Chiều thứ Sáu nghỉ.");
	await page.getByRole("button", { name: words.discard }).click();
	await page.getByText(words.unchanged).waitFor();
	await page.getByRole("button", { name: words.takeBack }).click();
	await page.getByText(words.changes(2)).waitFor();
	await page.getByRole("button", { name: words.takeBack }).waitFor({ state: "detached" });
	await save(page);
	expect((await settings()).office).toMatchObject({
		counters: expect.arrayContaining([expect.objectContaining({ label: "7" })]),
		ticker: [{ vi: "Chiều thứ Sáu nghỉ.", en: "Chiều thứ Sáu nghỉ." }],
	});
});

test("a service that somebody waits for is not taken away, and the page says whose number it is", async () => {
	const { number } = (await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "cu-tru" })).body
		.ticket;
	const page = await openSettings(browser, hub);
	await tab(page, words.places.services);
	const row = page.locator(".item").nth(2);
	const fields = row.getByRole("group", { name: words.places["services/fields"] });
	await row.locator("summary").click();
	const names = await fields.locator("label", { has: page.locator(":checked") }).allInnerTexts();
	await row.getByRole("button", { name: /^Bỏ Cư trú/ }).click();
	await page.locator(".item summary").nth(0).click();
	for (const name of names)
		await page.locator(".item").nth(0).getByLabel(name.trim(), { exact: true }).check();
	await tab(page, words.places.counters);
	for (const label of ["3"]) {
		// What is wrong with it opens it by itself.
		const counter = page.locator(".item[data-wrong=yes]", { hasText: `Quầy ${label}` });
		await counter.getByLabel("cu-tru").click();
		await counter.getByLabel("Chứng thực, sao y").check();
	}
	await page.locator(".settings-acts .button-primary:enabled").click();
	await page.getByRole("dialog").getByRole("button", { name: words.apply }).click();
	await page.locator(".notice.is-wrong", { hasText: number }).waitFor();
	expect((await settings()).version).toBeLessThan(20);
	for (const { id } of (await ask<{ waiting: { id: string }[] }>("GET", "/api/queue")).body.waiting)
		await ask("DELETE", `/api/tickets/${id}`);
});

test.each([
	["vi", 1366],
	["en", 1366],
	["vi", 420],
] as const)(
	"in %s, %i px wide, every section is whole and accessible, in light and dark",
	async (language, width) => {
		const page = await openSettings(browser, hub, { width, language });
		const tabs = page.locator(".settings-tabs button");
		for (let index = 0; index < (await tabs.count()); index++) {
			await tabs.nth(index).click();
			const first = page.locator(".settings-section .item summary").first();
			if ((await first.count()) > 0) await first.click();
			const name = await tabs.nth(index).innerText();
			expect([name, await cutTexts(page), await brokenWords(page)]).toEqual([name, [], []]);
			const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
			expect([name, wide <= 0]).toEqual([name, true]);
			for (const shade of ["light", "dark"]) {
				await page.evaluate((shade) => {
					document.documentElement.dataset.shade = shade;
				}, shade);
				expect([name, shade, await axeFaults(page)]).toEqual([name, shade, []]);
			}
		}
	},
);
