import { isTone } from "./letters.ts";
import {
	canBearTone,
	isTakenBack,
	lettersIn,
	press,
	type Word,
	type Writing,
	wordOf,
	written,
} from "./word.ts";

/** A text and what is marked in it; `from` and `to` are the same where the caret stands. */
export interface Field {
	text: string;
	from: number;
	to: number;
}

export interface Typist {
	/** The field with one more key: a letter, a digit, a space, or a tone, which is the letter á (à, ả ...) where it finds no vowel. */
	type(field: Field, key: string, writing: Writing): Field;
	/** The field without what is marked, or without the letter before the caret; a tone moves to where it belongs then. */
	erase(field: Field, writing: Writing): Field;
}

/**
 * Types at the caret. It keeps the keys of the word that is being typed, so that what they became can be taken back; where
 * anything else has changed the text since, it begins with the letters that stand there.
 */
export function createTypist(): Typist {
	/** The word before the caret, key by key, and the field as it was left. */
	let kept: { field: Field; words: readonly [Word, ...Word[]] } | null = null;

	return { type, erase };

	function type(field: Field, key: string, writing: Writing): Field {
		const at = withoutMarked(field);
		if (!isOfWord(key)) return putIn(at, key, wordOf(""));
		const { before, head, tail, after } = around(at);
		// What is written right before a word is a word of its own, whose space is still to come.
		const isInside = head !== "" && tail !== "" && lettersIn(wordOf(head + tail)) !== null;
		if (isInside) return typeInside(at, key, writing);
		const words = wordsAt(at, head);
		const last = words[words.length - 1] ?? words[0];
		const isLetter = isTone(key) && !canBearTone(last);
		const next = press(last, (isLetter ? `a${key}` : key).normalize("NFC"), writing);
		return keep(before + written(next, writing.toneStyle), tail + after, [...words, next]);
	}

	function typeInside(at: Field, key: string, writing: Writing): Field {
		const { before, head, tail, after } = around(at);
		const whole = wordOf(head + tail);
		const pressed = press(whole, key, writing);
		const text = written(pressed, writing.toneStyle);
		const isChanged =
			lettersIn(pressed) === lettersIn(whole) && text.length === (head + tail).length;
		if (isTone(key) || (lettersIn(pressed) !== null && isChanged)) {
			return forget(before + text.slice(0, head.length), text.slice(head.length) + after);
		}
		return placed(before, head + key.normalize("NFC"), tail + after, writing);
	}

	function erase(field: Field, writing: Writing): Field {
		if (field.from !== field.to) {
			const { text, from } = withoutMarked(field);
			return forget(text.slice(0, from), text.slice(from));
		}
		const { before, head, tail, after } = around(field);
		const words = wordsAt(field, head);
		const [now, earlier] = [words[words.length - 1], words[words.length - 2]];
		if (now !== undefined && earlier !== undefined && tail === "") {
			const [text, textBefore] = [now, earlier].map((word) => written(word, writing.toneStyle));
			const isLonger = (text ?? "").length > (textBefore ?? "").length;
			if (isLonger && !isTakenBack(now) && !isTakenBack(earlier)) {
				const [first, ...rest] = words.slice(0, -1);
				if (first !== undefined) return keep(before + textBefore, after, [first, ...rest]);
			}
		}
		if (head !== "") return placed(before, withoutLast(head), tail + after, writing);
		return forget(withoutLast(before), tail + after);
	}

	/** Head and tail of one word that was changed by hand: its tone goes where it belongs. */
	function placed(before: string, head: string, rest: string, { toneStyle }: Writing): Field {
		const tail = /^[\p{L}\p{M}\p{N}]*/u.exec(rest)?.[0] ?? "";
		const text = written(wordOf(head + tail), toneStyle);
		return forget(
			before + text.slice(0, head.length),
			text.slice(head.length) + rest.slice(tail.length),
		);
	}

	function putIn({ text, from }: Field, key: string, word: Word): Field {
		return keep(text.slice(0, from) + key, text.slice(from), [word]);
	}

	function forget(before: string, after: string): Field {
		kept = null;
		return fieldOf(before, after);
	}

	function keep(before: string, after: string, words: readonly [Word, ...Word[]]): Field {
		const field = fieldOf(before, after);
		kept = { field, words };
		return field;
	}

	function wordsAt(field: Field, head: string): readonly [Word, ...Word[]] {
		const isKept = kept?.field.text === field.text && kept.field.to === field.to;
		return isKept && kept !== null ? kept.words : [wordOf(head)];
	}
}

function fieldOf(before: string, after: string): Field {
	return { text: before + after, from: before.length, to: before.length };
}

function withoutMarked({ text, from, to }: Field): Field {
	return { text: text.slice(0, from) + text.slice(to), from, to: from };
}

/** The word around the caret, in two, and what stands before and after it. */
function around({ text, from }: Field) {
	const head = /[\p{L}\p{M}\p{N}]*$/u.exec(text.slice(0, from))?.[0] ?? "";
	const tail = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(from))?.[0] ?? "";
	return {
		before: text.slice(0, from - head.length),
		head,
		tail,
		after: text.slice(from + tail.length),
	};
}

/** A letter with its marks is one letter, in whatever form it came. */
function withoutLast(text: string): string {
	return Array.from(text.normalize("NFC")).slice(0, -1).join("");
}

function isOfWord(key: string): boolean {
	return isTone(key) || /^[\p{L}\p{M}\p{N}]+$/u.test(key);
}
