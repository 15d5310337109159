import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "playwright-core";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "../test/ask.ts";
import { adminPassword } from "../test/hub-process.ts";
import { amongBoards } from "./among-boards.ts";
import { type Figure, ms } from "./figure.ts";
import { percentile } from "./percentile.ts";

declare global {
	interface Window {
		shownAfterMs: { [number: string]: number };
	}
}

const calls = 80;
const boards = 300;
/** The console takes a second press so soon after the first for the same one. */
const betweenPressesMs = 1_000;

/** An officer's key for the next number, to that number painted before them, while many boards are told of each call. */
export async function callAtConsole(): Promise<Figure[]> {
	return amongBoards(boards, async ({ url }, browser) => {
		const ask = asker(url, await signIn(url));
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
		await openConsole(page, url);

		const bare: number[] = [];
		const waits: number[] = [];
		for (let call = 0; call < calls; call++) {
			const begun = performance.now();
			const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
			bare.push(performance.now() - begun);
			await page.locator("[data-action=call-next]:enabled").waitFor();
			await pause(betweenPressesMs);
			const { number } = taken.body.ticket;
			await page.keyboard.press("g");
			const took = await page.waitForFunction((one) => window.shownAfterMs[one], number);
			waits.push(Number(await took.jsonValue()));
		}
		const [p50, p95] = [percentile(waits, 50), percentile(waits, 95)];
		return [
			{
				name: `an officer's key to the new number painted on the console, ${boards} boards`,
				wanted: "p95 <= 100 ms",
				measured: `p95 ${ms(p95)} (p50 ${ms(p50)}, max ${ms(Math.max(...waits))}) over ${calls} calls`,
				against: `a durable request alone, p50: ${ms(percentile(bare, 50))}`,
				ratio: p50 / percentile(bare, 50),
			},
		];
	});
}

async function openConsole(page: Page, url: string): Promise<void> {
	await page.goto(`${url}/staff/?counter=quay-1`);
	await page.getByLabel("Tên đăng nhập").fill("admin");
	await page.getByLabel("Mật khẩu").fill(adminPassword);
	await page.keyboard.press("Enter");
	await page.getByRole("button", { name: "Mở quầy" }).click();
	await page.locator("[data-action=call-next]").waitFor();
	await page.evaluate(watch);
}

/** In the page: of each number, from the key's own time stamp to the frame after the one in which it was laid out. Milliseconds. */
function watch(): void {
	let pressedAt = 0;
	window.shownAfterMs = {};
	addEventListener("keydown", ({ timeStamp }) => (pressedAt = timeStamp), { capture: true });
	let before = "";
	const look = () => {
		const own = document.querySelector<HTMLElement>("[data-ticket]");
		const number = own?.dataset.ticket ?? "";
		if (number !== before && own && own.getBoundingClientRect().height > 0) {
			before = number;
			requestAnimationFrame(() => {
				window.shownAfterMs[number] = performance.now() - pressedAt;
			});
		}
		requestAnimationFrame(look);
	};
	look();
}
