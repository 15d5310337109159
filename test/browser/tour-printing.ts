import type { Browser, Page } from "playwright-core";
import type { Language } from "../../protocol/office.ts";
import type { JobReason, JobState, PrinterReason, PrinterState } from "../../protocol/printing.ts";
import { kioskWords } from "../../words/kiosk.ts";
import { printerWords } from "../../words/printers.ts";
import { staffWords } from "../../words/staff.ts";
import type { HubProcess } from "../hub-process.ts";
import { type StandIn, standInFor } from "./stand-in.ts";
import { type OnScreen, openPage, sizes, unfold } from "./tour.ts";
import { adminCookie } from "./tour-admin.ts";

/** What a kiosk says while its printer is not well, and of a slip that does not come as it should. */
export async function tourPaper(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.kiosk,
): Promise<void> {
	const words = kioskWords[language];
	const { reasons } = words.printer;
	const page = await openPage(browser, viewport, { hasTouch: true });
	const standIn = await standInFor(page);
	await printInStead(page);
	const touch = (name: string) => page.getByRole("button", { name }).first().tap();
	const says = (text: string) => page.getByText(text).first().waitFor();
	const printer = (state: PrinterState, ...why: PrinterReason[]) =>
		standIn.say(printerIs("printer-1", state, ...why));
	const job = (jobId: string, state: JobState, reason?: JobReason) =>
		standIn.say({ topic: "job", jobId, ticketId: null, state, ...(reason && { reason }) });

	/** Everybody begins in the office's first language. */
	const speak = async () => {
		await says(kioskWords.vi.touchToStart);
		if (language === "en") await touch("English");
	};

	await page.goto(`${hub.url}/kiosk/?kiosk=kiosk-1`);
	await says(kioskWords.vi.touchToStart);
	await standIn.isHeard();
	await speak();
	await printer("low", "paper-low");
	await says(words.printer.low);
	await onScreen("paper-low", page);
	await printer("blocked", "cover-open", "paper-out");
	await says(words.printer.coverOpen);
	await onScreen("paper-cover-open", page);
	await printer("ready");
	await says(words.printer.mended);
	await onScreen("paper-mended", page);
	await printer("blocked", "paper-out");
	await says(reasons["paper-out"]);
	await onScreen("paper-out", page);

	await touch(words.touchToStart);
	await page.locator(".home .notice").waitFor();
	await onScreen("paper-out-home", page);
	await touch(words.takeNumber);
	await page.locator(".screen-head .notice").waitFor();
	await onScreen("paper-out-service", page);
	await page
		.locator(".service-tile")
		.first()
		.tap({ position: { x: 60, y: 30 } });
	await says(words.priorityTitle);
	await onScreen("paper-out-priority", page);
	await touch(words.noPriority);
	await says(words.paper.waitingHint);
	await onScreen("paper-waiting", page);
	await printer("ready");
	await says(words.paper.printing);
	await onScreen("paper-printing", page);
	await job("job-1", "unconfirmed", "timeout");
	await says(words.paper.uncertain);
	await onScreen("paper-uncertain", page);
	await touch(words.paper.printAgain);
	await says(words.paper.notAgain);
	await onScreen("paper-not-again", page);
	await touch(words.paper.isHere);
	await says(words.paper.taken);
	await onScreen("paper-taken", page);
	await touch(words.done);
	await speak();

	await touch(words.touchToStart);
	await touch(words.takeNumber);
	await page
		.locator(".service-tile")
		.first()
		.tap({ position: { x: 60, y: 30 } });
	await touch(words.noPriority);
	await says(words.paper.printing);
	await job("job-2", "failed", "unreachable");
	await says(words.paper.failed);
	await onScreen("paper-failed", page);
	await touch(words.done);
	await speak();

	await touch(words.touchToStart);
	await touch(words.lookUp);
	await page.locator(".tile").first().tap();
	// Elsewhere than the touch before: a second touch of the same spot within half a second is the same touch.
	await page
		.locator(".row")
		.first()
		.tap({ position: { x: 60, y: 40 } });
	await touch(words.checklist.print);
	await says(words.checklist.printing);
	await onScreen("checklist-printing", page);
	await job("job-list", "confirmed");
	await says(words.checklist.ready);
	await onScreen("checklist-ready", page);
	await page.context().close();
}

