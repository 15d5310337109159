import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { vi } from "vitest";
import { usersOf } from "../server/tools/kiosk-browser/profile.ts";
import { findChromium } from "./chromium.ts";
import { projectRoot, temporaryDirectory } from "./hub-process.ts";

export interface KioskCommandProcess {
	profile: string;
	/** All that it has said. */
	said(): string;
	/** Resolves once it has said so, that many times. */
	says(pattern: RegExp, times?: number): Promise<void>;
	/** The page of the browser that runs now, over a debugging port that the test has it open. */
	page(): Promise<Page>;
	/** The processes of its browser. */
	browserProcesses(): number[];
	/** Asks it to stop; resolves with its exit code. */
	stop(signal?: "SIGTERM" | "SIGINT"): Promise<number | null>;
	/** Its exit code, once it has ended. */
	exited: Promise<number | null>;
	/** Ends it in the middle of whatever it does. */
	kill(): Promise<void>;
}

const running = new Set<ChildProcess>();
const connected: Browser[] = [];

/** Starts the built `npm run kiosk` with a profile of its own unless one is given; `hub.lan` is this machine for its browser. */
export async function startKioskCommand(
	url: string,
	options: { profile?: string; home?: string } = {},
): Promise<KioskCommandProcess> {
	const { profile = await temporaryDirectory(), home = await temporaryDirectory() } = options;
	const browser = findChromium();
	if (browser === undefined) throw new Error("there is no Chromium");
	const forTests = [
		"--no-sandbox",
		"--headless",
		"--disable-gpu",
		"--remote-debugging-port=0",
		"--host-resolver-rules=MAP hub.lan 127.0.0.1",
	];
	const file = join(projectRoot, "dist/hub/kiosk.js");
	const args = ["--url", url, "--browser", browser, "--profile", profile, "--", ...forTests];
	const child = spawn(process.execPath, [file, ...args], {
		env: { PATH: process.env.PATH, HOME: home },
		stdio: ["ignore", "pipe", "pipe"],
	});
	running.add(child);
	const exited = new Promise<number | null>((ended) => child.once("close", ended));
	void exited.then(() => running.delete(child));
	let said = "";
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding("utf8").on("data", (text: string) => {
			said += text;
		});
	}
	const times = (pattern: RegExp) => said.match(new RegExp(pattern, "g"))?.length ?? 0;
	return {
		profile,
		said: () => said,
		says: (pattern, wanted = 1) =>
			vi.waitFor(
				() => {
					if (times(pattern) < wanted) throw new Error(`it has not said ${pattern}:\n${said}`);
				},
				{ timeout: 50_000 },
			),
		async page() {
			const port = (await readFile(join(profile, "DevToolsActivePort"), "utf8")).split("\n")[0];
			const over = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
			connected.push(over);
			const [page] = over.contexts()[0]?.pages() ?? [];
			if (page === undefined) throw new Error("the browser has no page");
			return page;
		},
		browserProcesses: () => usersOf(profile),
		stop(signal = "SIGTERM") {
			child.kill(signal);
			return exited;
		},
		exited,
		async kill() {
			child.kill("SIGKILL");
			await exited;
		},
	};
}

/** Ends those that a test has left running; their browsers end with them. */
export async function endKioskCommands(): Promise<void> {
	for (const browser of connected.splice(0)) await browser.close();
	for (const child of running) {
		child.kill("SIGKILL");
		await new Promise((ended) => child.once("close", ended));
	}
}
