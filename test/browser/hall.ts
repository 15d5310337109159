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

/** @param before puts into the data directory what stands there before the hub starts */
export async function openHall(before?: (dataDir: string) => Promise<void>): Promise<Hall> {
	const browser = await launchChromium();
	const DATA_DIR = await hallDirectory();
	await before?.(DATA_DIR);
	const hub = await startHubProcess({ DATA_DIR });
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
