import type { Browser, Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import { settingsWords } from "../../words/settings.ts";
import type { HubProcess } from "../hub-process.ts";
import { openAsAdmin } from "./tour-admin.ts";

/** The settings' page of an admin, at a section by its name. */
export async function openSettings(
	browser: Browser,
	hub: HubProcess,
	{ width = 1366, language = "vi" }: { width?: number; language?: Language } = {},
): Promise<Page> {
	const page = await openAsAdmin(browser, hub, "settings", language, { width, height: 900 });
	await page.locator(".settings-tabs").waitFor();
	return page;
}

/** Goes to a section by its name. */
export function tab(page: Page, name: string): Promise<void> {
	return page.locator(".settings-tabs button", { hasText: name }).click();
}

/** Saves as an admin does who has read what changes. */
export async function save(page: Page): Promise<void> {
	await page.locator(".settings-acts .button-primary:enabled").click();
	const { apply } = settingsWords.vi;
	await page.getByRole("dialog").getByRole("button", { name: apply }).click();
	await page.getByText(/Nay là phiên bản/).waitFor();
}
