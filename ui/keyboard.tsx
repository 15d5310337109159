import type { Signal } from "@preact/signals";
import { Delete, Space, X } from "lucide";
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
			data-repeats
			onMouseDown={(event) => event.preventDefault()}
		>
			{rows.map((row) => (
				<div class="keyboard-row" key={row}>
					{[...row].map((letter) => (
						<button type="button" class="key" key={letter} onClick={() => type(letter)}>
							{letter}
						</button>
					))}
				</div>
			))}
			<div class="keyboard-row">
				<button
					type="button"
					class="key key-wide"
					onClick={() => {
						text.value = "";
					}}
				>
					<Icon node={X} />
					{words.eraseAll}
				</button>
				<button type="button" class="key key-space" onClick={() => type(" ")}>
					<Icon node={Space} />
					{words.space}
				</button>
				<button
					type="button"
					class="key key-wide"
					onClick={() => {
						text.value = erased(text.value);
					}}
				>
					<Icon node={Delete} />
					{words.erase}
				</button>
			</div>
		</section>
	);
}

const rows = ["1234567890", "ăâđêôơư", "qwertyuiop", "asdfghjkl", "zxcvbnm"];
