import type { Browser, Page } from "playwright-core";
import type { PairingAsked } from "../../protocol/devices.ts";
import type { Language } from "../../protocol/office.ts";
import { accountWords } from "../../words/accounts.ts";
import { consoleWords } from "../../words/console.ts";
import { deviceWords } from "../../words/devices.ts";
import { logWords } from "../../words/log.ts";
import { staffWords } from "../../words/staff.ts";
import { asker, signIn } from "../ask.ts";
import type { HubProcess } from "../hub-process.ts";
import { type OnScreen, openPage, sizes, unfold } from "./tour.ts";

/** Two screens on other machines that an admin has let in, and one that waits. */
export async function pairDevices(hub: HubProcess): Promise<void> {
	const admin = asker(hub.url, await adminCookie(hub));
	const askFrom = async (address: string, role: string, place: string) => {
		const { body } = await asker(hub.url)<PairingAsked>(
			"POST",
			"/api/devices/pairings",
			{ role, place },
			{ "x-forwarded-for": address },
		);
		return body.code;
	};
	for (const [role, place, name] of [
		["board", "sanh", "Bảng lớn ở sảnh"],
		["kiosk", "kiosk-2", "Máy lấy số cửa phụ"],
	] as const) {
		const code = await askFrom("192.168.1.31", role, place);
		await admin("POST", "/api/admin/devices/accept", { code, name });
	}
	await askFrom("192.168.1.32", "board", "tang-2");
}

/** What an admin does with accounts, and what becomes of a counter that closes, is handed over, or whose officer signs out. */
export async function tourAccounts(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = staffWords[language];
	const { own, list, form, password } = accountWords[language];
	const { acts } = consoleWords[language];
	// Of its own: it ends with signing out.
	const cookie = await signIn(hub.url);
	const page = await openAsAdmin(browser, hub, "accounts", language, viewport, cookie);
	const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
	await page.getByRole("heading", { name: list.title }).waitFor();
	await page.getByRole("row", { name: /Phạm Thị Mai/ }).waitFor();
	await onScreen("accounts-list", page);
	await unfold(page);
	await press(list.editOf("Phạm Thị Mai"));
	await page.getByLabel(password.next).fill("quên rồi thì đặt lại");
	await press(form.set);
	await page.getByText(form.passwordSet).waitFor();
	await onScreen("accounts-edit", page);
	await press(list.add);
	await page.getByText(form.usernameHint).waitFor();
	await onScreen("accounts-add", page);
	await page.getByRole("link", { name: own.title }).click();
	await page.getByRole("button", { name: own.everywhere }).waitFor();
	await onScreen("accounts-own", page);

	await page.getByRole("link", { name: words.desk }).click();
	await page.getByRole("radio", { name: /6/ }).check();
	await press(words.openCounter);
	await press(acts.callNext);
	await page.getByText(words.ticketState.called).waitFor();
	await unfold(page);
	await press(acts.close);
	await page.getByText(words.closing.ask).waitFor();
	await onScreen("staff-closing", page);
	await press(words.closing.stay);
	await press(acts.handOver);
	await page.getByText(words.handingOver.hint).waitFor();
	await onScreen("staff-handing-over", page);
	await press(words.handingOver.stay);
	await press(words.signOut);
	await page.getByText(words.leaving.ask).waitFor();
	await onScreen("staff-leaving", page);
	await press(words.leaving.close);
	await page.getByText(words.closing.ask).waitFor();
	await press(words.closing.return);
	await page.getByRole("heading", { name: words.signIn }).waitFor();
	await page.context().close();
}

/** The devices: one found by its code, and one about to be revoked. */
export async function tourDevices(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = deviceWords[language];
	const page = await openAsAdmin(browser, hub, "devices", language, viewport);
	await page.getByText("tang-2").waitFor();
	await onScreen("devices", page);
	await page.getByLabel(words.code).fill("0000 0000");
	await page.getByRole("button", { name: words.find }).click();
	await page.locator(".pair .notice").waitFor();
	await page.getByRole("button", { name: words.revokeOf("Bảng lớn ở sảnh") }).click();
	await page.getByText(words.revokeAsk("Bảng lớn ở sảnh")).waitFor();
	await onScreen("devices-revoking", page);
	await page.context().close();
}

/** The log: the day, what a search finds, and one that finds nothing. */
export async function tourLog(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = logWords[language];
	const page = await openAsAdmin(browser, hub, "log", language, viewport);
	await page.getByRole("cell", { name: "admin" }).first().waitFor();
	await onScreen("log", page);
	await page.getByLabel(words.kind).selectOption("devices");
	await page.getByRole("button", { name: words.apply, exact: true }).click();
	await page.locator('[data-type="device-paired"]').first().waitFor();
	await page.locator('[data-type="signed-in"]').first().waitFor({ state: "detached" });
	await onScreen("log-devices", page);
	await page.getByLabel(words.words).fill("Z999");
	await page.keyboard.press("Enter");
	await page.getByText(words.noneFound).waitFor();
	await onScreen("log-nothing", page);
	await page.context().close();
}

const cookies = new Map<string, Promise<string>>();

/** The session in which the tours do an admin's work, one for each hub. */
export function adminCookie({ url }: HubProcess): Promise<string> {
	const cookie = cookies.get(url) ?? signIn(url);
	cookies.set(url, cookie);
	return cookie;
}

/** A page of the staff's, opened by an admin who is signed in. */
export async function openAsAdmin(
	browser: Browser,
	hub: HubProcess,
	path: string,
	language: Language,
	viewport: { width: number; height: number },
	cookie?: string,
): Promise<Page> {
	const page = await openPage(browser, viewport);
	const [name = "", value = ""] = (cookie ?? (await adminCookie(hub))).split("=");
	await page.context().addCookies([{ name, value, url: hub.url }]);
	await page.goto(`${hub.url}/staff/?page=${path}${language === "en" ? "&lang=en" : ""}`);
	return page;
}
