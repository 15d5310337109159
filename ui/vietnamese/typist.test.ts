import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Method } from "./methods.ts";
import { createTypist, type Field } from "./typist.ts";
import { compose, type Writing } from "./word.ts";

const telex: Writing = { method: "telex", toneStyle: "old" };
const vni: Writing = { method: "vni", toneStyle: "old" };
const none: Writing = { method: "none", toneStyle: "old" };
const erase = "⌫";

describe("at the end of a text", () => {
	test.each<[string, Writing, string]>([
		["ddawng kys khai sinh", telex, "đăng ký khai sinh"],
		["d9a8ng ky1 khai sinh", vni, "đăng ký khai sinh"],
		["đăng ky\u0301 khai sinh", none, "đăng ký khai sinh"],
		["giaays khai sinh, sinhs", telex, "giấy khai sinh, sính"],
		["1.001193", vni, "1.001193"],
		["soos 1.001193", telex, "số 1.001193"],
		["so61 1.001193", vni, "số 1.001193"],
		["so61 12 ngo4 5", vni, "số 12 ngõ 5"],
		["passport vis", telex, "passport ví"],
		["xin caaps windows ddi", telex, "xin cấp windows đi"],
		["e-mail", telex, "e-mail"],
		["hooj/khaaur", telex, "hộ/khẩu"],
	])("%j becomes what is meant", (keys, writing, text) => {
		expect(typedInto("", keys, writing).text).toBe(text);
	});

	test("a tone key goes onto the word before it, and is the letter á where there is none", () => {
		expect(typedInto("khai", "\u0301", none).text).toBe("khái");
		expect(typedInto("", "\u0301", telex).text).toBe("á");
		expect(typedInto("khai ", "\u0300", vni).text).toBe("khai à");
		expect(typedInto("c", "\u0323", none).text).toBe("cạ");
		expect(typedInto("ho", "\u0301a", none).text).toBe("hóa");
	});
});

describe("erasing", () => {
	test.each([
		["a letter with all its marks", "hoojp", "hộ"],
		["and the tone goes back to where it belongs", "hoafn", "hòa"],
		["also where the tone came last", "hoanf", "hòa"],
		["a wrong key, and the word is what it was before it", "hoafk", "hòa"],
		["a wrong key in the middle of a word", "tieesk", "tiế"],
		["a letter of a word that is none", "passport", "passpor"],
		["not the letter that took a tone back", "ass", "a"],
		["both letters being there", "passp", "pass"],
	])("takes away %s", (_what, keys, text) => {
		expect(typedInto("", keys + erase, telex).text).toBe(text);
	});

	test("and typing on is as if the wrong key had never been", () => {
		expect(typedInto("", `tieesk${erase}ng`, telex).text).toBe("tiếng");
		expect(typedInto("", `dduowk${erase}ngf`, telex).text).toBe("đường");
		expect(typedInto("", `passp${erase}port`, telex).text).toBe("passport");
	});

	test("what is marked, or a space, or nothing at the beginning", () => {
		expect(applied({ text: "khai sinh", from: 4, to: 9 }, erase, telex)).toEqual(caret("khai|"));
		expect(applied(caret("khai |sinh"), erase, telex)).toEqual(caret("khai|sinh"));
		expect(applied(caret("|khai"), erase, telex)).toEqual(caret("|khai"));
	});

	test("a tone goes with the vowel that a key had made and taken back", () => {
		expect(typedInto("", "w\u0301w", telex).text).toBe("w");
		expect(typedInto("", "w\u0301wđa", telex).text).toBe("wđa");
	});

	test("until nothing is left, whatever was typed", () => {
		fc.assert(
			fc.property(anyKeys, anyMethod, (keys, method) => {
				const typist = createTypist();
				const writing: Writing = { method, toneStyle: "old" };
				let field: Field = { text: "", from: 0, to: 0 };
				for (const key of keys) field = typist.type(field, key, writing);
				for (let left = field.text.length; left > 0; left--) {
					const before = field.text.length;
					field = typist.erase(field, writing);
					expect(field.text.length).toBeLessThan(before);
					if (field.text === "") break;
				}
				expect(field).toEqual({ text: "", from: 0, to: 0 });
			}),
			{ numRuns: 2_000 },
		);
	});
});

