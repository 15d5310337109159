import { describe, expect, test } from "vitest";
import { isSamePress, type KeyDown, rememberKey } from "./same-press.ts";

const down = (more: Partial<KeyDown>): KeyDown => ({
	key: "Enter",
	repeat: false,
	into: "nothing",
	...more,
});
const held = (first: Partial<KeyDown>, then: Partial<KeyDown> = {}) =>
	isSamePress(rememberKey(down(first)), down({ ...first, repeat: true, ...then }));

describe("a held key is the same press", () => {
	test.each([
		["Enter on a button, also on the one that it leads to", {}, {}],
		["Enter in a line of a form", { into: "line" }, {}],
		["the space bar on a button", { key: " " }, {}],
		["an act's letter, in the field that it has opened", { key: "f" }, { into: "line" }],
	] as const)("%s", (_, first, then) => {
		expect(held(first, then)).toBe(true);
	});
});

describe("a held key goes on", () => {
	test.each([
		["a letter that is typed", { key: "o", into: "line" }, {}],
		["a space between words", { key: " ", into: "line" }, {}],
		["Enter in a longer text", { into: "text" }, {}],
		["Tab", { key: "Tab" }, {}],
		["an arrow", { key: "ArrowDown" }, {}],
		["Backspace, after an act's letter", { key: "f" }, { key: "Backspace", into: "line" }],
	] as const)("%s", (_, first, then) => {
		expect(held(first, then)).toBe(false);
	});
});

test("a key that is pressed anew is another press", () => {
	expect(isSamePress(rememberKey(down({})), down({}))).toBe(false);
	expect(isSamePress(null, down({ repeat: true }))).toBe(false);
});
