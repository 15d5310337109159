/** What a letter wears besides a tone: â ê ô, ă, ơ ư, đ. */
export type Mark = "circumflex" | "breve" | "horn" | "stroke";

/** A tone as the combining character that Unicode has for it: sắc, huyền, hỏi, ngã, nặng. */
export type Tone = "\u0301" | "\u0300" | "\u0309" | "\u0303" | "\u0323";

/** The five, in the order in which Vietnamese names them. */
export const tones: readonly Tone[] = ["\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

/** A letter taken apart; its tone belongs to the word. */
export interface Letter {
	/** Without mark, in lower case. */
	plain: string;
	mark: Mark | null;
	upper: boolean;
}

const marked: readonly { written: string; plain: string; mark: Mark }[] = [
	{ written: "â", plain: "a", mark: "circumflex" },
	{ written: "ă", plain: "a", mark: "breve" },
	{ written: "đ", plain: "d", mark: "stroke" },
	{ written: "ê", plain: "e", mark: "circumflex" },
	{ written: "ô", plain: "o", mark: "circumflex" },
	{ written: "ơ", plain: "o", mark: "horn" },
	{ written: "ư", plain: "u", mark: "horn" },
];
const byWritten = new Map(marked.map((letter) => [letter.written, letter]));
const byParts = new Map(marked.map(({ written, plain, mark }) => [`${plain} ${mark}`, written]));

/** The letter in lower case, as the tables of syllables have it. */
export function lower({ plain, mark }: Pick<Letter, "plain" | "mark">): string {
	return byParts.get(`${plain} ${mark}`) ?? plain;
}

export function isVowel({ plain }: Letter): boolean {
	return "aeiouy".includes(plain);
}

export function isTone(key: string): key is Tone {
	return tones.some((tone) => tone === key);
}

/** A text taken apart; null where it has more than one tone, as no word of Vietnamese has. */
export function takenApart(text: string): { letters: Letter[]; tone: Tone | null } | null {
	const letters: Letter[] = [];
	let tone: Tone | null = null;
	for (const written of text.normalize("NFC")) {
		const parts = Array.from(written.normalize("NFD"));
		const own = parts.find(isTone) ?? null;
		if (own !== null && tone !== null) return null;
		tone ??= own;
		const bare = parts
			.filter((part) => part !== own)
			.join("")
			.normalize("NFC");
		const small = bare.toLowerCase();
		const { plain, mark } = byWritten.get(small) ?? { plain: small, mark: null };
		letters.push({ plain, mark, upper: bare !== small });
	}
	return { letters, tone };
}

/** The text, composed (NFC), with the tone on the letter at `toneAt`. */
export function putTogether(letters: readonly Letter[], tone: Tone | null, toneAt: number): string {
	return letters
		.map((letter, at) => {
			const small = lower(letter);
			const written = letter.upper ? small.toUpperCase() : small;
			return tone !== null && at === toneAt ? `${written}${tone}` : written;
		})
		.join("")
		.normalize("NFC");
}
