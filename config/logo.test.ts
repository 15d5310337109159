import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile } from "./places.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-logo-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The sample office with a picture for its papers. */
function loadWith(logo: string) {
	const office = JSON.parse(readFileSync(defaultOfficeFile(), "utf8"));
	const file = join(folder, "office.json");
	writeFileSync(file, JSON.stringify({ ...office, paper: { logo } }));
	return loadSettings(file);
}

function png(width: number, height: number): Uint8Array {
	return encode({ width, height, channels: 1, data: new Uint8Array(width * height) });
}

const allowed = "a PNG of at most 240 by 120 dots, its path relative to the office file";

test("a logo is found beside the office file, and known by its whole path", () => {
	writeFileSync(join(folder, "quốc huy.png"), png(240, 120));
	const loaded = loadWith("quốc huy.png");
	expect(loaded).toMatchObject({
		ok: true,
		office: { paper: { logo: join(folder, "quốc huy.png") } },
	});
});

test.each([
	["is not there", () => undefined, "which is not there"],
	["is no PNG", (at: string) => copyFileSync(defaultOfficeFile(), at), "which is no PNG"],
	["is too wide", (at: string) => writeFileSync(at, png(241, 90)), "which is 241 by 90 dots"],
	["is too high", (at: string) => writeFileSync(at, png(90, 121)), "which is 90 by 121 dots"],
])("a logo that %s is a fault with its path", (_, put, found) => {
	put(join(folder, "logo.png"));
	expect(loadWith("logo.png")).toMatchObject({
		ok: false,
		faults: [{ path: "/paper/logo", found: `"logo.png", ${found}`, allowed }],
	});
});
