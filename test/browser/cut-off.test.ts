import { setTimeout as pause } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../protocol/office.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import type { LosingProxy } from "../losing-proxy.ts";
import { badTargets, cutTexts, lostTexts, modes, setMode } from "./fitting.ts";
import { inOwnLobby, type OwnLobby } from "./own-lobby.ts";
import { isEveryScreen, small, upright } from "./panels.ts";
import { fillHall, hallDirectory, tourHeld, tourKiosk } from "./tour.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => {
	await browser.close();
	await removeTemporaryDirectories();
});

/** A test in a hall of its own with people in it. */
function lobby(name: string, use: (at: OwnLobby) => Promise<void>, timeoutMs?: number): void {
	test.concurrent(name, () => inOwnLobby(openHall, use), timeoutMs);
}

async function openHall(): Promise<HubProcess> {
	const hub = await startHubProcess({ DATA_DIR: await hallDirectory() });
	await fillHall(hub);
	return hub;
}

/** Screens on which something could be asked of the hub, and what says that it cannot: the band does so everywhere. */
const saysSo: Record<string, "title" | "onStart" | "held" | "band"> = {
	"kiosk-start": "onStart",
	"kiosk-home": "title",
	"kiosk-service": "title",
	"kiosk-priority": "title",
	"kiosk-priority-visit": "title",
	"kiosk-procedure": "title",
	"kiosk-held": "held",
	"kiosk-held-printed": "band",
	"kiosk-held-sure": "band",
};

/** What can be touched there and would ask for a number or act on one. */
const asks =
	".home-way.button-primary, .service-tiles .service-tile, .priority-classes button, .take-number, .held-ways .button-choice";

/** Cuts the kiosk off at a screen, looks at it, and lets it come back. */
async function cutAndBack(
	proxy: LosingProxy,
	name: string,
	page: Page,
	language: Language,
): Promise<void> {
	const words = kioskWords[language];
	const stale = page.locator(".band-stale");
	// Once all of the page is there: one that lacks a part begins anew when its hub is back.
	await page.waitForLoadState("networkidle");
	await proxy.shut();
	await stale.waitFor({ timeout: 10_000 });
	const said = saysSo[name];
	if (said !== undefined) {
		if (said !== "band") await page.getByText(words.cutOff[said]).first().waitFor();
		const able = page.locator(asks).and(page.locator(":enabled"));
		await able.first().waitFor({ state: "detached", timeout: 10_000 });
	}
	// A notice is what may be too much for a screen: where one stands it must fit however the screen is had.
	for (const { name: mode, marks } of said === undefined ? modes.slice(0, 1) : modes) {
		await setMode(page, marks);
		const faults = [await cutTexts(page), await lostTexts(page), await badTargets(page)];
		expect([name, mode, faults]).toEqual([name, mode, [[], [], []]]);
	}
	await setMode(page, {});
	await proxy.open();
	await stale.waitFor({ state: "detached", timeout: 5_000 });
	if (said !== undefined && said !== "band") {
		await page.getByText(words.cutOff[said]).first().waitFor({ state: "detached" });
	}
}

describe.concurrent.each([
	["vi", upright],
	["en", small],
] as const)("in %s, at %o", (language, viewport) => {
	lobby(
		"a kiosk that is cut off says so at every screen, offers no number, and goes on where it was",
		async (at) => {
			const { proxy, hub } = at;
			const seen: string[] = [];
			const panel = { ...viewport, serviceWorkers: "allow" } as const;
			const onScreen = async (name: string, page: Page) => {
				seen.push(name);
				// In both languages where it says something of its own.
				if (language === "en" && !isEveryScreen && (saysSo[name] ?? "band") === "band") return;
				await cutAndBack(proxy, name, page, language);
			};
			await tourKiosk(browser, hub, language, onScreen, panel);
			await tourHeld(browser, hub, language, onScreen, panel);
			expect(Object.keys(saysSo).filter((name) => !seen.includes(name))).toEqual([]);
		},
		300_000,
	);
});

async function openKiosk({ hub }: OwnLobby): Promise<Page> {
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
		reducedMotion: "reduce",
	});
	const page = await context.newPage();
	await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await page.locator(".start").waitFor();
	return page;
}

