import { isTone, isVowel, type Letter, putTogether, type Tone, takenApart } from "./letters.ts";
import { type Marks, markedWays, type TypedLetter, withWholeHorns } from "./marks.ts";
import { type Effect, effectOf, type Method } from "./methods.ts";
import { canBe, isStopped, partsOf } from "./syllable.ts";
import { type ToneStyle, toneAt } from "./tone-place.ts";

/** How keys become a word. */
export interface Writing {
	method: Method;
	toneStyle: ToneStyle;
}

/** One word as far as it is typed. */
export type Word = Syllable | Plain;

/** What may be Vietnamese. */
interface Syllable {
	is: "syllable";
	letters: readonly TypedLetter[];
	tone: Tone | null;
	/** What stands there as soon as it cannot be Vietnamese: the keys as they were typed. */
	asTyped: string;
	/** Keys that were taken back by typing them again: they are letters from then on. */
	taken: readonly string[];
	/** A vowel got its circumflex from the same letter typed later: `photo` is no `phôt` until it has its tone. */
	isFar: boolean;
}

/** What is none: it stays as it was typed, and further keys are letters. */
interface Plain {
	is: "plain";
	text: string;
	/**
	 * A tone was taken back by its key just now, which stands there once. Passport and office have both: whoever types on has
	 * meant two letters, and whoever types the key a third time has meant one.
	 */
	doubled: { key: string; asTyped: string } | null;
}

/** The word as one types it by `keys` one after the other: letters, digits, letters with their marks, and tones themselves. */
export function compose(keys: Iterable<string>, writing: Writing): string {
	let word = wordOf("");
	for (const key of keys) word = press(word, key, writing);
	return written(word, writing.toneStyle);
}

/** A word that stands there already, none of whose letters is taken for a key. */
export function wordOf(text: string): Word {
	const parts = takenApart(text);
	if (parts === null || !canBe(parts.letters, parts.tone)) return plain(text);
	return { is: "syllable", ...parts, asTyped: text, taken: [], isFar: false };
}

/** The word with one more key. A tone that it bears already is taken off again. */
export function press(word: Word, key: string, { method, toneStyle }: Writing): Word {
	if (isTone(key)) return word.is === "plain" ? plainToned(word, key) : toned(word, key, toneStyle);
	if (word.is === "plain") return longer(word, key);
	const effect = word.taken.includes(key.toLowerCase()) ? null : effectOf(key, method);
	if (effect === null) return appended(word, key);
	const changed =
		"tone" in effect
			? toneBy(word, key, effect.tone, toneStyle)
			: markBy(word, key, effect, toneStyle);
	return changed ?? appended(word, key);
}

/** What stands on the screen. */
export function written(word: Word, style: ToneStyle): string {
	if (word.is === "plain") return word.text;
	if (word.isFar && word.tone === null && isStopped(word.letters)) return word.asTyped;
	return textOf(word, style);
}

/** Whether the last key has taken back what it did before, and stands there itself. */
export function isTakenBack(word: Word): boolean {
	return word.is === "plain" ? word.doubled !== null : word.taken.length > 0;
}

/** How many letters there are, where the word may be Vietnamese. */
export function lettersIn(word: Word): number | null {
	return word.is === "syllable" ? word.letters.length : null;
}

/** Whether a tone has a vowel to stand on. */
export function canBearTone(word: Word): boolean {
	const parts = word.is === "plain" ? takenApart(word.text) : word;
	return parts?.letters.some(isVowel) ?? false;
}

function textOf({ letters, tone }: Pick<Syllable, "letters" | "tone">, style: ToneStyle): string {
	return putTogether(letters, tone, toneAt(letters, style));
}

function plain(text: string): Plain {
	return { is: "plain", text, doubled: null };
}

function longer({ text, doubled }: Plain, key: string): Plain {
	if (doubled === null || !/\p{L}/u.test(key)) return plain(text + key);
	const isThird = doubled.key.toLowerCase() === key.toLowerCase();
	return plain((isThird ? text : doubled.asTyped) + key);
}

function appended(word: Syllable, key: string): Word {
	const asTyped = word.asTyped + key;
	const parts = takenApart(key);
	const [letter] = parts?.letters ?? [];
	if (parts === null || letter === undefined || (parts.tone !== null && word.tone !== null)) {
		return plain(asTyped);
	}
	const letters = withWholeHorns([...word.letters, letter]);
	const tone = word.tone ?? parts.tone;
	return canBe(letters, tone) ? { ...word, letters, tone, asTyped } : plain(asTyped);
}

