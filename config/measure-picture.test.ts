import { expect, test } from "vitest";
import { measurePicture } from "./measure-picture.ts";
import { pngOf, redJpeg } from "./sample-pictures.ts";

const png = pngOf(48, 27);

test("a PNG and a JPEG are as large as they say", () => {
	expect(measurePicture(png)).toEqual({ kind: "png", widthPx: 48, heightPx: 27 });
	expect(measurePicture(redJpeg)).toEqual({ kind: "jpg", widthPx: 32, heightPx: 20 });
});

test("what a camera adds after the end is let pass", () => {
	const longer = Buffer.concat([redJpeg, Buffer.from("MPF")]);
	expect(measurePicture(longer)).toMatchObject({ widthPx: 32 });
});

test.each([
	["PNG", png],
	["JPEG", redJpeg],
])("a %s that is cut short anywhere is none", (_, bytes) => {
	for (let length = 0; length < bytes.length; length++) {
		expect(typeof measurePicture(bytes.subarray(0, length))).toBe("string");
	}
});

test("a PNG in which one byte is another is none", () => {
	for (let at = 8; at < png.length; at++) {
		const other = Buffer.from(png);
		other[at] = (other[at] ?? 0) ^ 0x10;
		expect([at, typeof measurePicture(other)]).toEqual([at, "string"]);
	}
});

test.each([
	["a drawing with a script", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'],
	["a page", "<!doctype html><script>alert(1)</script>"],
	["a GIF", "GIF89a\u0001\u0000\u0001\u0000"],
	["nothing", ""],
])("%s is no picture", (_, text) => {
	expect(measurePicture(Buffer.from(text, "latin1"))).toBe("other");
});

test("a JPEG that browsers do not draw is none: lossless, arithmetic, or of 12 bits", () => {
	const frame = redJpeg.indexOf(Buffer.from([0xff, 0xc0]));
	for (const [at, byte] of [
		[frame + 1, 0xc3],
		[frame + 1, 0xc9],
		[frame + 4, 12],
	] as const) {
		const other = Buffer.from(redJpeg);
		other[at] = byte;
		expect(measurePicture(other)).toBe("unshowable");
	}
});
