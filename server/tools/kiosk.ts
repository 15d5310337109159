import { homedir } from "node:os";
import { holdDataDir } from "../one-hub.ts";
import { findBrowser } from "./kiosk-browser/find-browser.ts";
import { asTyped, browserArguments, isSecureByItself } from "./kiosk-browser/flags.ts";
import { keepRunning } from "./kiosk-browser/keep-running.ts";
import { readKioskOptions, usage, usualProfile } from "./kiosk-browser/options.ts";
import { makeProfile } from "./kiosk-browser/profile.ts";
import { CannotDo, runCommand, say } from "./run-command.ts";

await runCommand("kiosk", async (args) => {
	const options = readKioskOptions(args);
	if (options === "help") {
		say(usage);
		return 0;
	}
	if ("faults" in options) throw new CannotDo(`${options.faults.join("\n")}\n\n${usage}`);
	if (process.platform !== "linux") {
		throw new CannotDo("this command is for Linux; docs/KIOSK.md has Windows");
	}
	const { url, dryRun, extra } = options;
	const found = findBrowser(options.browser, process.env);
	if ("fault" in found) throw new CannotDo(found.fault);
	const profile = options.profile ?? usualProfile(process.env, homedir(), found.isSnap);
	const browserArgs = browserArguments(url, profile, extra);
	if (dryRun) {
		say(asTyped(found.path, browserArgs));
		return 0;
	}
	refuseWhatCannotStart(extra);
	makeProfile(profile);
	const hold = await holdDataDir(profile);
	if ("heldBy" in hold) {
		throw new CannotDo(
			`process ${hold.heldBy} keeps a screen with the profile ${profile} already: stop it, or name another with --profile`,
		);
	}
	log(`${url.href} on this screen, with ${found.path} and the profile ${profile}.`);
	if (!isSecureByItself(url)) {
		log(
			`${url.origin} is taken for secure by a flag of this browser; the line to the hub stays unencrypted.`,
		);
	}
	const stop = new AbortController();
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
		process.on(signal, () => {
			if (!stop.signal.aborted) log(`${signal}: the browser is ended.`);
			stop.abort();
		});
	}
	await keepRunning(
		{ browser: found.path, args: browserArgs, profile, url, say: log },
		stop.signal,
	);
	await hold.release();
	return 0;
});

/** What would otherwise fail again and again. */
function refuseWhatCannotStart(extra: readonly string[]): void {
	const has = (flag: string) => extra.some((one) => one.split("=")[0] === flag);
	if (process.getuid?.() === 0 && !has("--no-sandbox")) {
		throw new CannotDo(
			"this is root, for whom Chromium does not start: use a user of the screen's own, as in docs/KIOSK.md",
		);
	}
	const { DISPLAY, WAYLAND_DISPLAY } = process.env;
	if (!DISPLAY && !WAYLAND_DISPLAY && !has("--headless") && !has("--ozone-platform")) {
		throw new CannotDo(
			"there is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. Start it within the session of the screen's user, as in docs/KIOSK.md",
		);
	}
}

/** The journal has the time already. */
function log(line: string): void {
	const at = process.env.JOURNAL_STREAM ? "" : `${new Date().toLocaleString("sv-SE")}  `;
	say(`${at}${line}`);
}
