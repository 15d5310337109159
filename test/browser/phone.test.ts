import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { TicketAnswer } from "../../protocol/tickets.ts";
import { phoneWords } from "../../words/phone.ts";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { type LosingProxy, startLosingProxy } from "../losing-proxy.ts";
import { forgetNotice, listenToPhone, noticedOn } from "./heard-phone.ts";
import { makeOld } from "./only-of-2020.ts";

const { vi, en } = phoneWords;

let browser: Browser;
let hub: HubProcess;
let ask: ReturnType<typeof asker>;
let proxy: LosingProxy;
let context: BrowserContext;
let phone: Page;
let faults: string[];

beforeAll(async () => {
	browser = await launchChromium();
	hub = await startHubProcess();
	ask = asker(hub.url, await signIn(hub.url));
	await officer("open");
});
afterAll(async () => {
	await browser.close();
	await hub.stop();
	await removeTemporaryDirectories();
});
beforeEach(async () => {
	proxy = await startLosingProxy(hub.url);
	faults = [];
	context = await newPhone();
	phone = await context.newPage();
	phone.on("pageerror", (error) => faults.push(error.message));
});
afterEach(async () => {
	for (const one of browser.contexts()) {
		for (const page of one.pages()) await page.unrouteAll({ behavior: "ignoreErrors" });
		await one.close();
	}
	await proxy.shut();
	expect(faults).toEqual([]);
});

async function newPhone(more: Parameters<Browser["newContext"]>[0] = {}): Promise<BrowserContext> {
	const made = await browser.newContext({
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		timezoneId: "Asia/Ho_Chi_Minh",
		...more,
	});
	await listenToPhone(made);
	return made;
}

/** The officer at the one counter of the service that these tests take numbers of. */
async function officer(what: string, body: object = {}): Promise<void> {
	const { status, body: answer } = await ask("POST", `/api/counters/quay-5/${what}`, body);
	if (status !== 200) throw new Error(`${what}: ${JSON.stringify(answer)}`);
}

async function take(more: object = {}): Promise<TicketAnswer["ticket"]> {
	const body = { serviceId: "kinh-doanh", ...more };
	const { body: answer } = await ask<TicketAnswer>("POST", "/api/tickets", body);
	return answer.ticket;
}

/** Calls until it is this one's turn. */
async function callUpTo(ticketId: string): Promise<void> {
	while ((await stateOf(ticketId)).ahead !== null) await officer("call-next");
}

async function stateOf(ticketId: string): Promise<TicketAnswer> {
	return (await ask<TicketAnswer>("GET", `/api/tickets/${ticketId}`)).body;
}

async function follow(ticketId: string, page = phone): Promise<void> {
	await page.goto(`${proxy.url}/t/${ticketId}`);
	await page.locator(".phone-number").waitFor();
	await expect.poll(() => page.locator(".phone-button.is-quiet:disabled").count()).toBe(0);
}

const stands = (state: string, timeout = 60_000) =>
	phone.locator(`.phone[data-state=${state}]`).waitFor({ timeout });
const touch = (name: string) => phone.getByRole("button", { name, exact: true }).tap();
const stale = () => phone.locator("main.is-stale");
const noticed = () => noticedOn(phone);

/** What was noticed since the last look, and nothing else. */
async function expectNoticed(...all: string[]): Promise<void> {
	await expect.poll(noticed).toEqual(all);
	await forgetNotice(phone);
}

async function turnBellOn(): Promise<void> {
	await touch(vi.bell.turnOn);
	await phone.locator("[data-bell=on]").waitFor();
	await expectNoticed("shakes 250", "rings 6");
}

const aCall = ["shakes 4800", "rings 27"];

