import type { Browser, Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { staffWords } from "../../words/staff.ts";
import { asker, signIn } from "../ask.ts";
import { type HubProcess, preparedDirectory } from "../hub-process.ts";
import { officerPassword, preparedOfficer } from "../prepared-accounts.ts";

/** Is shown each screen when it stands still: what it is called (`kiosk-home`), and the page at its real size. */
export type OnScreen = (name: string, page: Page) => Promise<void>;

/** The real sizes of the screens. */
export const sizes = {
	kiosk: { width: 1080, height: 1920 },
	board: { width: 1920, height: 1080 },
	phone: { width: 390, height: 844 },
	staff: { width: 1366, height: 768 },
} as const;

/** A data directory with the accounts of everybody who works in the hall. */
export function hallDirectory(): Promise<string> {
	return preparedDirectory([
		preparedOfficer("mai", "Phạm Thị Mai"),
		preparedOfficer("tuan", "Lê Anh Tuấn"),
		preparedOfficer("hoa", "Vũ Thị Hòa"),
		preparedOfficer(deskOfficer, "Nguyễn Thị Lan"),
	]);
}

/** Fills the hall: people in every line, three counters open, some calls made. Answers with a ticket that still waits. */
export async function fillHall(hub: HubProcess): Promise<TicketAnswer> {
	const ask = asker(hub.url);
	const services = ["ho-tich", "chung-thuc", "cu-tru", "dat-dai", "kinh-doanh", "xa-hoi"];
	for (const serviceId of [...services, ...services, "ho-tich", "ho-tich", "chung-thuc"]) {
		const taken = await ask("POST", "/api/tickets", { serviceId });
		if (taken.status !== 201) throw new Error(`${serviceId}: ${JSON.stringify(taken.body)}`);
	}
	const mai = await officer(hub, "mai", "quay-2");
	await mai("call-next");
	const tuan = await officer(hub, "tuan", "quay-3");
	await tuan("call-next");
	await tuan("call-next");
	await tuan("start");
	const hoa = await officer(hub, "hoa", "quay-4");
	await hoa("call-next");
	await hoa("pause");
	const last = await ask<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "chung-thuc",
		kioskId: "kiosk-1",
		language: "vi",
	});
	return last.body;
}

/** Who sits at the desk of the tour. */
const deskOfficer = "lan";

/** An officer at an open counter, who does one act after the other. */
async function officer(hub: HubProcess, username: string, counterId: string) {
	const ask = asker(hub.url, await signIn(hub.url, username, officerPassword));
	const act = async (what: string) => {
		const { status, body } = await ask("POST", `/api/counters/${counterId}/${what}`, {});
		if (status !== 200) throw new Error(`${counterId} ${what}: ${JSON.stringify(body)}`);
	};
	await act("open");
	return act;
}

