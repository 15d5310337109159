import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { projectRoot } from "./hub-process.ts";

const folder = join(projectRoot, "dist/web/phone");

/** The scripts that a page names, and all that they import from the start, by their paths. */
function scriptsOf(page: string): Set<string> {
	const html = readFileSync(join(folder, page), "utf8");
	const found = new Set<string>();
	const add = (path: string) => {
		if (found.has(path)) return;
		found.add(path);
		const text = readFileSync(join(folder, path), "utf8");
		for (const [, name = ""] of text.matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)/g)) {
			add(`assets/${name}`);
		}
	};
	for (const [, path = ""] of html.matchAll(/(?:src|href)="\/phone\/([^"]+\.js)"/g)) add(path);
	return found;
}

const weigh = (path: string) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;

// What a browser really fetches: test/browser/phone.test.ts.
test("all scripts of the phone's page together weigh 30 kB at most, packed", () => {
	const scripts = [...scriptsOf("phone.html")];
	expect(scripts.length).toBeGreaterThan(0);
	expect(scripts.reduce((sum, path) => sum + weigh(path), 0)).toBeLessThanOrEqual(30_000);
});
