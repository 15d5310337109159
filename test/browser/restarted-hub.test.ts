import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Audience, Rows } from "../../protocol/live.ts";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { phoneWords } from "../../words/phone.ts";
import { staffWords } from "../../words/staff.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	type HubProcess,
	projectRoot,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import { openPage } from "./tour.ts";

/** Of `connectLive` what is looked at here: it is compiled for browsers, and so not together with what tests run. */
interface Live {
	rows: { value: Rows<unknown> };
	state: { value: "connecting" | "live" | "stale" };
	close(): void;
}
interface LiveClients {
	connectLive(options: { view: Audience; id?: string; url: string }): Live;
}
const { connectLive }: LiveClients = await import(join(projectRoot, "ui/live.ts"));

/** Ten times what is promised of screens with a machine each: here all of them and the hub share one, which does other work too. */
const backWithinMs = 20_000;

/** A broken connection is known at once. Silence alone would be noticed after eight seconds. */
const atOnceMs = 4_000;

/** How many screens of a kind are open, beside a page of each in a browser. */
const open: readonly [Audience, number][] = [
	["board", 60],
	["counter", 30],
	["kiosk", 20],
	["ticket", 90],
];

interface Screen {
	view: Audience;
	id?: string;
	live: Live;
}

let browser: Browser;
let hub: HubProcess;
let cookie: string;
/** What a phone follows. */
const tickets: string[] = [];
const screens: Screen[] = [];
/** Each page and the sign that it says it may be old. */
const pages: { name: string; page: Page; stale: string }[] = [];
const faults: string[] = [];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	cookie = await signIn(hub.url);
	await act("quay-1", "open");
	for (let count = 0; count < 30; count++) {
		tickets.push(await take(count % 2 === 0 ? "ho-tich" : "chung-thuc"));
	}
	await act("quay-1", "call-next");
	const own = tickets.at(-1);
	for (const [path, stale] of [
		["/display/board", "[data-state=stale]"],
		["/display/counter/quay-1", "[data-state=stale]"],
		["/kiosk/?kiosk=kiosk-1", ".band-stale"],
		[`/t/${own}`, `text=${phoneWords.vi.stale}`],
		["/staff/", `text=${staffWords.vi.stale}`],
	] as const) {
		const page = await openPage(browser, { width: 1366, height: 768 });
		const [name = "", value = ""] = cookie.split("=");
		if (path === "/staff/") {
			await page.context().addCookies([{ name, value, url: hub.url }]);
		}
		page.on("pageerror", ({ message }) => faults.push(`${path}: ${message}`));
		await page.goto(hub.url + path);
		// It is gone where the page is loaded anew.
		await page.evaluate("window.isTheSame = true");
		pages.push({ name: path, page, stale });
	}
	await pages[3]?.page.locator(".phone-number").waitFor();
	await pages[4]?.page.getByText("A001").first().waitFor();
	// A page that lacks a part when its hub goes begins anew.
	for (const { page } of pages) await page.waitForLoadState("networkidle");
	screens.push(...open.flatMap(([view, count]) => screensOf(view, count)));
});
afterAll(async () => {
	for (const { live } of screens) live.close();
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});

function screensOf(view: Audience, count: number): Screen[] {
	return Array.from({ length: count }, (_, at) => {
		const ids: { [View in Audience]?: string | undefined } = {
			counter: `quay-${1 + (at % 6)}`,
			kiosk: `kiosk-${1 + (at % 2)}`,
			ticket: tickets[at % tickets.length],
		};
		return screen(view, ids[view]);
	});
}

function screen(view: Audience, id: string | undefined): Screen {
	const who = { view, ...(id === undefined ? {} : { id }) };
	return { ...who, live: connectLive({ ...who, url: hub.url }) };
}

async function act(counterId: string, what: string): Promise<void> {
	const { status } = await asker(hub.url, cookie)("POST", `/api/counters/${counterId}/${what}`, {});
	expect([what, status]).toEqual([what, 200]);
}

async function take(serviceId: string): Promise<string> {
	const { body } = await asker(hub.url)<TicketAnswer>("POST", "/api/tickets", { serviceId });
	return body.ticket.id;
}

/** How many screens of each kind stand otherwise. */
function not(state: "live" | "stale"): Record<string, number> {
	const others: Record<string, number> = {};
	for (const { view, live } of screens) {
		if (live.state.value !== state) others[view] = (others[view] ?? 0) + 1;
	}
	return others;
}

/** What somebody is told who opens such a screen only now. */
async function freshRows({ view, id }: Screen): Promise<Rows<unknown>> {
	const { live } = screen(view, id);
	await expect.poll(() => live.state.value).toBe("live");
	const rows = live.rows.value;
	live.close();
	return rows;
}

/** Starts it where it was, with what it had, and holds every screen to what it must be soon after. */
async function startAgain(): Promise<void> {
	const port = new URL(hub.url).port;
	hub = await startHubProcess({ DATA_DIR: hub.dataDir, PORT: port });
	const listensAt = performance.now();
	// Nobody has come back yet, or not all: what happens meanwhile is not lost on those who come later.
	await act("quay-1", "call-next");
	await expect.poll(() => not("live"), { timeout: backWithinMs, interval: 20 }).toEqual({});
	for (const { name, page, stale } of pages) {
		await page.locator(stale).waitFor({ state: "detached" });
		expect([name, await page.evaluate("window.isTheSame")]).toEqual([name, true]);
	}
	expect(performance.now() - listensAt).toBeLessThan(backWithinMs);
	const fresh = new Map<string, Rows<unknown>>();
	for (const one of screens) {
		const name = `${one.view} ${one.id}`;
		if (!fresh.has(name)) fresh.set(name, await freshRows(one));
		expect([name, one.live.rows.value]).toEqual([name, fresh.get(name)]);
	}
	expect(faults).toEqual([]);
}

test("a hub that is killed is missed at once, and as soon as it is back every screen is right again", async () => {
	await expect.poll(() => not("live"), { timeout: 20_000 }).toEqual({});
	await hub.kill();
	await expect.poll(() => not("stale"), { timeout: atOnceMs, interval: 20 }).toEqual({});
	for (const { page, stale } of pages) await page.locator(stale).waitFor({ timeout: atOnceMs });
	await startAgain();
});

test("a hub that falls silent is missed within ten seconds, and as soon as it is back every screen is right again", async () => {
	process.kill(hub.pid, "SIGSTOP");
	const silentAt = performance.now();
	await expect.poll(() => not("stale"), { timeout: 10_000 }).toEqual({});
	for (const { page, stale } of pages) await page.locator(stale).waitFor({ timeout: 10_000 });
	expect(performance.now() - silentAt).toBeLessThan(10_000);
	await hub.kill();
	await startAgain();
});
