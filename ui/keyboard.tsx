import type { Signal } from "@preact/signals";
import { Delete, Space, X } from "lucide";
import type { ComponentChildren } from "preact";
import "./keyboard.css";
import { Icon } from "./icon.tsx";
import { erased, typed } from "./typing.ts";

/** What stands on the keys that are words. */
export interface KeyboardWords {
	/** What the whole is called for those who hear the screen. */
	keyboard: string;
	erase: string;
	eraseAll: string;
	space: string;
}

/**
 * An on-screen keyboard that types into `text`: digits, QWERTY, and the letters that Vietnamese adds.
 * Keys measure 12.7 mm or more with 2.5 mm between, as the voting-kiosk rule asks. It never takes the focus away from
 * the field it types into.
 * @param maxLength what would make the text longer is not typed
 */
export function Keyboard({
	text,
	words,
	maxLength,
}: {
	text: Signal<string>;
	words: KeyboardWords;
	maxLength: number;
}) {
	const type = (letter: string) => {
		text.value = typed(text.value, letter, maxLength);
	};
	return (
		<section
			class="keyboard"
			aria-label={words.keyboard}
			data-at-once
			onMouseDown={(event) => event.preventDefault()}
		>
			{rows.map((row) => (
				<div class="keyboard-row" key={row}>
					{[...row].map((letter) => (
						<Key key={letter} onPress={() => type(letter)}>
							{letter}
						</Key>
					))}
				</div>
			))}
			<div class="keyboard-row">
				<Key
					kind="key-wide"
					onPress={() => {
						text.value = "";
					}}
				>
					<Icon node={X} />
					{words.eraseAll}
				</Key>
				<Key kind="key-space" onPress={() => type(" ")}>
					<Icon node={Space} />
					{words.space}
				</Key>
				<Key
					kind="key-wide"
					onPress={() => {
						text.value = erased(text.value);
					}}
				>
					<Icon node={Delete} />
					{words.erase}
				</Key>
			</div>
		</section>
	);
}

/**
 * A key types when the finger comes down, as WCAG 2.5.2 lets the keys of a keyboard: the letter is there at once, and
 * whoever types with two fingers loses none of those that overlap. A click without a pointer is that of a real keyboard
 * or of a machine that helps.
 */
function Key({
	kind,
	onPress,
	children,
}: {
	kind?: "key-wide" | "key-space";
	onPress: () => void;
	children: ComponentChildren;
}) {
	return (
		<button
			type="button"
			class={kind === undefined ? "key" : `key ${kind}`}
			onPointerDown={({ button }) => {
				if (button === 0) onPress();
			}}
			onClick={({ detail }) => {
				if (detail === 0) onPress();
			}}
		>
			{children}
		</button>
	);
}

const rows = ["1234567890", "ăâđêôơư", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
