import { isVowel, type Letter, lower, type Tone } from "./letters.ts";

/**
 * Consonants that a syllable begins with. Besides those of the school book, kr: communes of the Central Highlands bear it
 * (Krông Nô, Krông Pắc).
 */
const onsets = new Set(
	"b c ch d đ g gh gi h k kh kr l m n ng ngh nh p ph qu r s t th tr v x".split(" "),
).add("");

/**
 * What follows the onset, with the medial where there is one, as Tản Đà's primer has it (https://vi.wikisource.org/wiki/Lên_sáu)
 * as far as words of today use it; ăk for Đắk Lắk, and those of words taken over (xoong, tuýp).
 */
const rimes = `
	a ac ach ai am an ang anh ao ap at au ay
	ăc ăk ăm ăn ăng ăp ăt
	âc âm ân âng âp ât âu ây
	e ec em en eng eo ep et
	ê êch êm ên ênh êp êt êu
	i ia ich im in inh ip it iu
	iêc iêm iên iêng iêp iêt iêu
	y yêm yên yêng yêt yêu
	o oc oi om on ong op ot ooc oong
	ô ôc ôi ôm ôn ông ôp ôt
	ơ ơi ơm ơn ơp ơt
	u ua uc ui um un ung up ut
	uôc uôi uôm uôn uông uôp uôt
	ư ưa ưc ưi ưm ưn ưng ưt ưu
	ươc ươi ươm ươn ương ươp ươt ươu
	oa oac oach oai oam oan oang oanh oao oap oat oay
	oăc oăm oăn oăng oăp oăt
	oe oem oen oeo oet
	uân uâng uât uây
	uê uêch uên uênh
	uơ
	uy uya uych uyn uynh uyp uyt uyu uyên uyêt
`
	.trim()
	.split(/\s+/);

/** After qu, which is the medial itself: qu + ân; quốc alone is written otherwise, and y is i with some (quít). */
const rimesAfterQu = [
	...rimes.filter((rime) => /^(?:o[aăe]|u[âêơy])/.test(rime)).map((rime) => rime.slice(1)),
	..."i ich in inh it ôc au âc âp ep eng".split(" "),
];

const begun = beginningsOf(rimes);
const begunAfterQu = beginningsOf(rimesAfterQu);

/** Where a syllable's onset ends and its vowels end: `[0, onset)`, `[onset, coda)`, the rest. */
export interface Parts {
	onset: number;
	coda: number;
}

/** The i of giá and the u of quý belong to the onset; that of gì is the vowel. */
export function partsOf(letters: readonly Letter[]): Parts {
	const first = letters.findIndex(isVowel);
	if (first === -1) return { onset: letters.length, coda: letters.length };
	const onset = first + (hasGlideInOnset(letters, first) ? 1 : 0);
	let coda = onset;
	while (coda < letters.length && isVowelAt(letters, coda)) coda += 1;
	return { onset, coda };
}

/**
 * Whether these letters can be a Vietnamese syllable, or become one by further letters and marks: `tieng` can, since
 * `tiếng` is one. Without a vowel they may be an abbreviation.
 */
export function canBe(letters: readonly Letter[], tone: Tone | null): boolean {
	const { onset, coda } = partsOf(letters);
	const [start, rime] = [written(letters.slice(0, onset)), written(letters.slice(onset))];
	if (rime === "" && !letters.some(isVowel)) return /^[a-zđ]*$/.test(start);
	if (!onsets.has(start)) return false;
	if (isStopped(letters, coda) && tone !== null && !"\u0301\u0323".includes(tone)) return false;
	if (start === "qu") return begunAfterQu.has(rime);
	// Giêng is written as if it had one i of two.
	return begun.has(rime) || (start === "gi" && begun.has(`i${rime}`));
}

/** Ends in p, t, c, ch: it has sắc or nặng then, and nothing else. */
export function isStopped(letters: readonly Letter[], coda = partsOf(letters).coda): boolean {
	return coda < letters.length && /^(?:p|t|c|ch|k)$/.test(written(letters.slice(coda)));
}

function hasGlideInOnset(letters: readonly Letter[], at: number): boolean {
	const start = written(letters.slice(0, at));
	const glide = letters[at];
	if (glide === undefined || glide.mark !== null) return false;
	if (start === "q") return glide.plain === "u";
	return start === "g" && glide.plain === "i" && isVowelAt(letters, at + 1);
}

function isVowelAt(letters: readonly Letter[], at: number): boolean {
	const letter = letters[at];
	return letter !== undefined && isVowel(letter);
}

function written(letters: readonly Letter[]): string {
	return letters.map(lower).join("");
}

/** All that one may have typed of them so far: with fewer letters, and with fewer marks. */
function beginningsOf(all: readonly string[]): ReadonlySet<string> {
	const found = new Set<string>([""]);
	for (const rime of all) {
		let soFar = [""];
		for (const letter of rime) {
			const bare = letter.normalize("NFD").charAt(0);
			soFar = soFar.flatMap((text) =>
				bare === letter ? [text + letter] : [text + letter, text + bare],
			);
			for (const text of soFar) found.add(text);
		}
	}
	return found;
}
