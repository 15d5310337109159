import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DeviceRole } from "../protocol/devices.ts";
import { isMissing } from "./disk.ts";

/** Whether what runs on a device is what this hub would give it now. */
export type IsCurrent = (role: DeviceRole, version: string) => boolean;

/** The pages that hang in lobbies; a counter's screen is let in as a board. */
const pagesOf = {
	kiosk: ["kiosk/index.html"],
	board: ["display/board.html", "display/counter.html"],
} as const;

/**
 * Reads which versions of its pages a hub has; ui/page-version.ts says it the same way. A print agent names the program's version alone.
 * @param webRoot `dist/web`
 * @param version of the program
 */
export function currentVersions(webRoot: string, version: string): IsCurrent {
	const versions: Record<DeviceRole, ReadonlySet<string>> = {
		kiosk: new Set(pagesOf.kiosk.map((page) => versionOfPage(join(webRoot, page)))),
		board: new Set(pagesOf.board.map((page) => versionOfPage(join(webRoot, page)))),
		"print-agent": new Set([version]),
	};
	return (role, said) => versions[role].has(said);
}

/** Empty, which no page says of itself, where the page is not there: the hub also runs without pages. */
function versionOfPage(file: string): string {
	let page: string;
	try {
		page = readFileSync(file, "utf8");
	} catch (error) {
		if (isMissing(error)) return "";
		throw error;
	}
	const program = /<meta name="generator" content="motcua ([^"]+)"/.exec(page)?.[1] ?? "";
	const script = /<script type="module"[^>]* src="[^"]*-([\w-]{8})\.js"/.exec(page)?.[1] ?? "";
	return `${program}+${script}`;
}
