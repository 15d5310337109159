import { type ChildProcess, spawn } from "node:child_process";
import { connect } from "node:net";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { speakDevTools } from "./devtools.ts";
import { mendProfile, usersOf } from "./profile.ts";
import { watchPage } from "./watch-page.ts";

export interface BrowserRun {
	browser: string;
	args: readonly string[];
	profile: string;
	url: URL;
	/** A line for the technician. */
	say(line: string): void;
}

/** The pause before the browser is started again doubles up to the longest, and begins anew after it has run soundly for so long. */
const firstPauseMs = 1_000;
const longestPauseMs = 30_000;
const soundMs = 60_000;
/** How long a browser is given to end by itself, and to answer. */
const endWithinMs = 8_000;
const answerWithinMs = 15_000;
const connectWithinMs = 2_000;
/** What a browser says last tells why it ended. */
const keptLines = 6;

/** docs/KIOSK.md, Policies. */
const whyUnwatched = "Mostly a policy of this machine forbids it: DeveloperToolsAvailability.";

/** Runs the browser, again and again, until the signal says to stop; then nothing of it is left running. */
export async function keepRunning(run: BrowserRun, stop: AbortSignal): Promise<void> {
	const { say } = run;
	let pauseMs = firstPauseMs;
	while (!stop.aborted) {
		await lastOnesEnd(run, stop);
		for (const mended of mendProfile(run.profile)) say(mended);
		const beganMs = performance.now();
		const ended = await runOnce(run, stop);
		if (stop.aborted) break;
		if (performance.now() - beganMs > soundMs) pauseMs = firstPauseMs;
		say(`The browser has ended (${ended.how}); it is started again in ${pauseMs / 1_000} s.`);
		for (const line of ended.lastLines) say(`  it said: ${line}`);
		await pause(pauseMs, stop);
		pauseMs = Math.min(2 * pauseMs, longestPauseMs);
	}
	say("Stopped.");
}

/** A second browser would hand its page over to the first and end at once. One whose keeper was killed ends by itself, but not in the same instant. */
async function lastOnesEnd({ profile, say }: BrowserRun, stop: AbortSignal): Promise<void> {
	const until = performance.now() + endWithinMs;
	while (usersOf(profile).length > 0 && performance.now() < until) await pause(200, stop);
	for (const pid of usersOf(profile)) {
		if (stop.aborted) return;
		say(`Process ${pid} still uses ${profile}: it is ended.`);
		endGroup(pid, "SIGKILL");
	}
}

async function runOnce(
	{ browser, args, url, say }: BrowserRun,
	stop: AbortSignal,
): Promise<{ how: string; lastLines: string[] }> {
	// A group of its own: Ctrl+C in a terminal is this process's to hand on, and the group can be ended as a whole.
	const child = spawn(browser, args, {
		stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
		detached: true,
	});
	const lastLines: string[] = [];
	keepLastLines(child, lastLines);
	const over = new AbortController();
	const ended = endOf(child).finally(() => over.abort());
	const end = () => void endGently(child, ended);
	stop.addEventListener("abort", end, { once: true });
	say(`The browser is started: process ${child.pid}.`);
	const [, , , to, from] = child.stdio;
	watchPage({
		devTools: speakDevTools(to as Writable, from as Readable, answerWithinMs),
		url,
		hubAnswers: () => listens(url),
		pause: (ms) => pause(ms, over.signal),
		isOver: () => over.signal.aborted,
		say: (line) => {
			if (!stop.aborted) say(line);
		},
		giveUp(why) {
			if (over.signal.aborted || stop.aborted) return;
			say(`The browser is ended: ${why}.`);
			end();
		},
	}).catch((error: unknown) => {
		if (over.signal.aborted || stop.aborted) return;
		const why = error instanceof Error ? error.message : String(error);
		say(
			`The browser does not let its page be watched (${why}): it is started again when it ends, but what breaks within it stays. ${whyUnwatched}`,
		);
	});
	const how = await ended;
	stop.removeEventListener("abort", end);
	// Helpers that outlived it.
	if (child.pid !== undefined) endGroup(child.pid, "SIGKILL");
	return { how, lastLines };
}

function endOf(child: ChildProcess): Promise<string> {
	return new Promise((ended) => {
		child.once("error", (error) => ended(error.message));
		child.once("exit", (code, signal) => ended(signal ?? `exit code ${code}`));
	});
}

async function endGently(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
	child.kill("SIGTERM");
	const inTime = await Promise.race([
		ended.then(() => true),
		sleep(endWithinMs, false, { ref: false }),
	]);
	if (!inTime && child.pid !== undefined) endGroup(child.pid, "SIGKILL");
}

function endGroup(pid: number, signal: NodeJS.Signals): void {
	for (const target of [-pid, pid]) {
		try {
			process.kill(target, signal);
		} catch {
			// It has ended.
		}
	}
}

function keepLastLines({ stderr }: ChildProcess, lines: string[]): void {
	if (stderr === null) return;
	createInterface({ input: stderr }).on("line", (line) => {
		if (line.trim() === "" || isNoise(line)) return;
		lines.push(line);
		if (lines.length > keptLines) lines.shift();
	});
}

/** Chromium looks for services of a desktop, which a kiosk does not have. */
function isNoise(line: string): boolean {
	return line.includes(":dbus/");
}

/** Whether somebody takes a connection where the hub is. Its certificate and its answers are the browser's to judge. */
function listens({ hostname, port, protocol }: URL): Promise<boolean> {
	return new Promise((told) => {
		const socket = connect({
			host: hostname.replace(/^\[|\]$/g, ""),
			port: Number(port) || (protocol === "https:" ? 443 : 80),
		});
		const tell = (answers: boolean) => {
			socket.destroy();
			told(answers);
		};
		socket.setTimeout(connectWithinMs, () => tell(false));
		socket.on("connect", () => tell(true));
		socket.on("error", () => tell(false));
	});
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
	return sleep(ms, undefined, { signal }).catch(() => undefined);
}
