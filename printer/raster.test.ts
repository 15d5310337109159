import fc from "fast-check";
import { expect, test } from "vitest";
import { blankBitmap, fillBlack, isBlack, stamp } from "./bitmap.ts";
import type { Drawer } from "./drawer.ts";
import { createRaster } from "./raster.ts";
import type { Drawing, TextBlock } from "./sheet.ts";

/** Draws every piece as a black square of 8 by 8 dots, and keeps account of what it was asked for. */
function squares() {
	const asked: string[][] = [];
	const drawer: Drawer = {
		async draw(svgs) {
			asked.push([...svgs]);
			return svgs.map(() => {
				const square = blankBitmap(8, 8);
				fillBlack(square, { x: 0, y: 0, width: 8, height: 8 });
				return square;
			});
		},
		close: async () => undefined,
	};
	return { drawer, asked };
}

function line(text: string, white = false): TextBlock {
	const words = text
		.split(" ")
		.map((word, place) => ({ text: word, x: 20 * place + 8, widthDots: 16 }));
	return { kind: "text", text, words, baseline: 60, size: 28, weight: 800, white };
}

function drawing(...blocks: Drawing["blocks"]): Drawing {
	return { kind: "drawing", widthDots: 96, heightDots: 80, blocks };
}

test("a word is drawn once, however often it stands on papers", async () => {
	const { drawer, asked } = squares();
	const raster = createRaster(drawer);
	await raster.draw(drawing(line("Hộ tịch Hộ")));
	await raster.draw(drawing(line("tịch A012")));
	expect(asked.map((svgs) => svgs.length)).toEqual([2, 1]);
	expect(asked[1]?.[0]).toContain(">A012<");
});

test("white words are cut out of the band they stand on", async () => {
	const raster = createRaster(squares().drawer);
	const band = { kind: "box", x: 0, y: 0, width: 96, height: 80 } as const;
	const picture = await raster.draw(drawing(band, line("Ưu", true)));
	const white = [];
	for (let y = 0; y < 80; y++)
		for (let x = 0; x < 96; x++) if (!isBlack(picture, x, y)) white.push(x);
	expect(white).toHaveLength(64);
	expect(Math.min(...white)).toBe(4);
});

test("a picture laid onto another one is there dot for dot, and what is outside is left out", () => {
	const dots = fc.uint8Array({ minLength: 9 * 3, maxLength: 9 * 3 });
	fc.assert(
		fc.property(
			dots,
			fc.integer({ min: -30, max: 50 }),
			fc.integer({ min: -12, max: 24 }),
			(rows, x, y) => {
				// 19 dots a row: what pads it is white.
				const bitmap = {
					widthDots: 19,
					heightDots: 9,
					rows: rows.map((byte, at) => (at % 3 === 2 ? byte & 0xe0 : byte)),
				};
				const onto = blankBitmap(43, 20);
				stamp(onto, { x, y, bitmap });
				const expected = blankBitmap(43, 20);
				for (let row = 0; row < 9; row++) {
					for (let column = 0; column < 19; column++) {
						if (!isBlack(bitmap, column, row)) continue;
						fillBlack(expected, { x: x + column, y: y + row, width: 1, height: 1 });
					}
				}
				expect(onto).toEqual(expected);
				stamp(onto, { x, y, bitmap }, "white");
				expect(onto.rows.every((byte) => byte === 0)).toBe(true);
			},
		),
	);
});
