import { describe, expect, it } from "vitest";
import { samePressMs } from "../same-press.ts";
import { actions } from "./actions.ts";
import { type KeyPress, ofKey } from "./keys.ts";
import { isStillMeant, keptPressMs, newPress } from "./press.ts";

const plain: KeyPress = {
	key: "g",
	ctrlKey: false,
	altKey: false,
	metaKey: false,
	repeat: false,
	isComposing: false,
	target: null,
};

function field(tagName: string, more: object = {}): EventTarget {
	return Object.assign(new EventTarget(), { tagName, ...more });
}

describe("the keys of the desk", () => {
	it("act as small letter and as capital", () => {
		expect(ofKey(actions, plain)?.name).toBe("call-next");
		expect(ofKey(actions, { ...plain, key: "G" })?.name).toBe("call-next");
		expect(ofKey(actions, { ...plain, target: field("BUTTON") })?.name).toBe("call-next");
	});

	it("act also where a paper was ticked a moment ago", () => {
		const target = field("INPUT", { type: "checkbox" });
		expect(ofKey(actions, { ...plain, target })?.name).toBe("call-next");
	});

	it.each([
		["in a text field", { target: field("INPUT") }],
		["in a longer text", { target: field("TEXTAREA") }],
		["in an editable part of the page", { target: field("DIV", { isContentEditable: true }) }],
		["with Ctrl", { ctrlKey: true }],
		["with Alt", { altKey: true }],
		["with the system key", { metaKey: true }],
		["held down", { repeat: true }],
		["while Vietnamese is being composed", { isComposing: true }],
		["that no button names", { key: "w" }],
		["such as Enter", { key: "Enter" }],
	])("do nothing %s", (_, more) => {
		expect(ofKey(actions, { ...plain, ...more })).toBeNull();
	});
});

describe("a press", () => {
	it("within 300 ms of the last of its kind is the same press", () => {
		const first = newPress(null, "call-next", 1_000);
		expect(first).toEqual({ name: "call-next", atMs: 1_000 });
		expect(newPress(first, "call-next", 1_000 + samePressMs - 1)).toBeNull();
		expect(newPress(first, "call-next", 1_000 + samePressMs)).not.toBeNull();
	});

	it("of another button counts at once", () => {
		const first = newPress(null, "call-next", 1_000);
		expect(newPress(first, "start", 1_010)).toEqual({ name: "start", atMs: 1_010 });
	});

	it("during another's request is still meant when that ends soon", () => {
		const call = { name: "call-next", atMs: 1_000 };
		const start = { name: "start", atMs: 1_100 };
		expect(isStillMeant(start, call, 1_100 + keptPressMs - 1)).toBe(true);
		expect(isStillMeant(start, call, 1_100 + keptPressMs)).toBe(false);
	});

	it("of the button whose request is under way is never kept: its button is off", () => {
		const call = { name: "call-next", atMs: 1_000 };
		expect(isStillMeant({ name: "call-next", atMs: 1_400 }, call, 1_450)).toBe(false);
	});
});
