import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { OfficeView } from "../../protocol/office.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { inLanguage } from "../../words/language.ts";
import { asker } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { openScreen } from "./open-screen.ts";
import { everywhere } from "./panels.ts";
import { readCode } from "./tour.ts";

let browser: Browser;
let hub: HubProcess;
let office: OfficeView;
const faults: string[] = [];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	office = (await asker(hub.url)<OfficeView>("GET", "/api/office")).body;
});
afterEach(() => expect(faults.splice(0)).toEqual([]));
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

describe.each(everywhere)("at $width x $height in $language", ({ width, height, language }) => {
	const words = kioskWords[language];

	test("a number is three touches from the start screen, which tells what is open", async () => {
		const kiosk = await begin();
		for (const { name } of office.services) {
			await kiosk.locator(".start-service", { hasText: name[language] }).waitFor();
		}
		let touches = 0;
		const touch = async (target: Locator) => {
			touches += 1;
			await target.tap();
		};
		await touch(kiosk.getByRole("button", { name: words.touchToStart }));
		await touch(kiosk.getByRole("button", { name: nameOf("cu-tru") }));
		await touch(kiosk.getByRole("button", { name: words.noPriority }));
		expect(await numberOn(kiosk)).toMatch(/^C\d{3}$/);
		expect(touches).toBe(3);
		await kiosk.getByText(seatsOf("cu-tru")).waitFor();
		await kiosk.getByText(words.paper.ready).waitFor();
		await kiosk.context().close();
	});

	test("one number does several services, whoever has priority is asked in plain words, and both reach the hub", async () => {
		const kiosk = await begin();
		await kiosk.getByRole("button", { name: words.touchToStart }).tap();
		await kiosk.getByRole("button", { name: words.takeNumber }).tap();
		await kiosk.getByRole("button", { name: nameOf("ho-tich") }).tap();
		await kiosk.getByRole("button", { name: words.queue.also }).tap();
		await kiosk.getByRole("button", { name: nameOf("dat-dai") }).tap();
		await kiosk.getByRole("button", { name: nameOf("chung-thuc") }).tap();
		await kiosk.getByRole("button", { name: nameOf("dat-dai"), pressed: true }).tap();
		await kiosk.getByRole("button", { name: words.queue.alsoDone }).tap();
		const issued = kiosk.waitForResponse(
			(response) =>
				response.request().method() === "POST" && response.url().endsWith("/api/tickets"),
		);
		const older = office.priorityClasses[0];
		if (older?.hint === undefined) throw new Error("the sample says who has priority");
		await kiosk.getByText(inLanguage(older.hint, language)).waitFor();
		await kiosk.getByRole("button", { name: inLanguage(older.name, language) }).tap();
		const { ticket }: TicketAnswer = await (await issued).json();
		expect(ticket).toMatchObject({
			serviceId: "ho-tich",
			visit: ["chung-thuc"],
			priorityClass: older.id,
			language,
		});
		await kiosk.getByText(words.queue.afterwards).waitFor();
		await kiosk.getByText(nameOf("chung-thuc")).waitFor();
		await kiosk.context().close();
	});

	test("a slip under the reader is printed again, and its number given up when one says so twice", async () => {
		const ask = asker(hub.url);
		const { body } = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "kinh-doanh" });
		const kiosk = await begin();
		await readCode(kiosk, body.followUrl);
		await kiosk.getByText(body.ticket.number).waitFor();
		await kiosk.getByRole("button", { name: words.paper.tryAgain }).tap();
		await kiosk.getByText(words.paper.ready).waitFor();
		const now = async () =>
			(await ask<TicketAnswer>("GET", `/api/tickets/${body.ticket.id}`)).body.ticket.state;
		await kiosk.getByRole("button", { name: words.held.giveUp }).tap();
		// Elsewhere than the touch before: a second touch of the same spot within half a second is the same touch.
		const aside = { position: { x: 20, y: 20 } };
		await kiosk.getByRole("button", { name: words.held.keep }).tap(aside);
		expect(await now()).toBe("waiting");
		await kiosk.getByRole("button", { name: words.held.giveUp }).tap();
		await kiosk.getByRole("button", { name: words.held.yesGiveUp }).tap();
		await kiosk.getByText(words.held.states.cancelled).waitFor();
		expect(await now()).toBe("cancelled");
		expect(await kiosk.getByRole("button", { name: words.paper.tryAgain }).count()).toBe(0);
		await kiosk.getByRole("button", { name: words.done }).tap(aside);
		await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
		await kiosk.context().close();
	});

	async function begin(): Promise<Page> {
		const viewport = { width, height };
		const kiosk = await openScreen(browser, hub, "/kiosk/?kiosk=kiosk-2", faults, { viewport });
		await kiosk.getByText(kioskWords.vi.touchToStart).waitFor();
		if (language === "en") await kiosk.getByRole("button", { name: "English" }).tap();
		await kiosk.getByText(words.touchToStart).waitFor();
		return kiosk;
	}

	const serviceOf = (serviceId: string) => {
		const service = office.services.find(({ id }) => id === serviceId);
		if (service === undefined) throw new Error(`the sample has no ${serviceId}`);
		return service;
	};
	const nameOf = (serviceId: string) => inLanguage(serviceOf(serviceId).name, language);
	const seatsOf = (serviceId: string) => {
		const { seats } = serviceOf(serviceId);
		if (seats === undefined) throw new Error(`the sample has no seats for ${serviceId}`);
		return inLanguage(seats, language);
	};
});

