import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { pngOf } from "../../config/sample-pictures.ts";
import { type Disk, realDisk } from "../disk.ts";
import { DocumentUnavailable } from "../documents.ts";
import type { KeptVersion } from "./settings-file.ts";
import { openSlidePictures, type SlidePictures } from "./slide-pictures.ts";

const dayMs = 24 * 60 * 60_000;
let directory: string;
let nowMs: number;
let versions: KeptVersion[];
const said: string[] = [];
const log = {
	info: (_: object, line: string) => said.push(line),
	warn: (_: object, line: string) => said.push(line),
};

beforeEach(async () => {
	directory = await mkdtemp(join(tmpdir(), "motcua-pictures-"));
	nowMs = Date.now();
	versions = [versionWith()];
	said.length = 0;
});
afterEach(() => rm(directory, { recursive: true }));

function versionWith(...pictures: string[]): KeptVersion {
	const slides = pictures.map((picture) => ({ picture }));
	return { number: 1, at: "", by: "hub", from: { is: "edit" }, office: { slides } };
}

function open(
	more: { room?: { kept: number; bytes: number }; disk?: Disk } = {},
): Promise<SlidePictures> {
	const settings = {
		versions,
		get newest() {
			return versions.at(-1) ?? versionWith();
		},
	};
	const folder = join(directory, "pictures");
	const officeFile = join(directory, "office.json");
	return openSlidePictures({ folder, officeFile, settings, now: () => nowMs, log, ...more });
}

async function keep(pictures: SlidePictures, bytes: Buffer): Promise<string> {
	const keeping = await pictures.keep(bytes);
	if (keeping.is !== "kept") throw new Error(`it is not kept: ${keeping.is}`);
	return keeping.picture.picture;
}

test("what nobody names for a day is let go, at a start and when asked; what any version names never is", async () => {
	const pictures = await open();
	const named = await keep(pictures, pngOf(20, 20, 1));
	const unnamed = await keep(pictures, pngOf(20, 20, 2));
	versions.unshift(versionWith(named));
	nowMs += dayMs - 1;
	await pictures.letGo();
	const isKept = (of: SlidePictures) => [named, unnamed].map((one) => of.fileOf(one) !== null);
	expect(isKept(pictures)).toEqual([true, true]);
	nowMs += 2;
	expect(isKept(await open())).toEqual([true, false]);
	await pictures.letGo();
	expect(isKept(pictures)).toEqual([true, false]);
	versions.shift();
	await pictures.letGo();
	expect(isKept(pictures)).toEqual([false, false]);
	expect(await readdir(join(directory, "pictures"))).toEqual([]);
});

test("what is sent again counts from then on", async () => {
	const pictures = await open();
	const picture = await keep(pictures, pngOf(20, 20));
	nowMs += dayMs;
	expect(await pictures.keep(pngOf(20, 20))).toMatchObject({ is: "kept", isNew: false });
	nowMs += dayMs - 1;
	await pictures.letGo();
	expect(pictures.fileOf(picture)).not.toBeNull();
	expect((await open()).fileOf(picture)).not.toBeNull();
});

test("a full folder makes room out of what nobody names, and refuses then; what lies there already needs none", async () => {
	const pictures = await open({ room: { kept: 2, bytes: 10_000 } });
	const first = await keep(pictures, pngOf(20, 20, 1));
	await keep(pictures, pngOf(20, 20, 2));
	expect(await pictures.keep(pngOf(20, 20, 3))).toMatchObject({ is: "no-room", kept: 2 });
	expect(await pictures.keep(pngOf(20, 20, 2))).toMatchObject({ is: "kept", isNew: false });
	versions.push(versionWith(first));
	nowMs += dayMs;
	expect(await pictures.keep(pngOf(20, 20, 3))).toMatchObject({ is: "kept" });
	expect((await pictures.list()).map(({ picture }) => picture)).toContain(first);
	const few = await open({ room: { kept: 100, bytes: 200 } });
	expect(await few.keep(pngOf(2000, 2000, 4))).toMatchObject({ is: "no-room" });
});

test("a disk that is full keeps nothing, and says so", async () => {
	const disk: Disk = {
		...realDisk,
		rename: () => Promise.reject(Object.assign(new Error("full"), { code: "ENOSPC" })),
	};
	const pictures = await open({ disk });
	await expect(pictures.keep(pngOf(20, 20))).rejects.toThrow(DocumentUnavailable);
	expect(await pictures.list()).toEqual([]);
	expect(await readdir(join(directory, "pictures"))).toEqual([]);
});

test("what a kill left half written is gone, and what is damaged is mended by sending it again", async () => {
	const pictures = await open();
	const picture = await keep(pictures, pngOf(20, 20));
	const file = pictures.fileOf(picture) ?? "";
	await writeFile(`${file}.new`, "half");
	await writeFile(file, "damaged");
	const later = await open();
	expect(await readdir(join(directory, "pictures"))).toHaveLength(1);
	expect(await later.keep(pngOf(20, 20))).toMatchObject({ is: "kept", isNew: true });
	expect(await later.keep(pngOf(20, 20))).toMatchObject({ is: "kept", isNew: false });
});

test("no name leads to another file of the machine", async () => {
	await writeFile(join(directory, "settings.json"), "{}");
	await writeFile(join(directory, "poster.png"), pngOf(20, 20));
	const pictures = await open();
	const digits = "0".repeat(32);
	for (const picture of [
		"kept:../settings.json",
		`kept:${digits}.png`,
		`kept:${digits}.png/../../settings.json`,
		`kept:../pictures/${digits}.png`,
		"kept:",
		"settings.json",
		"poster.png",
		"/etc/hostname",
		"\0",
	]) {
		expect([picture, pictures.fileOf(picture)]).toEqual([picture, null]);
	}
	versions.push(versionWith("poster.png"));
	expect(pictures.fileOf("poster.png")).toBe(join(directory, "poster.png"));
	expect(await pictures.list()).toEqual([{ picture: "poster.png", bytes: pngOf(20, 20).length }]);
});
