import type { Browser } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { staffWords } from "../../words/staff.ts";
import { supervisingWords } from "../../words/supervising.ts";
import { asker } from "../ask.ts";
import type { HubProcess } from "../hub-process.ts";
import { type OnScreen, openPage, sizes } from "./tour.ts";
import { adminCookie, openAsAdmin } from "./tour-admin.ts";

/** What kiosk and board show when numbers are short, the office is closed, and the hall is stopped. Leaves all as it was. */
export async function tourHall(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
): Promise<void> {
	const ask = asker(hub.url, await adminCookie(hub));
	const decide = async (path: string, body: object = {}) => {
		const { status, body: answer } = await ask("POST", path, body);
		if (status !== 200) throw new Error(`${path}: ${JSON.stringify(answer)}`);
	};
	const words = kioskWords[language];
	const kiosk = await openPage(browser, sizes.kiosk, { hasTouch: true });
	const board = await openPage(browser, sizes.board);
	const touch = (name: string | RegExp) => kiosk.getByRole("button", { name }).first().tap();
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await board.goto(`${hub.url}/display/board`);
	await board.locator(".call-number, .call-none").first().waitFor();
	await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await touch("English");

	const reason = {
		vi: "Cán bộ địa chính đi đo đạc, 14:00 nhận lại",
		en: "The officer is out surveying and back at 14:00",
	};
	await decide("/api/services/dat-dai/close", { reason });
	await decide("/api/services/kinh-doanh/quota", { quota: 0 });
	await decide("/api/services/chung-thuc/quota", { quota: 40 });
	await touch(words.touchToStart);
	await touch(new RegExp(words.takeNumber));
	await kiosk.getByText(reason[language]).waitFor();
	await onScreen("hall-services", kiosk);
	await touch(words.home);

	await decide("/api/hall/hours", {
		periods: [],
		reason: { vi: "Nghỉ lễ Quốc khánh", en: "National Day" },
	});
	await kiosk.locator(".home .notice").waitFor();
	await onScreen("hall-closed", kiosk);
	await decide("/api/hall/hours", { periods: "usual" });
	await kiosk.locator(".home .notice").waitFor({ state: "hidden" });

	await decide("/api/hall/stop", { reason: "evacuation" });
	for (const page of [kiosk, board]) await page.locator(".hall-stopped.is-urgent").waitFor();
	await onScreen("hall-evacuation-kiosk", kiosk);
	await onScreen("hall-evacuation-board", board);
	const note = {
		vi: "Dự kiến hoạt động lại lúc 10:30.",
		en: "Expected to go on at 10:30.",
	};
	await decide("/api/hall/stop", { reason: "power", note });
	for (const page of [kiosk, board]) await page.getByText(note.vi).waitFor();
	await onScreen("hall-power-kiosk", kiosk);
	await onScreen("hall-power-board", board);
	await decide("/api/hall/resume");
	for (const page of [kiosk, board]) {
		await page.locator(".hall-stopped").waitFor({ state: "hidden" });
	}
	await decide("/api/services/dat-dai/open");
	await decide("/api/services/kinh-doanh/quota", { quota: "usual" });
	await decide("/api/services/chung-thuc/quota", { quota: "usual" });
	await kiosk.context().close();
	await board.context().close();
}

/** What the kiosk says of today's hours while they are moved and numbers are given. Leaves all as it was. */
export async function tourMovedHours(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number },
): Promise<void> {
	const admin = asker(hub.url, await adminCookie(hub));
	const reason = {
		vi: "Chiều nay sửa điện, mời bà con đến sớm trước giờ nghỉ trưa để kịp lấy số thứ tự.",
		en: "The power is being repaired this afternoon: please come before noon today.",
	};
	const periods = [
		{ from: "00:00", to: "12:00" },
		{ from: "12:00", to: "23:59" },
	];
	const { status } = await admin("POST", "/api/hall/hours", { periods, reason });
	if (status !== 200) throw new Error(`hours: ${status}`);
	const words = kioskWords[language];
	const page = await openPage(browser, viewport, { hasTouch: true });
	await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await page.getByText(kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await page.getByRole("button", { name: "English" }).first().tap();
	await page.locator(".start-hint").getByText(reason[language]).waitFor();
	await onScreen("kiosk-start-hours", page);
	await page.getByRole("button", { name: words.touchToStart }).first().tap();
	await page.locator(".home-hours").getByText(reason[language]).waitFor();
	await onScreen("kiosk-home-hours", page);
	await admin("POST", "/api/hall/hours", { periods: "usual" });
	await page.locator(".home-hours").waitFor({ state: "detached" });
	await page.context().close();
}

/** What a supervisor decides for today, and the desk while the hall is stopped. Leaves all as it was. */
export async function tourHallPage(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = supervisingWords[language];
	const staff = staffWords[language];
	const page = await openAsAdmin(browser, hub, "hall", language, viewport);
	const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
	await page.getByRole("heading", { name: words.services }).waitFor();
	await onScreen("hall-page", page);

	const land = page.locator("[data-service=dat-dai]");
	await land.getByRole("button").first().click();
	await land.getByLabel(words.quota).fill("40");
	await land.getByRole("button", { name: words.save }).click();
	await land.getByText(/40/).first().waitFor();
	await land.getByLabel(words.reason).fill("Cán bộ đi đo đạc");
	await land.getByRole("button", { name: words.closeService }).click();
	await land.getByText("Cán bộ đi đo đạc").waitFor();
	await onScreen("hall-page-service", page);
	await land.getByRole("button", { name: words.openService }).click();
	await land.getByText(words.open).waitFor();
	await land.getByRole("button", { name: words.usualQuota }).click();
	await land.getByText(words.given(2)).waitFor();

	await page.getByRole("radio", { name: words.reasons.power }).check();
	await page.getByLabel(words.note).fill("Dự kiến hoạt động lại lúc 10:30.");
	await press(words.stop);
	await page.getByRole("button", { name: words.resume }).first().waitFor();
	await onScreen("hall-page-stopped", page);
	await page.getByRole("link", { name: staff.desk }).click();
	await page.getByText(words.deskStopped).waitFor();
	await onScreen("hall-desk-stopped", page);
	await page.getByRole("link", { name: words.title }).click();
	await page.getByRole("button", { name: words.resume }).first().click();
	await page.getByText(words.goesOn).waitFor();
	await page.context().close();
}
