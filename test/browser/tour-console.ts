import type { Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import type { CallAnswer } from "../../protocol/staff.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { consoleWords } from "../../words/console.ts";
import { staffWords } from "../../words/staff.ts";
import { asker, signIn } from "../ask.ts";
import type { HubProcess } from "../hub-process.ts";
import { officerPassword } from "../prepared-accounts.ts";
import type { OnScreen } from "./tour.ts";

/**
 * Fills the lines of counter 1: a long one, people aside and missed. Answers with the number of somebody whom a colleague has sent there with a
 * note, who has a procedure, a priority and another service to go to.
 */
export async function fillLines(hub: HubProcess): Promise<string> {
	const ask = asker(hub.url);
	const mai = asker(hub.url, await signIn(hub.url, "mai", officerPassword));
	const act = async <T>(what: string, body: object = {}) =>
		(await mai<T>("POST", `/api/counters/quay-2/${what}`, body)).body;
	const take = async (more: object) =>
		(await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich", ...more })).body
			.ticket;
	const classes = ["nguoi-cao-tuoi", "nguoi-khuyet-tat", "thai-san-con-nho", "nguoi-co-cong"];
	const reasons = ["Thiếu bản sao giấy chứng sinh", "Đi photo sổ hộ khẩu", "", "Đi nộp phí"];
	for (let person = 0; person < 14; person++) {
		await take({ priorityClass: classes[person % 7] ?? null });
	}
	for (let person = 0; person < 9; person++) {
		const { ticket } = await act<CallAnswer>("call-next");
		if (!ticket) throw new Error("nobody waits");
		const reason = reasons[person % reasons.length];
		if (person % 2 === 0) await act("miss");
		else await act("park", reason ? { reason } : {});
	}
	const first = await take({
		procedureCode: "1.001193",
		priorityClass: "nguoi-co-cong",
		visit: ["cu-tru"],
	});
	await act("transfer", {
		ticketId: first.id,
		toServiceId: "chung-thuc",
		note: "Đã kiểm tra giấy chứng sinh, chờ anh ký xác nhận nơi cư trú của mẹ.",
	});
	return first.number;
}

/** The console of `lan` at counter 1, by keyboard, through all that it may look like. Closes the counter at the end. */
export async function tourConsole(
	page: Page,
	hub: HubProcess,
	language: Language,
	number: string,
	onScreen: OnScreen,
	outage: { begin(): Promise<void>; end(): Promise<void> },
): Promise<void> {
	const words = consoleWords[language];
	const said = staffWords[language];
	const admin = asker(hub.url, await signIn(hub.url));
	const key = (name: string) => page.keyboard.press(name);
	const dialog = page.getByRole("dialog");
	const back = async () => {
		await key("Escape");
		await dialog.waitFor({ state: "detached" });
	};
	const ready = (name: string) => page.locator(`[data-action="${name}"]:enabled`).waitFor();

	await page.getByText(said.nobodyHere).waitFor();
	await page.locator(".place").first().waitFor();
	await onScreen("console-idle", page);
	await ready("find");
	await key("f");
	await dialog.getByRole("textbox").fill(number.toLowerCase());
	await key("Enter");
	await page.locator('[data-act="call"]:enabled').waitFor();
	await key("g");
	await page.getByText(words.calling.hint).waitFor();
	await key("1");
	await page.locator(`.person.is-called[data-ticket="${number}"]`).waitFor();
	await page.locator(".papers-list").waitFor();
	await ready("start");
	await onScreen("console-called", page);
	await key("b");
	await page.locator(".person.is-serving").waitFor();
	await ready("finish");
	await page.locator(".papers-list input").first().check();
	await onScreen("console-serving", page);

	for (const [letter, name] of [
		["p", "parking"],
		["c", "transferring"],
		["t", "pausing"],
		["s", "services"],
		["f", "finding"],
		["q", "whole-line"],
		["n", "issuing"],
		["d", "closing"],
		["a", "handing-over"],
		["?", "keys"],
	] as const) {
		await key(letter);
		await dialog.waitFor();
		await onScreen(`console-${name}`, page);
		await back();
	}

	// Somebody far back in the line, out of turn: the sheet of a number, and the question why.
	await page.locator('[data-line="chung-thuc"] .place').last().click();
	await dialog.waitFor();
	await page.getByText(words.ticket.story.taken("").trim()).waitFor();
	await onScreen("console-ticket", page);
	await key("g");
	await page.getByRole("heading", { name: /ngoài thứ tự|out of turn/ }).waitFor();
	await onScreen("console-calling", page);
	await back();

	await key("z");
	await admin("POST", "/api/hall/stop", { reason: "power" });
	await page.locator('[data-action="call-next"]:disabled').waitFor();
	await onScreen("console-stopped", page);
	await admin("POST", "/api/hall/resume", {});
	await outage.begin();
	await page.locator('.console[data-away="yes"]').waitFor();
	await onScreen("console-away", page);
	await outage.end();
	await page.locator('.console[data-away="no"]').waitFor();

	await ready("pause");
	await key("t");
	await dialog.waitFor();
	await key("1");
	await dialog.waitFor({ state: "detached" });
	await page.getByText(words.pausing.choices[0] ?? "").waitFor();
	await onScreen("console-paused", page);
	await ready("close");
	await key("d");
	await dialog.waitFor();
	await page.locator('[data-answer="return"]').click();
	await page.getByText(said.chooseCounter).waitFor();
}

/** Opens the counter for `lan`, whose console it is. */
export async function openConsole(
	page: Page,
	hub: { url: string },
	language: Language,
	counter = "quay-1",
): Promise<void> {
	const lang = language === "en" ? "&lang=en" : "";
	await page.goto(`${hub.url}/staff/?counter=${counter}${lang}`);
	const words = staffWords[language];
	await page.getByLabel(words.username).fill("lan");
	await page.getByLabel(words.password).fill(officerPassword);
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: words.openCounter }).click();
	await page.locator(".console").waitFor();
}
