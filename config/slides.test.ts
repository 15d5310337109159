import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadSettings } from "./load.ts";
import { defaultOfficeFile } from "./places.ts";
import { slidePicture } from "./slides.ts";

let folder: string;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "motcua-slides-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The sample office with other slides. */
function loadWith(slides: unknown[]) {
	const office = JSON.parse(readFileSync(defaultOfficeFile(), "utf8"));
	const file = join(folder, "office.json");
	writeFileSync(file, JSON.stringify({ ...office, slides }));
	return loadSettings(file);
}

test("a poster is found beside the office file, and is named by what is in it", () => {
	const file = join(folder, "Luật Đất đai.png");
	writeFileSync(file, encode({ width: 2, height: 1, channels: 1, data: new Uint8Array(2) }));
	const loaded = loadWith([{ picture: "Luật Đất đai.png", seconds: 20 }]);
	expect(loaded).toMatchObject({ ok: true, office: { slides: [{ picture: file, seconds: 20 }] } });
	const before = slidePicture(file);
	expect(before).toMatchObject({ file, type: "image/png" });
	expect(before.name).toMatch(/^[0-9a-f]{12}\.png$/);
	writeFileSync(file, encode({ width: 3, height: 1, channels: 1, data: new Uint8Array(3) }));
	expect(slidePicture(file).name).not.toBe(before.name);
});

const allowed = "a PNG or JPEG of at most 4 MB, its path relative to the office file";

test.each([
	["is not there", () => undefined, "which is not there"],
	["is a page", (at: string) => writeFileSync(at, "<svg/>"), "which is neither"],
	[
		"is too large",
		(at: string) => writeFileSync(at, Buffer.alloc(5_000_000, 0xff)),
		"which has 5000000 bytes",
	],
])("a picture that %s is a fault with its path", (_, put, found) => {
	put(join(folder, "poster.png"));
	expect(
		loadWith([{ title: { vi: "Thông báo", en: "Notice" } }, { picture: "poster.png" }]),
	).toMatchObject({
		ok: false,
		faults: [{ path: "/slides/1/picture", found: `"poster.png", ${found}`, allowed }],
	});
});

test("a title that no board could show whole is a fault", () => {
	const title = { vi: "a".repeat(121), en: "a".repeat(120) };
	expect(loadWith([{ title }])).toMatchObject({
		ok: false,
		faults: [{ path: "/slides/0/title/vi", found: "121 letters" }],
	});
});

test("no two slides have one id", () => {
	const title = { vi: "Lịch", en: "Hours" };
	expect(
		loadWith([
			{ id: "lich", title },
			{ id: "lich", title },
		]),
	).toMatchObject({
		ok: false,
		faults: [{ path: "/slides/1/id", found: '"lich"' }],
	});
});

test("a slide with nothing on it is a fault", () => {
	expect(loadWith([{ seconds: 5 }])).toMatchObject({
		ok: false,
		faults: [
			{ path: "/slides/0", found: "an empty slide", allowed: "a title, a text or a picture" },
		],
	});
});
