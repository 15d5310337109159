import {
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Makes the folder of a profile for this user alone: what lets the screen in lies there. */
export function makeProfile(profile: string): void {
	mkdirSync(profile, { recursive: true, mode: 0o700 });
}

/**
 * Brings a profile back to where it starts without a question, after a power cut or a kill. What is right is left alone.
 * @returns what was mended, in sentences; no browser may use the profile meanwhile
 */
export function mendProfile(profile: string): string[] {
	return [...removeLock(profile), ...mendPreferences(join(profile, "Default/Preferences"))];
}

/** The processes of a browser that have a profile open; Linux. */
export function usersOf(profile: string): number[] {
	return readdirSync("/proc")
		.filter((name) => /^\d+$/.test(name))
		.filter((pid) => commandOf(pid).includes(`--user-data-dir=${profile}`))
		.map(Number);
}

const lockFiles = ["SingletonLock", "SingletonSocket", "SingletonCookie"];

/**
 * Chromium names its machine and process in the lock. After the machine got another name it takes the profile for one that another machine
 * uses, asks, and does not start.
 */
function removeLock(profile: string): string[] {
	const left = lockFiles.map((name) => join(profile, name)).filter(isThere);
	if (left.length === 0) return [];
	const by = linkOf(join(profile, "SingletonLock"));
	for (const file of left) rmSync(file, { force: true });
	return [`The last browser (${by}) left its lock on the profile behind: it is removed.`];
}

function mendPreferences(file: string): string[] {
	const text = textOf(file);
	if (text === null) return [];
	const preferences = objectIn(text);
	if (preferences === null) {
		renameSync(file, `${file}.damaged`);
		return ["The profile's preferences were damaged: they are set aside and made anew."];
	}
	const profile = isObject(preferences.profile) ? preferences.profile : {};
	// "SessionEnded" is what a stop by a signal leaves.
	if (profile.exit_type !== "Crashed" && profile.exited_cleanly !== false) return [];
	const mended = {
		...preferences,
		profile: { ...profile, exit_type: "Normal", exited_cleanly: true },
	};
	writeFileSync(`${file}.mended`, JSON.stringify(mended), { mode: 0o600, flush: true });
	renameSync(`${file}.mended`, file);
	return ["The profile says that the last browser crashed: it is marked as ended well."];
}

function commandOf(pid: string): string[] {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
	} catch {
		// It has ended meanwhile, or is somebody else's.
		return [];
	}
}

function isThere(file: string): boolean {
	return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

function linkOf(file: string): string {
	try {
		return readlinkSync(file);
	} catch {
		return "nobody knows which";
	}
}

function textOf(file: string): string | null {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return null;
	}
}

function objectIn(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : null;
	} catch {
		return null;
	}
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
