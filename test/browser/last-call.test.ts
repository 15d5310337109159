import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { QueueAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { displayWords } from "../../words/display.ts";
import { phoneWords } from "../../words/phone.ts";
import { launchChromium } from "../chromium.ts";
import { removeTemporaryDirectories } from "../hub-process.ts";
import { axeFaults } from "./accessible.ts";
import { brokenWords, cutTexts, overlaidTexts } from "./fitting.ts";
import { type LargeHall, openLargeHall } from "./large-hall.ts";
import { openPage } from "./tour.ts";

const counterId = "quay-1";
const wide = { width: 1920, height: 1080 };
const tall = { width: 1080, height: 1920 };

let browser: Browser;
let hall: LargeHall;
/** Whose last call it is. */
let ticket: TicketAnswer["ticket"];

beforeAll(async () => {
	browser = await launchChromium();
	hall = await openLargeHall({
		counters: 6,
		services: 7,
		boards: [
			{ id: "hai-tieng", arrows: { left: [counterId] } },
			{ id: "anh", languages: ["en"] },
		],
		change: () => ({ tickets: { recallsUntilMissed: 1 } }),
	});
	const { body: queue } = await hall.ask<QueueAnswer>("GET", "/api/queue?counter=quay-1");
	const id = queue.waiting[0]?.id;
	await act("call-next");
	ticket = (await hall.ask<TicketAnswer>("GET", `/api/tickets/${id}`)).body.ticket;
});
afterAll(async () => {
	await browser.close();
	await hall.hub.stop();
	await removeTemporaryDirectories();
});

async function act(what: string): Promise<void> {
	const { status } = await hall.ask("POST", `/api/counters/${counterId}/${what}`, {});
	expect([what, status]).toEqual([what, 200]);
}

async function open(path: string, size = wide): Promise<Page> {
	const page = await openPage(browser, size);
	await page.goto(hall.hub.url + path);
	await page.locator(".call-number, .counter-number, .phone-number").first().waitFor();
	return page;
}

async function expectWhole(page: Page): Promise<void> {
	expect({
		cut: await cutTexts(page),
		broken: await brokenWords(page),
		overlaid: await overlaidTexts(page),
		axe: page.viewportSize()?.height === tall.height ? [] : await axeFaults(page),
	}).toEqual({ cut: [], broken: [], overlaid: [], axe: [] });
}

test("a last call is said to be the last on boards, over its counter and on the phone, until somebody comes", async () => {
	const { vi, en } = displayWords;
	const board = await open("/display/board?board=hai-tieng");
	const phone = await open(`/t/${ticket.id}`, { width: 360, height: 640 });
	await act("recall");
	await board.locator(".call-now.is-lit .is-last", { hasText: vi.board.lastCall }).waitFor();
	await board.getByText(en.board.callLast(ticket.number, "1")).waitFor();
	await expectWhole(board);
	await phone.getByText(phoneWords.vi.lastCall, { exact: true }).waitFor();
	await phone.getByText(phoneWords.vi.lastCallHint).waitFor();
	await expectWhole(phone);
	await phone.getByRole("button", { name: phoneWords.vi.language }).click();
	await phone.getByText(phoneWords.en.lastCall, { exact: true }).waitFor();
	await expectWhole(phone);

	// Who opens a screen only now is told the same.
	const others: Page[] = [];
	for (const size of [wide, tall]) {
		const english = await open("/display/board?board=anh", size);
		await english.locator(".call-now .is-last", { hasText: en.board.lastCall }).waitFor();
		await expectWhole(english);
		const counter = await open(`/display/counter/${counterId}`, size);
		await counter.locator(".counter-said.is-last", { hasText: vi.counter.lastCall }).waitFor();
		await counter.locator(".is-last", { hasText: en.counter.lastCall }).waitFor();
		await expectWhole(counter);
		others.push(english, counter);
	}
	await board.setViewportSize(tall);
	await expectWhole(board);

	await act("start");
	for (const page of [board, phone, ...others]) {
		await page.getByText(/Gọi lần cuối|Last call/).waitFor({ state: "detached" });
		await page.context().close();
	}
});
