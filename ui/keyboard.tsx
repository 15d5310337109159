import { Delete, Space } from "lucide";
import type { ComponentChildren } from "preact";
import "./keyboard.css";
import { Icon } from "./icon.tsx";
import type { TextBox } from "./text-box.ts";
import type { Tone } from "./vietnamese/letters.ts";

/** What stands on the keys that are words. */
export interface KeyboardWords {
	/** What the whole is called for those who hear the screen. */
	keyboard: string;
	erase: string;
	space: string;
	/** What the tones are called; the keys show them on an a. */
	tones: Readonly<Record<ToneName, string>>;
}

type ToneName = "sac" | "huyen" | "hoi" | "nga" | "nang";

/**
 * An on-screen keyboard that types into `box`: digits, QWERTY, the letters that Vietnamese adds, and its five tones, which
 * go onto the syllable that is being typed. Keys measure 12.7 mm or more with 2.5 mm between, as the voting-kiosk rule asks.
 * It never takes the focus away from the field it types into.
 */
export function Keyboard({
	box,
	words,
}: {
	box: Pick<TextBox, "type" | "erase">;
	words: KeyboardWords;
}) {
	const letters = (row: string) =>
		[...row].map((letter) => (
			<Key key={letter} onPress={() => box.type(letter)}>
				{letter}
			</Key>
		));
	return (
		<section
			class="keyboard"
			aria-label={words.keyboard}
			data-at-once
			onMouseDown={(event) => event.preventDefault()}
		>
			{rows.map((row) => (
				<div class="keyboard-row" key={row}>
					{letters(row)}
				</div>
			))}
			<div class="keyboard-row">
				{letters("zxcvbnm")}
				<Key kind="key-wide" onPress={() => box.erase()}>
					<Icon node={Delete} />
					{words.erase}
				</Key>
			</div>
			<div class="keyboard-row">
				{toneKeys.map(({ name, tone, shown, said }) => (
					<Key key={name} kind="key-tone" label={words.tones[name]} onPress={() => box.type(tone)}>
						<span lang="vi">{shown}</span>
						<small lang="vi">{said}</small>
					</Key>
				))}
				<Key kind="key-space" onPress={() => box.type(" ")}>
					<Icon node={Space} />
					{words.space}
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
	label,
	onPress,
	children,
}: {
	kind?: "key-wide" | "key-tone" | "key-space";
	label?: string;
	onPress: () => void;
	children: ComponentChildren;
}) {
	return (
		<button
			type="button"
			class={kind === undefined ? "key" : `key ${kind}`}
			aria-label={label}
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

const rows = ["1234567890", "ăâđêôơư", "qwertyuiop", "asdfghjkl"];

/** As they are named by everybody who learnt to write. */
const toneKeys: readonly { name: ToneName; tone: Tone; shown: string; said: string }[] = [
	{ name: "sac", tone: "\u0301", shown: "á", said: "sắc" },
	{ name: "huyen", tone: "\u0300", shown: "à", said: "huyền" },
	{ name: "hoi", tone: "\u0309", shown: "ả", said: "hỏi" },
	{ name: "nga", tone: "\u0303", shown: "ã", said: "ngã" },
	{ name: "nang", tone: "\u0323", shown: "ạ", said: "nặng" },
];