/** A tone by a key of the keyboard's own, which is never a letter: what it says is done, also to what is no Vietnamese. */
function toned(word: Syllable, tone: Tone, style: ToneStyle): Word {
	if (!word.letters.some(isVowel)) return word;
	const next = { ...word, tone: word.tone === tone ? null : tone };
	if (!canBe(next.letters, next.tone)) return plain(textOf(next, style));
	return { ...next, asTyped: textOf(next, style) };
}

function plainToned(word: Plain, tone: Tone): Word {
	const parts = takenApart(word.text);
	if (parts === null) return word;
	const at = parts.letters.map(isVowel).lastIndexOf(true);
	if (at === -1) return word;
	return plain(putTogether(parts.letters, parts.tone === tone ? null : tone, at));
}

/** Null where the key is a letter. */
function toneBy(word: Syllable, key: string, tone: Tone | null, style: ToneStyle): Word | null {
	const asTyped = word.asTyped + key;
	const { onset, coda } = partsOf(word.letters);
	if (onset === coda || tone === word.tone) {
		if (tone === null || tone !== word.tone) return null;
		const text = textOf({ ...word, tone: null }, style) + key;
		// Nobody means a word by a1; the digit is one of a code, and taken back for that.
		if (!/\p{L}/u.test(key)) return plain(text);
		return { is: "plain", text, doubled: { key, asTyped } };
	}
	if (!canBe(word.letters, tone)) return null;
	return { ...word, tone, asTyped, isFar: word.isFar && tone !== null };
}

/** Null where the key is a letter. */
function markBy(
	word: Syllable,
	key: string,
	{ marks, alone }: Extract<Effect, { marks: unknown }>,
	style: ToneStyle,
): Word | null {
	const asTyped = word.asTyped + key;
	if (word.letters.some((letter) => letter.isImplied && marks[letter.plain] === letter.mark)) {
		const letters = word.letters.map(({ isImplied: _, ...letter }) => letter);
		return { ...word, letters, asTyped };
	}
	for (const letters of markedWays(word.letters, marks)) {
		if (!canBe(letters, word.tone)) continue;
		const last = letters.length - 1;
		const isFar = /[aeo]/i.test(key) && letters[last] === word.letters[last];
		return { ...word, letters, asTyped, isFar: word.isFar || isFar };
	}
	return markTakenBack(word, key, marks, style) ?? (alone ? withHornAlone(word, key) : null);
}

function markTakenBack(word: Syllable, key: string, marks: Marks, style: ToneStyle): Word | null {
	const bears = ({ plain, mark }: Letter) => mark !== null && marks[plain] === mark;
	const isAbbreviation = !word.letters.some(isVowel);
	if (!(isAbbreviation ? word.letters.slice(-1) : word.letters).some(bears)) return null;
	if (isAbbreviation && word.letters.length > 1) return withStrokeMoved(word, key);
	const standsAlone = word.letters.some(({ alone }) => alone !== undefined);
	const bare = word.letters.map(
		({ isImplied: _, alone, ...letter }): TypedLetter =>
			alone !== undefined
				? { ...letter, plain: alone, mark: null }
				: bears(letter)
					? { ...letter, mark: null }
					: letter,
	);
	const last = takenApart(key)?.letters ?? [];
	const letters = standsAlone ? bare : [...bare, ...last];
	// Without the vowel that it made there is nothing for a tone to stand on.
	const tone = letters.some(isVowel) ? word.tone : null;
	const asTyped = textOf({ letters, tone }, style);
	if (!canBe(letters, tone)) return plain(asTyped);
	const taken = [...word.taken, key.toLowerCase()];
	return { is: "syllable", letters, tone, asTyped, taken, isFar: false };
}

/** Three d in an abbreviation are two letters: GCNQSDĐ. */
function withStrokeMoved(word: Syllable, key: string): Word | null {
	const [before, last] = word.letters.slice(-2);
	const [next] = takenApart(key)?.letters ?? [];
	if (before?.plain === "d" || last === undefined || next?.plain !== "d") return null;
	const letters = [
		...word.letters.slice(0, -1),
		{ ...last, mark: null },
		{ ...next, mark: last.mark },
	];
	return { ...word, letters, asTyped: word.asTyped + key };
}

function withHornAlone(word: Syllable, key: string): Word | null {
	const upper = key !== key.toLowerCase();
	const letter: TypedLetter = { plain: "u", mark: "horn", upper, alone: key.toLowerCase() };
	const letters = [...word.letters, letter];
	return canBe(letters, word.tone) ? { ...word, letters, asTyped: word.asTyped + key } : null;
}
