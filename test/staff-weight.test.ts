import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { projectRoot } from "./hub-process.ts";

const folder = join(projectRoot, "dist/web/staff");

test("all scripts that the desk fetches before an officer sees it weigh 120 kB at most, packed", () => {
	const html = readFileSync(join(folder, "index.html"), "utf8");
	const first = [...html.matchAll(/(?:src|href)="\/staff\/([^"]+\.js)"/g)].map(
		([, path = ""]) => path,
	);
	expect(first.length).toBeGreaterThan(0);
	expect(readdirSync(join(folder, "assets")).length).toBeGreaterThan(first.length);
	const weigh = (path: string) => gzipSync(readFileSync(join(folder, path)), { level: 9 }).length;
	expect(first.reduce((sum, path) => sum + weigh(path), 0)).toBeLessThanOrEqual(120_000);
});
