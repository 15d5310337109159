import type { Browser, Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { consoleWords } from "../../words/console.ts";
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

/** A panel, and whether the kiosk on it may keep itself on its machine. */
interface KioskPanel {
	width: number;
	height: number;
	serviceWorkers?: "allow" | "block";
}

/** A kiosk at its start, in a language; everybody begins in the office's first one. */
async function openStart(
	browser: Browser,
	hub: Pick<HubProcess, "url">,
	kioskId: string,
	language: Language,
	{ serviceWorkers = "block", ...viewport }: KioskPanel,
) {
	const page = await openPage(browser, viewport, { hasTouch: true, serviceWorkers });
	const touch = (name: string | RegExp) => page.getByRole("button", { name }).first().tap();
	await page.goto(`${hub.url}/kiosk/?kiosk=${kioskId}`);
	await page.getByText(kioskWords.vi.touchToStart).waitFor();
	if (language === "en") await touch("English");
	return { page, touch };
}

/** The kiosk from its start to the number, by way of looking up, browsing and taking. */
export async function tourKiosk(
	browser: Browser,
	hub: Pick<HubProcess, "url">,
	language: Language,
	onScreen: OnScreen,
	panel: KioskPanel = sizes.kiosk,
): Promise<void> {
	const words = kioskWords[language];
	const { page, touch } = await openStart(browser, hub, "kiosk-1", language, panel);
	await onScreen("kiosk-start", page);
	await page.locator(".bar-comfort").tap();
	await page.getByText(words.comfort.title).waitFor();
	await onScreen("kiosk-comfort", page);
	await touch(words.done);
	await touch(words.touchToStart);
	await page.getByText(words.welcome).waitFor();
	await onScreen("kiosk-home", page);

	await touch(new RegExp(words.lookUp));
	const birth = language === "vi" ? /^Đăng ký khai sinh/ : /^Birth registration/;
	const tile = (name: string) => page.locator(".tile", { hasText: name }).first().tap();
	await page.locator(".tile").first().waitFor();
	await onScreen("kiosk-look-up", page);
	await tile(language === "vi" ? "Sinh con" : "A new baby");
	await page.getByRole("button", { name: birth }).first().waitFor();
	await onScreen("kiosk-event", page);
	await touch(words.back);
	await touch(words.browsing.byField);
	await page
		.locator(".tile", { hasText: language === "vi" ? "Hộ tịch" : "Civil status" })
		.waitFor();
	await onScreen("kiosk-fields", page);
	await tile(language === "vi" ? "Hộ tịch" : "Civil status");
	await page.getByRole("button", { name: birth }).first().waitFor();
	await onScreen("kiosk-list", page);

	await page.getByPlaceholder(words.searchPlaceholder).tap();
	for (const key of ["k", "h", "a", "i", words.space, "s", "i", "n", "h"]) {
		await page.getByRole("button", { name: key, exact: true }).tap();
	}
	await page.getByRole("button", { name: birth }).first().waitFor();
	await onScreen("kiosk-search", page);
	await page.getByRole("button", { name: birth }).first().tap();
	await page.getByText("Giấy chứng sinh").waitFor();
	await onScreen("kiosk-procedure", page);
	await touch(words.home);

	await touch(new RegExp(words.takeNumber));
	await page.getByText(words.chooseServiceHint).waitFor();
	await onScreen("kiosk-service", page);
	await page.locator(".service-tile").first().tap();
	await page.getByText(words.priorityTitle).waitFor();
	await onScreen("kiosk-priority", page);
	await touch(words.queue.also);
	await page.getByText(words.queue.alsoTitle).waitFor();
	await page.locator(".service-tile").nth(2).tap();
	await onScreen("kiosk-visit", page);
	await touch(words.queue.alsoDone);
	await page.getByText(words.queue.afterwards).waitFor();
	await onScreen("kiosk-priority-visit", page);
	await touch(words.noPriority);
	await page.getByText(words.paper.ready).waitFor();
	await onScreen("kiosk-number", page);
	await page.context().close();
}

/** A ticket whose code is read at a kiosk with a reader: printed again, given up; and a code that means nothing here. */
export async function tourHeld(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	panel: KioskPanel = sizes.kiosk,
): Promise<void> {
	const words = kioskWords[language];
	const taken = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", { serviceId: "cu-tru" });
	const { page, touch } = await openStart(browser, hub, "kiosk-2", language, panel);
	await touch(words.touchToStart);
	await touch(new RegExp(words.held.way));
	await page.getByText(words.held.scan).waitFor();
	await onScreen("kiosk-scan", page);
	await readCode(page, "001060012345|012345678|NGUYEN VAN A|01011960|Nam");
	await page.getByText(words.held.unread).waitFor();
	await onScreen("kiosk-scan-unread", page);
	await readCode(page, taken.body.followUrl);
	await page.getByText(taken.body.ticket.number).waitFor();
	await onScreen("kiosk-held", page);
	await touch(words.paper.tryAgain);
	await page.getByText(words.paper.ready).waitFor();
	await onScreen("kiosk-held-printed", page);
	await touch(words.held.giveUp);
	await page.getByText(words.held.sureHint).waitFor();
	await onScreen("kiosk-held-sure", page);
	await touch(words.held.yesGiveUp);
	await page.getByText(words.held.states.cancelled).waitFor();
	await onScreen("kiosk-held-cancelled", page);
	await readCode(page, `${hub.url}/t/${"A".repeat(22)}`);
	await page.getByText(words.held.unknown).waitFor();
	await onScreen("kiosk-held-unknown", page);
	await page.context().close();
}

/** Types as a reader of codes does, with Enter at the end. */
export function readCode(page: Page, text: string): Promise<void> {
	return typeAsReader(page, [...lettersOf(text), { key: "Enter", text: "\r" }]);
}

/** The same from a reader that forgets its Enter. */
export function readCodeWithoutEnter(page: Page, text: string): Promise<void> {
	return typeAsReader(page, lettersOf(text));
}

const lettersOf = (text: string) => [...text].map((letter) => ({ key: letter, text: letter }));

/** A key every 10 ms by the keyboard's own clock. All are sent at once: how long each takes to be answered is not its time. */
async function typeAsReader(page: Page, keys: { key: string; text: string }[]): Promise<void> {
	const session = await page.context().newCDPSession(page);
	const fromS = Date.now() / 1000;
	const presses = keys.flatMap((key, at) =>
		(["keyDown", "keyUp"] as const).map((type) =>
			session.send("Input.dispatchKeyEvent", { type, ...key, timestamp: fromS + at / 100 }),
		),
	);
	await Promise.all(presses);
	await session.detach();
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
	const { acts } = consoleWords[language];
	const page = await openPage(browser, viewport);
	await page.goto(`${hub.url}/staff/`);
	await page.getByLabel(staffWords.vi.username).waitFor();
	await unfold(page);
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
	await page.getByRole("button", { name: acts.callNext }).click();
	await page.getByText(words.ticketState.called).waitFor();
	await onScreen("staff-called", page);
	await page.getByRole("button", { name: acts.start }).click();
	await page.getByText(words.ticketState.serving).first().waitFor();
	await onScreen("staff-serving", page);
	await page.getByRole("button", { name: acts.finish }).click();
	await page.getByText(words.nobodyHere).waitFor();
	await unfold(page);
	await page.getByRole("button", { name: acts.close }).click();
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

/** The small screen over a counter that serves somebody. */
export async function tourCounterScreen(
	browser: Browser,
	hub: HubProcess,
	onScreen: OnScreen,
): Promise<void> {
	const page = await openPage(browser, { width: 1024, height: 600 });
	await page.goto(`${hub.url}/display/counter/quay-2`);
	await page.locator(".counter-number").waitFor();
	await onScreen("counter-screen", page);
	await page.context().close();
}

/** In a narrow window the ways to other pages, and what is done with a counter, stand folded away. */
export async function unfold(page: Page): Promise<void> {
	for (const folded of [".top-bar[data-menu=folded] .top-more", "[data-more=folded] .head-more"]) {
		const button = page.locator(folded);
		if (await button.isVisible()) await button.click();
	}
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
	options: { hasTouch?: boolean; locale?: string; serviceWorkers?: "allow" | "block" } = {},
): Promise<Page> {
	const context = await browser.newContext({
		viewport,
		locale: "vi-VN",
		timezoneId: "Asia/Ho_Chi_Minh",
		// What a kiosk keeps on its machine is looked at where it is cut off, by itself, or renewed.
		serviceWorkers: "block",
		reducedMotion: "reduce",
		...options,
	});
	return context.newPage();
}
