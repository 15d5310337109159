import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Finding, note, ok, wrong } from "./finding.ts";

/** What `npm run build` makes and a hub serves or runs. */
export const builtParts = [
	"dist/hub/main.js",
	"dist/hub/raster-worker.js",
	"dist/hub/waits-worker.js",
	"dist/hub/catalogue-files-worker.js",
	"dist/fonts",
	"dist/web/kiosk/index.html",
	"dist/web/display/board.html",
	"dist/web/phone/phone.html",
	"dist/web/staff/index.html",
	"dist/web/pages/pages.css",
];

export interface Program {
	folder: string;
	version: string;
	/** Of `builtParts`, those that are not there. */
	missing: readonly string[];
	/** Milliseconds since 1970. */
	builtAt: number | null;
	newestSource: { file: string; at: number } | null;
	/** Packages of `dependencies` that are not there, or are there in another version. */
	packages: readonly { name: string; wanted: string; found: string | null }[];
}

export function checkProgram({
	folder,
	version,
	missing,
	builtAt,
	newestSource,
}: Program): Finding {
	const says = `Một Cửa ${version} in ${folder}`;
	if (missing.length > 0) {
		return wrong("program", `${says}; not there: ${missing.join(", ")}`, "npm ci && npm run build");
	}
	if (builtAt !== null && newestSource && newestSource.at > builtAt) {
		return note(
			"program",
			`${says}; ${newestSource.file} is newer than what was built: it is not in the program that runs`,
			"npm run build, with the hub stopped; then start it",
		);
	}
	return ok("program", builtAt === null ? says : `${says}, built ${dayOf(builtAt)}`);
}

export function checkPackages({ packages }: Program): Finding {
	if (packages.length === 0) return ok("packages", "all there, in the versions of package.json");
	const said = packages.map(({ name, wanted, found }) =>
		found === null ? `${name} is not there` : `${name} is ${found} and should be ${wanted}`,
	);
	return wrong(
		"packages",
		said.join("\n"),
		"npm ci; without a network, unpack the program anew with its node_modules (docs/INSTALLING.md)",
	);
}

/** Looks at the program in a folder. */
export function lookAtProgram(folder: string): Program {
	const { version, dependencies } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
	const main = join(folder, "dist/hub/main.js");
	return {
		folder,
		version: String(version),
		missing: builtParts.filter((part) => !existsSync(join(folder, part))),
		builtAt: existsSync(main) ? statSync(main).mtimeMs : null,
		newestSource: newestSourceIn(folder),
		packages: Object.entries<string>(dependencies).flatMap(([name, wanted]) => {
			const found = installedVersion(folder, name);
			// `file:` and the like name no version.
			const isRight = found === wanted || (found !== null && !/^\d/.test(wanted));
			return isRight ? [] : [{ name, wanted, found }];
		}),
	};
}

function installedVersion(folder: string, name: string): string | null {
	const file = join(folder, "node_modules", name, "package.json");
	return existsSync(file) ? String(JSON.parse(readFileSync(file, "utf8")).version) : null;
}

/** What is built into the hub and the screens. */
const sourceFolders = [
	"catalogue",
	"config",
	"display",
	"kiosk",
	"printer",
	"protocol",
	"server",
	"staff",
	"ui",
	"voice",
	"words",
];

function newestSourceIn(folder: string): Program["newestSource"] {
	let newest: Program["newestSource"] = null;
	for (const part of sourceFolders) {
		const within = join(folder, part);
		// A machine may have what is built alone.
		if (!existsSync(within)) continue;
		for (const entry of readdirSync(within, { withFileTypes: true, recursive: true })) {
			if (!entry.isFile() || !/(?<!\.test)\.(ts|tsx|css|html)$/.test(entry.name)) continue;
			const file = join(entry.parentPath, entry.name);
			const at = statSync(file).mtimeMs;
			if (!newest || at > newest.at) newest = { file, at };
		}
	}
	return newest;
}

function dayOf(at: number): string {
	return new Date(at).toISOString().slice(0, 10);
}
