import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// vitest leaves style sheets empty when they are imported, so the file itself is read.
const css = readFileSync(new URL("../staff/dark.css", import.meta.url), "utf8");
const colours = new Map(
	[...css.matchAll(/(--[a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = "", hex = ""]) => [name, hex]),
);
const claims = [...css.matchAll(/(--[a-z-]+): #[0-9a-f]{6}; \/\* ([^*]*) \*\//g)].flatMap(
	([, token = "", comment = ""]) =>
		[...comment.matchAll(/([\d.]+):1 on (--[a-z-]+)/g)].map(([, ratio, ground = ""]) => ({
			token,
			ground,
			ratio: Number(ratio),
		})),
);

test.each(claims)("in the dark $token stands $ratio:1 on $ground, as written", (claim) => {
	const found = contrast(hexOf(claim.token), hexOf(claim.ground));
	expect(found).toBeCloseTo(claim.ratio, 1);
	// A mark or an edge is no text.
	if (!/^--(line-strong|gold)$/.test(claim.token)) expect(found).toBeGreaterThanOrEqual(10);
});

test("the dark says every colour anew that the desk uses", () => {
	const theme = readFileSync(new URL("../ui/theme.css", import.meta.url), "utf8");
	const root = theme.slice(theme.indexOf("\n:root {"), theme.indexOf("\n}"));
	const usual = [...root.matchAll(/(--[a-z-]+): #[0-9a-f]{6};/g)].map(([, name = ""]) => name);
	const needed = usual.filter((name) => !/night|amber/.test(name));
	expect(needed.filter((name) => !colours.has(name))).toEqual([]);
	expect(claims.length).toBeGreaterThan(15);
});

function hexOf(token: string): string {
	const hex = colours.get(token);
	if (hex === undefined) throw new Error(`${token} is not a colour of the dark`);
	return hex;
}

/** WCAG 2.2, "contrast ratio", rounded to one digit as the comments are. */
function contrast(one: string, other: string): number {
	const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
	return Math.round(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

function luminance(hex: string): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5]
		.map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
		.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
