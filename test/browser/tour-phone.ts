import type { Browser, Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { hallWords } from "../../words/hall.ts";
import { phoneWords } from "../../words/phone.ts";
import { asker } from "../ask.ts";
import type { HubProcess } from "../hub-process.ts";
import { startLosingProxy } from "../losing-proxy.ts";
import { type OnScreen, openPage, sizes } from "./tour.ts";
import { adminCookie } from "./tour-admin.ts";

const counter = "/api/counters/quay-5";

/** One's own phone from the number to the end, by every way that a ticket can go. Leaves the hall as it was. */
export async function tourPhone(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.phone,
): Promise<void> {
	const words = phoneWords[language];
	const ask = asker(hub.url, await adminCookie(hub));
	const proxy = await startLosingProxy(hub.url);
	const page = await openPage(browser, viewport, { hasTouch: true });

	const officer = async (what: string, body: object = {}) => {
		const { status, body: answer } = await ask("POST", `${counter}/${what}`, body);
		if (status !== 200) throw new Error(`${what}: ${JSON.stringify(answer)}`);
	};
	const take = async (more: object = {}) => {
		const body = { serviceId: "kinh-doanh", language, ...more };
		return (await ask<TicketAnswer>("POST", "/api/tickets", body)).body.ticket;
	};
	const touch = (name: string) => page.getByRole("button", { name, exact: true }).tap();
	const stands = (state: string) => page.locator(`.phone[data-state=${state}]`).waitFor();
	const shows = (text: string) => page.getByText(text, { exact: true }).first().waitFor();
	const follow = async (ticketId: string) => {
		await page.goto(`${proxy.url}/t/${ticketId}`);
		await page.locator(`html[lang=${language}] .phone-number`).waitFor();
		// The office's name and the live view come by ways of their own.
		await page.locator(".phone-head").getByText(/Mẫu/).waitFor();
		await page.locator(".phone-button.is-quiet:enabled").waitFor();
	};
	/** Calls one after the other until it is this one's turn; shows each place in the line. */
	const callUpTo = async (ticketId: string, onAhead?: (ahead: number) => Promise<void>) => {
		for (;;) {
			const { body } = await ask<TicketAnswer>("GET", `/api/tickets/${ticketId}`);
			if (body.ahead === null) return;
			await onAhead?.(body.ahead);
			await officer("call-next");
		}
	};

	await officer("open");
	for (let others = 0; others < 5; others++) await take();
	const own = await take({ visit: ["xa-hoi"] });
	await follow(own.id);
	await shows(words.waiting);
	await onScreen("phone-waiting", page);
	await touch(words.giveUp.ask);
	await shows(words.giveUp.title);
	await onScreen("phone-give-up", page);
	await touch(words.giveUp.no);
	await touch(words.bell.turnOn);
	await shows(words.bell.turnOff);
	await onScreen("phone-bell-on", page);
	const stopped = hallWords[language].stopped;
	await ask("POST", "/api/hall/stop", { reason: "power" });
	await shows(stopped.power.title);
	await onScreen("phone-stopped", page);
	await ask("POST", "/api/hall/stop", { reason: "evacuation" });
	await shows(stopped.evacuation.title);
	await onScreen("phone-evacuation", page);
	await ask("POST", "/api/hall/resume", {});
	await shows(words.waiting);
	await proxy.shut();
	await shows(words.stale);
	await onScreen("phone-cut-off", page);
	await proxy.open();
	await page.getByText(words.stale).waitFor({ state: "detached" });

	await callUpTo(own.id, async (ahead) => {
		if (ahead === 2) {
			await shows(words.people(2));
			await onScreen("phone-soon", page);
		}
		if (ahead === 0) {
			await shows(words.next);
			await onScreen("phone-next", page);
		}
	});
	await stands("called");
	await onScreen("phone-called", page);
	await officer("recall");
	await shows(words.calledAgain(2));
	await onScreen("phone-called-again", page);
	await touch(words.giveUp.ask);
	await shows(words.giveUp.title);
	await onScreen("phone-called-give-up", page);
	await touch(words.giveUp.no);
	await proxy.shut();
	await shows(words.stale);
	await onScreen("phone-called-cut-off", page);
	await proxy.open();
	await page.getByText(words.stale).waitFor({ state: "detached" });
	await officer("start");
	await stands("serving");
	await onScreen("phone-serving", page);
	await officer("finish");
	await stands("waiting");
	await onScreen("phone-moved-on", page);

	const other = await take();
	await follow(other.id);
	await callUpTo(other.id);
	await officer("park");
	await stands("parked");
	await onScreen("phone-parked", page);
	await officer("unpark", { ticketId: other.id });
	await callUpTo(other.id);
	await officer("miss");
	await stands("missed");
	await onScreen("phone-missed", page);
	await officer("restore", { ticketId: other.id });
	await callUpTo(other.id);
	await officer("finish");
	await stands("done");
	await onScreen("phone-done", page);

	const last = await take();
	await follow(last.id);
	await touch(words.giveUp.ask);
	await touch(words.giveUp.yes);
	await stands("cancelled");
	await onScreen("phone-cancelled", page);

	await unknownTicket(page, proxy.url, language);
	await onScreen("phone-unknown", page);

	await officer("close");
	await ask("DELETE", `/api/tickets/${own.id}`);
	await page.context().close();
	await proxy.shut();
}

async function unknownTicket(page: Page, url: string, language: Language): Promise<void> {
	await page.goto(`${url}/t/${"A".repeat(22)}`);
	await page.getByText(phoneWords.vi.unknown).waitFor();
	if (language === "en") await page.getByRole("button", { name: "English" }).tap();
	await page.getByRole("heading", { level: 1, name: phoneWords[language].unknown }).waitFor();
}