test("a procedure's code under the reader shows it while one types, and leaves what was typed", async () => {
	const kiosk = await openUpright();
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
	await kiosk.getByRole("button", { name: /^Tra cứu thủ tục/ }).tap();
	await kiosk.getByRole("searchbox").tap();
	await kiosk.keyboard.type("kết hôn", { delay: 80 });
	await kiosk.waitForTimeout(200);
	await readCode(kiosk, "1.001193");
	await kiosk.getByRole("heading", { name: "Đăng ký khai sinh" }).waitFor();
	await kiosk.getByRole("button", { name: "Quay lại" }).tap();
	await expect.poll(() => kiosk.getByRole("searchbox").inputValue()).toBe("kết hôn");
	await kiosk.context().close();
});

test("what an identity card says under the reader stands nowhere", async () => {
	const kiosk = await openUpright();
	await kiosk.getByRole("button", { name: "Chạm để bắt đầu" }).tap();
	await kiosk.getByRole("button", { name: /^Tra cứu thủ tục/ }).tap();
	await kiosk.getByRole("searchbox").tap();
	await readCode(kiosk, "001060012345|012345678|NGUYEN VAN BINH|01011960|Nam|Xa Mau|01012021");
	await kiosk.getByText("Mã này không phải phiếu lấy số").waitFor();
	expect(await kiosk.content()).not.toMatch(/BINH|001060012345/i);
	await kiosk.getByRole("button", { name: "Quay lại" }).tap();
	await expect.poll(() => kiosk.getByRole("searchbox").inputValue()).toBe("");
	await kiosk.context().close();
});

test("a slip that is held there before all screens are here is shown as soon as they are", async () => {
	const { body } = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "kinh-doanh",
	});
	const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
	const kiosk = await context.newPage();
	let letCome = () => {};
	const held = new Promise<void>((resolve) => {
		letCome = resolve;
	});
	await kiosk.route("**/assets/later-*.js", async (route) => {
		await held;
		await route.continue();
	});
	await kiosk.goto(`${hub.url}/kiosk/?kiosk=kiosk-2`);
	await kiosk.getByText("Chạm để bắt đầu").waitFor();
	await readCode(kiosk, body.followUrl);
	await kiosk.locator(".app-opening").waitFor();
	letCome();
	await kiosk.getByText(body.ticket.number).waitFor();
	await context.close();
});

test("while nobody begins, the office's notices come by turns", async () => {
	const context = await browser.newContext({
		viewport: { width: 1080, height: 1920 },
		hasTouch: true,
	});
	const kiosk = await context.newPage();
	await kiosk.clock.install();
	await kiosk.goto(`${hub.url}/kiosk/`);
	const titles = office.slides.map(({ title }) => title?.vi ?? "");
	const shown = kiosk.locator(".start-slide-title");
	await shown.waitFor();
	const seen: string[] = [];
	for (let turn = 0; turn < titles.length; turn++) {
		seen.push(await shown.innerText());
		await kiosk.clock.runFor(12_000);
	}
	expect([...seen].sort()).toEqual([...titles].sort());
	expect(await shown.innerText()).toBe(seen[0]);
	await context.close();
});

async function openUpright(): Promise<Page> {
	const viewport = { width: 1080, height: 1920 };
	const kiosk = await openScreen(browser, hub, "/kiosk/?kiosk=kiosk-2", faults, { viewport });
	await kiosk.getByText("Chạm để bắt đầu").waitFor();
	return kiosk;
}

async function numberOn(kiosk: Page): Promise<string> {
	const figure = kiosk.locator(".number-figure");
	await figure.waitFor();
	return figure.innerText();
}