/** Until all that it needs while its hub is away lies on its own machine. */
async function isKept(page: Page): Promise<void> {
	const keeps = () =>
		page.evaluate(async () => {
			const counts = await Promise.all(
				["catalogue", "office"].map(async (name) => {
					const cache = await caches.open(name);
					return (await cache.keys()).length;
				}),
			);
			return navigator.serviceWorker.controller !== null && counts.join() === "2,2";
		});
	const until = Date.now() + 30_000;
	while (!(await keeps())) {
		if (Date.now() > until) throw new Error("the kiosk does not keep what it needs");
		await pause(200);
	}
}

describe.concurrent("a kiosk that is started while its hub is away", () => {
	lobby(
		"finds, shows a procedure whole, says that there are no numbers, and gives one when the hub is back",
		async (at) => {
			const { proxy } = at;
			const page = await openKiosk(at);
			await isKept(page);
			await proxy.shut();
			await page.reload();
			await page.locator(".start").waitFor();
			await page.getByText(kioskWords.vi.cutOff.onStart).waitFor();
			await page.locator(".start").tap();
			await page.getByRole("button", { name: "Tra cứu thủ tục" }).tap();
			await page.getByRole("button", { name: /^Sinh con/ }).waitFor();
			await page.getByRole("searchbox").tap();
			for (const key of ["k", "h", "a", "i", "Dấu cách", "s", "i", "n", "h"]) {
				await page.getByRole("button", { name: key, exact: true }).tap();
			}
			await page
				.getByRole("button", { name: /^Đăng ký khai sinh/ })
				.first()
				.tap();
			await page.getByText("Giấy chứng sinh").waitFor();
			await page.getByText(kioskWords.vi.cutOff.title).waitFor();

			await proxy.open();
			await page.getByRole("button", { name: "Lấy số làm thủ tục này" }).tap();
			await page.getByRole("button", { name: "Không ưu tiên" }).tap();
			await page.locator(".number-figure").waitFor();
		},
	);

	lobby(
		"says so where its hub goes before the page has all of itself, and is whole when it comes back",
		async (at) => {
			const { proxy, hub } = at;
			const context = await browser.newContext({ hasTouch: true, serviceWorkers: "block" });
			let isCut = false;
			await context.route("**/assets/live-*.js", async (route) => {
				if (!isCut) await proxy.shut();
				isCut = true;
				await route.continue();
			});
			const page = await context.newPage();
			await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
			await page.locator(".band-stale").waitFor();
			await page.getByText(kioskWords.vi.cutOff.onStart).waitFor();

			await proxy.open();
			await page.locator(".band-stale").waitFor({ state: "detached" });
			await page.locator(".start").tap();
			await page.getByRole("button", { name: /Chứng thực/ }).waitFor();
			await expect(page.getByText(kioskWords.vi.cutOff.title).count()).resolves.toBe(0);
		},
	);

	lobby("takes nothing later for whoever was refused", async (at) => {
		const { whole, proxy } = at;
		const page = await openKiosk(at);
		await isKept(page);
		const ask = asker(whole.url);
		const ledger = async () => (await ask<{ ledger: object }>("GET", "/api/health")).body.ledger;
		const before = await ledger();
		await page.locator(".start").tap();
		await page.getByRole("button", { name: /Chứng thực/ }).tap();
		await page.getByRole("button", { name: "Không ưu tiên" }).waitFor();
		await proxy.shut();
		// Before the kiosk itself knows.
		await page.getByRole("button", { name: "Không ưu tiên" }).tap();
		await page.getByText(kioskWords.vi.cutOff.title).waitFor({ timeout: 20_000 });
		await proxy.open();
		await page.locator(".band-stale").waitFor({ state: "detached" });
		await page.getByRole("button", { name: "Trang chủ" }).tap();
		await page.getByRole("button", { name: "Tra cứu thủ tục" }).waitFor();
		expect(await ledger()).toEqual(before);
		expect(proxy.heads.filter((head) => head.startsWith("POST /api/tickets "))).toEqual([]);
	});
});