describe("a call on a phone", () => {
	test("rings and shakes once, again at a recall, and not when the page is loaded anew", async () => {
		const { id, number } = await take();
		await follow(id);
		await turnBellOn();
		await callUpTo(id);
		await stands("called");
		await expectNoticed(...aCall);
		expect(await phone.getByRole("alert").innerText()).toBe(
			`Đến lượt bạn. ${number}. Mời đến quầy số 5`,
		);
		expect(await phone.title()).toContain(`${number} → quầy số 5`);
		await officer("recall");
		await phone.getByText(vi.calledAgain(2)).first().waitFor();
		await expectNoticed(...aCall);
		await phone.reload();
		await stands("called");
		await phone.locator("[data-bell]").waitFor();
		expect(await noticed()).toEqual([]);
	});

	test("says nothing where the bell was turned off", async () => {
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await touch(vi.bell.turnOff);
		await phone.locator("[data-bell=off]").waitFor();
		await callUpTo(id);
		await stands("called");
		await phone.getByText(vi.calledHint).waitFor();
		expect(await noticed()).toEqual([]);
	});

	test("shakes a phone that was touched, also where nobody asked for sound", async () => {
		const { id } = await take();
		await follow(id);
		await phone.locator("h1").tap();
		await callUpTo(id);
		await stands("called");
		await expectNoticed("shakes 4800");
	});

	test("that is there when the page is opened is shown, and rings at the next one alone", async () => {
		const { id } = await take();
		await callUpTo(id);
		await follow(id);
		await stands("called");
		await turnBellOn();
		await officer("recall");
		await expectNoticed(...aCall);
	});

	test("is told of in good time: once, softly, when three are left", async () => {
		await callUpTo((await take()).id);
		for (let others = 0; others < 4; others++) await take();
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await phone.getByText("4 người").waitFor();
		await officer("call-next");
		await phone.getByText(vi.soon, { exact: true }).waitFor();
		await expectNoticed("shakes 250", "rings 6");
		await officer("call-next");
		await phone.getByText("2 người").waitFor();
		expect(await noticed()).toEqual([]);
		await callUpTo(id);
	});

	test("is ended by a touch", async () => {
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await callUpTo(id);
		await stands("called");
		await expectNoticed(...aCall);
		await phone.evaluate(() => {
			const disconnect = AudioNode.prototype.disconnect;
			AudioNode.prototype.disconnect = function () {
				document.body.dataset.stilled = "yes";
				return Reflect.apply(disconnect, this, []);
			};
		});
		await phone.locator("h1").tap();
		await phone.locator("[data-stilled]").waitFor();
	});

	test("keeps the panel lit until it is over", async () => {
		await context.addInitScript(() => {
			const locks: WakeLockSentinel[] = [];
			const { request } = WakeLock.prototype;
			WakeLock.prototype.request = async function (type) {
				const lock = await request.call(this, type);
				locks.push(lock);
				return lock;
			};
			Object.assign(window, { locks });
		});
		const lit = () => phone.evaluate("locks.map(({ released }) => !released)");
		await callUpTo((await take()).id);
		for (let others = 0; others < 4; others++) await take();
		const { id } = await take();
		await follow(id);
		expect(await lit()).toEqual([]);
		await callUpTo(id);
		await stands("called");
		await expect.poll(lit).toEqual([true]);
		await officer("finish");
		await stands("done");
		await expect.poll(lit).toEqual([false]);
	});
});

/**
 * Puts the page to sleep for a minute, as a system does with one that nobody sees: no timer of its runs until it is seen again, and then each
 * that is due once.
 */