/** The kiosk from its start to the number, by way of looking up, browsing and taking. */
export async function tourKiosk(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.kiosk,
): Promise<void> {
	const words = kioskWords[language];
	const page = await openPage(browser, viewport, { hasTouch: true });
	const touch = (name: string | RegExp) => page.getByRole("button", { name }).first().tap();
	await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await page.getByText(kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await touch("English");
	await onScreen("kiosk-start", page);
	await touch(words.touchToStart);
	await page.getByText(words.welcome).waitFor();
	await onScreen("kiosk-home", page);

	await touch(new RegExp(words.lookUp));
	await page.getByText(words.chooseTopic).waitFor();
	await onScreen("kiosk-look-up", page);
	await page.locator(".choice").first().tap();
	await page.getByText(words.chooseField).waitFor();
	await onScreen("kiosk-fields", page);
	// Elsewhere than the touch before: a second touch of the same spot within half a second is the same touch.
	await page
		.locator(".choice")
		.first()
		.tap({ position: { x: 40, y: 40 } });
	await page
		.getByText("1.001193")
		.or(page.getByText(/khai sinh|Birth/).first())
		.first()
		.waitFor();
	await onScreen("kiosk-list", page);

	await page.getByPlaceholder(words.searchPlaceholder).tap();
	for (const key of ["k", "h", "a", "i", words.space, "s", "i", "n", "h"]) {
		await page.getByRole("button", { name: key, exact: true }).tap();
	}
	const birth = language === "vi" ? /^Đăng ký khai sinh/ : /^Birth registration/;
	await page.getByRole("button", { name: birth }).first().waitFor();
	await onScreen("kiosk-search", page);
	await page.getByRole("button", { name: birth }).first().tap();
	await page.getByText("Giấy chứng sinh").waitFor();
	await onScreen("kiosk-procedure", page);
	await touch(words.home);

	await touch(new RegExp(words.takeNumber));
	await page.getByText(words.chooseServiceHint).waitFor();
	await onScreen("kiosk-service", page);
	await page.locator(".choice").first().tap();
	await page.getByText(words.priorityTitle).waitFor();
	await onScreen("kiosk-priority", page);
	await touch(words.noPriority);
	await page.getByText(words.paper.ready).waitFor();
	await onScreen("kiosk-number", page);
	await page.context().close();
}

/** The officer's desk: signing in, choosing a counter, a person called and served. */
export async function tourStaff(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = staffWords[language];
	const page = await openPage(browser, viewport);
	await page.goto(`${hub.url}/staff/`);
	await page.getByLabel(staffWords.vi.username).waitFor();
	if (language === "en") await page.getByRole("button", { name: "English" }).click();
	await page.getByLabel(words.username).waitFor();
	await onScreen("staff-sign-in", page);
	await page.getByLabel(words.username).fill(deskOfficer);
	await page.getByLabel(words.password).fill(officerPassword);
	await page.getByRole("button", { name: words.signIn }).click();
	await page.getByText(words.chooseCounter).waitFor();
	await onScreen("staff-counters", page);
	await page.getByRole("button", { name: words.openCounter }).click();
	await page.getByText(words.nobodyHere).waitFor();
	await onScreen("staff-idle", page);
	await page.getByRole("button", { name: words.callNext }).click();
	await page.getByText(words.ticketState.called).waitFor();
	await onScreen("staff-called", page);
	await page.getByRole("button", { name: words.start }).click();
	await page.getByText(words.ticketState.serving).first().waitFor();
	await onScreen("staff-serving", page);
	await page.getByRole("button", { name: words.finish }).click();
	await page.getByText(words.nobodyHere).waitFor();
	await page.getByRole("button", { name: words.close }).click();
	await page.getByText(words.chooseCounter).waitFor();
	await page.context().close();
}

/** The board with the hall filled. */
export async function tourBoard(
	browser: Browser,
	hub: HubProcess,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.board,
): Promise<void> {
	const page = await openPage(browser, viewport);
	await page.goto(`${hub.url}/display/board`);
	await page.locator(".call-number").waitFor();
	await onScreen("board", page);
	await page.context().close();
}

/** The phone of somebody who waits, and of one whose ticket is not known. */
export async function tourPhone(
	browser: Browser,
	hub: HubProcess,
	ticketId: string,
	language: Language,
	onScreen: OnScreen,
): Promise<void> {
	const page = await openPage(browser, sizes.phone, {
		locale: language === "vi" ? "vi-VN" : "en-GB",
	});
	await page.goto(`${hub.url}/t/${ticketId}`);
	if (language === "en") await page.getByRole("button", { name: "English" }).click();
	await page
		.getByText(/^B\d{3}$/)
		.first()
		.waitFor();
	await onScreen("phone-waiting", page);
	await page.goto(`${hub.url}/t/${"A".repeat(22)}`);
	await page
		.getByText(/Không tìm thấy|not found|cannot find/i)
		.first()
		.waitFor();
	await onScreen("phone-unknown", page);
	await page.context().close();
}

/** The pages the hub writes itself. */
export async function tourPages(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
): Promise<void> {
	const page = await openPage(browser, { width: 1280, height: 900 });
	await page.goto(`${hub.url}/?lang=${language}`);
	await onScreen("start-page", page);
	await page.goto(`${hub.url}/printers/printer-1/paper?lang=${language}`);
	await onScreen("paper-page", page);
	await page.context().close();
}

export async function openPage(
	browser: Browser,
	viewport: { width: number; height: number },
	options: { hasTouch?: boolean; locale?: string } = {},
): Promise<Page> {
	const context = await browser.newContext({
		viewport,
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		reducedMotion: "reduce",
		...options,
	});
	return context.newPage();
}
