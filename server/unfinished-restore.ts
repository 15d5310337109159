import { readlink, rename, rmdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { isMissing, namesIn, syncDirectory } from "./disk.ts";

/**
 * Where a restore builds and where it moves what was there: beside the data directory, so that renaming is all it takes. `stamp` is the
 * restore's own.
 */
export function placesOfRestore(dataDir: string, stamp: string): { built: string; before: string } {
	return {
		built: `${dataDir}${builtInfix}${stamp}`,
		before: `${dataDir}${beforeInfix}${stamp}`,
	};
}

/**
 * Puts what a restore has built, whole and durable, in place of the data directory. What was there is moved aside and never deleted. Cut
 * short between the two renames it leaves no data directory: `finishRestore` does the second.
 */
export async function putInPlace(dataDir: string, stamp: string): Promise<void> {
	const { built, before } = placesOfRestore(dataDir, stamp);
	if (await holdsData(dataDir)) {
		await rename(dataDir, before);
		await syncDirectory(dirname(dataDir));
	}
	await moveIn(built, dataDir);
}

/**
 * Ends a restore that was cut short after the old data directory was moved aside: the new one was whole before that. To be called before a data
 * directory is used or made.
 * @returns what was done, or null where there was nothing to do
 */
export async function finishRestore(named: string): Promise<string | null> {
	if (await holdsData(named)) return null;
	const dataDir = await behindLink(named);
	const names = await namesIn(dirname(dataDir));
	const prefix = `${basename(dataDir)}${beforeInfix}`;
	const stamps = names
		.filter((name) => name.startsWith(prefix))
		.map((name) => name.slice(prefix.length));
	for (const stamp of stamps.sort().reverse()) {
		const { built, before } = placesOfRestore(dataDir, stamp);
		if (!names.includes(basename(built))) continue;
		await moveIn(built, dataDir);
		return `${dataDir}: a restore that was cut short has been finished; what was there before is in ${before}`;
	}
	return null;
}

/** Whether anything lies in a directory; one that is not there is empty. */
export async function holdsData(directory: string): Promise<boolean> {
	return (await namesIn(directory)).length > 0;
}

const builtInfix = ".restoring-";
const beforeInfix = ".before-restore-";

/** Where a link leads, also where nothing is: a restore works beside the directory itself. */
async function behindLink(named: string): Promise<string> {
	return readlink(named).then(
		(target) => resolve(dirname(named), target),
		(error: unknown) => {
			if (isNoLink(error)) return named;
			throw error;
		},
	);
}

function isNoLink(error: unknown): boolean {
	return (
		error instanceof Error && "code" in error && ["ENOENT", "EINVAL"].includes(String(error.code))
	);
}

async function moveIn(built: string, dataDir: string): Promise<void> {
	// Not every system renames over a directory, even an empty one.
	await rmdir(dataDir).catch((error: unknown) => {
		if (!isMissing(error)) throw error;
	});
	await rename(built, dataDir);
	await syncDirectory(dirname(dataDir));
}
