import type { Browser } from "playwright-core";
import type { TicketAnswer } from "../protocol/tickets.ts";
import { asker, signIn } from "../test/ask.ts";
import type { HubProcess } from "../test/hub-process.ts";
import { amongBoards } from "./among-boards.ts";
import { percentile } from "./percentile.ts";

declare global {
	interface Window {
		onCallShown(number: string, at: number): void;
	}
}

/**
 * From the officer's request leaving to the number painted on the board, in milliseconds of one clock. Painted: at the start of the frame after the one
 * in which the number was laid out, which is late by part of a frame and never early.
 */
export interface CallToBoard {
	calls: number;
	/** How many boards are told of each, this one among them. */
	boards: number;
	p50Ms: number;
	p99Ms: number;
	maxMs: number;
	/** A bare durable round trip to the same hub in the same run, for the ratio. */
	bareP50Ms: number;
}

const calls = 300;
const boards = 300;

/** Calls people one after the other, and watches a real board in a real browser for each number while many others are told of it too. */
export function callToBoard(): Promise<CallToBoard> {
	return amongBoards(boards - 1, measure);
}

async function measure(hub: HubProcess, browser: Browser): Promise<CallToBoard> {
	const ask = asker(hub.url, await signIn(hub.url));
	await ask("POST", "/api/counters/quay-1/open", {});
	const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
	const appeared = new Map<string, (at: number) => void>();
	await page.exposeFunction("onCallShown", (number: string, at: number) => {
		appeared.get(number)?.(at);
	});
	await page.goto(`${hub.url}/display/board`);
	await page.locator(".board").waitFor();
	// The board says itself when a number stands in its list: after layout, by the wall clock that the bench reads too.
	await page.evaluate(() => {
		const seen = new Set<string>();
		const tell = () => {
			for (const row of document.querySelectorAll<HTMLElement>("[data-call]")) {
				const number = row.dataset.call ?? "";
				if (seen.has(number) || row.getBoundingClientRect().height === 0) continue;
				seen.add(number);
				requestAnimationFrame(() => window.onCallShown(number, Date.now()));
			}
		};
		new MutationObserver(() => requestAnimationFrame(tell)).observe(document.body, {
			childList: true,
			subtree: true,
			attributes: true,
			attributeFilter: ["data-call"],
		});
	});

	const bare: number[] = [];
	const waits: number[] = [];
	for (let call = 0; call < calls; call++) {
		const beforeTaking = performance.now();
		const taken = await ask<TicketAnswer>("POST", "/api/tickets", { serviceId: "ho-tich" });
		bare.push(performance.now() - beforeTaking);
		const { number } = taken.body.ticket;
		const shown = new Promise<number>((resolve) => appeared.set(number, resolve));
		const begun = Date.now();
		await ask("POST", "/api/counters/quay-1/call-next", {});
		waits.push((await shown) - begun);
	}
	return {
		calls,
		boards,
		p50Ms: percentile(waits, 50),
		p99Ms: percentile(waits, 99),
		maxMs: Math.max(...waits),
		bareP50Ms: percentile(bare, 50),
	};
}
