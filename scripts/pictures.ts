import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import type { Language } from "../protocol/office.ts";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { readSimulation } from "../simulate/options.ts";
import { asPage } from "../simulate/report/page.ts";
import { simulate } from "../simulate/simulation.ts";
import { asker } from "../test/ask.ts";
import { modes, setMode } from "../test/browser/fitting.ts";
import { openHall } from "../test/browser/hall.ts";
import {
	sizes,
	tourBoard,
	tourCounterScreen,
	tourKiosk,
	tourPages,
	tourStaff,
} from "../test/browser/tour.ts";
import {
	openAsAdmin,
	pairDevices,
	tourAccounts,
	tourDevices,
	tourLog,
} from "../test/browser/tour-admin.ts";
import { tourHallPage } from "../test/browser/tour-hall.ts";
import { tourPhone } from "../test/browser/tour-phone.ts";
import { ensureChromium } from "../test/chromium.ts";
import { projectRoot } from "../test/hub-process.ts";
import { pastDay, writePastDay } from "../test/past-day.ts";
import { reportWords } from "../words/reports.ts";
import { settingsWords } from "../words/settings.ts";

/**
 * Takes a picture of every screen at its real size in both languages, and of a printed ticket, into dist/pictures; those that the docs
 * show are copied to docs/pictures.
 */
const folder = join(projectRoot, "dist/pictures");
const docsFolder = join(projectRoot, "docs/pictures");
const shownInEnglish = [
	"kiosk-home",
	"kiosk-procedure",
	"kiosk-number",
	"staff-called",
	"hall-page",
	"report",
	"settings",
	"phone-waiting",
	"simulated-day",
	"simulated-counters",
	"ticket",
];

for (const one of [folder, docsFolder]) {
	await rm(one, { recursive: true, force: true });
	await mkdir(one, { recursive: true });
}
ensureChromium();
const { browser, hub, close } = await openHall(writePastDay);
await pairDevices(hub);

await tourBoard(browser, hub, pictureAs(""));
await tourCounterScreen(browser, hub, pictureAs(""));
for (const language of ["vi", "en"] as const) {
	const picture = pictureAs(`-${language}`);
	await tourStaff(browser, hub, language, picture);
	await tourAccounts(browser, hub, language, picture);
	await tourDevices(browser, hub, language, picture);
	await tourLog(browser, hub, language, picture);
	await tourHallPage(browser, hub, language, picture);
	await tourOffice(language, picture);
	await tourPhone(browser, hub, language, picture);
	await tourKiosk(browser, hub, language, picture);
	await tourKiosk(browser, hub, language, async (name, page) => {
		if (name !== "kiosk-home") return;
		for (const { name: mode, marks } of modes) {
			await setMode(page, marks);
			await picture(`${name}-${mode.replaceAll(" ", "-")}`, page);
		}
		await setMode(page, {});
	});
	await tourPages(browser, hub, language, picture);
	await printTicket(language);
	await tourSimulations(language);
}
await close();

function pictureAs(ending: string) {
	return async (name: string, page: Page) => {
		await page.evaluate(() => document.fonts.ready);
		const file = `${name}${ending}.png`;
		await page.screenshot({ path: join(folder, file), animations: "disabled" });
		await keep(file);
	};
}

/** Takes a number for a birth at the kiosk's printer and keeps the picture of the paper. */
async function printTicket(language: "vi" | "en"): Promise<void> {
	const ask = asker(hub.url);
	const { body } = await ask<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "ho-tich",
		procedureCode: "1.001193",
		priorityClass: "nguoi-cao-tuoi",
		kioskId: "kiosk-2",
		language,
	});
	let state: string | undefined;
	while (state !== "confirmed") {
		state = (await ask<TicketAnswer>("GET", `/api/tickets/${body.ticket.id}`)).body.print?.state;
		if (state === "failed") throw new Error("the virtual printer failed");
	}
	const printed = join(hub.dataDir, "printers/printer-2");
	const file = (await readdir(printed)).find((name) => name.includes(`${body.print?.jobId}.png`));
	if (!file) throw new Error("the ticket's picture is not there");
	await copyFile(join(printed, file), join(folder, `ticket-${language}.png`));
	await keep(`ticket-${language}.png`);
}

/** What a head of office reads in the evening, and where the office is changed. */
async function tourOffice(
	language: Language,
	picture: (name: string, page: Page) => Promise<void>,
): Promise<void> {
	const report = await openAsAdmin(browser, hub, "report", language, sizes.staff);
	await report.getByLabel(reportWords[language].day).selectOption(pastDay);
	// Of a day that is over nothing can be brought up to date.
	await report
		.getByRole("button", { name: reportWords[language].again })
		.waitFor({ state: "detached" });
	await picture("report", report);
	await report.context().close();
	const settings = await openAsAdmin(browser, hub, "settings", language, sizes.staff);
	const services = settingsWords[language].places.services;
	await settings.locator(".settings-tabs button", { hasText: services }).click();
	await picture("settings", settings);
	await settings.context().close();
}

/** The simulator's reports: waits of some typical days, and how many counters a results day needs. */
async function tourSimulations(language: Language): Promise<void> {
	const office = ["--office", join(projectRoot, "config/offices/sample-hours.json")];
	const reports = {
		"simulated-day": [...office, "--days", "20"],
		"simulated-counters": [
			...office,
			...["--day", "results-day", "--days", "20", "--sweep", "counters=4..12"],
		],
	};
	for (const [name, args] of Object.entries(reports)) {
		const options = readSimulation(args);
		if (!options) throw new Error("the simulator was asked for help");
		const file = join(folder, `${name}-${language}.html`);
		await writeFile(file, asPage(await simulate(options), language));
		const page = await browser.newPage({ viewport: { width: 1000, height: 900 } });
		await page.goto(`file://${file}`);
		await page.screenshot({ path: join(folder, `${name}-${language}.png`), fullPage: true });
		await page.close();
		await keep(`${name}-${language}.png`);
	}
}

async function keep(file: string): Promise<void> {
	const english = /^(.*)-en\.png$/.exec(file)?.[1];
	const isInDocs = english === undefined || shownInEnglish.includes(english);
	if (isInDocs) await copyFile(join(folder, file), join(docsFolder, file));
	process.stdout.write(`${isInDocs ? "docs" : "dist"}/pictures/${file}\n`);
}
