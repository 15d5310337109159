import { join } from "node:path";
import type { Browser } from "playwright-core";
import { ensureChromium, launchChromium } from "../test/chromium.ts";
import { type HubProcess, startHubProcess } from "../test/hub-process.ts";
import { crowd } from "./crowd.ts";
import { onDisk } from "./disk.ts";
import { writeLargeOffice } from "./large-office.ts";
import { startProcess } from "./process.ts";

/** A hub that tells so many boards of each call, and a browser to look at one screen more. */
export function amongBoards<T>(
	boards: number,
	use: (hub: HubProcess, browser: Browser) => Promise<T>,
): Promise<T> {
	ensureChromium();
	return onDisk(async (directory) => {
		const { file } = await writeLargeOffice(directory, 6);
		const hub = await startHubProcess({ OFFICE_FILE: file, DATA_DIR: join(directory, "data") });
		const others = startProcess(crowd);
		const browser = await launchChromium();
		try {
			const plain = { as: "plain" as const, phones: [], compressed: false };
			await others.ask({ do: "open", url: hub.url, boards, ...plain });
			return await use(hub, browser);
		} finally {
			await Promise.all([browser.close(), others.stop(), hub.stop()]);
		}
	});
}
