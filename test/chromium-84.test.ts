import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "acorn";
import { describe, expect, test } from "vitest";
import { projectRoot } from "./hub-process.ts";
import { type Declaration, readCss } from "./read-css.ts";

// Old TV boxes and kiosks run browsers of 2020. What their programs lack: test/browser/old-browser.test.ts.

const apps = ["kiosk", "display", "phone"];

/** What Chromium 84 knows of CSS, and which values of it came later. */
const known: Record<"properties" | "pseudos" | "atRules" | "functions" | "units", string> & {
	younger: Record<string, string>;
} = JSON.parse(readFileSync(join(projectRoot, "test/chromium-84-css.json"), "utf8"));
const wordsOf = (list: string) => new Set(list.split(" "));
const [properties, pseudos, atRules, functions, units] = [
	wordsOf(known.properties),
	wordsOf(known.pseudos),
	wordsOf(known.atRules),
	wordsOf(known.functions),
	wordsOf(known.units),
];

/** What is younger and may be missing all the same, with what stands there then. */
const mayBeMissing: Record<string, string> = {
	"text-wrap": "lines of a heading are as long as they come",
	"text-decoration-thickness": "the line has its usual thickness",
	"scrollbar-width": "::-webkit-scrollbar stands beside it",
	":focus-visible": "@supports not selector(:focus-visible) has the same for :focus",
	"align-content: end": "only in grids here, where it is as old as grids",
	"justify-content: start": "only in grids here, where it is as old as grids",
};

function files(app: string, ending: string): { name: string; text: string }[] {
	const folder = join(projectRoot, "dist/web", app, "assets");
	return readdirSync(folder)
		.filter((name) => name.endsWith(ending))
		.map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
}

/** Everything in a declaration that Chromium 84 does not know, as `mayBeMissing` names it. */
function youngerIn({ property, value, around, before }: Declaration): string[] {
	if (property.startsWith("--")) return youngerInValue(value);
	if (around.some((one) => one.startsWith("@supports"))) return [];
	// A rule that says the same in older words first.
	if (before.some((older) => older.property === property)) return [];
	if (/^-(webkit|moz|ms)-/.test(property)) return [];
	if (around.at(-1) === "@font-face") return [];
	if (!properties.has(property)) return [property];
	const later = wordsOf(known.younger[property] ?? "");
	const keywords = value.replace(/[\w-]+\(/g, "(").match(/(?<![\w-])[a-z][a-z-]*/g) ?? [];
	return [
		...keywords.filter((word) => later.has(word)).map((word) => `${property}: ${word}`),
		...youngerInValue(value),
	];
}

function youngerInValue(value: string): string[] {
	const called = [...value.matchAll(/([\w-]+)\(/g)].map(([, name = ""]) => name);
	const measured = [...value.matchAll(/(?<![\w#-])[\d.]+([a-z]+)/gi)].map(([, unit = ""]) => unit);
	return [
		...called.filter((name) => !functions.has(name)).map((name) => `${name}()`),
		...measured.filter((unit) => !units.has(unit.toLowerCase())),
	];
}

/** In what stands before the braces. */
function youngerAround(around: readonly string[]): string[] {
	const rules = around.filter((one) => !one.startsWith("@"));
	const ats = around.filter((one) => one.startsWith("@")).map((one) => one.replace(/\(.*/s, ""));
	const isKeyframe = around.some((one) => one.startsWith("@keyframes"));
	return [
		...ats
			.map((one) => one.slice(1).split(" ")[0] ?? "")
			.filter((one) => !atRules.has(one))
			.map((one) => `@${one}`),
		// Above, below: words of media queries that were signs only later.
		...around.filter((one) => one.startsWith("@media") && /[<>]/.test(one)),
		...(rules.length > 1 && !isKeyframe ? [`nested: ${rules.join(" ")}`] : []),
		...rules
			.flatMap((rule) => [...rule.matchAll(/::?([a-z-]+)/g)])
			.filter(([, name = ""]) => !pseudos.has(name) && !name.startsWith("-webkit-"))
			.map(([whole]) => whole),
		...rules.filter((rule) => rule.includes("&")),
	];
}

const declarations = apps.flatMap((app) => files(app, ".css").flatMap(({ text }) => readCss(text)));
const younger = declarations.flatMap((one) => [...youngerIn(one), ...youngerAround(one.around)]);

describe("styles of kiosk, board and phone", () => {
	test("say nothing that Chromium 84 does not know, but for what may be missing", () => {
		expect(declarations.length).toBeGreaterThan(500);
		expect([...new Set(younger)].filter((one) => !(one in mayBeMissing))).toEqual([]);
	});

	test("nothing is excused that is not there", () => {
		expect(Object.keys(mayBeMissing).filter((one) => !younger.includes(one))).toEqual([]);
	});

	test("the focus is seen where :focus-visible is not known", () => {
		const fallback = declarations.filter(
			({ around }) => around.join(" ") === "@supports not selector(:focus-visible) :focus",
		);
		expect(fallback.map(({ property }) => property)).toContain("outline");
	});

	test("selectors that are not known stand alone, since a browser drops the whole rule", () => {
		const selectors = new Set(declarations.map(({ around }) => around.at(-1) ?? ""));
		const joined = [...selectors].filter(
			(one) => one.includes(",") && youngerAround([one]).length > 0,
		);
		expect(joined).toEqual([]);
	});
});

describe("what is looked for is found", () => {
	test.each([
		["a{inset:0}", ["inset"]],
		["a{padding-block:1px}", ["padding-block"]],
		["a{aspect-ratio:1/1}", ["aspect-ratio"]],
		["a{overflow:clip}", ["overflow: clip"]],
		["a{height:100dvh}", ["dvh"]],
		["a{color:color-mix(in srgb,red,blue)}", ["color-mix()"]],
		["a{--x:color-mix(in srgb,red,blue)}", ["color-mix()"]],
		["a{accent-color:red}", ["accent-color"]],
		["a:is(b,c){color:red}", [":is"]],
		["a:where(b){color:red}", [":where"]],
		["a:has(b){color:red}", [":has"]],
		["@layer x{a{color:red}}", ["@layer"]],
		["@container (width>1px){a{color:red}}", ["@container"]],
		["@media (width<=600px){a{color:red}}", ["@media (width<=600px)"]],
		["a{b{color:red}}", ["nested: a b"]],
		["a{&:hover{color:red}}", ["nested: a &:hover", "&:hover"]],
		["a{height:100vh;height:100dvh}", []],
		["@supports (height:100dvh){a{height:100dvh}}", []],
		["@media (max-height:900px){a:not(b):first-child{gap:calc(1px + 2vh);color:#1a2b3c}}", []],
		['@font-face{font-family:"A";src:url(a.woff2)format("woff2")}', []],
	])("%s", (css, expected) => {
		const found = readCss(css).flatMap((one) => [...youngerIn(one), ...youngerAround(one.around)]);
		expect(found).toEqual(expected);
	});
});

describe.each(apps)("programs of %s", (app) => {
	const scripts = files(app, ".js");

	test.each(scripts)("$name is written in JavaScript of 2020", ({ text }) => {
		expect(() => parse(text, { ecmaVersion: 2020, sourceType: "module" })).not.toThrow();
	});
});

test.each(["a ??= 1", "class A { #b = 1 }", "await 1", "/(?<=a)b/v"])(
	"what is looked for in programs is found: %s",
	(text) => {
		expect(() => parse(text, { ecmaVersion: 2020, sourceType: "module" })).toThrow(SyntaxError);
	},
);
