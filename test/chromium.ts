import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

/** Every one that this process has started. */
export const launched: Browser[] = [];

/** Starts a Chromium that asks nothing of the outside. */
export async function launchChromium(...more: string[]): Promise<Browser> {
	const browser = await chromium.launch({
		executablePath: findChromium() ?? noChromium(),
		args: [
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--force-color-profile=srgb",
			"--font-render-hinting=none",
			// As the keeper starts a board's; of two, the later one holds.
			"--autoplay-policy=no-user-gesture-required",
			...more,
		],
	});
	launched.push(browser);
	return browser;
}

/** Makes sure that there is a Chromium: as root on Debian its package is installed, else one clear line says what to do. */
export function ensureChromium(): void {
	if (findChromium()) return;
	const isRoot = process.getuid?.() === 0;
	if (!isRoot || spawnSync("apt-get", ["--version"]).status !== 0) noChromium();
	process.stderr.write(
		"No Chromium found: installing Debian's package chromium for the browser tests.\n",
	);
	const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
	execFileSync("apt-get", ["-qq", "update"], { stdio: "inherit", env });
	execFileSync("apt-get", ["-qq", "-y", "install", "--no-install-recommends", "chromium"], {
		stdio: ["ignore", "ignore", "inherit"],
		env,
	});
	if (!findChromium()) noChromium();
}

function noChromium(): never {
	throw new Error(
		"The browser tests need a Chromium: install the package chromium (or Google Chrome), or set CHROMIUM_PATH to one.",
	);
}

/** CHROMIUM_PATH, then what the PATH has, then what Playwright has put into its cache. */
export function findChromium(): string | undefined {
	const named = process.env.CHROMIUM_PATH;
	if (named) {
		if (existsSync(named)) return named;
		throw new Error(`CHROMIUM_PATH names ${named}, where nothing is.`);
	}
	const onPath = (process.env.PATH ?? "")
		.split(delimiter)
		.flatMap((folder) =>
			["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map((name) =>
				join(folder, name),
			),
		);
	return [...onPath, ...playwrightsOwn()].find((path) => existsSync(path));
}

function playwrightsOwn(): string[] {
	const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), ".cache/ms-playwright");
	if (!existsSync(cache)) return [];
	return readdirSync(cache)
		.filter((name) => name.startsWith("chromium-"))
		.sort()
		.reverse()
		.flatMap((name) => [
			join(cache, name, "chrome-linux64/chrome"),
			join(cache, name, "chrome-linux/chrome"),
		]);
}
