import { accessSync, constants, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, delimiter, join } from "node:path";

/** What browsers are called, in the order in which they are looked for. */
const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** A browser's program, or what is wrong and what to do. */
export type FoundBrowser = { path: string; isSnap: boolean } | { fault: string };

/** @param named a path or a name on PATH; undefined to look for one */
export function findBrowser(named: string | undefined, env: NodeJS.ProcessEnv): FoundBrowser {
	if (named?.includes("/")) {
		if (isProgram(named)) return { path: named, isSnap: isSnap(named) };
		return { fault: `--browser ${JSON.stringify(named)}: no program is there` };
	}
	const wanted = named === undefined ? names : [named];
	const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
	const path = wanted
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((file) => isProgram(file));
	if (path !== undefined) return { path, isSnap: isSnap(path) };
	if (named !== undefined) {
		return { fault: `--browser ${JSON.stringify(named)}: PATH has no such program` };
	}
	return {
		fault: `no browser is found: PATH has none of ${names.join(", ")}. Install one (Debian: apt install chromium), or name it with --browser PATH`,
	};
}

function isProgram(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return statSync(file).isFile();
	} catch {
		return false;
	}
}

/** Ubuntu's `chromium-browser` is a script that starts the snap; the snap's own name is a link to `snap`. */
function isSnap(file: string): boolean {
	if (basename(realpathSync(file)) === "snap") return true;
	const begins = readFileSync(file).subarray(0, 4_096).toString("latin1");
	return begins.startsWith("#!") && begins.includes("/snap/bin/");
}
