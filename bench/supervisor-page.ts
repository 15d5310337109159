import { setTimeout as pause } from "node:timers/promises";
import type { CDPSession, Page } from "playwright-core";
import type { CallAnswer } from "../protocol/staff.ts";
import { asker, signIn } from "../test/ask.ts";
import { launchChromium } from "../test/chromium.ts";
import { adminPassword, startHubProcess } from "../test/hub-process.ts";
import { onDisk } from "./disk.ts";
import type { Figure } from "./figure.ts";
import { writeLargeOffice } from "./large-office.ts";

const counters = 100;
const changesPerS = 10;
const forS = 30;
/** The page has drawn what it has to, and its first seconds are over. */
const settleMs = 5_000;

/**
 * The processor that a supervisor's page takes with a hundred counters at work, as a share of one core: all of Chromium's processes together, and the page's own. Beside it
 * the same page while nothing happens.
 */
export async function supervisorPage(): Promise<Figure[]> {
	return onDisk(async (directory) => {
		const office = await writeLargeOffice(directory, counters);
		const hub = await startHubProcess({ OFFICE_FILE: office.file, DATA_DIR: `${directory}/data` });
		const browser = await launchChromium();
		try {
			const ask = asker(hub.url, await signIn(hub.url));
			for (const id of office.counters) await ask("POST", `/api/counters/${id}/open`, {});
			const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
			await openHall(page, hub.url);
			const processes = await browser.newBrowserCDPSession();
			await pause(settleMs);

			const still = await sharesOf(processes, () => pause(forS * 1_000));
			let changes = 0;
			const busy = await sharesOf(processes, async () => {
				changes = await work(ask, office);
			});
			const shown = await page.locator(".hall-counter").count();
			if (shown !== counters) throw new Error(`${shown} counters are shown`);
			return [
				{
					name: `a supervisor's page with ${counters} counters at ${Math.round(changes / forS)} changes a second, of one core`,
					wanted: "<= 5 %",
					measured: `${percent(busy.all)} all of Chromium, ${percent(busy.page)} the page's own process`,
					against: `the same page while nothing happens: ${percent(still.all)}, ${percent(still.page)}`,
					ratio: busy.all / still.all,
				},
			];
		} finally {
			await browser.close();
			await hub.stop();
		}
	});
}

async function openHall(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/staff/?page=hall`);
	await page.locator("input[name=username]").fill("admin");
	await page.locator("input[name=password]").fill(adminPassword);
	await page.keyboard.press("Enter");
	await page.locator(".hall-counter").first().waitFor();
}

/** Numbers are taken and called, service begins and ends, at one counter after the other; one change each. */
async function work(
	ask: ReturnType<typeof asker>,
	{ counters: ids, services }: { counters: string[]; services: string[] },
): Promise<number> {
	const beginMs = performance.now();
	let changes = 0;
	let at = 0;
	for (; performance.now() - beginMs < forS * 1_000; changes++) {
		const serviceId = services[changes % services.length];
		const counter = `/api/counters/${ids[at % ids.length]}`;
		const step = changes % 4;
		if (step === 0) await ask("POST", "/api/tickets", { serviceId });
		else if (step === 1) await ask<CallAnswer>("POST", `${counter}/call-next`, {});
		else if (step === 2) await ask("POST", `${counter}/start`, {});
		else {
			await ask("POST", `${counter}/finish`, {});
			at += 1;
		}
		const nextMs = beginMs + ((changes + 1) * 1_000) / changesPerS;
		await pause(Math.max(0, nextMs - performance.now()));
	}
	return changes;
}

interface Shares {
	/** Of one core. */
	all: number;
	page: number;
}

/** What the browser's processes took of one core while something went on. */
async function sharesOf(processes: CDPSession, meanwhile: () => Promise<void>): Promise<Shares> {
	const before = await cpuS(processes);
	const beginMs = performance.now();
	await meanwhile();
	const tookS = (performance.now() - beginMs) / 1_000;
	const after = await cpuS(processes);
	return { all: (after.all - before.all) / tookS, page: (after.page - before.page) / tookS };
}

async function cpuS(processes: CDPSession): Promise<Shares> {
	const { processInfo } = await processes.send("SystemInfo.getProcessInfo");
	const sum = (only?: string) =>
		processInfo
			.filter(({ type }) => only === undefined || type === only)
			.reduce((seconds, { cpuTime }) => seconds + cpuTime, 0);
	return { all: sum(), page: sum("renderer") };
}

function percent(share: number): string {
	return `${(share * 100).toFixed(1)} %`;
}
