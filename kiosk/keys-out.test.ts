import { describe, expect, test } from "vitest";
import { type KeyPress, leadsOut } from "./keys-out.ts";

/** `Ctrl+Shift+i` as the press that it is. */
function press(keys: string, more: Partial<KeyPress> = {}): KeyPress {
	const parts = keys === "Ctrl++" ? ["Ctrl", "+"] : keys.split("+");
	const key = parts.at(-1) ?? "";
	return {
		key,
		code: "",
		shiftKey: parts.includes("Shift"),
		ctrlKey: parts.includes("Ctrl"),
		altKey: parts.includes("Alt"),
		metaKey: parts.includes("Meta"),
		typesByAltGraph: false,
		inField: false,
		...more,
	};
}

describe("what leads out of the kiosk is refused, in a field too", () => {
	test.each([
		...["Ctrl+n", "Ctrl+t", "Ctrl+w", "Ctrl+o", "Ctrl+l", "Ctrl+p", "Ctrl+s", "Ctrl+j", "Ctrl+h"],
		...["Ctrl+u", "Ctrl+f", "Ctrl+r", "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+Tab", "Ctrl+Shift+I"],
		...[
			"Ctrl+Shift+N",
			"Shift+Escape",
			"Ctrl+Shift+Delete",
			"Ctrl+F4",
			"Meta+n",
			"Meta+ArrowLeft",
			"Ctrl+Alt+a",
		],
		...["Alt+ArrowLeft", "Alt+ArrowRight", "Alt+Home", "Alt+F4", "Alt+d", "Alt+Enter"],
		...["F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12", "F24"],
		...["BrowserBack", "BrowserHome", "LaunchMail", "ZoomIn", "Print", "Help"],
	])("%s", (keys) => {
		// What edits by itself does so only in a field.
		if (keys !== "Ctrl+Shift+Delete" && keys !== "Meta+ArrowLeft") {
			expect(leadsOut(press(keys, { inField: true }))).toBe(true);
		}
		expect(leadsOut(press(keys))).toBe(true);
	});
});

describe("what people need who use a keyboard stays", () => {
	test.each([
		...["Tab", "Shift+Tab", "Enter", " ", "Escape", "Home", "End", "PageUp", "PageDown", "Delete"],
		...[
			"ArrowUp",
			"ArrowDown",
			"ArrowLeft",
			"ArrowRight",
			"a",
			"Đ",
			"1",
			"Shift+A",
			"F",
			"Unidentified",
		],
		...["Control", "Alt", "Shift", "Meta", "AltGraph"],
	])("%s", (keys) => {
		expect(leadsOut(press(keys))).toBe(false);
		expect(leadsOut(press(keys, { inField: true }))).toBe(false);
	});
});

test.each(["Ctrl+a", "Ctrl+C", "Ctrl+v", "Ctrl+x", "Ctrl+z", "Ctrl+ArrowLeft", "Ctrl+Backspace"])(
	"%s edits in a field and does nothing elsewhere",
	(keys) => {
		expect(leadsOut(press(keys, { inField: true }))).toBe(false);
		expect(leadsOut(press(keys))).toBe(true);
	},
);

test("Backspace erases in a field and goes back nowhere else", () => {
	expect(leadsOut(press("Backspace", { inField: true }))).toBe(false);
	expect(leadsOut(press("Backspace"))).toBe(true);
});

test("letters that are typed with AltGr, or by their number as readers of codes do, are letters", () => {
	expect(leadsOut(press("Ctrl+Alt+@", { typesByAltGraph: true }))).toBe(false);
	expect(leadsOut(press("Alt+1", { code: "Numpad1" }))).toBe(false);
	expect(leadsOut(press("Alt+1", { code: "Digit1" }))).toBe(true);
});
