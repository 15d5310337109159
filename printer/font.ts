import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The two weights on paper: thinner strokes break up at 203 dpi. */
export type Weight = 600 | 800;

/** Tells how wide a text will be, in dots, at a font size in dots. Kerning only ever takes a little off. */
export type Measure = (text: string, sizeDots: number, weight: Weight) => number;

export const fontFamily = "Noto Sans";

const packaged = createRequire(import.meta.url);
const files: Record<Weight, string> = {
	600: packaged.resolve("@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf"),
	800: packaged.resolve("@expo-google-fonts/noto-sans/800ExtraBold/NotoSans_800ExtraBold.ttf"),
};

/** The files that hold the weights, for whoever draws. */
export const fontFiles: readonly string[] = Object.values(files);

const advances = new Map<Weight, Advances>();

/** Measures with the advance widths of the very font files that the text is drawn with. */
export const measureText: Measure = (text, sizeDots, weight) => {
	let font = advances.get(weight);
	if (!font) {
		font = readAdvances(readFileSync(files[weight]));
		advances.set(weight, font);
	}
	let units = 0;
	for (const character of text) units += font.of(character.codePointAt(0) ?? 0);
	return (units * sizeDots) / font.unitsPerEm;
};

interface Advances {
	unitsPerEm: number;
	/** Of a character that the font lacks: the width of the box drawn in its place. */
	of(codePoint: number): number;
}

/**
 * The advance widths of a TrueType font. Throws when the file is not one or has no full Unicode table.
 * Tables and offsets: OpenType 1.9, `head`, `hhea`, `hmtx`, `cmap` format 12.
 */
export function readAdvances(font: Buffer): Advances {
	const head = tableAt(font, "head");
	const hmtx = tableAt(font, "hmtx");
	const metrics = font.readUInt16BE(tableAt(font, "hhea") + 34);
	const groups = unicodeGroups(font, tableAt(font, "cmap"));
	const known = new Map<number, number>();

	function glyphOf(codePoint: number): number {
		const group = groups.find(({ first, last }) => codePoint >= first && codePoint <= last);
		return group ? group.glyph + codePoint - group.first : 0;
	}

	return {
		unitsPerEm: font.readUInt16BE(head + 18),
		of(codePoint) {
			let width = known.get(codePoint);
			if (width === undefined) {
				// Glyphs past the last metric all have its width.
				const metric = Math.min(glyphOf(codePoint), metrics - 1);
				width = font.readUInt16BE(hmtx + 4 * metric);
				known.set(codePoint, width);
			}
			return width;
		},
	};
}

function tableAt(font: Buffer, tag: string): number {
	const tables = font.readUInt16BE(4);
	for (let i = 0; i < tables; i++) {
		const record = 12 + 16 * i;
		if (font.toString("latin1", record, record + 4) === tag) return font.readUInt32BE(record + 8);
	}
	throw new Error(`the font has no ${tag} table`);
}

function unicodeGroups(
	font: Buffer,
	cmap: number,
): { first: number; last: number; glyph: number }[] {
	const encodings = font.readUInt16BE(cmap + 2);
	for (let i = 0; i < encodings; i++) {
		const table = cmap + font.readUInt32BE(cmap + 4 + 8 * i + 4);
		if (font.readUInt16BE(table) !== 12) continue;
		return Array.from({ length: font.readUInt32BE(table + 12) }, (_, group) => {
			const at = table + 16 + 12 * group;
			return {
				first: font.readUInt32BE(at),
				last: font.readUInt32BE(at + 4),
				glyph: font.readUInt32BE(at + 8),
			};
		});
	}
	throw new Error("the font has no cmap of format 12");
}
