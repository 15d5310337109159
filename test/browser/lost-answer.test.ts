import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asker, signIn } from "../ask.ts";
import { launchChromium } from "../chromium.ts";
import {
	adminPassword,
	type HubProcess,
	removeTemporaryDirectories,
	startHubProcess,
} from "../hub-process.ts";
import type { LosingProxy } from "../losing-proxy.ts";
import { inOwnLobby } from "./own-lobby.ts";

let browser: Browser;

beforeAll(async () => {
	browser = await launchChromium();
});
afterAll(async () => {
	await browser.close();
	await removeTemporaryDirectories();
});

/** A test of a screen behind a network that loses answers. */
function lobby(name: string, use: (at: Lobby) => Promise<void>): void {
	test.concurrent(name, () =>
		inOwnLobby(startHubProcess, async ({ whole, proxy }) => {
			const context = await browser.newContext({
				viewport: { width: 1080, height: 1920 },
				hasTouch: true,
				reducedMotion: "reduce",
			});
			try {
				await use(lobbyOf(whole, proxy, await context.newPage()));
			} finally {
				await context.close();
			}
		}),
	);
}

lobby(
	"one tap whose answers are lost makes one ticket: it is printed once and shown",
	async (at) => {
		const { proxy, page } = at;
		await at.openKiosk();
		proxy.loseAnswers("POST /api/tickets ", 3);
		await page.getByRole("button", { name: "Không ưu tiên" }).tap();
		await page.locator(".number-figure").waitFor();
		expect(await page.locator(".number-figure").innerText()).toBe("B001");
		await page.getByText("Phiếu đã in xong").waitFor();
		expect(await at.waiting()).toEqual(["B001"]);
		expect(await at.printed()).toEqual(["B001"]);
		expect(at.keysOf("POST /api/tickets ")).toEqual({ requests: 4, keys: 1 });
	},
);

lobby(
	"a wish to which the screen had to say no is one ticket, and shown without another press once answers come",
	async (at) => {
		const { proxy, page } = at;
		await at.openKiosk();
		proxy.loseAnswers("POST /api/tickets", Number.POSITIVE_INFINITY);
		await at.wishInVain();
		// From here on the kiosk asks by itself what came of it.
		proxy.loseNothing();
		await page.locator(".number-figure").waitFor();
		expect(await page.locator(".number-figure").innerText()).toBe("B001");
		expect(await at.waiting()).toEqual(["B001"]);
		expect(await at.printed()).toEqual(["B001"]);
		expect(at.keysOf("POST /api/tickets ").keys).toBe(1);
	},
);

lobby(
	"a hub that stood still and takes all in afterwards makes one ticket of all that it was sent, which is shown",
	async (at) => {
		const { proxy, page } = at;
		await at.openKiosk();
		proxy.hold();
		await at.wishInVain();
		const { requests } = at.keysOf("POST /api/tickets ");
		expect(requests).toBeGreaterThan(1);
		proxy.release();
		await page.locator(".number-figure").waitFor();
		expect(at.keysOf("POST /api/tickets ").requests).toBe(requests);
		expect(await page.locator(".number-figure").innerText()).toBe("B001");
		expect(await at.waiting()).toEqual(["B001"]);
		expect(await at.printed()).toEqual(["B001"]);
	},
);

lobby(
	"a hub out of reach until after the screen said no makes one ticket of the next press",
	async (at) => {
		const { proxy, page } = at;
		await at.openKiosk();
		await proxy.shut();
		await at.wishInVain();
		await proxy.open();
		await page.locator(".band-stale").waitFor({ state: "detached" });
		expect(await at.waiting()).toEqual([]);
		await page.getByRole("button", { name: "Không ưu tiên" }).tap();
		await page.locator(".number-figure").waitFor();
		expect(await at.waiting()).toEqual(["B001"]);
	},
);

lobby("a ticket whose answers were lost is shown by itself when the line is back", async (at) => {
	const { proxy, page } = at;
	await at.openKiosk();
	proxy.loseAnswers("POST /api/tickets", Number.POSITIVE_INFINITY);
	await at.wishInVain();
	await proxy.shut();
	await page.locator(".band-stale").waitFor();
	proxy.loseNothing();
	await proxy.open();
	await page.locator(".number-figure").waitFor();
	expect(await page.locator(".number-figure").innerText()).toBe("B001");
	expect(await at.waiting()).toEqual(["B001"]);
	expect(await at.printed()).toEqual(["B001"]);
});

