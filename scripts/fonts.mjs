import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import subsetFont from "subset-font";

/** As the theme names them. */
const weights = [
	{ weight: 500, face: "500Medium/NotoSans_500Medium.ttf" },
	{ weight: 700, face: "700Bold/NotoSans_700Bold.ttf" },
	{ weight: 800, face: "800ExtraBold/NotoSans_800ExtraBold.ttf" },
];

/**
 * What the screens write: Vietnamese and English with the marks that Tày, Mường, Jrai or H'Mông add to their letters in
 * one file, since a word out of two files is laid out in pieces; whatever else is written in Latin letters in another,
 * which hardly anybody fetches. A letter that is in both is the later one's.
 */
const subsets = [
	{
		name: "noto-sans-more",
		ranges: "0100-02BA 02BD-02FF 0300-036F 1D00-1DBF 1E00-1EFF 20A0-20C0 2113 2C60-2C7F A720-A7FF",
	},
	{
		name: "noto-sans",
		ranges:
			"0000-00FF 0102-0103 0110-0111 0128-0129 0131 0152-0153 0168-0169 01A0-01A1 01AF-01B0 02BB-02BC 02C6 02DA 02DC " +
			"0300-0304 0306 0308-0309 030C 0323 0329 0331 1EA0-1EF9 2000-206F 20AB-20AC 2122 2191 2193 2212 2215 FEFF FFFD",
	},
];

const packaged = createRequire(import.meta.url);

/**
 * Cuts the screens' font files out of the family that the paper is drawn with, too, and writes the style sheet that
 * names them. One family for everything people read: Noto Sans has full Vietnamese and tabular figures, and a two-storey
 * "a" that keeps its shape on paper and at a distance.
 */
export async function makeFonts(outDir) {
	mkdirSync(outDir, { recursive: true });
	const rules = [];
	for (const { name, ranges } of subsets) {
		for (const { weight, face } of weights) {
			const whole = readFileSync(packaged.resolve(`@expo-google-fonts/noto-sans/${face}`));
			const bytes = await subsetFont(whole, lettersOf(ranges), { targetFormat: "woff2" });
			const file = `${name}-${weight}.woff2`;
			writeFileSync(join(outDir, file), bytes);
			rules.push(faceRule(file, weight, ranges));
		}
	}
	writeFileSync(join(outDir, "fonts.css"), rules.join("\n"));
}

function faceRule(file, weight, ranges) {
	return `@font-face {
	font-family: "Noto Sans";
	font-style: normal;
	font-weight: ${weight};
	font-display: block;
	src: url("./${file}") format("woff2");
	unicode-range: ${ranges.replace(/(^| )/g, "$1U+").replaceAll(" ", ", ")};
}
`;
}

/** @param ranges hexadecimal, as `0131` or `0300-0304`, with spaces between */
function lettersOf(ranges) {
	return ranges
		.split(" ")
		.flatMap((range) => {
			const [first, last = first] = range.split("-").map((code) => Number.parseInt(code, 16));
			return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at));
		})
		.join("");
}
