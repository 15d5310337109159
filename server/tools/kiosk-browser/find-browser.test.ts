import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBrowser } from "./find-browser.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-test-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function program(name: string, text = "#!/bin/sh\n"): string {
	const file = join(folder, name);
	writeFileSync(file, text);
	chmodSync(file, 0o755);
	return file;
}

test("Chromium goes before Chrome, wherever on PATH each lies", () => {
	mkdirSync(join(folder, "sau"));
	program("google-chrome");
	const chromium = program("sau/chromium");
	expect(findBrowser(undefined, { PATH: `${folder}:${folder}/sau` })).toEqual({
		path: chromium,
		isSnap: false,
	});
});

test("what may not be run, and a folder of that name, are passed over", () => {
	writeFileSync(join(folder, "chromium"), "");
	mkdirSync(join(folder, "chromium-browser"));
	const chrome = program("google-chrome");
	expect(findBrowser(undefined, { PATH: folder })).toMatchObject({ path: chrome });
});

test("one that is named is taken by its path, or by its name on PATH", () => {
	const brave = program("brave");
	expect(findBrowser(brave, {})).toMatchObject({ path: brave });
	expect(findBrowser("brave", { PATH: folder })).toMatchObject({ path: brave });
});

test("a snap is known by its link, and by the script that stands for it", () => {
	program("snap");
	symlinkSync("snap", join(folder, "chromium"));
	expect(findBrowser(undefined, { PATH: folder })).toMatchObject({ isSnap: true });
	const script = program("chromium-browser", '#!/bin/sh\nexec /snap/bin/chromium "$@"\n');
	expect(findBrowser(script, {})).toMatchObject({ isSnap: true });
});

test.each([
	["none at all", undefined, /PATH has none of chromium, .*apt install chromium.*--browser PATH/],
	["a name that PATH does not have", "brave", /--browser "brave": PATH has no such program/],
	["a path where nothing is", "/khong/co", /--browser "\/khong\/co": no program is there/],
])("says what is wrong: %s", (_, named, fault) => {
	expect(findBrowser(named, { PATH: folder })).toEqual({ fault: expect.stringMatching(fault) });
});
