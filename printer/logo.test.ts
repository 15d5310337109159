import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { encode } from "fast-png";
import { expect, test } from "vitest";
import { isBlack, toPng } from "./bitmap.ts";
import { blackOf, createLogos } from "./logo.ts";

const colours = [
	[0, 0, 0, 255],
	[255, 255, 255, 255],
	[200, 0, 0, 255],
	[255, 213, 74, 255],
	[0, 0, 0, 0],
	[0, 0, 0, 200],
];
const dark = [true, false, true, false, false, true];

function blackIn(png: Uint8Array): boolean[] {
	const picture = blackOf(png);
	return dark.map((_, x) => isBlack(picture, x, 0));
}

test("dark colours are black, light and see-through ones white, in every kind of PNG", () => {
	const width = colours.length;
	const rgba = Uint8Array.from(colours.flat());
	expect(blackIn(encode({ width, height: 1, channels: 4, data: rgba }))).toEqual(dark);
	const grey = Uint8Array.from([0, 255, 60, 210, 255, 55]);
	expect(blackIn(encode({ width, height: 1, channels: 1, data: grey }))).toEqual(dark);
	const picture = blackOf(encode({ width, height: 1, channels: 1, data: grey }));
	expect(blackOf(toPng(picture))).toEqual(picture);
});

test("a logo is read again when its file has changed, and one that is broken is said once", async () => {
	const folder = await mkdtemp(join(tmpdir(), "motcua-logo-"));
	const file = join(folder, "logo.png");
	const said: string[] = [];
	const logos = createLogos((which) => said.push(which));
	const put = async (bytes: Uint8Array, second: number) => {
		await writeFile(file, bytes);
		await utimes(file, second, second);
	};
	await put(encode({ width: 3, height: 2, channels: 1, data: new Uint8Array(6) }), 1_000);
	const first = await logos.of(file);
	expect(first).toMatchObject({ widthDots: 3, heightDots: 2 });
	expect(await logos.of(file)).toBe(first);
	await put(Buffer.from("không phải ảnh"), 2_000);
	expect(await logos.of(file)).toBeNull();
	expect(await logos.of(file)).toBeNull();
	expect(said).toEqual([file]);
	await put(encode({ width: 5, height: 1, channels: 1, data: new Uint8Array(5) }), 3_000);
	expect(await logos.of(file)).toMatchObject({ widthDots: 5 });
	await rm(folder, { recursive: true });
});