/** The staff's page of printers, from a roll near its end to the test page that was blank at first; and what other pages say. */
export async function tourPrinters(
	browser: Browser,
	hub: HubProcess,
	language: Language,
	onScreen: OnScreen,
	viewport: { width: number; height: number } = sizes.staff,
): Promise<void> {
	const words = printerWords[language];
	const page = await openPage(browser, viewport);
	const [name = "", value = ""] = (await adminCookie(hub)).split("=");
	await page.context().addCookies([{ name, value, url: hub.url }]);
	const standIn = await standInFor(page);
	const says = (text: string) => page.getByText(text).first().waitFor();
	const address = (path: string) =>
		`${hub.url}/staff/?page=${path}${language === "en" ? "&lang=en" : ""}`;
	const printer = (state: PrinterState, ...why: PrinterReason[]) =>
		standIn.say(printerIs("printer-1", state, ...why));
	const test = () =>
		page.locator('[data-printer="printer-1"] .printer-acts button').first().click();

	await page.goto(address("printers"));
	await page.locator(".printer").first().waitFor();
	await standIn.isHeard();
	await printer("low", "paper-low");
	await says(words.walk.now["near-end"]);
	await onScreen("printers-low", page);
	await printer("blocked", "paper-out");
	await standIn.say(printerIs("printer-2", "offline", "unreachable"));
	await says(words.toDo.unreachable);
	await onScreen("printers-out", page);
	await printer("blocked", "cover-open", "paper-out");
	await says(words.walk.now["cover-open"]);
	await onScreen("printers-cover-open", page);
	await printer("ready");
	await says(words.walk.now["new-paper"]);
	await onScreen("printers-new-paper", page);
	await test();
	await says(words.walk.isClear);
	await onScreen("printers-test", page);
	await page.getByRole("button", { name: words.walk.blank }).click();
	await says(words.walk.blankHint);
	await onScreen("printers-blank", page);
	await test();
	await page.getByRole("button", { name: words.walk.clear }).click();
	await says(words.walk.now["goes-on"]);
	await onScreen("printers-goes-on", page);

	await unfold(page);
	await page.getByRole("link", { name: staffWords[language].desk }).click();
	await says(words.look);
	await onScreen("printers-alarm", page);
	await page.context().close();
}

/** What the hub of the tour would print is neither sent nor heard of: the tour says what becomes of it. */
async function printInStead(page: Page): Promise<void> {
	let jobs = 0;
	await page.route("**/api/tickets", async (route) => {
		const response = await route.fetch();
		const print = { jobId: `job-${++jobs}`, state: "queued" };
		await route.fulfill({ response, json: { ...(await response.json()), print } });
	});
	await page.route("**/api/tickets/*/print", (route) =>
		route.fulfill({
			status: 429,
			contentType: "application/problem+json",
			json: {
				type: "urn:motcua:problem:print/too-often",
				title: "Phiếu đã được in lại nhiều lần",
				status: 429,
				code: "print/too-often",
				detail:
					"Phiếu này không in lại được nữa tại máy lấy số. Vui lòng gặp cán bộ để được in lại.",
			},
		}),
	);
	await page.route("**/api/procedures/*/print", (route) =>
		route.fulfill({ json: { print: { jobId: "job-list", state: "printing" } } }),
	);
}

function printerIs(
	id: string,
	state: PrinterState,
	...reasons: PrinterReason[]
): Parameters<StandIn["say"]>[0] {
	return { topic: "printer", id, state, reasons, waiting: 0 };
}
