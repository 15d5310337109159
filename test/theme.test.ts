import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Here and not beside the theme: vitest leaves style sheets empty when they are imported, so the file itself is read.
const theme = readFileSync(new URL("../ui/theme.css", import.meta.url), "utf8");

/** By what a rule says of the page's root: the theme, and light on black, which keeps what it does not say otherwise. */
const [usual = "", highContrast = ""] = [blockOf(":root"), blockOf(':root[data-contrast="high"]')];
const themes = [
	{ name: "usual", block: usual, colours: coloursOf(usual) },
	{
		name: "high contrast",
		block: highContrast,
		colours: new Map([...coloursOf(usual), ...coloursOf(highContrast)]),
	},
];
const claims = themes.flatMap(({ name, block, colours }) =>
	claimsOf(block).map((claim) => ({ theme: name, colours, ...claim })),
);

test.each(themes)(
	"every colour that text, edges or marks use has its contrast written beside it: $name",
	({ block }) => {
		const grounds = /^--(paper|night)|-ground$|^--line$/;
		const spoken = new Set(claimsOf(block).map(({ token }) => token));
		const foregrounds = [...coloursOf(block).keys()].filter(
			(name) => !grounds.test(name) || /-(ink|soft)$/.test(name),
		);
		expect(foregrounds.filter((name) => !spoken.has(name))).toEqual([]);
		expect(claimsOf(block).length).toBeGreaterThan(15);
	},
);

test("light on black says every colour anew that a kiosk uses", () => {
	const own = coloursOf(highContrast);
	const needed = [...coloursOf(usual).keys()].filter((name) => !/night|^--amber$/.test(name));
	expect(needed.filter((name) => !own.has(name))).toEqual([]);
});

test.each(claims)("$theme: $token stands $ratio:1 on $ground, as written", (claim) => {
	expect(contrast(hexOf(claim, claim.token), hexOf(claim, claim.ground))).toBeCloseTo(
		claim.ratio,
		1,
	);
});

test.each(
	claims.filter(
		({ theme, token }) => theme !== "usual" || !/^--(line-strong|gold|night-line)$/.test(token),
	),
)("$theme: what is in $token can be read at 10:1 or more on $ground", (claim) => {
	expect(contrast(hexOf(claim, claim.token), hexOf(claim, claim.ground))).toBeGreaterThanOrEqual(
		10,
	);
});

function blockOf(selector: string): string {
	const from = theme.indexOf(`\n${selector} {`);
	if (from < 0) throw new Error(`the theme has no ${selector}`);
	return theme.slice(from, theme.indexOf("\n}", from));
}

function coloursOf(block: string): Map<string, string> {
	return new Map(
		[...block.matchAll(/(--[a-z-]+): (#[0-9A-Fa-f]{6});/g)].map(([, name = "", hex = ""]) => [
			name,
			hex.toLowerCase(),
		]),
	);
}

function claimsOf(block: string) {
	return [...block.matchAll(/(--[a-z-]+): #[0-9A-Fa-f]{6}; \/\* ([^*]*) \*\//g)].flatMap(
		([, token = "", comment = ""]) =>
			[...comment.matchAll(/([\d.]+):1 on (--[a-z-]+)/g)].map(([, ratio, ground = ""]) => ({
				token,
				ground,
				ratio: Number(ratio),
			})),
	);
}

function hexOf({ colours }: { colours: Map<string, string> }, token: string): string {
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