lobby(
	"a lost wish for which there is no ticket is withdrawn: should it still arrive, none is made",
	async (at) => {
		const { hub, proxy, page } = at;
		await at.openKiosk();
		proxy.hold();
		await at.wishInVain();
		const ask = asker(hub.url);
		const [held] = proxy.heads.filter((head) => head.startsWith("POST /api/tickets "));
		const key = /idempotency-key: (\S+)/i.exec(held ?? "")?.[1] ?? "";
		const body = {
			serviceId: "chung-thuc",
			priorityClass: null,
			procedureCode: null,
			visit: [],
			language: "vi",
			kioskId: "kiosk-1",
		};
		const taken = await ask("POST", "/api/tickets?withdraw=true", body, { "idempotency-key": key });
		expect([taken.status, taken.body]).toEqual([
			404,
			expect.objectContaining({ code: "request/not-done" }),
		]);
		proxy.release();
		await page.locator(".band-stale").waitFor({ state: "detached" });
		expect(await at.waiting()).toEqual([]);
		await page.getByRole("button", { name: "Người cao tuổi" }).tap();
		await page.locator(".number-figure").waitFor();
		expect(await at.waiting()).toEqual(["B001"]);
	},
);

lobby("one press of Gọi số tiếp theo whose answers are lost calls one person", async (at) => {
	const { hub, proxy, page } = at;
	const ask = asker(hub.url);
	for (let people = 0; people < 3; people++) {
		expect((await ask("POST", "/api/tickets", { serviceId: "ho-tich" })).status).toBe(201);
	}
	await at.openConsole();
	proxy.loseAnswers("POST /api/counters/quay-1/call-next ", 2);
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).click();
	await page.getByText("Đã gọi, chờ người đến").waitFor();
	// Enabled again: the answer is in.
	await page.locator("[data-action=call-next]:enabled").waitFor();
	expect(await page.locator(".notice.is-wrong").count()).toBe(0);
	expect(await at.waiting()).toEqual(["A002", "A003"]);
	expect(at.keysOf("POST /api/counters/quay-1/call-next ")).toEqual({ requests: 3, keys: 1 });
});

lobby("one press of Gọi lại whose answers are lost calls once more and no more", async (at) => {
	const { hub, proxy, page } = at;
	await asker(hub.url)("POST", "/api/tickets", { serviceId: "ho-tich" });
	await at.openConsole();
	await page.getByRole("button", { name: "Gọi số tiếp theo" }).click();
	await page.getByText("1 lần").waitFor();
	proxy.loseAnswers("POST /api/counters/quay-1/recall ", 3);
	await page.getByRole("button", { name: "Gọi lại" }).click();
	await page.getByText("2 lần").waitFor();
	await page.locator("[data-action=recall]:enabled").waitFor();
	expect(await page.getByText("2 lần").count()).toBe(1);
	expect(at.keysOf("POST /api/counters/quay-1/recall ")).toEqual({ requests: 4, keys: 1 });
});

type Lobby = ReturnType<typeof lobbyOf>;

function lobbyOf(hub: HubProcess, proxy: LosingProxy, page: Page) {
	return {
		hub,
		proxy,
		page,
		async openKiosk(): Promise<void> {
			await page.goto(`${proxy.url}/kiosk/?kiosk=kiosk-1`);
			for (const name of ["Chạm để bắt đầu", "Lấy số", "Chứng thực"]) {
				await page.getByRole("button", { name }).tap();
			}
			await page.getByRole("button", { name: "Không ưu tiên" }).waitFor();
		},

		/** Asks for a number, which the screen has to say no to. */
		async wishInVain(): Promise<void> {
			await page.getByRole("button", { name: "Không ưu tiên" }).tap();
			await page.getByText("Chưa lấy được số").waitFor();
		},

		async openConsole(): Promise<void> {
			await page.setViewportSize({ width: 1366, height: 768 });
			await page.goto(`${proxy.url}/staff/`);
			await page.getByLabel("Tên đăng nhập").fill("admin");
			await page.getByLabel("Mật khẩu").fill(adminPassword);
			await page.getByRole("button", { name: "Đăng nhập" }).click();
			await page.getByRole("button", { name: "Mở quầy" }).click();
			await page.getByRole("button", { name: "Gọi số tiếp theo" }).waitFor();
		},

		/** Who waits, asked of the hub itself. */
		async waiting(): Promise<string[]> {
			const ask = asker(hub.url, await signIn(hub.url));
			const { body } = await ask<{ waiting: { number: string }[] }>("GET", "/api/queue");
			return body.waiting.map(({ number }) => number);
		},

		/** The numbers on all the paper that the kiosk's printer has put out. */
		async printed(): Promise<string[]> {
			const { body } = await asker(hub.url)<string>("GET", "/printers/printer-1/paper");
			return [...body.matchAll(/<img [^>]*alt="([^"]*)"/g)].map(([, number = ""]) => number);
		},

		/** How many requests of a kind went out, and with how many different keys. */
		keysOf(begin: string): { requests: number; keys: number } {
			const heads = proxy.heads.filter((head) => head.startsWith(begin));
			const keys = heads.map((head) => /^idempotency-key: *(\S+)$/im.exec(head)?.[1] ?? "none");
			return { requests: heads.length, keys: new Set(keys).size };
		},
	};
}
