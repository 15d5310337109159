import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Method } from "./methods.ts";
import type { ToneStyle } from "./tone-place.ts";
import { compose } from "./word.ts";

/*
 * Every syllable that Vietnamese may have, made of its sounds and not of written rimes: an onset, a medial w or none, one
 * of 14 vowels, a final or none, a tone: https://vietnamesemaestro.com/pronunciation/rimes. Which of them go together, by the
 * list of syllables in use at https://tinhtans.blogspot.com/2016/06/tim-hieu-am-tiet-tieng-viet.html and more freely than
 * that. A tone stands on the vowel; in the old style on the medial where nothing follows oa, oe, uy.
 */

/** A letter with its mark and what else is to be known of it. */
interface Spelled {
	letters: string[];
	/** Of the letter that bears the tone, in either style. */
	toneAt: Record<ToneStyle, number>;
	/** Of the first letter of the rime that is a vowel of its own. */
	vowelAt: number;
}

const onsets = "- b k ch d đ g gi h kh l m n ng nh p ph r s t th tr v x".split(" ");
const toneSigns = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"];

/** Finals by vowel: j and w are glides, N and K are ng and c after back vowels, nh and ch after front ones. */
const finalsOf: Record<string, string> = {
	a: "- j w m n N p t K nh ch",
	ă: "j w m n N p t K",
	â: "j w m n N p t K",
	e: "- w m n N p t K",
	ê: "- w m n nh p t ch",
	i: "- w m n nh p t ch",
	iê: "- w m n N p t K",
	o: "- j m n N p t K",
	ô: "- j m n N p t K",
	ơ: "- j m n p t",
	u: "- j m n N p t K",
	uô: "- j m n N t K",
	ư: "- j w n N t K",
	ươ: "- j w m n N p t K",
};
const finalsAfterW: Record<string, string> = {
	a: "- j w m n N p t K nh ch",
	ă: "j m n N t K",
	â: "j n N t",
	e: "- w m n t",
	ê: "- nh ch",
	i: "- w n p t nh ch",
	iê: "- n t",
	ơ: "-",
};
/** Lips that close do not round at once: none of these stands before w. */
const neverRounded = ["b", "m", "p", "ph", "v", "gi"];

const syllables = onsets.flatMap((onset) => [
	...ofVowels(onset, false, finalsOf),
	...(neverRounded.includes(onset) ? [] : ofVowels(onset, true, finalsAfterW)),
]);

function ofVowels(onset: string, rounded: boolean, finals: Record<string, string>): Spelled[] {
	return Object.entries(finals).flatMap(([vowel, all]) =>
		all.split(" ").flatMap((final) => {
			const spelled = spell(onset, rounded, vowel, final);
			return spelled === null ? [] : [spelled];
		}),
	);
}

function spell(onset: string, rounded: boolean, vowel: string, final: string): Spelled | null {
	const start = onset === "-" ? "" : onset;
	// Each is written once: gia is gi and a, giu is gi and u, giêng is gi and iêng.
	if (onset === "gi" && vowel === "iê" && final === "-") return null;
	if (onset === "gi" && vowel === "i" && final === "w") return null;
	if (onset === "gi" && vowel === "ê") return null;
	// Huơ, thuở, quơ; and no yếp or yếc.
	if (rounded && vowel === "ơ" && !/^(?:h|kh|th|k)$/.test(onset)) return null;
	if (start === "" && !rounded && vowel === "iê" && /[pK]/.test(final)) return null;
	const isQ = onset === "k" && rounded;
	const medial = rounded ? (!isQ && /^[aăe]/.test(vowel) ? "o" : "u") : "";
	const nucleus = spellVowel(vowel, final, rounded, start === "");
	const first = medial + nucleus;
	const onsetLetters = [...spellOnset(start, first, isQ)];
	const withI = onset === "gi" && first.startsWith("i") ? onsetLetters.slice(0, -1) : onsetLetters;
	const letters = [...withI, ...first, ...spellFinal(final, vowel)];
	const vowelAt = withI.length + medial.length;
	const main = vowelAt + (/^(?:iê|yê|uô|ươ)$/.test(nucleus) ? 1 : 0);
	const isOld = rounded && !isQ && final === "-" && /^[aei]$/.test(vowel);
	return { letters, toneAt: { old: isOld ? vowelAt - 1 : main, new: main }, vowelAt };
}

