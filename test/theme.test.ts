import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Here and not beside the theme: vitest leaves style sheets empty when they are imported, so the file itself is read.
const theme = readFileSync(new URL("../ui/theme.css", import.meta.url), "utf8");

const colours = new Map(
	[...theme.matchAll(/(--[a-z-]+): (#[0-9A-Fa-f]{6});/g)].map(([, name = "", hex = ""]) => [
		name,
		hex.toLowerCase(),
	]),
);

const claims = [...theme.matchAll(/(--[a-z-]+): #[0-9A-Fa-f]{6}; \/\* ([^*]*) \*\//g)].flatMap(
	([, token = "", comment = ""]) =>
		[...comment.matchAll(/([\d.]+):1 on (--[a-z-]+)/g)].map(([, ratio, ground = ""]) => ({
			token,
			ground,
			ratio: Number(ratio),
		})),
);

test("every colour that text, edges or marks use has its contrast written beside it", () => {
	const grounds = /^--(paper|night)|-ground$|^--line$/;
	const spoken = new Set(claims.map(({ token }) => token));
	const foregrounds = [...colours.keys()].filter(
		(name) => !grounds.test(name) || /-(ink|soft)$/.test(name),
	);
	expect(foregrounds.filter((name) => !spoken.has(name))).toEqual([]);
	expect(claims.length).toBeGreaterThan(15);
});

test.each(claims)("$token stands $ratio:1 on $ground, as written", ({ token, ground, ratio }) => {
	expect(contrast(hexOf(token), hexOf(ground))).toBeCloseTo(ratio, 1);
});

test.each(claims.filter(({ token }) => !/^--(line-strong|gold|night-line)$/.test(token)))(
	"text in $token can be read at 10:1 or more on $ground",
	({ token, ground }) => {
		expect(contrast(hexOf(token), hexOf(ground))).toBeGreaterThanOrEqual(10);
	},
);

function hexOf(token: string): string {
	const hex = colours.get(token);
	if (hex === undefined) throw new Error(`${token} is not a colour of the theme`);
	return hex;
}

/** WCAG 2.2, "contrast ratio", rounded to one digit as the comments are. */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return Math.round(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

/** WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
		const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
