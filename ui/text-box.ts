import type { Signal } from "@preact/signals";
import { createTypist, type Field } from "./vietnamese/typist.ts";
import type { Writing } from "./vietnamese/word.ts";

/** A text that is typed with the keys of a screen, a real keyboard, and by accident a reader of codes. */
export interface TextBox {
	/** The text as it is now, and the caret in it: where somebody put it, else at the end. */
	field(): Field;
	/** A key of the screen: a letter, a digit, a space, a tone. What would make the text too long is not typed. */
	type(key: string): void;
	/** The same by a real keyboard or a reader, which tells when its key came down. */
	typeByKeyboard(key: string, atMs: number): void;
	erase(): void;
	clear(): void;
	/** The text was changed by the browser, or the caret moved, as the box on the screen has it. */
	moved(field: Field): void;
	/** Takes out what a reader has typed, as if it had never been: a code is no text. */
	takeOut(read: string): void;
}

/** What was done last, to be done without. */
interface Act {
	before: Field;
	/** By a real keyboard; null where it was something else, which stays where a reader's keys are taken out. */
	typed: { key: string; atMs: number } | null;
	again(field: Field): Field;
}

/**
 * @param writing how letters compose now
 * @param maxLength as long as the text may be
 */
export function createTextBox({
	text,
	writing,
	maxLength,
}: {
	text: Signal<string>;
	writing: () => Writing;
	maxLength: number;
}): TextBox {
	let typist = createTypist();
	let now = atEnd(text.peek());
	let acts: Act[] = [];

	// Whoever else writes the text begins anew; of what one person typed nothing is kept for the next.
	text.subscribe((written) => {
		if (written !== now.text) forget(atEnd(written));
	});

	return {
		field: () => now,
		type: (key) => act(null, (field) => withKey(field, key)),
		typeByKeyboard(key, atMs) {
			act({ key, atMs }, (field) => withKey(field, key));
			const run = fastRun(acts);
			const [first] = run;
			if (first !== undefined && run.length >= readerKeys) {
				show(withPlain(first.before, run.map(({ typed }) => typed?.key).join("")));
			}
		},
		erase: () => act(null, (field) => typist.erase(field, writing())),
		clear: () => forget(atEnd("")),
		moved(field) {
			if (field.text !== now.text) forget(field);
			else now = field;
		},
		takeOut,
	};

	function act(typed: Act["typed"], again: Act["again"]) {
		acts = [...acts.slice(-actsKept), { before: now, typed, again }];
		show(again(now));
	}

	function withKey(field: Field, key: string): Field {
		const before = field.text.slice(0, field.from);
		if (key === " " && (before === "" || before.endsWith(" "))) return field;
		const next = typist.type(field, key, writing());
		return next.text.length > maxLength ? field : next;
	}

	function withPlain({ text, from, to }: Field, keys: string): Field {
		const room = maxLength - text.length + (to - from);
		const before = text.slice(0, from) + keys.slice(0, Math.max(0, room));
		return { ...atEnd(before), text: before + text.slice(to) };
	}

	function takeOut(read: string) {
		const keys = Array.from(read);
		let first = acts.length;
		for (let at = acts.length - 1; at >= 0 && keys.length > 0; at--) {
			const typed = acts[at]?.typed ?? null;
			if (typed === null) continue;
			if (typed.key !== keys.pop()) break;
			first = at;
		}
		const [begun, ...since] = acts.slice(first);
		if (begun === undefined) return;
		const others = since.filter(({ typed }) => typed === null);
		forget(others.reduce((field, { again }) => again(field), begun.before));
	}

	function show(field: Field) {
		now = field;
		text.value = field.text;
	}

	function forget(field: Field) {
		typist = createTypist();
		acts = [];
		show(field);
	}
}

/** A reader's keys come so fast one after the other, and so many of them; a fast typist needs more than 60 ms a letter. */
const readerMs = 50;
const readerKeys = 6;
/** The longest code is an address of some 300 letters. */
const actsKept = 1_000;

/** The last keys of a real keyboard that came faster than a person types: none of them is composed with another. */
function fastRun(acts: readonly Act[]): Act[] {
	let first = acts.length;
	let laterMs: number | null = null;
	for (let at = acts.length - 1; at >= 0; at--) {
		const typed = acts[at]?.typed ?? null;
		if (typed === null || (laterMs !== null && laterMs - typed.atMs > readerMs)) break;
		laterMs = typed.atMs;
		first = at;
	}
	return acts.slice(first);
}

function atEnd(text: string): Field {
	return { text, from: text.length, to: text.length };
}