describe("inside of a text", () => {
	test.each([
		["a mark within the word", "tie|ng", "e", "tiê|ng"],
		["a tone on the word around the caret", "ho|an", "f", "ho|àn"],
		["a tone key of the keyboard", "kha|i", "\u0301", "khá|i"],
		["a letter, and the tone moves", "hò|n", "a", "hoà|n"],
		["a letter that is no key there", "kh|i", "a", "kha|i"],
		["đ at the beginning of a word", "d|ang", "d", "đ|ang"],
		["before a word", "|sinh", "x", "x|sinh"],
		["between two words", "khai s| lại", "a", "khai sa| lại"],
		["a tone on the word before the caret alone", "khai| sinh", "s", "khái| sinh"],
		["a key into what is no Vietnamese", "pas|port", "s", "pass|port"],
		["an undo is a letter", "kh|ái", "s", "khs|ái"],
	])("types %s", (_what, at, key, then) => {
		expect(applied(caret(at), key, telex)).toEqual(caret(then));
	});

	test("a whole word right before another one, whose space comes last", () => {
		expect(applied(caret("|sinh"), "khais ", telex)).toEqual(caret("khái |sinh"));
		expect(applied(caret("|sinh"), "ddawng kys ", telex)).toEqual(caret("đăng ký |sinh"));
	});

	test("erases before the caret, and the tone moves", () => {
		expect(applied(caret("hoà|n"), erase, telex)).toEqual(caret("ho|n"));
		expect(applied(caret("hoà|ng anh"), erase, telex)).toEqual(caret("ho|ng anh"));
		expect(applied(caret("hoàn|"), erase, telex)).toEqual(caret("hòa|"));
	});

	test("what is marked gives way to what is typed", () => {
		expect(applied({ text: "khai sinh", from: 5, to: 9 }, "w", telex)).toEqual(caret("khai ư|"));
	});
});

test("a text that was changed by others is typed on from the letters that stand there", () => {
	const typist = createTypist();
	let field = caret("|");
	for (const key of "as") field = typist.type(field, key, telex);
	expect(field).toEqual(caret("á|"));
	// Not the keys a and s: what stands there is one letter with its tone.
	expect(typist.type(caret("tieng|"), "s", telex)).toEqual(caret("tiéng|"));
	expect(typist.type(caret("as|"), "s", telex)).toEqual(caret("ass|"));
});

test("nothing but the word at the caret is ever changed", () => {
	const words = fc.constantFrom("khai", "sinh", "đường", "passport", "1.001193", "hòa", "as", "");
	fc.assert(
		fc.property(words, words, words, fc.nat(9), anyKeys, anyMethod, (a, b, c, at, keys, method) => {
			const before = `${a} ${b.slice(0, at)}`;
			const after = `${b.slice(at)} ${c}`;
			const field = { text: before + after, from: before.length, to: before.length };
			const letters = keys.filter((key) => key !== " ");
			const then = applied(field, letters.join(""), { method, toneStyle: "old" });
			expect(then.text.startsWith(`${a} `)).toBe(true);
			expect(then.text.endsWith(` ${c}`)).toBe(true);
			expect(then.from).toBeLessThanOrEqual(then.text.length);
			expect(then.text).toBe(then.text.normalize("NFC"));
		}),
		{ numRuns: 3_000 },
	);
});

test("one word typed into an empty text is that word composed", () => {
	fc.assert(
		fc.property(anyKeys, anyMethod, (keys, method) => {
			const letters = keys.filter((key) => /[a-z0-9]/.test(key));
			const writing: Writing = { method, toneStyle: "old" };
			expect(typedInto("", letters.join(""), writing).text).toBe(compose(letters, writing));
		}),
		{ numRuns: 3_000 },
	);
});

const anyKeys = fc.array(
	fc.constantFrom(...Array.from("aaeeoouuiywsfrxjzdhngtcmpkq đă1269 "), "\u0301", "\u0323"),
	{ maxLength: 12 },
);
const anyMethod = fc.constantFrom<Method>("telex", "vni", "none");

function typedInto(text: string, keys: string, writing: Writing): Field {
	return applied({ text, from: text.length, to: text.length }, keys, writing);
}

function applied(field: Field, keys: string, writing: Writing): Field {
	const typist = createTypist();
	return Array.from(keys).reduce(
		(now, key) => (key === erase ? typist.erase(now, writing) : typist.type(now, key, writing)),
		field,
	);
}

/** A text with its caret as |. */
function caret(shown: string): Field {
	const at = shown.indexOf("|");
	return { text: shown.replace("|", ""), from: at, to: at };
}