function spellOnset(onset: string, next: string, isQ: boolean): string {
	if (isQ) return "q";
	const isFront = /^[ieêy]/.test(next);
	if (onset === "k") return isFront ? "k" : "c";
	return (onset === "g" || onset === "ng") && isFront ? `${onset}h` : onset;
}

function spellVowel(vowel: string, final: string, rounded: boolean, isBare: boolean): string {
	const isOpen = final === "-";
	if (vowel === "iê") return (rounded || (isBare && !isOpen) ? "y" : "i") + (isOpen ? "a" : "ê");
	if (vowel === "uô") return isOpen ? "ua" : "uô";
	if (vowel === "ươ") return isOpen ? "ưa" : "ươ";
	if (vowel === "i") return rounded || (isBare && isOpen) ? "y" : "i";
	// Short a before a glide is seen by the glide.
	return vowel === "ă" && /[jw]/.test(final) ? "a" : vowel;
}

function spellFinal(final: string, vowel: string): string {
	if (final === "j") return /[ăâ]/.test(vowel) ? "y" : "i";
	if (final === "w") return /^[ae]$/.test(vowel) ? "o" : "u";
	return { "-": "", N: "ng", K: "c" }[final] ?? final;
}

function tonesOf({ letters }: Spelled): string[] {
	return /[ptc]$|ch$/.test(letters.join("")) ? ["\u0301", "\u0323"] : toneSigns;
}

function writtenWith(tone: string, { letters, toneAt }: Spelled, style: ToneStyle): string {
	return letters
		.map((letter, at) => (at === toneAt[style] ? letter + tone : letter))
		.join("")
		.normalize("NFC");
}

/** What is pressed for a letter besides the letter, and which letter that is. */
const markKeys: Record<"telex" | "vni", Record<string, [string, string]>> = {
	telex: {
		â: ["a", "a"],
		ă: ["a", "w"],
		đ: ["d", "d"],
		ê: ["e", "e"],
		ô: ["o", "o"],
		ơ: ["o", "w"],
		ư: ["u", "w"],
	},
	vni: {
		â: ["a", "6"],
		ă: ["a", "8"],
		đ: ["d", "9"],
		ê: ["e", "6"],
		ô: ["o", "6"],
		ơ: ["o", "7"],
		ư: ["u", "7"],
	},
};
const toneKeys = {
	telex: new Map(toneSigns.map((tone, at) => [tone, ["", "f", "s", "r", "x", "j"][at] ?? ""])),
	vni: new Map(toneSigns.map((tone, at) => [tone, ["", "2", "1", "3", "4", "5"][at] ?? ""])),
};
const methods = ["telex", "vni"] as const;
const styles = ["old", "new"] as const;

/**
 * The keys of a syllable. Each mark is typed after its letter and each tone after the vowel: `later` says how many letters
 * further on, one number for each. Ươ has one key, or two of which the first follows its letter.
 */
function keysOf(
	{ letters, vowelAt }: Spelled,
	tone: string,
	method: "telex" | "vni",
	later: readonly number[] = [],
	oneHorn = true,
): string {
	const after: string[][] = letters.map(() => []);
	const put = (key: string, from: number, nth: number) => {
		const at = Math.min(letters.length - 1, from + (later[nth] ?? 0));
		after[at]?.push(key);
	};
	const plain = letters.map((letter) => markKeys[method][letter]?.[0] ?? letter);
	for (const [at, letter] of letters.entries()) {
		const key = markKeys[method][letter]?.[1];
		const isFirstHorn = letter === "ư" && letters[at + 1] === "ơ";
		if (key === undefined || (isFirstHorn && oneHorn)) continue;
		if (isFirstHorn) after[at]?.push(key);
		else put(key, at, at);
	}
	const toneKey = toneKeys[method].get(tone) ?? "";
	if (toneKey !== "") put(toneKey, vowelAt, letters.length);
	return letters.map((_, at) => (plain[at] ?? "") + (after[at] ?? []).join("")).join("");
}

const anySyllable = fc
	.constantFrom(...syllables)
	.chain((spelled) => fc.tuple(fc.constant(spelled), fc.constantFrom(...tonesOf(spelled))));