async function sleepWhile(what: () => Promise<void>): Promise<void> {
	await phone.clock.pauseAt(Date.now() + 100);
	await what();
	await phone.clock.fastForward(60_000);
	await phone.clock.resume();
	await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

describe("a phone that slept", () => {
	beforeEach(() => phone.clock.install());

	test("is right again within 2 s, and rings for the call that it slept through, once", async () => {
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await sleepWhile(async () => {
			proxy.goSilent();
			await callUpTo(id);
			proxy.speakAgain();
		});
		await stands("called", 2_000);
		await expectNoticed(...aCall);
		await officer("recall");
		await expectNoticed(...aCall);
	});

	test("whose network comes a little after it woke is right within 2 s of that", async () => {
		const { id } = await take();
		await follow(id);
		await sleepWhile(async () => {
			proxy.goSilent();
			await callUpTo(id);
		});
		await stale().waitFor();
		proxy.speakAgain();
		await phone.evaluate(() => window.dispatchEvent(new Event("online")));
		await stands("called", 2_000);
	});

	test("and does not ring for a call that is over", async () => {
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await sleepWhile(async () => {
			proxy.goSilent();
			await callUpTo(id);
			await officer("miss");
			proxy.speakAgain();
		});
		await stands("missed", 2_000);
		expect(await noticed()).toEqual([]);
		await officer("restore", { ticketId: id });
		await stands("waiting");
		await callUpTo(id);
		await stands("called");
		await expect.poll(noticed).toEqual(expect.arrayContaining(aCall));
	});

	test("one leads back to, from another page, is right within 2 s", async () => {
		const { id } = await take();
		await follow(id);
		await phone.goto(`${hub.url}/?lang=vi`);
		await callUpTo(id);
		await phone.goBack();
		await stands("called", 2_000);
	});
});

describe("a phone whose network goes away", () => {
	test("says within 10 s that what it shows may be old, keeps it, and is right within 2 s of its return", async () => {
		const { id, number } = await take();
		await follow(id);
		proxy.goSilent();
		const cutAt = performance.now();
		await stale().waitFor({ timeout: 10_000 });
		expect(performance.now() - cutAt).toBeLessThan(10_000);
		await phone.getByText(vi.stale).waitFor();
		expect(await phone.locator("h1").innerText()).toBe(number);
		await callUpTo(id);
		await proxy.shut();
		proxy.speakAgain();
		await proxy.open();
		await stands("called", 2_000);
		expect(await stale().count()).toBe(0);
	});

	test("is right again within 2 s of the hub's own return, without being loaded anew", async () => {
		const own = await startHubProcess();
		const taken = await asker(own.url)<TicketAnswer>("POST", "/api/tickets", {
			serviceId: "kinh-doanh",
		});
		await phone.goto(`${own.url}/t/${taken.body.ticket.id}`);
		await phone.locator(".phone-number").waitFor();
		await phone.evaluate(() => Object.assign(window, { sameLoad: true }));
		await own.kill();
		await stale().waitFor({ timeout: 10_000 });
		const again = await startHubProcess({ PORT: new URL(own.url).port, DATA_DIR: own.dataDir });
		await stale().waitFor({ state: "detached", timeout: 2_000 });
		expect(await phone.evaluate("window.sameLoad")).toBe(true);
		await again.stop();
	});

	test("that has it back before it has shown anything shows the ticket then", async () => {
		const { id, number } = await take();
		await phone.route("**/api/**", (route) => route.abort());
		await phone.route("**/socket.io/**", (route) => route.abort());
		await phone.routeWebSocket("**/socket.io/**", (socket) => void socket.close());
		await phone.goto(`${proxy.url}/t/${id}`);
		await phone.getByText(vi.unreachable).waitFor();
		await phone.unroute("**/api/**");
		await phone.getByText(number).first().waitFor({ timeout: 5_000 });
	});
});

describe("a number given up on the phone", () => {
	test("is asked about once, and kept by who thinks better of it", async () => {
		const { id } = await take();
		await follow(id);
		await touch(vi.giveUp.ask);
		await phone.getByRole("heading", { name: vi.giveUp.title }).waitFor();
		await touch(vi.giveUp.no);
		await expect
			.poll(() => phone.evaluate(() => document.activeElement?.textContent?.trim()))
			.toBe(vi.giveUp.ask);
		expect((await stateOf(id)).ticket.state).toBe("waiting");
		expect(proxy.heads.filter((head) => head.startsWith("DELETE"))).toEqual([]);
	});

	test("is given up once, also where the answers are lost and one taps twice", async () => {
		const { id } = await take();
		await follow(id);
		proxy.loseAnswers("DELETE ", 2);
		await touch(vi.giveUp.ask);
		const yes = phone.getByRole("button", { name: vi.giveUp.yes, exact: true });
		await yes.evaluate((button) => {
			for (let taps = 0; taps < 2; taps++)
				button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
		});
		await stands("cancelled");
		const keys = proxy.heads
			.filter((head) => head.startsWith("DELETE"))
			.map((head) => /idempotency-key: (\S+)/i.exec(head)?.[1]);
		expect(new Set(keys).size).toBe(1);
		expect(await phone.getByRole("button", { name: vi.giveUp.ask }).count()).toBe(0);
	});

	test("is said to be kept where the hub refuses, and goes at the next try", async () => {
		const { id } = await take();
		await follow(id);
		await phone.route("**/api/tickets/*", (route) =>
			route.request().method() === "DELETE"
				? route.fulfill({
						status: 409,
						contentType: "application/problem+json",
						body: JSON.stringify({
							code: "ticket/being-served",
							detail: "Bạn đang được phục vụ.",
							status: 409,
						}),
					})
				: route.continue(),
		);
		await touch(vi.giveUp.ask);
		await touch(vi.giveUp.yes);
		await phone.getByText(`${vi.giveUp.notDone} Bạn đang được phục vụ.`).waitFor();
		await phone.unroute("**/api/tickets/*");
		await touch(vi.giveUp.yes);
		await stands("cancelled");
	});

	test("is not known to be gone where no answer comes, which is said, and may be asked for again", async () => {
		const { id } = await take();
		await follow(id);
		await phone.route("**/api/tickets/*", (route) => route.abort());
		await touch(vi.giveUp.ask);
		await touch(vi.giveUp.yes);
		await phone.getByText(vi.giveUp.unsure).waitFor({ timeout: 15_000 });
		await phone.unroute("**/api/tickets/*");
		await touch(vi.giveUp.yes);
		await stands("cancelled");
	});

	test("cannot be given up while the phone is cut off", async () => {
		const { id } = await take();
		await follow(id);
		await touch(vi.giveUp.ask);
		await proxy.shut();
		await phone.getByText(vi.giveUp.cutOff).waitFor();
		expect(await phone.getByRole("button", { name: vi.giveUp.yes, exact: true }).isDisabled()).toBe(
			true,
		);
		await touch(vi.giveUp.no);
		expect(await phone.getByRole("button", { name: vi.giveUp.ask }).isDisabled()).toBe(true);
		await proxy.open();
	});

	test("frees the counter that has called it", async () => {
		const { id } = await take();
		await follow(id);
		await callUpTo(id);
		await stands("called");
		await touch(vi.giveUp.ask);
		await touch(vi.giveUp.yes);
		await stands("cancelled");
	});

	test("can be given up only where the hub lets it: not while one is served", async () => {
		const { id } = await take();
		await follow(id);
		await callUpTo(id);
		await officer("start");
		await stands("serving");
		expect(await phone.getByRole("button", { name: vi.giveUp.ask }).count()).toBe(0);
		await officer("finish");
	});
});

describe("an address that is no ticket's", () => {
	test.each([
		["A".repeat(22), "of another day"],
		["AbC", "cut short"],
		[`${"x".repeat(22)}.`, "with a dot behind it"],
		["a%20b", "with a space in it"],
		["%C4%91%E1%BB%8B", "in Vietnamese"],
		["x".repeat(90), "much too long"],
	])("%s, %s, gets a page in both languages that says what to do", async (id) => {
		await phone.goto(`${proxy.url}/t/${id}`);
		for (const { unknown, unknownSteps } of [vi, en]) {
			await phone.getByRole("heading", { name: unknown }).waitFor();
			for (const step of unknownSteps) await phone.getByText(step).waitFor();
		}
		expect(await phone.title()).toBe(vi.unknown);
	});
});

test("a page that was left open until its number is of another day says so by the number", async () => {
	const yesterday = await startHubProcess();
	const { body } = await asker(yesterday.url)<TicketAnswer>("POST", "/api/tickets", {
		serviceId: "kinh-doanh",
	});
	await phone.goto(`${yesterday.url}/t/${body.ticket.id}`);
	await phone.locator(".phone-button.is-quiet:enabled").waitFor();
	await yesterday.kill();
	// With nothing of the day before, as on a new day.
	const today = await startHubProcess({ PORT: new URL(yesterday.url).port });
	await phone.getByRole("heading", { name: vi.gone(body.ticket.number) }).waitFor();
	await phone.getByText(vi.expiredHint).waitFor();
	expect(await phone.title()).toBe(vi.gone(body.ticket.number));
	await today.stop();
});

describe("a phone's page", () => {
	test("speaks the language that the ticket was taken in, until another is chosen", async () => {
		const { id } = await take({ language: "en" });
		await follow(id);
		await phone.locator("html[lang=en]").waitFor();
		await phone.getByText(en.yourNumber).waitFor();
		await touch(en.language);
		await phone.getByText(vi.yourNumber).waitFor();
		await phone.reload();
		await phone.locator(".phone-number").waitFor();
		await expect
			.poll(() => proxy.heads.filter((head) => head.includes("/api/office")).length)
			.toBe(2);
		await phone.getByText(vi.yourNumber).waitFor();
	});

	test("says something before its program is there, and what to do without one", async () => {
		const { id } = await take();
		const withoutScript = await newPhone({ javaScriptEnabled: false });
		const page = await withoutScript.newPage();
		await page.goto(`${proxy.url}/t/${id}`);
		await page.getByText("Đang xem số của bạn…").waitFor();
		const said = await page.locator("noscript").textContent();
		expect(said).toContain("Trang này cần JavaScript");
		expect(said).toContain("This page needs JavaScript");
		await page.getByText("The network is slow").waitFor({ timeout: 15_000 });
	});

	test("says where a ticket goes on to, and that the number stays", async () => {
		const { id } = await take({ visit: ["xa-hoi"] });
		await follow(id);
		await phone.getByText(vi.goesOnTo(["Trợ cấp, bảo hiểm, giáo dục"])).waitFor();
		await callUpTo(id);
		await officer("finish");
		await phone.getByText("Trợ cấp, bảo hiểm, giáo dục", { exact: true }).waitFor();
		await phone.getByText(vi.moved).first().waitFor();
		await ask("DELETE", `/api/tickets/${id}`);
	});

	test("does not carry the id of anybody else's ticket in anything that it is sent", async () => {
		await callUpTo((await take()).id);
		const others = [await take(), await take()];
		const own = await take();
		const sent: Promise<string>[] = [];
		phone.on("response", (response) => sent.push(response.text().catch(() => "")));
		phone.on("websocket", (socket) =>
			socket.on("framereceived", ({ payload }) => sent.push(Promise.resolve(String(payload)))),
		);
		await follow(own.id);
		const behind = await take();
		await callUpTo(own.id);
		await stands("called");
		await officer("finish");
		await stands("done");
		const all = (await Promise.all(sent)).join("\n");
		expect(all).toContain(own.id);
		expect(all).toContain("snapshot");
		for (const { id } of [...others, behind]) expect(all).not.toContain(id);
		await ask("DELETE", `/api/tickets/${behind.id}`);
	});

	test("works in a browser of 2020", async () => {
		const old = await newPhone();
		await makeOld(old);
		phone = await old.newPage();
		phone.on("pageerror", (error) => faults.push(error.message));
		const { id } = await take();
		await follow(id);
		await turnBellOn();
		await callUpTo(id);
		await stands("called");
		await expectNoticed(...aCall);
		await touch(vi.giveUp.ask);
		await touch(vi.giveUp.yes);
		await stands("cancelled");
	});
});

describe("a newer version of the page", () => {
	/** From now on the hub's pages name another script, as after an update. */
	async function update(): Promise<() => number> {
		let loads = 0;
		let isAsked = false;
		await phone.route("**/t/*", async (route) => {
			if (route.request().resourceType() === "document") {
				loads++;
				return route.continue();
			}
			const response = await route.fetch();
			isAsked = true;
			const body = (await response.text()).replace(/phone-[\w-]+\.js/, "phone-khac.js");
			return route.fulfill({ response, body });
		});
		await proxy.shut();
		await stale().waitFor();
		await proxy.open();
		await expect.poll(() => isAsked).toBe(true);
		return () => loads;
	}

	test("is taken when the hub is back, where nobody touches the page", async () => {
		const { id } = await take();
		await follow(id);
		const loads = await update();
		await expect.poll(loads).toBe(1);
		await phone.locator(".phone-number").waitFor();
	});

	test("waits for the end of a call, and of a question", async () => {
		await phone.clock.install();
		const { id } = await take();
		await follow(id);
		await touch(vi.giveUp.ask);
		await callUpTo(id);
		await stands("called");
		const loads = await update();
		expect(loads()).toBe(0);
		await officer("finish");
		await stands("done");
		expect(loads()).toBe(0);
		// Nobody touches it for half a minute.
		await phone.clock.fastForward(31_000);
		await expect.poll(loads).toBe(1);
	});
});

test("all scripts that the page fetches weigh 30 kB at most, and it fetches no font", async () => {
	const session = await context.newCDPSession(phone);
	const paths = new Map<string, string>();
	const bytes = new Map<string, number>();
	session.on("Network.requestWillBeSent", ({ requestId, request }) => {
		paths.set(requestId, new URL(request.url).pathname);
	});
	session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
		bytes.set(paths.get(requestId) ?? requestId, encodedDataLength);
	});
	await session.send("Network.enable");
	// As over plain HTTP, where browsers take no brotli.
	await phone.setExtraHTTPHeaders({ "accept-encoding": "gzip" });
	await follow((await take()).id);
	await phone.waitForLoadState("networkidle");
	const scripts = [...bytes].filter(([path]) => path.endsWith(".js"));
	expect(scripts.length).toBeGreaterThan(0);
	// Each comes with 1.2 kB of headers, which the hub says with whatever it answers.
	const headers = 1_200 * scripts.length;
	const sum = scripts.reduce((sum, [, length]) => sum + length, 0);
	expect(sum - headers).toBeLessThanOrEqual(30_000);
	expect([...bytes.keys()].filter((path) => path.endsWith(".woff2"))).toEqual([]);
});
