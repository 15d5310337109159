import type { Browser } from "playwright-core";
import { launchChromium } from "../chromium.ts";
import { type HubProcess, removeTemporaryDirectories, startHubProcess } from "../hub-process.ts";
import { fillHall, hallDirectory } from "./tour.ts";

/** A browser, and a hub with people in its hall. */
export interface Hall {
	browser: Browser;
	hub: HubProcess;
	close(): Promise<void>;
}

export async function openHall(): Promise<Hall> {
	const browser = await launchChromium();
	const hub = await startHubProcess({ DATA_DIR: await hallDirectory() });
	await fillHall(hub);
	return {
		browser,
		hub,
		async close() {
			await browser.close();
			await hub.stop();
			await removeTemporaryDirectories();
		},
	};
}
