import type { FoundBrowser } from "../kiosk-browser/find-browser.ts";
import { type Finding, note, ok } from "./finding.ts";

/** What the pages are built for: docs/KIOSK.md. */
const oldest = 84;

/** @param said what the browser answers to `--version`; null where it does not */
export function checkBrowser(found: FoundBrowser, said: string | null): Finding {
	const about = "browser";
	if ("fault" in found) {
		return note(
			about,
			"there is no Chromium or Chrome here",
			"nothing, unless a kiosk or a board hangs on this machine: apt install chromium",
		);
	}
	const version = /\d+(?:\.\d+)+/.exec(said ?? "")?.[0];
	if (version === undefined) {
		return note(
			about,
			`${found.path} does not say its version`,
			`start it by hand to see why: ${found.path} --version`,
		);
	}
	const says = `${found.path}, ${version}`;
	if (Number.parseInt(version, 10) >= oldest) return ok(about, says);
	return note(
		about,
		`${says}; the screens need ${oldest} or later`,
		"install a newer one where a kiosk or a board hangs on this machine",
	);
}
