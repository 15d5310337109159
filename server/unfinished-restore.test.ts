import {
	mkdir,
	mkdtemp,
	readdir,
	readFile,
	rename,
	rm,
	symlink,
	writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { finishRestore, placesOfRestore, putInPlace } from "./unfinished-restore.ts";

const stamp = "20261121T010203Z";
let place: string;
let dataDir: string;
beforeEach(async () => {
	place = await mkdtemp(join(tmpdir(), "motcua-restore-"));
	dataDir = join(place, "du-lieu");
});
afterEach(() => rm(place, { recursive: true }));

async function directoryWith(directory: string, text: string): Promise<void> {
	await mkdir(directory);
	await writeFile(join(directory, "accounts.json"), text);
}
const content = (directory: string) => readFile(join(directory, "accounts.json"), "utf8");

test("what was built takes the place of what was there, which stays beside it", async () => {
	const { built, before } = placesOfRestore(dataDir, stamp);
	await directoryWith(dataDir, "cũ");
	await directoryWith(built, "mới");
	await putInPlace(dataDir, stamp);
	expect([await content(dataDir), await content(before)]).toEqual(["mới", "cũ"]);
});

test.each(["missing", "empty"])(
	"a restore that was cut short between its two renames is finished, the data directory being %s",
	async (state) => {
		const { built, before } = placesOfRestore(dataDir, stamp);
		await directoryWith(dataDir, "cũ");
		await directoryWith(built, "mới");
		await rename(dataDir, before);
		if (state === "empty") await mkdir(dataDir);
		expect(await finishRestore(dataDir)).toMatch(/cut short has been finished/);
		expect([await content(dataDir), await content(before)]).toEqual(["mới", "cũ"]);
		expect(await finishRestore(dataDir)).toBeNull();
	},
);

test("a restore that was cut short before it moved anything leaves the old, and a half-built one is never put in place", async () => {
	const { built } = placesOfRestore(dataDir, stamp);
	await directoryWith(dataDir, "cũ");
	await directoryWith(built, "mới, nhưng chưa xong");
	expect(await finishRestore(dataDir)).toBeNull();
	expect(await content(dataDir)).toBe("cũ");
	await rm(dataDir, { recursive: true });
	expect(await finishRestore(dataDir)).toBeNull();
	expect((await readdir(place)).sort()).toEqual([`du-lieu.restoring-${stamp}`]);
});

test("a data directory behind a link is finished where the link leads", async () => {
	const { built, before } = placesOfRestore(dataDir, stamp);
	await symlink("du-lieu", join(place, "lien-ket"));
	await directoryWith(before, "cũ");
	await directoryWith(built, "mới");
	await finishRestore(join(place, "lien-ket"));
	expect(await content(dataDir)).toBe("mới");
});