test("there are thousands of syllables, and none twice", () => {
	const all = syllables.flatMap((one) => tonesOf(one).map((tone) => writtenWith(tone, one, "old")));
	expect(all.length).toBeGreaterThan(15_000);
	expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
	for (const word of ["đường", "khuỷu", "nguyễn", "giếng", "gì", "quý", "thuở", "yêu", "ngoằn"]) {
		expect(all).toContain(word);
	}
});

describe.each(methods)("by %s", (method) => {
	test.each(styles)("every syllable is written, in the %s style", (style) => {
		const wrong = syllables.flatMap((one) =>
			tonesOf(one).flatMap((tone) => {
				const word = writtenWith(tone, one, style);
				const got = compose(keysOf(one, tone, method), { method, toneStyle: style });
				return got === word ? [] : [`${keysOf(one, tone, method)}: ${got}, not ${word}`];
			}),
		);
		expect(wrong).toEqual([]);
	});

	test("whenever the keys of marks and tone come", () => {
		fc.assert(
			fc.property(
				anySyllable,
				fc.array(fc.nat(5), { minLength: 9, maxLength: 9 }),
				fc.boolean(),
				fc.constantFrom(...styles),
				([one, tone], later, oneHorn, style) => {
					const keys = keysOf(one, tone, method, later, oneHorn);
					expect(compose(keys, { method, toneStyle: style })).toBe(writtenWith(tone, one, style));
				},
			),
			{ numRuns: 20_000 },
		);
	});

	test("in capitals as in small letters", () => {
		fc.assert(
			fc.property(anySyllable, ([one, tone]) => {
				const keys = keysOf(one, tone, method).toUpperCase();
				const word = writtenWith(tone, one, "old").toUpperCase();
				expect(compose(keys, { method, toneStyle: "old" })).toBe(word);
			}),
			{ numRuns: 2_000 },
		);
	});
});

test("by accented letters and tone keys, with the tone after any letter from the vowel on", () => {
	fc.assert(
		fc.property(
			anySyllable,
			fc.nat(5),
			fc.constantFrom<Method>("telex", "vni", "none"),
			([one, tone], later, method) => {
				const { letters, vowelAt } = one;
				const at = Math.min(letters.length, vowelAt + 1 + later);
				const keys = [...letters.slice(0, at), ...tone, ...letters.slice(at)];
				const word = writtenWith(tone, one, "old");
				expect(compose(keys, { method, toneStyle: "old" })).toBe(word);
			},
		),
		{ numRuns: 5_000 },
	);
});

describe("the words of the sample catalogue", () => {
	// Of two syllables, as no other word is written.
	const words = catalogueWords().filter((word) => word !== "nitơ");

	test("are some hundred with marks or tones", () => {
		expect(words.length).toBeGreaterThan(700);
	});

	test.each(methods)("are written by %s", (method) => {
		const wrong = words.flatMap((word) => {
			const keys = keysOfWord(word, method);
			const got = compose(keys, { method, toneStyle: "old" });
			return got === word ? [] : [`${keys}: ${got}, not ${word}`];
		});
		expect(wrong).toEqual([]);
	});
});

/** Each letter with its mark at once, and the tone at the end. */
function keysOfWord(word: string, method: "telex" | "vni"): string {
	const tone = word.normalize("NFD").match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? "";
	const bare = word.normalize("NFD").replace(tone, "").normalize("NFC");
	// One horn for both of ươ, as most type it.
	const keys = [...bare.replace(/ươ/g, "uơ")].map(
		(letter) => markKeys[method][letter]?.join("") ?? letter,
	);
	return keys.join("") + (toneKeys[method].get(tone) ?? "");
}

function catalogueWords(): string[] {
	const files = import.meta.glob<object>("../../config/procedures/*.json", {
		eager: true,
		import: "default",
	});
	const words = new Set<string>();
	JSON.stringify(Object.values(files), (key, value: unknown) => {
		if (typeof value !== "string" || key.endsWith("En")) return value;
		for (const [word] of value.normalize("NFC").matchAll(/\p{L}+/gu)) words.add(word.toLowerCase());
		return value;
	});
	return [...words].filter((word) => /[^a-z]/.test(word));
}
