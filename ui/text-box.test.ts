import { signal } from "@preact/signals";
import { describe, expect, test } from "vitest";
import { createTextBox } from "./text-box.ts";
import type { Method } from "./vietnamese/methods.ts";

/** A person's pace and a reader's, in milliseconds a key. */
const person = 120;
const reader = 10;

describe("a person", () => {
	test("types on the screen and on a keyboard alike, and by both in one word", () => {
		const { box, text, keyboard } = newBox("telex");
		for (const key of "ddawng ") box.type(key);
		keyboard("kys");
		for (const key of " sinh") box.type(key);
		expect(text.value).toBe("đăng ký sinh");
	});

	test("types as the method of the moment has it", () => {
		const { box, text, choose } = newBox("telex");
		for (const key of "as ") box.type(key);
		choose("vni");
		for (const key of "as a1 ") box.type(key);
		choose("none");
		for (const key of "as1") box.type(key);
		expect(text.value).toBe("á as á as1");
	});

	test("types where the caret was put, and at the end again once the text is another", () => {
		const { box, text } = newBox("telex");
		for (const key of "khai sinh") box.type(key);
		box.moved({ text: "khai sinh", from: 3, to: 3 });
		box.type("s");
		expect(box.field()).toEqual({ text: "khái sinh", from: 3, to: 3 });
		box.erase();
		expect(box.field()).toEqual({ text: "khi sinh", from: 2, to: 2 });
		text.value = "kết hôn";
		box.type(" ");
		expect(text.value).toBe("kết hôn ");
	});

	test("types no space at the beginning, and none after another", () => {
		const { box, text } = newBox("telex");
		for (const key of "  khai  ") box.type(key);
		expect(text.value).toBe("khai ");
	});

	test("types no more than fits, but a tone does", () => {
		const { box, text } = newBox("telex", 4);
		for (const key of "khaiii") box.type(key);
		expect(text.value).toBe("khai");
		box.type("s");
		expect(text.value).toBe("khái");
	});

	test("erases all, and what is typed next begins anew", () => {
		const { box, text } = newBox("telex");
		for (const key of "a") box.type(key);
		box.clear();
		expect(text.value).toBe("");
		box.type("s");
		expect(text.value).toBe("s");
	});

	test("who types fast is no reader", () => {
		const { text, keyboard } = newBox("telex");
		keyboard("dd", 20);
		keyboard("awng", 30);
		expect(text.value).toBe("đăng");
	});
});

describe("a reader", () => {
	const code = "https://mot.cua/t/AbsfrxjAAwwddooee12345";

	test.each<Method>(["telex", "vni", "none"])("leaves nothing, by %s", (method) => {
		const { box, text, keyboard } = newBox(method);
		for (const key of "khai sinh") box.type(key);
		keyboard(code, reader);
		box.takeOut(code);
		expect(text.value).toBe("khai sinh");
	});

	test("is not composed while it types, and not after a word of a person that it runs into", () => {
		const { text, keyboard } = newBox("telex");
		keyboard("ma");
		keyboard("s.aassdd", reader);
		expect(text.value).toBe("mas.aassdd");
	});

	test("whose keys a busy machine hands over late leaves nothing either", () => {
		const { box, text, keyboard } = newBox("telex");
		keyboard("kys ");
		keyboard("https://mot.c", 60);
		keyboard("ua/t/Abas", reader);
		box.takeOut("https://mot.cua/t/Abas");
		expect(text.value).toBe("ký ");
	});

	test("leaves the caret where it was, and what follows it", () => {
		const { box, keyboard } = newBox("telex");
		for (const key of "khai sinh") box.type(key);
		box.moved({ text: "khai sinh", from: 4, to: 4 });
		keyboard(code, reader);
		box.takeOut(code);
		expect(box.field()).toEqual({ text: "khai sinh", from: 4, to: 4 });
	});

	test("leaves what a finger typed meanwhile", () => {
		const { box, text, keyboard } = newBox("telex");
		for (const key of "khai") box.type(key);
		keyboard("001060012345|NGU", reader);
		box.type(" ");
		keyboard("YEN VAN A", reader);
		box.takeOut("001060012345|NGUYEN VAN A");
		expect(text.value).toBe("khai ");
	});

	test("leaves nothing of what was too long for the box", () => {
		const { box, text, keyboard } = newBox("telex", 12);
		for (const key of "khai") box.type(key);
		keyboard(code, reader);
		expect(text.value).toHaveLength(12);
		box.takeOut(code);
		expect(text.value).toBe("khai");
	});

	test("that typed elsewhere takes nothing away", () => {
		const { box, text } = newBox("telex");
		for (const key of "khai") box.type(key);
		box.takeOut("khai");
		expect(text.value).toBe("khai");
	});
});

function newBox(first: Method, maxLength = 200) {
	let method = first;
	let nowMs = 0;
	const text = signal("");
	const box = createTextBox({ text, writing: () => ({ method, toneStyle: "old" }), maxLength });
	const keyboard = (keys: string, paceMs = person) => {
		nowMs += person;
		for (const key of keys) {
			box.typeByKeyboard(key, nowMs);
			nowMs += paceMs;
		}
	};
	const choose = (next: Method) => {
		method = next;
	};
	return { box, text, keyboard, choose };
}
